import type { Json } from "../../go/json-value";
import { InputSet, joinAll, type Inputs } from "../../provenance/inputs";
import type { Bench } from "./bench";
import { listIn, mapIn } from "./found";
import { elementTyping, memberTyping, type Typing } from "./shape-tree";
import { InputTree, type LeafTree, MapTree, memberOf, type Origin, type Tree } from "./tree";
import { asMap, decide, elementKey, partsOf, positionOf, withoutData } from "./trees";

const UNKNOWN: Origin = { step: "workload", data: undefined, control: undefined };

/**
 * Elements of a list that have the same merge key are taken for one another when they are merged, put back and patched: what is left of
 * them depends on all of them, and on none alone. `printed`: the pod as it was received. O(size of the pod).
 */
export function repeats(bench: Bench, printed: Json): void {
  inMap(bench.root, printed, { type: bench.injection.podType, mergeKey: "" });
}

function inMap(map: MapTree, json: Json | undefined, { type }: Typing): void {
  if (!(json instanceof Map)) return;
  for (const [key, member] of json) {
    const typing = memberTyping(type, key);
    if (member instanceof Map) {
      if (holdsRepeats(member, typing)) inMap(mapIn(map, key, UNKNOWN), member, typing);
    } else if (Array.isArray(member) && holdsRepeats(member, typing)) inList(map, key, member, typing);
  }
}

function inList(parent: MapTree, name: string, list: readonly Json[], typing: Typing): void {
  const { mergeKey } = typing;
  const keys = list.map((element) => elementKey(element, mergeKey));
  const { items } = listIn(parent, name, keys, mergeKey, UNKNOWN);
  for (const [index, element] of list.entries()) {
    const at = positionOf(items, list, index, mergeKey);
    if (at < 0) continue;
    const own = asMap(items[at]!.tree);
    items[at] = { key: items[at]!.key, tree: own };
    inMap(own, element, elementTyping(typing));
  }
  for (const key of new Set(keys.filter((each, i) => each !== undefined && keys.indexOf(each) !== i))) {
    const of = items.filter((item) => item.key === key);
    const elements = list.filter((_, i) => keys[i] === key);
    const parts = of.flatMap(({ tree }) => elements.map((element) => partsOf(tree, element)));
    const wholes = of.map(({ tree }) => wholeOf(tree));
    const all = joinAll([...wholes, ...parts.flatMap(({ data, control }) => [data, control])]);
    for (const [i, item] of items.entries()) {
      if (item.key === key)
        items[i] = { key, tree: elements.reduce<Tree>((tree, json) => blurred(tree, json, all), item.tree) };
    }
  }
}

/** What was submitted there, with whatever it lacks. */
function wholeOf(tree: Tree): Inputs {
  const submitted = tree instanceof MapTree ? tree.rest : tree;
  return submitted instanceof InputTree ? InputSet.of(submitted.input) : undefined;
}

/** A part of which nothing is made of one input any more, whatever the injector prints of it. */
function blurred(tree: Tree, json: Json, all: Inputs): Tree {
  const leaf = decide(withoutData(tree), all) as LeafTree;
  if (!(json instanceof Map)) return leaf;
  const map = asMap(tree);
  const members = new Map<string, Tree>();
  for (const key of new Set([...json.keys(), ...map.members.keys()])) {
    const own = memberOf(map, key);
    if (own) members.set(key, blurred(own, json.get(key) ?? null, all));
  }
  const result = new MapTree(leaf.origin, members, all, leaf);
  for (const [key, gone] of map.removed) result.remove(key, gone);
  return result;
}

/** Whether there is a list in it in which a merge key stands twice. */
function holdsRepeats(json: Json, typing: Typing): boolean {
  if (json instanceof Map) {
    for (const [key, member] of json) {
      if (typeof member === "object" && holdsRepeats(member, memberTyping(typing.type, key))) return true;
    }
    return false;
  }
  if (!Array.isArray(json)) return false;
  const keys = json.map((element) => elementKey(element, typing.mergeKey)).filter((key) => key !== undefined);
  return new Set(keys).size < keys.length || json.some((element) => holdsRepeats(element, elementTyping(typing)));
}
