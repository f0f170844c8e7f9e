import type { Origin, Origins, Place, Source, Span } from "../index";
import { steps } from "./value";

/** What a place has to do with a leaf: it is where the leaf was written, its value was made of it, or it decided. The first counts most. */
export type Role = "at" | "data" | "control" | "over";

/** A leaf that comes from what was asked for. */
export interface Affected {
  /** The leaf: in the final pod, or in the submitted one if it was removed. */
  readonly pointer: string;
  readonly removed: boolean;
  readonly role: Role;
}

/** What comes from what, the other way round. */
export interface OriginIndex {
  /** The leaves that come from a line of what was pasted, in the pod's order. */
  onLine(source: Source, line: number): readonly Affected[];
  /**
   * The leaves that come from an input, in the pod's order: from it, from something in it, or from a map or list that it is in, where that
   * was read as a whole.
   */
  ofInput(source: Source, pointer: string): readonly Affected[];
}

/** What is known at one place: which leaves, by their number, and how. */
type Marks = Map<number, Role>;

/** A place of a source's text and what is in it. */
interface Branch {
  readonly marks: Marks;
  readonly members: Map<string, Branch>;
}

const ROLES: readonly Role[] = ["at", "data", "control", "over"];

/** Builds the index of an object's origins, O(size of the origins). Asking costs what there is to answer. */
export function originIndex(origins: Origins, removed: Origins = {}): OriginIndex {
  const leaves: Omit<Affected, "role">[] = [];
  const lines = new Map<string, Marks>();
  const inputs = new Map<Source, Branch>();

  const onLines = (span: Span, leaf: number, role: Role) => {
    if (span.line === undefined) return;
    for (let line = span.line; line <= (span.endLine ?? span.line); line++) {
      const name = lineName(span.source, line);
      mark(entry(lines, name, newMarks), leaf, role);
    }
  };
  // Many leaves name the very same places.
  const known = new Map<Place, readonly Marks[]>();
  const marksAt = (place: Place): readonly Marks[] => {
    const marks = place.line === undefined ? [] : [entry(lines, lineName(place.source, place.line), newMarks)];
    if (place.pointer === undefined) return marks;
    let branch = entry(inputs, place.source, newBranch);
    for (const step of steps(place.pointer)) branch = entry(branch.members, step, newBranch);
    return [...marks, branch.marks];
  };
  const ofPlace = (place: Place, leaf: number, role: Role) => {
    for (const marks of entry(known, place, () => marksAt(place))) mark(marks, leaf, role);
  };
  const add = (origin: Origin, leaf: number, replaced: boolean) => {
    const as = (role: Role) => (replaced ? "over" : role);
    if (origin.at) onLines(origin.at, leaf, as("at"));
    for (const place of origin.data) ofPlace(place, leaf, as("data"));
    for (const place of origin.control) ofPlace(place, leaf, as("control"));
    if (origin.over) add(origin.over, leaf, true);
  };
  for (const [all, isRemoved] of [[origins, false] as const, [removed, true] as const]) {
    for (const [pointer, origin] of Object.entries(all)) {
      add(origin, leaves.push({ pointer, removed: isRemoved }) - 1, false);
    }
  }

  const answer = (marks: Marks): Affected[] =>
    [...marks].sort(([a], [b]) => a - b).map(([leaf, role]) => ({ ...leaves[leaf]!, role }));
  return {
    onLine: (source, line) => answer(lines.get(lineName(source, line)) ?? newMarks()),
    ofInput: (source, pointer) => answer(marksOf(inputs.get(source), steps(pointer))),
  };
}

function lineName(source: Source, line: number): string {
  return `${source} ${line}`;
}

const newMarks = (): Marks => new Map();
const newBranch = (): Branch => ({ marks: newMarks(), members: new Map() });

/** The entry of a map, made where there is none yet. */
function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

function mark(marks: Marks, leaf: number, role: Role): void {
  const known = marks.get(leaf);
  if (known === undefined || ROLES.indexOf(role) < ROLES.indexOf(known)) marks.set(leaf, role);
}

/** Everything on the way to a place, at it, and in it. */
function marksOf(root: Branch | undefined, path: readonly string[]): Marks {
  const found = newMarks();
  const take = ({ marks }: Branch) => {
    for (const [leaf, role] of marks) mark(found, leaf, role);
  };
  let branch = root;
  for (const step of path) {
    if (!branch) return found;
    take(branch);
    branch = branch.members.get(step);
  }
  const open = branch ? [branch] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    take(next);
    open.push(...next.members.values());
  }
  return found;
}
