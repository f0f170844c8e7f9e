import { stringifyJson } from "../../go/json";
import { JsonNumber, type Json, type JsonMap } from "../../go/json-value";
import { InputSet, join, joinAll, type Inputs } from "../../provenance/inputs";
import type { Bench } from "./bench";
import { at, inputsAt, listIn, mapIn } from "./found";
import { elementTyping, memberTyping, type Typing } from "./shape-tree";
import { ListTree, type MapTree, type Origin } from "./tree";
import { asMap, decide, elementKey, originOf, positionOf } from "./trees";

const UNKNOWN: Origin = { step: "api", data: undefined, control: undefined };

/**
 * A Pod is patched as it was pasted, while elements of its lists that change their place are written anew as Go prints them: `1000m`
 * becomes `1`, `resources: {}` shows. So what decides about the order of a list decides about whatever in it Go prints otherwise.
 * `printed`: the pod as Go printed it when it was received; `pasted`: as it was.
 * O(size of the pod), for each way in which elements of its lists differ.
 */
export function rawForms(bench: Bench, printed: Json, pasted: Json): void {
  if (printed instanceof Map && pasted instanceof Map) {
    const root: Typing = { type: bench.injection.podType, mergeKey: "" };
    // Offline all of it is written anew, if it is injected at all.
    const path = InputSet.of(bench.sources.options.member("path"));
    inMap(bench, bench.root, printed, pasted, root, join(path, bench.everything));
    const spec = printed.get("spec");
    for (const name of ["containers", "initContainers"])
      added(bench, name, spec instanceof Map ? spec.get(name) : null);
  }
}

function inMap(bench: Bench, map: MapTree, printed: JsonMap, pasted: JsonMap, { type }: Typing, order: Inputs): void {
  for (const key of new Set([...printed.keys(), ...pasted.keys()])) {
    const [a, b] = [printed.get(key), pasted.get(key)];
    if (a !== undefined && b !== undefined && isEqual(a, b)) {
      // Not every release keeps all digits on the way.
      if (isLong(a)) map.addAbsent(key, join(order, bench.sources.release));
      continue;
    }
    const typing = memberTyping(type, key);
    if (a instanceof Map && b instanceof Map) inMap(bench, mapIn(map, key, UNKNOWN), a, b, typing, order);
    else if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
      const keys = a.map((element) => elementKey(element, typing.mergeKey));
      const list = listIn(map, key, keys, typing.mergeKey, UNKNOWN);
      inList(bench, list, a, b, typing, join(order, orderOf(bench, key, list)));
    } else map.addAbsent(key, order);
  }
}

function inList(
  bench: Bench,
  list: ListTree,
  printed: readonly Json[],
  pasted: readonly Json[],
  typing: Typing,
  order: Inputs,
): void {
  const met = new Set<string>();
  for (const [index, element] of printed.entries()) {
    const other = pasted[index];
    if (other === undefined || isEqual(element, other)) continue;
    if (!(element instanceof Map) || !(other instanceof Map)) {
      const position = positionOf(list.items, printed, index, typing.mergeKey);
      const item = list.items[position];
      if (item) list.items[position] = { key: item.key, tree: decide(item.tree, order) };
      continue;
    }
    const places = differingPlaces(element, other);
    if (met.has(places)) continue;
    met.add(places);
    // What is patched is what stands at its place, so its form can stay for any other that comes there.
    for (const [at, { key, tree }] of list.items.entries()) {
      const map = asMap(tree);
      list.items[at] = { key, tree: map };
      inMap(bench, map, element, other, elementTyping(typing), order);
    }
  }
}

/** Where two differ, as a text: the same for any two that differ in the same places. O(size). */
function differingPlaces(printed: JsonMap, pasted: JsonMap): string {
  let places = "";
  for (const key of new Set([...printed.keys(), ...pasted.keys()])) {
    const [a, b] = [printed.get(key), pasted.get(key)];
    if (a !== undefined && b !== undefined && isEqual(a, b) && !isLong(a)) continue;
    places += JSON.stringify(key);
    if (a instanceof Map && b instanceof Map) places += `{${differingPlaces(a, b)}}`;
    else if (Array.isArray(a) && Array.isArray(b)) places += `${stringifyJson(a)}${stringifyJson(b)}`;
    else if (a !== undefined && b !== undefined) places += isEqual(a, b) ? "=" : "!";
  }
  return places;
}

/** Whether two say the same, with nothing in them that may be kept in fewer digits. O(size). */
function isEqual(a: Json, b: Json): boolean {
  if (a instanceof Map) {
    if (!(b instanceof Map) || a.size !== b.size) return false;
    for (const [key, member] of a) {
      const other = b.get(key);
      if (other === undefined || isLong(member) || !isEqual(member, other)) return false;
    }
    return true;
  }
  if (Array.isArray(a)) {
    const equal = (element: Json, i: number) => !isLong(element) && isEqual(element, (b as readonly Json[])[i]!);
    return Array.isArray(b) && a.length === b.length && a.every(equal);
  }
  return a === b || (a instanceof JsonNumber && stringifyJson(a) === stringifyJson(b));
}

/** A number with so many digits that it may not fit a float64. */
const LONG = /\d{16}/;

function isLong(json: Json): boolean {
  return json instanceof JsonNumber && LONG.test(json.text);
}

/** What a container that was added shows besides what the template has depends on what had stood in its place. */
function added(bench: Bench, name: string, printed: Json | undefined): void {
  const spec = mapIn(bench.root, "spec", UNKNOWN);
  // Go prints a list that is null as it is, or as an empty one once it has looked into it.
  if (printed === null) spec.addAbsent(name, bench.everything);
  const tree = spec.member(name);
  if (!(tree instanceof ListTree)) return;
  const order = orderOf(bench, name, tree);
  for (const [index, { key, tree: element }] of tree.items.entries()) {
    const map = asMap(element);
    map.addAbsent("resources", order);
    tree.items[index] = { key, tree: map };
  }
}

/** What decides about the order of a list's elements: all that are there, were, or could be. */
function orderOf({ sources, everything }: Bench, name: string, list: ListTree): Inputs {
  if (sources.offline) return undefined;
  const elements = list.items.map(({ tree }) => join(tree.control, inputsAt(at(tree, "name"))));
  const absent = list.absent.map(({ control }) => control);
  const gone = list.removed.flatMap(({ origin: { data, control, over } }) => [
    data,
    control,
    over?.data,
    over?.control,
  ]);
  const all = joinAll([...elements, ...absent, ...gone, list.control, originOf(list).data, everything]);
  if (name !== "containers" && name !== "initContainers") return all;
  const annotations = sources.pod.member("metadata").member("annotations");
  return joinAll([
    all,
    annotations.member("proxy.istio.io/config").inputs,
    sources.mesh.member("defaultConfig").member("holdApplicationUntilProxyStarts").inputs,
    sources.values.member("global").member("proxy").member("holdApplicationUntilProxyStarts").inputs,
  ]);
}
