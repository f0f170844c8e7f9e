import { GoError, GoPanic } from "../source/errors";
import type { Json, JsonMap } from "../go/json-value";
import type { GoType } from "../go/types";
import { badDirective, noMergeKey } from "./errors";
import { goTypeName, plainText, type Numbers } from "./go-text";
import { checkOrder, findByKey, inOrder, partition } from "./list-order";
import type { PatchMeta } from "./patch-meta";
import { equalScalars, hashKey, Positions } from "./scalars";

/** How lists merge: mergeSlice and what it calls in k8s.io/apimachinery/pkg/util/strategicpatch. */

/** What the merge of lists needs from the merge of maps. */
export interface MergeContext {
  readonly numbers: Numbers;
  /** The maps and lists of the patch with a null, or a key that could be a directive, anywhere in them. */
  readonly special: ReadonlySet<Json>;
  mergeMaps(original: JsonMap, patch: JsonMap, type: GoType): JsonMap;
  withoutDirectives(list: Json[]): Json[];
}

/**
 * mergeSlice: keyed elements merge with those of the same key, scalars are joined without repeats, or taken away if the patch is a
 * list of deletions. `original` is used up: like Go's slices it is worked on in place.
 */
export function mergeLists(
  original: Json[],
  patch: Json[],
  meta: PatchMeta,
  isDeletion: boolean,
  context: MergeContext,
): Json[] {
  if (original.length === 0 && patch.length === 0) return original;
  const { mergeKey } = meta;
  const isMap = elementType([original, patch], context.numbers) === "map[string]interface {}";
  let live = original;
  let merged: Json[];
  if (!isMap) {
    if (isDeletion) {
      const gone = new Set(patch.map(hashKey));
      return original.filter((value) => !gone.has(hashKey(value)));
    }
    merged = joinScalars(original, patch);
  } else {
    if (mergeKey === "") throw new GoError(`cannot merge lists without merge key for ${meta.type.kind}`);
    const split = applySpecialElements(original, patch, mergeKey, context.numbers);
    live = split.live;
    patch = split.patch;
    merged = mergeElements(original, live, patch, meta, context);
  }
  const [inPatch, others] = partition(merged, patch, mergeKey, context.numbers);
  return inOrder(inPatch, others, patch, live, mergeKey, isMap, context.numbers);
}

/** sliceElementType: the one type that all elements have. */
function elementType(lists: readonly Json[][], numbers: Numbers): string {
  let type = "";
  for (const list of lists) {
    for (const value of list) {
      const own = goTypeName(value, numbers);
      if (type === "") {
        if (own === "") throw new GoPanic("runtime error: invalid memory address or nil pointer dereference");
        if (own === "[]interface {}") throw new GoError("lists of lists are not supported");
        type = own;
      } else if (own !== type) {
        throw new GoError(`list element types are not identical: ${plainText([...lists], numbers)}`);
      }
    }
  }
  if (type === "") throw new GoError("no elements in any of the given slices");
  return type;
}

/**
 * Joins two lists and drops repeats by moving the last element into the gap. Where Go's slice has room for the patch it does that
 * inside of the original, so that the original's own repeats change the order that is kept later.
 */
function joinScalars(original: Json[], patch: readonly Json[]): Json[] {
  const joined = [...original, ...patch];
  let last = joined.length - 1;
  for (let i = 0; i < last; i++) {
    for (let j = i + 1; j <= last; j++) {
      if (!equalScalars(joined[i]!, joined[j]!)) continue;
      joined[j] = joined[last]!;
      last--;
      j--;
    }
  }
  if (capacity(original.length) >= original.length + patch.length) {
    for (let i = 0; i < original.length; i++) original[i] = joined[i]!;
  }
  joined.length = last + 1;
  return joined;
}

/** The capacity of a Go slice that grew to that length one element at a time. */
function capacity(length: number): number {
  let size = length === 0 ? 0 : 1;
  while (size < length) size *= 2;
  return size;
}

/** The elements with `$patch` take effect on the original's elements, and leave the patch. */
function applySpecialElements(
  original: Json[],
  patch: Json[],
  mergeKey: string,
  numbers: Numbers,
): { live: Json[]; patch: Json[] } {
  const plain: Json[] = [];
  let replace = false;
  let length = original.length;
  for (const element of patch as JsonMap[]) {
    const directive = element.get("$patch");
    if (directive === undefined) plain.push(element);
    else if (directive === "delete") {
      const value = element.get(mergeKey);
      if (value === undefined) throw noMergeKey(element, mergeKey, numbers);
      length = removeMatching(original, length, mergeKey, value);
    } else if (directive === "replace") replace = true;
    else if (directive === "merge") throw new GoError("merging lists cannot yet be specified in the patch");
    else throw badDirective(directive, element, numbers);
  }
  if (replace) return { live: plain, patch: [] };
  return { live: length === original.length ? original : original.slice(0, length), patch: plain };
}

/** Removes the elements with that key by moving up those behind them; what is beyond the new length stays as it is. */
function removeMatching(list: Json[], length: number, mergeKey: string, value: Json): number {
  for (let at = findByKey(list, length, mergeKey, value); at >= 0; at = findByKey(list, length, mergeKey, value)) {
    list.copyWithin(at, at + 1, length);
    length--;
  }
  return length;
}

/** mergeSliceWithoutSpecialElements. New elements first fill the places that deletions left behind in `original`. */
function mergeElements(
  original: Json[],
  live: readonly Json[],
  patch: readonly Json[],
  meta: PatchMeta,
  context: MergeContext,
): Json[] {
  const merged = [...live];
  const { mergeKey } = meta;
  const positions = new Positions(merged.map((element) => (element as JsonMap).get(mergeKey)));
  for (const element of patch as readonly JsonMap[]) {
    const value = element.get(mergeKey);
    if (value === undefined) throw noMergeKey(element, mergeKey, context.numbers);
    const at = positions.of(value);
    if (at >= 0) merged[at] = context.mergeMaps(merged[at] as JsonMap, element, meta.type);
    else {
      if (merged.length < original.length) original[merged.length] = element;
      merged.push(element);
      positions.add(value);
    }
  }
  return merged;
}

/**
 * The part of mergePatchIntoOriginal that is about one list with a `$setElementOrder`: merges and orders it; undefined if neither side
 * has the list.
 */
export function orderList(
  before: Json[] | undefined,
  after: Json[] | undefined,
  order: Json[],
  meta: PatchMeta,
  context: MergeContext,
): Json[] | undefined {
  const { mergeKey } = meta;
  const { numbers } = context;
  checkOrder(after ?? [], order, mergeKey, numbers);
  const original = [...(before ?? [])];
  let merged: Json[];
  if (before && after) merged = meta.strategy === "merge" ? mergeLists(original, after, meta, false, context) : after;
  else if (before) merged = original;
  else if (after) merged = context.withoutDirectives(after);
  else return undefined;
  const [inPatch, others] = partition(merged, order, mergeKey, numbers);
  const isMap = elementType([original, after ?? []], numbers) === "map[string]interface {}";
  return inOrder(inPatch, others, order, original, mergeKey, isMap, numbers);
}
