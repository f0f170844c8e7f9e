import { GoError } from "../source/errors";
import type { Json, JsonMap } from "../go/json-value";
import { badArgument, noMergeKey } from "./errors";
import { plainText, type Numbers } from "./go-text";
import { equalScalars, hashKey, Positions } from "./scalars";
import { stableSort } from "./stable-sort";

/** The order of merged lists, and how elements are found by their keys: parts of k8s.io/apimachinery/pkg/util/strategicpatch. */

/** findMapInSliceBasedOnKeyValue: the position of the first element with that key, or -1. */
export function findByKey(list: readonly Json[], length: number, mergeKey: string, value: Json): number {
  for (let i = 0; i < length; i++) {
    const element = list[i]!;
    if (!(element instanceof Map)) throw new GoError(`value for key ${i} is not a map`);
    const own = element.get(mergeKey);
    if (own !== undefined && equalScalars(own, value)) return i;
  }
  return -1;
}

/** The elements that are in `by`, and the others. */
export function partition(
  list: readonly Json[],
  by: readonly Json[],
  mergeKey: string,
  numbers: Numbers,
): [inside: Json[], outside: Json[]] {
  const inside: Json[] = [];
  const outside: Json[] = [];
  if (mergeKey === "") {
    const keys = new Set(by.map(hashKey));
    for (const value of list) (keys.has(hashKey(value)) ? inside : outside).push(value);
    return [inside, outside];
  }
  const allMaps = by.every((element) => element instanceof Map);
  const positions = allMaps ? new Positions(by.map((element) => (element as JsonMap).get(mergeKey))) : undefined;
  for (const element of list) {
    if (!(element instanceof Map)) throw badArgument("map", element, numbers);
    const value = element.get(mergeKey);
    if (value === undefined) throw noMergeKey(element, mergeKey, numbers);
    const at = positions ? positions.of(value) : findByKey(by, by.length, mergeKey, value);
    (at >= 0 ? inside : outside).push(element);
  }
  return [inside, outside];
}

/** normalizeElementOrder: each part in its own order, then the two queues merged by the live list's order. */
export function inOrder(
  patchItems: Json[],
  serverItems: Json[],
  patchOrder: readonly Json[],
  serverOrder: readonly Json[],
  mergeKey: string,
  isMap: boolean,
  numbers: Numbers,
): Json[] {
  const patch = sortBy(patchItems, patchOrder, mergeKey, isMap, numbers);
  const server = sortBy(serverItems, serverOrder, mergeKey, isMap, numbers);
  if (server.length === 0) return patch;
  if (patch.length === 0) return server;
  const keyOf = keyReader(mergeKey, isMap);
  const positions = new Positions(serverOrder.map(keyOf));
  const placeOf = (element: Json): number => positions.of(keyOf(element));
  const left = server.map(placeOf);
  const right = patch.map(placeOf);
  const result: Json[] = [];
  let i = 0;
  let j = 0;
  while (i < server.length && j < patch.length) {
    if (left[i]! >= 0 && right[j]! >= 0 && left[i]! < right[j]!) result.push(server[i++]!);
    else result.push(patch[j++]!);
  }
  for (; j < patch.length; j++) result.push(patch[j]!);
  for (; i < server.length; i++) result.push(server[i]!);
  return result;
}

/** What Go compares of an element: a map's merge key (null where there is none), anything else itself. */
function keyReader(mergeKey: string, isMap: boolean): (element: Json) => Json {
  if (!isMap) return (element) => element;
  return (element) => (element instanceof Map ? (element.get(mergeKey) ?? null) : null);
}

/** normalizeSliceOrder: sorts by the positions in `order`, elements to delete last. */
function sortBy(list: Json[], order: readonly Json[], mergeKey: string, isMap: boolean, numbers: Numbers): Json[] {
  let deleted: Json[] = [];
  if (isMap) {
    checkMergeKeys(list, mergeKey, numbers);
    checkMergeKeys(order, mergeKey, numbers);
    if (list.some(isDeleted)) {
      deleted = list.filter(isDeleted);
      list = list.filter((element) => !isDeleted(element));
    }
  }
  if (list.length > 1) {
    const keyOf = keyReader(mergeKey, isMap);
    const positions = new Positions(order.map(keyOf));
    const places = list.map((element) => positions.of(keyOf(element)));
    if (!isAscending(places)) {
      const ranked = list.map((element, i) => ({ element, at: places[i]! }));
      stableSort(ranked, (a, b) => (a.at >= 0 && b.at >= 0 ? a.at < b.at : true));
      list = ranked.map(({ element }) => element);
    }
  }
  return deleted.length > 0 ? [...list, ...deleted] : list;
}

/** validateMergeKeyInLists */
function checkMergeKeys(list: readonly Json[], mergeKey: string, numbers: Numbers): void {
  for (const element of list) {
    if (!(element instanceof Map)) throw badArgument("map", element, numbers);
    if (!element.has(mergeKey)) throw noMergeKey(element, mergeKey, numbers);
  }
}

function isAscending(places: readonly number[]): boolean {
  for (let i = 0; i < places.length; i++) if (places[i]! < (i === 0 ? 0 : places[i - 1]!)) return false;
  return true;
}

const isDeleted = (element: Json): boolean => element instanceof Map && element.get("$patch") === "delete";

/** validatePatchWithSetOrderList: the patch's elements must come in the order that the directive tells. */
export function checkOrder(patch: Json[], order: Json[], mergeKey: string, numbers: Numbers): void {
  if (patch.length === 0 || order.length === 0) return;
  let items = patch;
  if (mergeKey !== "") {
    for (const element of patch) if (!(element instanceof Map)) throw badArgument("map", element, numbers);
    items = patch.filter((element) => !isDeleted(element));
  }
  let i = 0;
  let k = 0;
  while (i < items.length && k < order.length) {
    const item = items[i]!;
    if (item instanceof Map && item.has("$patch")) i++;
    else if (sameKey(item, order[k++]!, mergeKey, numbers)) i++;
  }
  if (i < items.length && k >= order.length) {
    const [list, wanted] = [plainText(patch, numbers), plainText(order, numbers)];
    throw new GoError(`The order in patch list:\n${list}\n doesn't match $setElementOrder list:\n${wanted}\n`);
  }
}

/** mergeKeyValueEqual */
function sameKey(left: Json, right: Json, mergeKey: string, numbers: Numbers): boolean {
  if (mergeKey === "") return equalScalars(left, right);
  const value = (element: Json): Json => {
    if (!(element instanceof Map)) throw badArgument("map", element, numbers);
    const key = element.get(mergeKey);
    if (key === undefined) throw noMergeKey(element, mergeKey, numbers);
    return key;
  };
  // Both must be maps before either's key is looked for.
  if (!(left instanceof Map) || !(right instanceof Map))
    throw badArgument("map", left instanceof Map ? right : left, numbers);
  return equalScalars(value(left), value(right));
}
