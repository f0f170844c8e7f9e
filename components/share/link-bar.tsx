import { useEffect, useRef, useState } from "react";
import { useTooltip } from "../commands/use-commands";
import { openDeletion, openOnce, type Outcome } from "./open-link";
import { TaughtText } from "./taught-text";
import type { ShareTexts } from "./texts";

interface LinkBarProps {
  readonly texts: ShareTexts;
  readonly outcome: Outcome;
  /** The engine now gives something else than when the link was made. */
  readonly changed: boolean;
  onOutcome(outcome: Outcome): void;
  /** Undefined where there is nothing of one's own. */
  readonly onBack: (() => void) | undefined;
  onClose(): void;
}

/** What is to be said of a link, or asked: above the page until it is put away, with the text of a lesson. An ordinary link that opened needs neither. */
export function LinkBar(props: LinkBarProps) {
  const { outcome, onClose } = props;
  const lesson = outcome.kind === "opened" ? outcome.content.lesson : undefined;
  return (
    <>
      <Saying {...props} />
      {lesson !== undefined && <TaughtText text={lesson} onClose={onClose} />}
    </>
  );
}

function Saying({ texts, outcome, changed, onOutcome, onBack, onClose }: LinkBarProps) {
  const { title: backTitle } = useTooltip("text.back");
  const [busy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const asks = outcome.kind === "once" || outcome.kind === "delete";
  useEffect(() => {
    if (asks) button.current?.focus();
  }, [asks]);

  const run = (what: Promise<Outcome>) => {
    setBusy(true);
    void what.then((next) => {
      setBusy(false);
      onOutcome(next);
    });
  };
  const bad = outcome.kind === "failed";
  const says =
    outcome.kind === "failed"
      ? texts.failure(outcome.failure)
      : outcome.kind === "once"
        ? texts.once
        : outcome.kind === "delete"
          ? texts.deletes
          : outcome.kind === "deleted"
            ? texts.deleted
            : outcome.burned
              ? texts.burned
              : changed
                ? texts.changed
                : undefined;
  if (says === undefined) return null;
  return (
    <div
      role={bad ? "alert" : "status"}
      data-testid="link-bar"
      className={`flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-3 py-1.5 ${bad ? "bg-bad-soft" : "bg-warn-soft"}`}
    >
      <span className="min-w-0 flex-1 basis-60 wrap-anywhere">
        {bad && <strong className="text-bad">{texts.notOpened} </strong>}
        {says}
        {bad && <span className="text-muted"> {texts.draftKept}</span>}
      </span>
      {asks && (
        <button
          ref={button}
          type="button"
          className="control whitespace-nowrap"
          disabled={busy}
          onClick={() =>
            run(outcome.kind === "once" ? openOnce(outcome.id, outcome.key) : openDeletion(outcome.id, outcome.token))
          }
        >
          {outcome.kind === "once" ? texts.readOnce : texts.deleteNow}
        </button>
      )}
      {outcome.kind === "opened" && onBack && (
        <button type="button" className="control whitespace-nowrap" title={backTitle} onClick={onBack}>
          {texts.back}
        </button>
      )}
      <button type="button" className="quiet" aria-label={texts.dismiss} disabled={busy} onClick={onClose}>
        ✕
      </button>
    </div>
  );
}
