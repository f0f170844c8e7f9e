import { stringifyJson } from "../../go/json";
import type { Json, JsonMap } from "../../go/json-value";
import { InputSet, join, joinAll, type Inputs } from "../../provenance/inputs";
import type { Bench } from "./bench";
import { at, inputsAt, listIn, mapIn } from "./found";
import { elementTyping, memberTyping, type Typing } from "./shape-tree";
import type { ListTree, MapTree, Origin } from "./tree";
import { asMap, decide, elementKey, originOf } from "./trees";

const UNKNOWN: Origin = { step: "api", data: undefined, control: undefined };

/**
 * A Pod is patched as it was pasted, while elements of its lists that change their place are written anew as Go prints them: `1000m`
 * becomes `1`, `resources: {}` shows. So what decides about the order of a list decides about whatever in it Go prints otherwise.
 * `printed`: the pod as Go printed it when it was received; `pasted`: as it was. O(size of the pod).
 */
export function rawForms(bench: Bench, printed: Json, pasted: Json): void {
  if (printed instanceof Map && pasted instanceof Map) {
    const root: Typing = { type: bench.injection.podType, mergeKey: "" };
    // Offline all of it is written anew.
    const path = InputSet.of(bench.sources.options.member("path"));
    inMap(bench, bench.root, printed, pasted, root, path);
  }
}

function inMap(bench: Bench, map: MapTree, printed: JsonMap, pasted: JsonMap, { type }: Typing, order: Inputs): void {
  for (const key of new Set([...printed.keys(), ...pasted.keys()])) {
    const [a, b] = [printed.get(key), pasted.get(key)];
    if (a !== undefined && b !== undefined && isEqual(a, b)) continue;
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
  for (const [index, element] of printed.entries()) {
    const other = pasted[index];
    if (other === undefined || isEqual(element, other)) continue;
    const key = elementKey(element, typing.mergeKey);
    const position = key === undefined ? index : list.items.findIndex((item) => item.key === key);
    const item = list.items[position];
    if (!item) continue;
    if (!(element instanceof Map) || !(other instanceof Map)) {
      list.items[position] = { key, tree: decide(item.tree, order) };
      continue;
    }
    const map = asMap(item.tree);
    list.items[position] = { key, tree: map };
    inMap(bench, map, element, other, elementTyping(typing), order);
  }
}

function isEqual(a: Json, b: Json): boolean {
  return a === b || stringifyJson(a) === stringifyJson(b);
}

/** What decides about the order of a list's elements: all that are there, or could be. */
function orderOf({ sources, everything }: Bench, name: string, list: ListTree): Inputs {
  if (sources.offline) return undefined;
  const elements = list.items.map(({ tree }) => join(tree.control, inputsAt(at(tree, "name"))));
  const absent = list.absent.map(({ control }) => control);
  const all = joinAll([...elements, ...absent, list.control, originOf(list).data, everything]);
  if (name !== "containers" && name !== "initContainers") return all;
  const annotations = sources.pod.member("metadata").member("annotations");
  return joinAll([
    all,
    annotations.member("proxy.istio.io/config").inputs,
    sources.mesh.member("defaultConfig").member("holdApplicationUntilProxyStarts").inputs,
    sources.values.member("global").member("proxy").member("holdApplicationUntilProxyStarts").inputs,
  ]);
}
