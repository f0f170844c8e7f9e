"use client";

import { useEffect, useId, useRef } from "react";
import type { InputEditorProps } from "./input-editor";

/** A text area with line numbers: before the editor is there, and where it is no good (phones). */
export function PlainEditor({
  name,
  label,
  text,
  placeholder,
  errors,
  reveal,
  onCaret,
  onChange,
}: Omit<InputEditorProps, "dark" | "revision" | "origin">) {
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLPreElement>(null);
  const id = useId();
  const lineCount = text.split("\n").length;
  const lines = new Set(errors.map(({ line }) => line));

  useEffect(() => {
    const element = area.current;
    if (!element || !reveal) return;
    const lines = element.value.split("\n");
    const start = lines.slice(0, reveal.line - 1).reduce((length, line) => length + line.length + 1, 0);
    element.focus();
    element.setSelectionRange(start, start + (lines[reveal.line - 1]?.length ?? 0));
    element.scrollTop = Math.max(0, (reveal.line - 1) * 20 - element.clientHeight / 3);
  }, [reveal]);

  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="code flex min-h-0 flex-1 bg-panel">
        <pre
          ref={gutter}
          aria-hidden="true"
          className="w-[49px] shrink-0 overflow-hidden py-1.5 pr-[22px] text-right text-faint select-none"
        >
          {Array.from({ length: lineCount }, (_, i) => (
            <div key={i} className={lines.has(i + 1) ? "bg-bad-soft font-bold text-bad" : undefined}>
              {i + 1}
            </div>
          ))}
        </pre>
        <textarea
          ref={area}
          key={name}
          aria-label={label}
          aria-invalid={errors.length > 0}
          aria-describedby={errors.length > 0 ? id : undefined}
          placeholder={placeholder}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          wrap="off"
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onSelect={(event) => onCaret?.(placeAt(event.currentTarget.value, event.currentTarget.selectionStart))}
          onScroll={(event) => gutter.current?.scrollTo({ top: event.currentTarget.scrollTop })}
          className="min-w-0 flex-1 resize-none bg-transparent py-1.5 pr-2 outline-none placeholder:text-faint"
        />
      </div>
      {errors.length > 0 && (
        <ul
          id={id}
          className="max-h-24 shrink-0 overflow-y-auto border-t border-bad/40 bg-bad-soft px-2 py-1 font-mono text-[12px] wrap-anywhere"
        >
          {errors.map(({ line, message }, i) => (
            <li key={i}>
              <span className="font-bold text-bad">{line}</span> {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A position in a text as line and column, from 1. */
function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
