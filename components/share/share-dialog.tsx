import { useEffect, useId, useState } from "react";
import { encodeBase64Url } from "../../lib/links/base64url";
import { contentJson } from "../../lib/links/content";
import { pack } from "../../lib/links/pack";
import { RefusedError, UNREACHABLE } from "../ask";
import { Dialog } from "../dialog";
import { useLanguage } from "../language";
import { PAGES } from "../pages";
import { canEncrypt, encrypt } from "./cipher";
import { type AboutLinks, aboutLinks, type Lifetime, makeLink } from "./links-api";
import { type Kept, LinkShown, MadeLink } from "./made-link";
import { LessonField } from "./lesson-field";
import { SecretList } from "./secret-list";
import { SHARE_TEXTS } from "./texts";
import { type Prepared, type Shared, useShare } from "./use-share";

type Kind = "link" | "encrypted" | "plain";

/** Characters at which many chat tools cut a link off, and beyond which some browsers no longer open one. */
const CHAT = 2000;
const BROWSERS = 65_000;

const LIFETIMES: readonly Lifetime[] = ["1h", "1d", "1w", "30d"];

/** Makes a link to what the page shows: of three kinds, each saying who can read it, with secrets masked. */
export function ShareDialog({ shared, onClose }: { readonly shared: Shared; onClose(): void }) {
  const { language } = useLanguage();
  const texts = SHARE_TEXTS[language];
  const id = useId();
  const [lesson, setLesson] = useState("");
  const { secrets, mask, prepared } = useShare(shared, lesson);
  const [kind, setKind] = useState<Kind>("link");
  const [expires, setExpires] = useState<Lifetime>("1w");
  const [burn, setBurn] = useState(false);
  const [made, setMade] = useState<Kept | "making">();
  const [failure, setFailure] = useState<string>();
  const about = useAboutLinks();

  const url = prepared && `${location.origin}${shared.compared ? PAGES.compare : PAGES.explorer}#${prepared.fragment}`;
  const why: Readonly<Record<Kind, string | undefined>> = {
    link: undefined,
    encrypted: !about.enabled ? texts.notKept : canEncrypt() ? undefined : texts.insecure,
    plain: about.enabled ? undefined : texts.notKept,
  };
  const short = why.encrypted === undefined ? "encrypted" : why.plain === undefined ? "plain" : undefined;
  const choose = (next: Kind) => {
    setKind(next);
    setFailure(undefined);
  };
  const make = async (what: Prepared) => {
    if (kind === "link") return;
    setMade("making");
    setFailure(undefined);
    try {
      setMade(await keep(kind, what, expires, burn));
    } catch (error) {
      setMade(undefined);
      setFailure(texts.refused(error instanceof RefusedError ? error.refusal : UNREACHABLE));
    }
  };
  const kept = made === "making" ? undefined : made;

  return (
    <Dialog label={texts.title} className="max-w-3xl" onClose={onClose}>
      <div className="flex shrink-0 items-center border-b border-line py-1.5 pr-2 pl-4">
        <h2 className="text-[14px] font-semibold">{texts.title}</h2>
        <button type="button" className="quiet ml-auto" onClick={onClose}>
          {texts.close}
        </button>
      </div>
      <div className="min-h-0 space-y-3 overflow-y-auto px-4 py-3" data-testid="share">
        <fieldset disabled={made !== undefined} className="space-y-1">
          <legend className="sr-only">{texts.kind}</legend>
          {(["link", "encrypted", "plain"] as const).map((name) => (
            <label
              key={name}
              className={`flex items-baseline gap-2 rounded border px-2 py-1.5 ${kind === name ? "border-accent bg-accent-soft" : "border-line"}`}
            >
              <input
                type="radio"
                name={`${id}-kind`}
                checked={kind === name}
                disabled={why[name] !== undefined}
                aria-labelledby={`${id}-${name}`}
                aria-describedby={`${id}-${name}-readers`}
                onChange={() => choose(name)}
              />
              <span className="min-w-0">
                <span id={`${id}-${name}`} className="block font-semibold">
                  {texts.kinds[name]}
                </span>
                <span id={`${id}-${name}-readers`} className="block text-muted">
                  {texts.readers[name]}
                  {why[name] !== undefined && <span className="block text-warn">{why[name]}</span>}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        {!shared.compared && (
          <LessonField texts={texts} text={lesson} disabled={made !== undefined} onText={setLesson} />
        )}
        <SecretList texts={texts} secrets={secrets} disabled={made !== undefined} onMask={mask} />
        {kept ? (
          <MadeLink texts={texts} link={kept} onAnother={() => setMade(undefined)} />
        ) : kind === "link" ? (
          url && (
            <>
              <LinkShown texts={texts} url={url} embedUrl={`${location.origin}/embed#${prepared.fragment}`} />
              <LengthNote
                length={url.length}
                texts={texts}
                onShort={short === undefined ? undefined : () => choose(short)}
              />
            </>
          )
        ) : (
          <form
            className="flex flex-wrap items-center gap-x-4 gap-y-2"
            onSubmit={(event) => {
              event.preventDefault();
              if (prepared) void make(prepared);
            }}
          >
            <label className="flex items-center gap-1.5">
              <span className="text-muted">{texts.expires}</span>
              <select
                className="control"
                value={expires}
                onChange={({ target }) => setExpires(target.value as Lifetime)}
              >
                {about.expires.map((name) => (
                  <option key={name} value={name}>
                    {texts.lifetimes[name]}
                  </option>
                ))}
              </select>
            </label>
            <label className="flex items-center gap-1.5">
              <input type="checkbox" checked={burn} onChange={({ target }) => setBurn(target.checked)} />
              {texts.burn}
            </label>
            <button
              type="submit"
              disabled={!prepared || made === "making"}
              className="ml-auto h-7 rounded bg-accent px-3 font-semibold text-panel hover:opacity-90 disabled:opacity-50"
            >
              {made === "making" ? texts.making : texts.make}
            </button>
          </form>
        )}
        {failure !== undefined && (
          <p role="alert" className="text-bad">
            {failure}
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** How long a link is, where that can hinder it, and the way to a shorter one. */
function LengthNote({
  length,
  texts,
  onShort,
}: {
  readonly length: number;
  readonly texts: (typeof SHARE_TEXTS)["en"];
  readonly onShort: (() => void) | undefined;
}) {
  if (length <= CHAT) return <p className="text-muted">{texts.characters(length)}</p>;
  return (
    <p className="flex flex-wrap items-center gap-2 text-warn">
      {length > BROWSERS ? texts.tooLongForBrowsers(length) : texts.tooLongForChat(length)}
      {onShort && (
        <button type="button" className="control text-text" onClick={onShort}>
          {texts.makeShort}
        </button>
      )}
    </p>
  );
}

/** What links the server keeps; until it has said so, what servers ordinarily do. */
function useAboutLinks(): AboutLinks {
  const [about, setAbout] = useState<AboutLinks>({ enabled: true, expires: LIFETIMES });
  useEffect(() => {
    let left = false;
    // Whoever makes a link learns what is wrong.
    aboutLinks().then(
      (told) => !left && setAbout(told),
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, []);
  return about;
}

/** Has the server keep what is shared, and gives the link to it. @throws RefusedError */
async function keep(
  kind: "encrypted" | "plain",
  { content }: Prepared,
  expires: Lifetime,
  burn: boolean,
): Promise<Kept> {
  const sealed = kind === "encrypted" ? await encrypt(await pack(content)) : undefined;
  const held = sealed ? encodeBase64Url(sealed.sealed) : contentJson(content);
  const link = await makeLink(kind, held, expires, burn);
  const key = sealed ? `#${sealed.key}` : "";
  return {
    ...link,
    url: `${location.origin}/s/${link.id}${key}`,
    embedUrl: burn ? undefined : `${location.origin}/embed/${link.id}${key}`,
  };
}
