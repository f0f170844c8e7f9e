import type { Origin, Origins, Place, Source, Span } from "../index";
import { align } from "./align";
import { originIndex, type OriginIndex } from "./origin-index";
import type { PodText } from "./pod-text";
import { child, steps, type Value } from "./value";

/** The origins of one object, and what is read off them once. */
export interface Known {
  readonly origins: Origins;
  readonly removed: Origins;
  readonly index: OriginIndex;
  /** Whether an input decided about so much that it tells nothing of one leaf. */
  common(place: Place): boolean;
  /** The inputs that stand on a line, by their column. */
  onLine(source: Source, line: number): readonly Place[];
}

/** Reads the origins of an object once, for all that is asked of them. */
export function knownOf(origins: Origins, removed: Origins = {}): Known {
  const counts = new Map<string, number>();
  const lines = new Map<string, Map<string, Place>>();
  const note = (place: Place) => {
    if (place.line === undefined || place.pointer === undefined) return;
    const line = `${place.source} ${place.line}`;
    let known = lines.get(line);
    if (!known) lines.set(line, (known = new Map()));
    known.set(place.pointer, place);
  };
  let leaves = 0;
  const noted = new Set<Place>();
  const times = new Map<Place, number>();
  for (const all of [origins, removed]) {
    for (const first of Object.values(all)) {
      if (first.control.length > 0) leaves++;
      for (const place of first.control) times.set(place, (times.get(place) ?? 0) + 1);
      for (let origin: Origin | undefined = first; origin; origin = origin.over) {
        for (const list of [origin.data, origin.control]) for (const place of list) noted.add(place);
      }
    }
  }
  noted.forEach(note);
  for (const [place, count] of times) counts.set(nameOf(place), (counts.get(nameOf(place)) ?? 0) + count);
  return {
    origins,
    removed,
    index: originIndex(origins, removed),
    common: (place) => (counts.get(nameOf(place)) ?? 0) > leaves / 2,
    onLine: (source, line) => [...(lines.get(`${source} ${line}`)?.values() ?? [])],
  };
}

function nameOf({ source, pointer }: Place): string {
  return `${source} ${pointer}`;
}

/** The value that begins on each line of a pod, or goes on there: the innermost one. */
export function valuesByLine({ places }: PodText): ReadonlyMap<number, string> {
  const byLine = new Map<number, string>();
  // What is in a value comes before it.
  const holders = new Set<string>();
  for (const [pointer, [first, last]] of places) {
    if (pointer !== "") holders.add(pointer.slice(0, pointer.lastIndexOf("/")));
    const end = holders.has(pointer) ? first : last;
    for (let line = first; line <= end; line++) if (!byLine.has(line)) byLine.set(line, pointer);
  }
  return byLine;
}

