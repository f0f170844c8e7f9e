import { GoError } from "../source/errors";
import { JsonNumber, type Json, type JsonMap } from "../go/json-value";
import type { GoType } from "../go/types";
import { badArgument, badDirective } from "./errors";
import { goTypeName, type Numbers } from "./go-text";
import { mergeLists, orderList, type MergeContext } from "./merge-lists";
import { listMeta, structMeta } from "./patch-meta";
import { hashKey } from "./scalars";

/**
 * Kubernetes' strategic merge patch: k8s.io/apimachinery/pkg/util/strategicpatch, StrategicMergeMapPatchUsingLookupPatchMeta with
 * the struct's tags as the schema. Neither input is changed; what the patch does not touch is shared with the result.
 */
export interface StrategicMergeOptions {
  /** Whole numbers are int64, as StrategicMergePatch reads its texts; else every number is a float64. */
  readonly integers?: boolean;
}

const DIRECTIVE = "$patch";
const RETAIN_KEYS = "$retainKeys";
const SET_ORDER = "$setElementOrder";
const DELETE_FROM_LIST = "$deleteFromPrimitiveList";
const BAD_SET_ORDER = "invalid patch format of setElementOrder list";
const BAD_RETAIN_KEYS = "invalid patch format of retainKeys";
const BAD_PRIMITIVE_LIST = "invalid patch format of primitive list";

/**
 * The original with the patch merged over it; `type` is the struct that both are objects of. Throws GoError with the package's text,
 * GoPanic where Go panics (lists that begin with null, merge keys that are no scalars).
 */
export function strategicMerge(
  original: JsonMap,
  patch: JsonMap,
  type: GoType,
  options: StrategicMergeOptions = {},
): JsonMap {
  const numbers: Numbers = options.integers ? "integers" : "floats";
  const { patch: merged, holders } = prepared(patch, numbers);
  return mergeMaps(original, merged, type, contextOf(numbers, holders));
}

function contextOf(numbers: Numbers, special: ReadonlySet<Json>): MergeContext {
  const context: MergeContext = {
    numbers,
    special,
    mergeMaps: (original, patch, type) => mergeMaps(original, patch, type, context),
    withoutDirectives: (list) => mapped(list, withoutDirectives),
  };
  return context;
}

/** What there is in a patch that needs more than being taken as it is. */
interface Special {
  /** Whether there is a JsonNumber anywhere. */
  readonly numbers: boolean;
  /** The maps and lists with a null, or a key that could be a directive, anywhere in them. */
  readonly holders: ReadonlySet<Json>;
}

interface Prepared {
  readonly patch: JsonMap;
  readonly holders: ReadonlySet<Json>;
}

/**
 * The last patch, as it is merged: a template's is merged over the template pod and then over the merged pod. Only the last: what a
 * WeakMap knows outlives all quick collections of garbage.
 */
let last: { readonly patch: JsonMap; readonly numbers: Numbers; readonly prepared: Prepared } | undefined;

/** Makes numbers float64 where they are to be, and looks for what is special. O(size of the patch). */
function prepared(patch: JsonMap, numbers: Numbers): Prepared {
  if (last?.patch !== patch || last.numbers !== numbers) {
    let special = specialIn(patch);
    let merged = patch;
    if (numbers === "floats" && special.numbers) special = specialIn((merged = asFloats(patch) as JsonMap));
    last = { patch, numbers, prepared: { patch: merged, holders: special.holders } };
  }
  return last.prepared;
}

function specialIn(patch: JsonMap): Special {
  const found = { numbers: false, holders: new Set<Json>() };
  holdsSpecial(patch, found);
  return found;
}

/** Whether a value is, or holds, something of the kind of `holders`; adds to what was found. */
function holdsSpecial(value: Json, found: { numbers: boolean; readonly holders: Set<Json> }): boolean {
  if (typeof value !== "object") return false;
  if (value === null) return true;
  if (value instanceof JsonNumber) {
    found.numbers = true;
    return false;
  }
  let holds = false;
  // Neither takes an iterator: every patch is gone through, and nearly none holds anything.
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (holdsSpecial(value[i]!, found)) holds = true;
  } else {
    value.forEach((member, key) => {
      if (holdsSpecial(member, found) || key.charCodeAt(0) === 0x24) holds = true;
    });
  }
  if (holds) found.holders.add(value);
  return holds;
}

/** The value with every JsonNumber as float64. */
function asFloats(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  if (value instanceof JsonNumber) {
    const float = Number(value.text);
    if (!Number.isFinite(float)) throw new GoError("invalid JSON document");
    return float;
  }
  if (Array.isArray(value)) return value.map(asFloats);
  const copy: JsonMap = new Map();
  for (const [key, member] of value) copy.set(key, asFloats(member));
  return copy;
}

/** mergeMap. */
function mergeMaps(original: JsonMap, patch: JsonMap, type: GoType, context: MergeContext): JsonMap {
  const directive = patch.get(DIRECTIVE);
  if (directive !== undefined) return applyDirective(directive, patch, context.numbers);
  const result: JsonMap = new Map(original);
  let rest = patch;
  if (context.special.has(patch) && hasDirectives(patch)) {
    rest = new Map(patch);
    retainKeys(result, rest);
    setOrders(result, rest, type, context);
  }
  for (const [key, value] of rest) mergeMember(result, key, value, type, context);
  return result;
}

