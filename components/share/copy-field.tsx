import { useId, useRef, useState } from "react";
import { copyText } from "../copy-text";
import type { ShareTexts } from "./texts";

interface CopyFieldProps {
  readonly label: string;
  readonly text: string;
  readonly texts: ShareTexts;
  /** The one that people came for. */
  readonly main?: boolean;
  /** Its button has the focus when it comes. */
  readonly focus?: boolean;
}

/** A text to take along: in a field, with a button that copies it. Where copying is not allowed it is selected. */
export function CopyField({ label, text, texts, main = false, focus = false }: CopyFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<"copied" | "notCopied">();
  const copy = async () => {
    const copied = await copyText(text);
    if (!copied) field.current?.select();
    setOutcome(copied ? "copied" : "notCopied");
    if (copied) setTimeout(() => setOutcome(undefined), 1500);
  };
  return (
    <div>
      <label htmlFor={id} className="mb-0.5 block text-muted">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          ref={field}
          id={id}
          readOnly
          value={text}
          className="control flex-1 font-mono text-[12px]"
          onFocus={({ target }) => target.select()}
        />
        <button
          type="button"
          autoFocus={focus}
          className={main ? "rounded bg-accent px-3 font-semibold text-panel hover:opacity-90" : "control px-3"}
          onClick={() => void copy()}
        >
          {outcome === "copied" ? texts.copied : texts.copy}
        </button>
      </div>
      <span role="status" className={outcome === "notCopied" ? "text-warn" : "sr-only"}>
        {outcome && texts[outcome]}
      </span>
    </div>
  );
}
