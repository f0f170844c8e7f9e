import type { Change, ChangeKind } from "./changes";
import type { Comparison } from "./comparison";

/** What a row of the changes says; `kept`: the workload's own value was put back over the template's. */
export type EntryKind = ChangeKind | "kept";

/** A row of the changes: a change, or a field that was kept, with what the template had as `before`. */
export interface Entry extends Omit<Change, "kind"> {
  readonly kind: EntryKind;
}

/** All that a comparison has to say, in the order of the pods; undefined where it compares texts, or nothing. */
export function entriesOf({ changes, marks, rightText }: Comparison): readonly Entry[] | undefined {
  if (!changes) return undefined;
  // What a change says already is no second row: between the merged and the re-applied pod, one's own value is the change.
  const said = new Set(changes.flatMap(({ right = "" }) => [right, right.slice(0, right.lastIndexOf("/"))]));
  const kept = marks.flatMap(({ kind, entry }) => (kind === "kept" && !said.has(entry.right ?? "") ? [entry] : []));
  const lineOf = ({ right }: Entry) => rightText.places.get(right ?? "")?.[0];
  const entries: Entry[] = [];
  let next = 0;
  for (const change of changes) {
    const line = lineOf(change);
    while (line !== undefined && next < kept.length && lineOf(kept[next]!)! < line) entries.push(kept[next++]!);
    entries.push(change);
  }
  return [...entries, ...kept.slice(next)];
}

/** Tells an entry from the others of a comparison. */
export function entryKey({ kind, left = "", right = "" }: Entry): string {
  return `${kind} ${left} ${right}`;
}

/** Where an entry stands: on the right side if the right pod has it. O(1). */
export function entryPlace(
  { kind, left, right }: Entry,
  { leftText, rightText }: Comparison,
): { readonly side: "left" | "right"; readonly lines: readonly [first: number, last: number] } | undefined {
  const side = right !== undefined && kind !== "removed" ? "right" : "left";
  const lines = side === "right" ? rightText.places.get(right!) : leftText.places.get(left ?? "");
  return lines && { side, lines };
}

/** Entries of one container, or of the pod itself. */
export interface EntryGroup {
  /** Undefined for the pod itself. */
  readonly container: string | undefined;
  readonly entries: readonly Entry[];
}

/** Entries by container, in the order in which containers come up. O(n). */
export function groupsOf(entries: readonly Entry[]): readonly EntryGroup[] {
  const groups = new Map<string | undefined, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.container);
    if (group) group.push(entry);
    else groups.set(entry.container, [entry]);
  }
  return [...groups].map(([container, group]) => ({ container, entries: group }));
}
