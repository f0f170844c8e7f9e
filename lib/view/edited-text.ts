import type { TextEdit } from "../index";

/** A text with edits made, all in terms of the text as it is given; they do not overlap. O(text + edits · log edits). */
export function editedText(text: string, edits: readonly TextEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = (line: number, column: number) =>
    Math.min(text.length, (starts[line - 1] ?? text.length) + column - 1);
  const fromEnd = [...edits].sort((a, b) => b.range.line - a.range.line || b.range.column - a.range.column);
  return fromEnd.reduce((edited, { range, replacement }) => {
    const to = offset(range.endLine, range.endColumn);
    return edited.slice(0, offset(range.line, range.column)) + replacement + edited.slice(to);
  }, text);
}

/** What an edit does to whole lines. */
export interface EditedLines {
  /** The first line that differs, from 1, in the text before. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The lines that edits of a text change: from the first that differs to the last. */
export function editedLines(text: string, edits: readonly TextEdit[]): EditedLines {
  const before = text.split("\n");
  const after = editedText(text, edits).split("\n");
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start++;
  let end = 0;
  while (end < least - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return {
    line: start + 1,
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
  };
}
