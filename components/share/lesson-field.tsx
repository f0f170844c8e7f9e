import { useId } from "react";
import { Markdown } from "../learn/markdown";
import type { ShareTexts } from "./texts";

/** The most that a lesson's text can hold. */
const MOST = 20_000;

interface LessonFieldProps {
  readonly texts: ShareTexts;
  readonly text: string;
  readonly disabled: boolean;
  onText(text: string): void;
}

/** A text beside what is shared, and how it will look: with it, the link is a lesson. */
export function LessonField({ texts, text, disabled, onText }: LessonFieldProps) {
  const id = useId();
  return (
    <details>
      <summary className="w-fit font-semibold">{texts.makeLesson}</summary>
      <label htmlFor={id} className="mt-1 block text-muted">
        {texts.lessonHint}
      </label>
      <textarea
        id={id}
        value={text}
        rows={5}
        maxLength={MOST}
        disabled={disabled}
        className="mt-1 w-full rounded border border-line bg-panel p-2"
        onChange={({ target }) => onText(target.value)}
      />
      {text.trim() !== "" && (
        <div data-testid="lesson-preview" className="rounded border border-line px-3 py-2">
          <Markdown text={text} />
        </div>
      )}
    </details>
  );
}
