import type { ReactNode } from "react";
import { useState } from "react";
import { useLanguage } from "../language";
import { TaughtText } from "../share/taught-text";
import { SHARE_TEXTS } from "../share/texts";

interface EmbedFrameProps {
  /** What there is to be read. */
  readonly tabs: readonly { readonly name: string; readonly chosen: boolean; choose(): void }[];
  /** The engine gives something else than when the link was made. */
  readonly changed: boolean;
  /** What whoever made the link wrote beside it. */
  readonly lesson: string | undefined;
  /** Where it can be changed. */
  readonly opens: string;
  readonly children: ReactNode;
}

/** What stands around a link's content in another page: what can be read of it, the way to the explorer, its author's text. */
export function EmbedFrame({ tabs, changed, lesson, opens, children }: EmbedFrameProps) {
  const { language } = useLanguage();
  const texts = SHARE_TEXTS[language];
  const [taught, setTaught] = useState(true);
  return (
    <>
      <header className="flex shrink-0 flex-wrap items-center gap-x-1 border-b border-line px-2">
        <h1 className="sr-only">{texts.embedded}</h1>
        <nav aria-label={texts.views} className="flex flex-wrap">
          {tabs.map(({ name, chosen, choose }) => (
            <button
              key={name}
              type="button"
              aria-pressed={chosen}
              onClick={choose}
              className={`h-8 border-b-2 px-2 ${chosen ? "border-accent font-semibold" : "border-transparent text-muted"}`}
            >
              {name}
            </button>
          ))}
        </nav>
        <a href={opens} target="_blank" rel="noopener" className="ml-auto py-1 whitespace-nowrap text-accent underline">
          {texts.openInExplorer}
        </a>
      </header>
      {changed && (
        <p role="status" className="border-b border-line bg-warn-soft px-3 py-1">
          {texts.changed}
        </p>
      )}
      {lesson !== undefined && taught && <TaughtText text={lesson} onClose={() => setTaught(false)} />}
      <main className="flex min-h-0 flex-1 flex-col max-wide:overflow-y-auto" aria-label={texts.embedded}>
        {children}
      </main>
    </>
  );
}
