import type { ChangeTopic } from "./changes";
import { type Entry, type EntryKind, groupsOf } from "./entries";
import { shortText } from "./short-text";
import type { Value } from "./value";

/** What a report calls things, in the reader's language. */
export interface ReportWords {
  /** The pod itself, as the place of a change. */
  readonly pod: string;
  readonly columns: Readonly<Record<"where" | "topic" | "what" | "change" | "before" | "after", string>>;
  readonly kinds: Readonly<Record<EntryKind, string>>;
  readonly topics: Readonly<Record<ChangeTopic, string>>;
}

/** Characters of a value in a Markdown table. */
const LONGEST = 300;

/**
 * Changes as GitHub-flavoured Markdown for a ticket: a heading, sentences, and a table for each container. What comes from a pod stands
 * in code spans, so that nothing in it is markup.
 */
export function changesMarkdown(
  title: string,
  sentences: readonly string[],
  entries: readonly Entry[],
  words: ReportWords,
): string {
  const { columns } = words;
  const head = [columns.topic, columns.what, columns.change, columns.before, columns.after];
  const tables = groupsOf(entries).map(({ container, entries: rows }) =>
    [
      `#### ${container === undefined ? words.pod : code(container)} (${rows.length})`,
      "",
      row(head),
      row(head.map(() => "---")),
      ...rows.map((entry) =>
        row([
          words.topics[entry.topic],
          code(entry.label),
          words.kinds[entry.kind],
          valueOf(entry, "before"),
          valueOf(entry, "after"),
        ]),
      ),
      "",
    ].join("\n"),
  );
  return [`### ${title}`, "", ...sentences.flatMap((sentence) => [sentence, ""]), ...tables].join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function valueOf(entry: Entry, side: "before" | "after"): string {
  const value = shown(entry, side);
  return value === undefined ? "" : code(shortText(value, LONGEST));
}

/** A text as a code span in a table: a longer fence than any within it, and no bar that would end the cell. */
function code(text: string): string {
  const line = text.replaceAll("\n", "⏎").replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = line === "" || /^[ `]|[ `]$/.test(line) ? " " : "";
  return fence + pad + line + pad + fence;
}

/** Changes as CSV (RFC 4180), a row a change, values in one line and in full. */
export function changesCsv(entries: readonly Entry[], words: ReportWords): string {
  const { where, topic, what, change, before, after } = words.columns;
  const rows = entries.map((entry) => [
    entry.container ?? words.pod,
    words.topics[entry.topic],
    entry.label,
    words.kinds[entry.kind],
    shortText(shown(entry, "before"), Infinity),
    shortText(shown(entry, "after"), Infinity),
  ]);
  return [[where, topic, what, change, before, after], ...rows]
    .map((cells) => `${cells.map(cell).join(",")}\r\n`)
    .join("");
}

/** A cell. What a spreadsheet would take for a formula (arguments begin so, too) gets an apostrophe, as OWASP advises. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What moved has the same value on both sides, which says nothing. */
function shown({ kind, before, after }: Entry, side: "before" | "after"): Value | undefined {
  return kind === "moved" ? undefined : side === "before" ? before : after;
}