function hasDirectives(patch: JsonMap): boolean {
  for (const key of patch.keys()) if (key.charCodeAt(0) === 0x24) return true;
  return false;
}

/** `$patch` of a map: replace takes the rest of the patch as it is, delete leaves nothing. */
function applyDirective(directive: Json, patch: JsonMap, numbers: Numbers): JsonMap {
  if (directive === "replace") {
    const rest = new Map(patch);
    rest.delete(DIRECTIVE);
    return rest;
  }
  if (directive === "delete") return new Map();
  throw badDirective(directive, patch, numbers);
}

function mergeMember(result: JsonMap, patchKey: string, value: Json, type: GoType, context: MergeContext): void {
  const { numbers } = context;
  const isDeletion = patchKey.startsWith(DELETE_FROM_LIST);
  const key = isDeletion ? listKey(patchKey, DELETE_FROM_LIST, BAD_PRIMITIVE_LIST) || patchKey : patchKey;
  if (value === null) {
    result.delete(key);
    return;
  }
  const before = result.get(key);
  const kind = before === undefined || before === null ? "" : goTypeName(before, numbers);
  if (kind === "" || kind !== goTypeName(value, numbers)) {
    if (!isDeletion) take(result, key, value, context);
    return;
  }
  if (value instanceof Map) {
    const meta = structMeta(type, key);
    result.set(key, meta.strategy === "replace" ? value : mergeMaps(before as JsonMap, value, meta.type, context));
  } else if (Array.isArray(value)) {
    const meta = listMeta(type, key);
    const merges = meta.strategy === "merge" || isDeletion;
    result.set(key, merges ? mergeLists([...(before as Json[])], value, meta, isDeletion, context) : value);
  } else result.set(key, value);
}

/** Takes what the original has not, without nulls and directives. */
function take(result: JsonMap, key: string, value: Json, { special }: MergeContext): void {
  const kept = special.has(value) ? withoutDirectives(withoutNulls(value)) : value;
  if (kept === undefined) result.delete(key);
  else result.set(key, kept);
}

/** discardNullValuesFromPatch: members that are null go, at any depth; null elements of lists stay. */
function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return mapped(value, withoutNulls);
  if (!(value instanceof Map)) return value;
  let copy: JsonMap | undefined;
  for (const [key, member] of value) {
    if (member === null) (copy ??= new Map(value)).delete(key);
    else {
      const clean = withoutNulls(member);
      if (clean !== member) (copy ??= new Map(value)).set(key, clean);
    }
  }
  return copy ?? value;
}

/** removeDirectives: maps with `$patch` go, wherever they are; undefined if the value itself does. */
function withoutDirectives(value: Json): Json | undefined {
  if (Array.isArray(value)) return mapped(value, withoutDirectives);
  if (!(value instanceof Map)) return value;
  if (value.has(DIRECTIVE)) return undefined;
  let copy: JsonMap | undefined;
  for (const [key, member] of value) {
    const clean = withoutDirectives(member);
    if (clean === undefined) (copy ??= new Map(value)).delete(key);
    else if (clean !== member) (copy ??= new Map(value)).set(key, clean);
  }
  return copy ?? value;
}

/** The list with each element changed, and left out where that gives undefined; the same list if nothing changes. */
function mapped(list: Json[], change: (element: Json) => Json | undefined): Json[] {
  const changed = list.map(change);
  if (changed.every((element, i) => element === list[i])) return list;
  return changed.filter((element) => element !== undefined);
}

/** extractKey: the field that a key such as `$setElementOrder/containers` is about. */
function listKey(key: string, prefix: string, error: string): string {
  const slash = key.indexOf("/");
  if (slash < 0 || key.slice(0, slash) !== prefix) throw new GoError(error);
  return key.slice(slash + 1);
}

/** applyRetainKeysDirective: all keys that the directive does not list go, and the patch may have no others. */
function retainKeys(result: JsonMap, patch: JsonMap): void {
  const list = patch.get(RETAIN_KEYS);
  if (list === undefined) return;
  patch.delete(RETAIN_KEYS);
  if (!Array.isArray(list)) throw new GoError(BAD_RETAIN_KEYS);
  const keys = new Set(list.map(hashKey));
  for (const [key, value] of patch) {
    if (value === null || key.startsWith(DELETE_FROM_LIST) || key.startsWith(SET_ORDER)) continue;
    if (!keys.has(key)) throw new GoError(BAD_RETAIN_KEYS);
  }
  for (const key of [...result.keys()]) if (!keys.has(key)) result.delete(key);
}

/** mergePatchIntoOriginal: merges the lists that have a `$setElementOrder` and takes them out of the patch. */
function setOrders(result: JsonMap, patch: JsonMap, type: GoType, context: MergeContext): void {
  for (const [key, order] of [...patch]) {
    if (!key.startsWith(SET_ORDER)) continue;
    patch.delete(key);
    if (!Array.isArray(order)) throw badArgument("list", order, context.numbers);
    const field = listKey(key, SET_ORDER, BAD_SET_ORDER);
    const before = result.get(field);
    const after = patch.get(field);
    if (before !== undefined && !Array.isArray(before)) throw badArgument("list", before, context.numbers);
    if (after !== undefined && !Array.isArray(after)) throw badArgument("list", after, context.numbers);
    const merged = orderList(before, after, order, listMeta(type, field), context);
    if (!merged) continue;
    result.set(field, merged);
    patch.delete(field);
  }
}
