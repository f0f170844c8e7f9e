import { useState } from "react";
import { useLanguage } from "../language";
import { HTML_LANG } from "../strings/language";
import { CopyField } from "./copy-field";
import { openDeletion } from "./open-link";
import { MOST_IN_QR, QrCode } from "./qr-code";
import { DELETE } from "./source";
import type { ShareTexts } from "./texts";

interface LinkShownProps {
  readonly texts: ShareTexts;
  readonly url: string;
  /** Where it can be embedded from; undefined where it cannot. */
  readonly embedUrl: string | undefined;
  /** It has just been made: what copies it has the focus. */
  readonly fresh?: boolean;
}

/** A link to take along, as a text, as a QR code, and as what embeds it. */
export function LinkShown({ texts, url, embedUrl, fresh }: LinkShownProps) {
  const frame = `<iframe src="${embedUrl}" title="${texts.embedTitle}" width="100%" height="480" style="border:0"></iframe>`;
  return (
    <>
      <CopyField label={texts.link} text={url} texts={texts} main focus={fresh} />
      <div className="grid gap-2 wide:grid-cols-2">
        <details>
          <summary className="text-muted">{texts.qr}</summary>
          <div className="mt-1">
            {url.length > MOST_IN_QR ? (
              <p className="text-muted">{texts.qrTooLong}</p>
            ) : (
              <QrCode text={url} label={texts.qrLabel} />
            )}
          </div>
        </details>
        {embedUrl !== undefined && (
          <details>
            <summary className="text-muted">{texts.embed}</summary>
            <CopyField label="HTML" text={frame} texts={texts} />
          </details>
        )}
      </div>
    </>
  );
}

/** A link that the server keeps now. */
export interface Kept {
  readonly id: string;
  readonly url: string;
  readonly embedUrl: string | undefined;
  readonly deleteToken: string;
  readonly expiresAt: string | null;
  readonly burn: boolean;
}

interface MadeLinkProps {
  readonly texts: ShareTexts;
  readonly link: Kept;
  onAnother(): void;
}

/** A link that was made, how long it lives, and how its maker deletes it. */
export function MadeLink({ texts, link, onAnother }: MadeLinkProps) {
  const { language } = useLanguage();
  const [state, setState] = useState<"there" | "deleting" | "deleted">("there");
  const [failure, setFailure] = useState<string>();
  const { expiresAt, burn, deleteToken, id } = link;
  const until =
    expiresAt === null
      ? undefined
      : new Intl.DateTimeFormat(HTML_LANG[language], { dateStyle: "medium", timeStyle: "short" }).format(
          new Date(expiresAt),
        );
  const remove = async () => {
    setState("deleting");
    const outcome = await openDeletion(id, deleteToken);
    setState(outcome.kind === "deleted" ? "deleted" : "there");
    setFailure(outcome.kind === "failed" ? texts.failure(outcome.failure) : undefined);
  };
  if (state === "deleted") {
    return (
      <div className="flex items-center gap-2">
        <p role="status">{texts.deleted}</p>
        <button type="button" className="control ml-auto" autoFocus onClick={onAnother}>
          {texts.another}
        </button>
      </div>
    );
  }
  return (
    <>
      <LinkShown texts={texts} url={link.url} embedUrl={link.embedUrl} fresh />
      <p className="text-muted" role="status">
        {texts.lives(until, burn)}
      </p>
      <details>
        <summary className="text-muted">{texts.deletion}</summary>
        <CopyField
          label={texts.deletionHint}
          text={`${location.origin}/s/${id}#${DELETE}${deleteToken}`}
          texts={texts}
        />
        <button type="button" className="control mt-1" disabled={state === "deleting"} onClick={() => void remove()}>
          {texts.deleteIt}
        </button>
        {failure && (
          <p role="alert" className="text-bad">
            {failure}
          </p>
        )}
      </details>
      <button type="button" className="control" onClick={onAnother}>
        {texts.another}
      </button>
    </>
  );
}
