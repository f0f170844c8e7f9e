/**
 * What differs between two pods, leaf by leaf. Elements of lists are the same element by their merge key where their type has one, and
 * otherwise by their value, wherever they stand: a leaf that merely moved has not changed.
 */
import type { Json, JsonMap } from "../lib/go/json-value";
import type { GoType } from "../lib/go/types";
import { escapeToken } from "../lib/patch/json-patch";
import { structMeta, type PatchMeta } from "../lib/patch/patch-meta";
import { canonical } from "./cases";

/** Leaves of the first pod that cannot be told apart (equal arguments of one list), of which so many changed or disappeared. */
export interface Change {
  readonly pointers: readonly string[];
  readonly count: number;
  readonly before: Json;
  /** What stands there now, where one can say. */
  readonly after: Json | undefined;
}

/** The JSON pointers of the leaves: scalars, and empty maps and lists. */
export function leavesOf(json: Json, pointer = ""): string[] {
  if (json instanceof Map && json.size > 0) {
    return [...json].flatMap(([key, value]) => leavesOf(value, `${pointer}/${escapeToken(key)}`));
  }
  if (Array.isArray(json) && json.length > 0) return json.flatMap((value, i) => leavesOf(value, `${pointer}/${i}`));
  return [pointer];
}

/** The leaves of `before` that are not the same in `after`. */
export function changesOf(before: Json, after: Json | undefined, type: GoType): Change[] {
  const found: Change[] = [];
  compare(before, after, { type, strategy: "", mergeKey: "" }, "", found);
  return found;
}

/** Whether the value at a path is what an element of a list is known by. */
export function isMergeKey(path: readonly string[], type: GoType): boolean {
  let meta: PatchMeta | undefined = { type, strategy: "", mergeKey: "" };
  let mergeKey = "";
  for (const key of path.slice(0, -1)) {
    const of: GoType | undefined = meta?.type.kind === "ptr" ? meta.type.elem : meta?.type;
    mergeKey = of?.kind === "slice" ? (meta?.mergeKey ?? "") : "";
    meta = of?.kind === "slice" ? { type: of.elem!, strategy: "", mergeKey: "" } : memberMeta(of, key);
  }
  return mergeKey !== "" && path.at(-1) === mergeKey;
}

/** `meta`: of the value, as the struct that holds it declares it; undefined below what has no known type. */
function compare(
  before: Json,
  after: Json | undefined,
  meta: PatchMeta | undefined,
  pointer: string,
  found: Change[],
): void {
  if (before instanceof Map && before.size > 0) {
    const other = after instanceof Map ? after : undefined;
    for (const [key, value] of before) {
      compare(value, other?.get(key), memberMeta(meta?.type, key), `${pointer}/${escapeToken(key)}`, found);
    }
  } else if (Array.isArray(before) && before.length > 0) {
    compareLists(before, Array.isArray(after) ? after : [], meta, pointer, found);
  } else if (canonical(before) !== canonical(after)) {
    found.push({ pointers: [pointer], count: 1, before, after });
  }
}

/** What is known of a member of a struct or map. */
function memberMeta(type: GoType | undefined, key: string): PatchMeta | undefined {
  const of = type?.kind === "ptr" ? type.elem : type;
  if (of?.kind === "map") return { type: of.elem!, strategy: "", mergeKey: "" };
  if (of?.kind !== "struct") return undefined;
  try {
    return structMeta(of, key);
  } catch {
    return undefined;
  }
}

function compareLists(
  before: readonly Json[],
  after: readonly Json[],
  meta: PatchMeta | undefined,
  pointer: string,
  found: Change[],
): void {
  const list = meta?.type.kind === "ptr" ? meta.type.elem : meta?.type;
  const element = list?.elem && { type: list.elem, strategy: "", mergeKey: "" };
  const partners = partnersOf(before, after, meta?.mergeKey);
  const gone = new Map<string, { pointers: string[]; count: number; before: Json; after: undefined }>();
  for (const [i, value] of before.entries()) {
    const other = after[partners[i]!];
    if (!isLeaf(value)) {
      compare(value, other, element, `${pointer}/${i}`, found);
      continue;
    }
    const text = canonical(value);
    const group = gone.get(text) ?? { pointers: [], count: 0, before: value, after: undefined };
    gone.set(text, group);
    group.pointers.push(`${pointer}/${i}`);
    if (other === undefined) group.count++;
  }
  for (const group of gone.values()) if (group.count > 0) found.push(group);
}

/**
 * For each element the index of the one that it is now, or -1: one that is equal, else one with its merge key, else (of maps and lists
 * without a merge key) the one that stands in its place or the next that is left.
 */
function partnersOf(before: readonly Json[], after: readonly Json[], mergeKey: string | undefined): number[] {
  const left = new Set(after.keys());
  const partners = before.map(() => -1);
  const match = (find: (value: Json, index: number) => number | undefined) => {
    for (const [i, value] of before.entries()) {
      if (partners[i] !== -1) continue;
      const found = find(value, i);
      if (found === undefined) continue;
      partners[i] = found;
      left.delete(found);
    }
  };
  const texts = after.map(canonical);
  const keys = after.map((value) => keyOf(value, mergeKey));
  match((value) => {
    const text = canonical(value);
    return [...left].find((j) => texts[j] === text);
  });
  match((value) => {
    const key = keyOf(value, mergeKey);
    return key === undefined ? undefined : [...left].find((j) => keys[j] === key);
  });
  match((value, i) => {
    if (isLeaf(value) || keyOf(value, mergeKey) !== undefined) return undefined;
    return left.has(i) ? i : [...left].find((j) => keys[j] === undefined && !isLeaf(after[j]!));
  });
  return partners;
}

function keyOf(value: Json, mergeKey: string | undefined): string | undefined {
  if (!mergeKey || !(value instanceof Map)) return undefined;
  const key = (value as JsonMap).get(mergeKey);
  // Go prints a key that nobody gave as an empty one.
  return key === undefined || key === null || key === "" ? undefined : canonical(key);
}

function isLeaf(value: Json): boolean {
  return Array.isArray(value) ? value.length === 0 : !(value instanceof Map) || value.size === 0;
}
