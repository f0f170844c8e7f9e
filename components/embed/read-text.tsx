import { useEffect, useRef } from "react";
import { linesOf } from "../../lib/view/line-diff";

interface ReadTextProps {
  readonly text: string;
  readonly label: string;
  /** The line to look at. */
  readonly line: number | undefined;
}

/** A text with its lines' numbers, to be read. */
export function ReadText({ text, label, line }: ReadTextProps) {
  const marked = useRef<HTMLDivElement>(null);
  useEffect(() => marked.current?.scrollIntoView({ block: "center" }), [line, text]);
  return (
    <div role="region" aria-label={label} tabIndex={0} className="code min-h-0 flex-1 overflow-auto py-1.5">
      {linesOf(text).map((content, i) => (
        <div
          key={i}
          ref={i + 1 === line ? marked : undefined}
          className={`grid grid-cols-[3rem_minmax(0,1fr)] gap-x-3 ${i + 1 === line ? "lit-line" : ""}`}
        >
          <span aria-hidden="true" className="text-right text-faint select-none">
            {i + 1}
          </span>
          <span className="whitespace-pre">{content}</span>
        </div>
      ))}
    </div>
  );
}
