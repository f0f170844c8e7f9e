import type { ChangeTopic } from "./changes";
import { type Entry, type EntryKind, groupsOf } from "./entries";
import { shortText } from "./short-text";
import { codeSpan, csvText } from "./table-text";
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
      `#### ${container === undefined ? words.pod : codeSpan(container)} (${rows.length})`,
      "",
      row(head),
      row(head.map(() => "---")),
      ...rows.map((entry) =>
        row([
          words.topics[entry.topic],
          codeSpan(entry.label),
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
  return value === undefined ? "" : codeSpan(shortText(value, LONGEST));
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
  return csvText([[where, topic, what, change, before, after], ...rows]);
}

/** What moved has the same value on both sides, which says nothing. */
function shown({ kind, before, after }: Entry, side: "before" | "after"): Value | undefined {
  return kind === "moved" ? undefined : side === "before" ? before : after;
}
