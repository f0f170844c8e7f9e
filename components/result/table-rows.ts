import { type Entry, type EntryGroup, groupsOf } from "../../lib/view/entries";
import { shortText } from "../../lib/view/short-text";
import type { Strings } from "../strings/en";

export type Column = "where" | "what" | "change" | "before" | "after";

export const COLUMNS: readonly Column[] = ["where", "what", "change", "before", "after"];

/** How the table shows its rows. */
export interface TableView {
  readonly grouped: boolean;
  /** Containers whose groups are closed; the pod's own is undefined. */
  readonly closed: ReadonlySet<string | undefined>;
  readonly sort?: { readonly column: Column; readonly down: boolean };
  /** Rows that are drawn at most: a pod of hundreds of containers has more than a person reads at once. */
  readonly most: number;
}

/** Rows that are drawn at first, and with each wish for more. */
export const ROWS = 500;

export const FIRST_TABLE: TableView = { grouped: true, closed: new Set(), most: ROWS };

/** A group as it is drawn: its rows in order, as many as may be drawn. */
export interface DrawnGroup extends EntryGroup {
  readonly rows: readonly Entry[];
  readonly open: boolean;
}

/** The groups as they are drawn; without groups one that holds all. O(n log n) when sorted. */
export function drawnGroups(entries: readonly Entry[], view: TableView, t: Strings): readonly DrawnGroup[] {
  const groups = view.grouped ? groupsOf(entries) : [{ container: undefined, entries }];
  let room = view.most;
  return groups.map((group) => {
    const open = !view.grouped || !view.closed.has(group.container);
    const rows = open ? sorted(group.entries, view, t).slice(0, room) : [];
    room -= rows.length;
    return { ...group, rows, open };
  });
}

/** The next sorting after a click on a column's head: up, down, and as in the pod again. */
export function nextSort(sort: TableView["sort"], column: Column): TableView["sort"] {
  if (sort?.column !== column) return { column, down: false };
  return sort.down ? undefined : { column, down: true };
}

function sorted(entries: readonly Entry[], { sort, grouped }: TableView, t: Strings): readonly Entry[] {
  if (!sort) return entries;
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const textOf = (entry: Entry): string => {
    if (sort.column === "where") return `${grouped ? "" : (entry.container ?? "")} ${t.topics[entry.topic]}`;
    if (sort.column === "what") return entry.label;
    if (sort.column === "change") return t.kinds[entry.kind];
    return entry.kind === "moved" ? "" : shortText(entry[sort.column]);
  };
  const keyed = entries.map((entry) => ({ entry, text: textOf(entry) }));
  keyed.sort((a, b) => (sort.down ? compare(b.text, a.text) : compare(a.text, b.text)));
  return keyed.map(({ entry }) => entry);
}
