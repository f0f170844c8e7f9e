import type { ChangeTopic } from "./changes";
import type { Comparison } from "./comparison";
import { type Entry, entryKey, type EntryKind, entryPlace } from "./entries";
import type { PodText } from "./pod-text";

/** Which entries are looked at: a plain object, so that a link can carry it. */
export interface ChangeFilter {
  /** A container's name, "" for the pod itself; undefined for all. */
  readonly container?: string;
  /** What is done to it, or what it is about; undefined for all. */
  readonly what?: EntryKind | ChangeTopic;
}

/** Whether a filter lets everything through. */
export function filtersNothing({ container, what }: ChangeFilter): boolean {
  return container === undefined && what === undefined;
}

/** Whether an entry is let through. */
export function passes({ container, what }: ChangeFilter, entry: Entry): boolean {
  if (container !== undefined && (entry.container ?? "") !== container) return false;
  return what === undefined || entry.kind === what || entry.topic === what;
}

/** What can be chosen, with how many entries the choice would leave beside what else is chosen. */
export interface FilterChoices {
  readonly containers: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<EntryKind, number>;
  readonly topics: ReadonlyMap<ChangeTopic, number>;
}

/** The choices of a filter, in the order in which entries have them; what is chosen stays a choice when nothing has it. O(n). */
export function filterChoices(entries: readonly Entry[], filter: ChangeFilter): FilterChoices {
  const containers = new Map<string, number>();
  const kinds = new Map<EntryKind, number>();
  const topics = new Map<ChangeTopic, number>();
  for (const entry of entries) {
    const container = entry.container ?? "";
    const ofWhat = passes({ what: filter.what }, entry) ? 1 : 0;
    const ofContainer = passes({ container: filter.container }, entry) ? 1 : 0;
    containers.set(container, (containers.get(container) ?? 0) + ofWhat);
    kinds.set(entry.kind, (kinds.get(entry.kind) ?? 0) + ofContainer);
    topics.set(entry.topic, (topics.get(entry.topic) ?? 0) + ofContainer);
  }
  if (filter.container !== undefined && !containers.has(filter.container)) containers.set(filter.container, 0);
  return { containers, kinds, topics };
}

/** Lines of both sides, first and last. */
export interface Dimmed {
  readonly left: readonly (readonly [first: number, last: number])[];
  readonly right: readonly (readonly [first: number, last: number])[];
}

const UNDIMMED: Dimmed = { left: [], right: [] };

/**
 * The lines that step back while a filter is on: all but those of the entries it lets through, of what leads to them, and of the
 * chosen container where all its entries are let through. O(lines + entries × depth).
 */
export function dimmedLines(comparison: Comparison, entries: readonly Entry[], filter: ChangeFilter): Dimmed {
  if (filtersNothing(filter)) return UNDIMMED;
  const side = (text: PodText, which: "left" | "right") => {
    const bright = new Set<number>();
    for (const entry of entries) {
      const pointer = entry[which];
      if (pointer === undefined || !passes(filter, entry)) continue;
      shine(text, pointer, bright);
      if (filter.container && filter.what === undefined) shine(text, containerOf(pointer), bright);
    }
    return otherLines(bright, text.text.split("\n").length - 1);
  };
  return { left: side(comparison.leftText, "left"), right: side(comparison.rightText, "right") };
}

/** `/spec/containers/0` of a pointer that leads into it. */
function containerOf(pointer: string): string {
  return pointer.split("/").slice(0, 4).join("/");
}

/** The lines of a value, and the first ones of what it is in. */
function shine({ places }: PodText, pointer: string, bright: Set<number>): void {
  const [first, last] = places.get(pointer) ?? [1, 0];
  for (let line = first; line <= last; line++) bright.add(line);
  for (let end = pointer.lastIndexOf("/"); end > 0; end = pointer.lastIndexOf("/", end - 1)) {
    const line = places.get(pointer.slice(0, end))?.[0];
    if (line !== undefined) bright.add(line);
  }
}

function otherLines(bright: ReadonlySet<number>, count: number): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (let line = 1; line <= count; line++) {
    if (bright.has(line)) continue;
    const last = ranges.at(-1);
    if (last?.[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges;
}

/** A line of one side. */
export interface SideLine {
  readonly side: "left" | "right";
  readonly line: number;
}

/** Where one stands among the entries that are let through, and where the next one is. */
export interface Stop {
  /** From 0. */
  readonly index: number;
  readonly entry: Entry;
  readonly place: SideLine;
}

/** The entries that a filter lets through, as the places that one goes through one after the other. */
export function stopsOf(comparison: Comparison, entries: readonly Entry[], filter: ChangeFilter): readonly Stop[] {
  const stops: Stop[] = [];
  for (const entry of entries) {
    const place = passes(filter, entry) ? entryPlace(entry, comparison) : undefined;
    if (place) stops.push({ index: stops.length, entry, place: { side: place.side, line: place.lines[0] } });
  }
  return stops;
}

/** The stop that one stands at: the one gone to last as long as the caret is on its line, or else the first on that line. */
export function stopAt(stops: readonly Stop[], caret: SideLine | undefined, last?: string): Stop | undefined {
  if (!caret) return undefined;
  const here = stops.filter(({ place }) => place.side === caret.side && place.line === caret.line);
  return here.find(({ entry }) => entryKey(entry) === last) ?? here[0];
}

/** The stop after or before the caret; behind the last one comes the first again. */
export function stopFrom(
  stops: readonly Stop[],
  caret: SideLine | undefined,
  direction: "next" | "previous",
  last?: string,
): Stop | undefined {
  const step = direction === "next" ? 1 : -1;
  const here = stopAt(stops, caret, last);
  if (here) return stops[(here.index + step + stops.length) % stops.length];
  if (!caret) return stops.at(direction === "next" ? 0 : -1);
  const isAfter = ({ place }: Stop) => place.side === caret.side && place.line > caret.line;
  const after = stops.find(isAfter)?.index ?? stops.length;
  if (direction === "next") return stops[after % Math.max(1, stops.length)];
  return stops[(after - 1 + stops.length) % Math.max(1, stops.length)];
}