/** The leaves of a pod's text: their first and last line by pointer. */
export function leavesOf({ places }: PodText): ReadonlyMap<string, readonly [number, number]> {
  const holders = new Set([...places.keys()].map((pointer) => pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")))));
  return new Map([...places].filter(([pointer]) => pointer !== "" && !holders.has(pointer)));
}

/** Where the values of one pod are in another: lists are matched by what names their items. */
export function pointersIn(from: Value, to: Value): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (a: Value, b: Value, left: string, right: string) => {
    found.set(left, right);
    if (a instanceof Map && b instanceof Map) {
      for (const [key, value] of a) {
        const other = b.get(key);
        if (other !== undefined) walk(value, other, child(left, key), child(right, key));
      }
    } else if (Array.isArray(a) && Array.isArray(b)) {
      for (const { left: i, right: j } of align(steps(left).at(-1) ?? "", a, b)) {
        if (i !== undefined && j !== undefined) walk(a[i]!, b[j]!, child(left, i), child(right, j));
      }
    }
  };
  walk(from, to, "", "");
  return found;
}

/** One side of the difference: its text, and where its leaves are in the final and in the submitted pod. */
export interface WhySide {
  readonly pod: Value;
  readonly text: PodText;
  readonly byLine: ReadonlyMap<number, string>;
  readonly leaves: ReadonlyMap<string, readonly [number, number]>;
  readonly final: ReadonlyMap<string, string>;
  readonly submitted: ReadonlyMap<string, string>;
}

/** Prepares a side for questions; `pod` is the step's own. */
export function whySide(text: PodText, pod: Value, final: Value, submitted: Value | undefined): WhySide {
  return {
    pod,
    text,
    byLine: valuesByLine(text),
    leaves: leavesOf(text),
    final: pointersIn(pod, final),
    submitted: submitted === undefined ? new Map() : pointersIn(pod, submitted),
  };
}

/** The origin of a value of a side: of what it became, or of what took it away. */
export function originAt(known: Known, side: WhySide, pointer: string): Origin | undefined {
  const origin = known.origins[side.final.get(pointer) ?? "-"];
  return origin ?? known.removed[side.submitted.get(pointer) ?? "-"];
}

/** What the lines beneath a key come from, most first. */
export interface Share {
  readonly step: Origin["step"];
  readonly template?: string;
  readonly lines: number;
}

/** Sums up what is in a value. */
export function sharesOf(known: Known, side: WhySide, pointer: string): readonly Share[] {
  const shares = new Map<string, Share>();
  for (const [leaf, [first, last]] of side.leaves) {
    if (!leaf.startsWith(`${pointer}/`)) continue;
    const origin = originAt(known, side, leaf);
    if (!origin) continue;
    const { step, template } = origin;
    const name = `${step} ${template ?? ""}`;
    const lines = (shares.get(name)?.lines ?? 0) + last - first + 1;
    shares.set(name, { step, ...(template === undefined ? {} : { template }), lines });
  }
  return [...shares.values()].sort((a, b) => b.lines - a.lines);
}

/** Lines of both sides that light up. */
export interface Lit {
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** They were not written there: the line only decides about them. */
  readonly decides: boolean;
  /** Each of them once, in the order of reading: those of the right side, then what the left side alone has. */
  readonly places: readonly LitPlace[];
}

/** A line that lights up. */
export interface LitPlace {
  readonly side: "left" | "right";
  readonly line: number;
}

export const UNLIT: Lit = { left: [], right: [], decides: false, places: [] };

/** What the same line of what was pasted made. */
export function litBySpan(known: Known, sides: Sides, { source, line }: Span): Lit {
  if (line === undefined) return UNLIT;
  const made = known.index.onLine(source, line).filter(({ role }) => role === "at");
  return litOf(sides, made, false);
}

/** The two sides; one that is no pod is missing. */
export interface Sides {
  readonly left?: WhySide;
  readonly right?: WhySide;
}

/** What comes from where the caret is in an input; `text` is its line. */
export function litByCaret(
  known: Known,
  sides: Sides,
  sources: readonly Source[],
  caret: { readonly line: number; readonly column: number },
  text: string,
): Lit {
  const found = sources.flatMap((source) => {
    const places = placesAt(known.onLine(source, caret.line), caret.column, text);
    const written = known.index.onLine(source, caret.line).filter(({ role }) => role === "at" || role === "over");
    const template = source === "injector" ? written : [];
    return [...template, ...places.flatMap((place) => known.index.ofInput(source, place.pointer!))];
  });
  const made = found.filter(({ role }) => role === "at" || role === "data");
  if (made.length > 0) return litOf(sides, made, false);
  return litOf(sides, found, true);
}

/** The inputs at a column, of those that stand on its line: several do in JSON and in flow style. */
function placesAt(places: readonly Place[], column: number, text: string): readonly Place[] {
  const columns = new Set(places.map((place) => place.column));
  if (columns.size < 2) return places;
  const before = places.filter((place) => (place.column ?? 1) <= column && !ends(text, place.column ?? 1, column));
  const nearest = Math.max(...before.map((place) => place.column ?? 1));
  return before.filter((place) => (place.column ?? 1) === nearest);
}

/** Whether a value in flow style that begins at a column has ended before another one. */
function ends(text: string, from: number, to: number): boolean {
  let depth = 0;
  let quoted = false;
  for (const char of text.slice(from - 1, to - 1)) {
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === "{" || char === "[") depth++;
    else if (char === "}" || char === "]") depth--;
    else if (char === "," && depth === 0) return true;
    if (depth < 0) return true;
  }
  return false;
}

function litOf(
  { left, right }: Sides,
  affected: readonly { readonly pointer: string; readonly removed: boolean }[],
  decides: boolean,
): Lit {
  const kept = new Set(affected.filter(({ removed }) => !removed).map(({ pointer }) => pointer));
  const gone = new Set(affected.filter(({ removed }) => removed).map(({ pointer }) => pointer));
  const litLeaves = (side: WhySide | undefined) =>
    [...(side?.leaves ?? [])].filter(
      ([leaf]) => kept.has(side!.final.get(leaf) ?? "-") || gone.has(side!.submitted.get(leaf) ?? "-"),
    );
  const [before, after] = [litLeaves(left), litLeaves(right)];
  const became = new Set(after.map(([leaf]) => right!.final.get(leaf)));
  const alone = before.filter(([leaf]) => !became.has(left!.final.get(leaf) ?? "-"));
  const lines = linesOf(after);
  return {
    left: linesOf(before),
    right: lines,
    decides,
    places: [
      ...lines.map((line): LitPlace => ({ side: "right", line })),
      ...linesOf(alone).map((line): LitPlace => ({ side: "left", line })),
    ],
  };
}

/** The lines of leaves, from the top. */
function linesOf(leaves: readonly (readonly [string, readonly [number, number]])[]): number[] {
  return leaves
    .flatMap(([, [first, last]]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
    .sort((a, b) => a - b);
}

/** The lit place after (or before) another line, round in a circle. @returns undefined where none is lit. */
export function litAfter(
  places: readonly LitPlace[],
  from: LitPlace | undefined,
  direction: "next" | "previous",
): LitPlace | undefined {
  const order = ({ side, line }: LitPlace) => (side === "left" ? 1e9 : 0) + line;
  const here = from ? order(from) : direction === "next" ? -1 : Infinity;
  return direction === "next"
    ? (places.find((place) => order(place) > here) ?? places[0])
    : (places.findLast((place) => order(place) < here) ?? places.at(-1));
}
