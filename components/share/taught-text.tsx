import { useState } from "react";
import { useLanguage } from "../language";
import { Markdown } from "../learn/markdown";
import { SHARE_TEXTS } from "./texts";

/** What whoever made a link wrote beside it: a lesson of theirs, above the page and a sheet at the lower edge of a phone. */
export function TaughtText({ text, onClose }: { readonly text: string; onClose(): void }) {
  const { language } = useLanguage();
  const texts = SHARE_TEXTS[language];
  const [folded, setFolded] = useState(false);
  return (
    <section
      data-part=""
      data-testid="taught"
      aria-label={texts.taught}
      className="shrink-0 border-b border-line bg-accent-soft/35 max-wide:order-last max-wide:border-t max-wide:border-b-0 max-wide:bg-panel max-wide:shadow-[0_-6px_16px_rgb(0_0_0/0.14)]"
    >
      <div className="flex items-center gap-2 px-3 py-1">
        <h2 className="font-semibold">{texts.taught}</h2>
        <span className="text-muted">{texts.taughtBy}</span>
        <button
          type="button"
          className="quiet ml-auto"
          aria-expanded={!folded}
          aria-label={texts.fold}
          onClick={() => setFolded(!folded)}
        >
          <span aria-hidden="true">{folded ? "▾" : "▴"}</span>
        </button>
        <button type="button" className="quiet" aria-label={texts.dismissTaught} onClick={onClose}>
          ✕
        </button>
      </div>
      {!folded && (
        <div
          tabIndex={0}
          role="group"
          aria-label={texts.taught}
          className="max-h-[34dvh] max-w-5xl overflow-y-auto px-3 pb-2 text-[13.5px] leading-[1.55]"
        >
          <Markdown text={text} />
        </div>
      )}
    </section>
  );
}
