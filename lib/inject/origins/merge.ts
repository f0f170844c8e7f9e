import type { Json, JsonMap } from "../../go/json-value";
import { sliceOf, type GoType } from "../../go/types";
import { listMeta, structMeta, type PatchMeta } from "../../patch/patch-meta";
import type { Input } from "../../provenance/input";
import { InputSet, join, joinAll, listOf, shared, type Inputs } from "../../provenance/inputs";
import type { Merge } from "../overlay";
import { withPossible } from "./possible";
import { isPossible } from "./shape-tree";
import {
  InputTree,
  LeafTree,
  ListTree,
  MapTree,
  memberOf,
  type ListItem,
  type Origin,
  type OriginStep,
  type Tree,
} from "./tree";
import { asList, asMap, decide, elementKey, originOf, partsOf, withoutData } from "./trees";

/** A part of a pod with where it comes from. */
interface Side {
  readonly tree: Tree;
  readonly json: Json;
}

/** What a merge is done for. */
export interface Patching {
  /** The step of what is as it was submitted and put over something else. */
  readonly step: OriginStep;
  /** Whether the patch could also hold what it does not hold: it was submitted, so that what it lacks is an input too. */
  readonly open: boolean;
  /** Whether there can be directives in it. */
  readonly directives: boolean;
  /** Whether what the pod has stays as it was written where the patch says the same in another form (`1Gi`, `1024Mi`). */
  readonly keepsForms: boolean;
}

/**
 * The tree of a merged pod, from those of the pod and the patch; both stay as they are, but for what is taken from the patch. The patch
 * wins: its origin is `over` the one that it replaced. What could have been written stays absent in the result; what was taken away is
 * remembered. `control`: what decided that the patch is there at all. O(size of the patch and of the maps and lists that it meets).
 * Follows strategicMerge of lib/patch, whose result (already found to be without error) it explains.
 */
export function mergeTrees(
  original: Tree,
  patch: Tree,
  merge: Merge,
  type: GoType,
  control: Inputs,
  patching: Patching,
): Tree {
  const [before, by] = [
    { tree: original, json: merge.original },
    { tree: patch, json: merge.patch },
  ];
  return new Merger(patching).maps(before, by, merge.result, type, control);
}

const SET_ORDER = "$setElementOrder/";
const DELETE_FROM_LIST = "$deleteFromPrimitiveList/";

class Merger {
  constructor(private readonly patching: Patching) {}

  /** mergeMap. `control`: what decided that the patch's parent is there. */
  maps(before: Side, by: Side, after: Json | undefined, type: GoType, control: Inputs): Tree {
    const [original, patch] = [before.json as JsonMap, by.json as JsonMap];
    const deciding = join(control, by.tree.control);
    const directive = patch.get("$patch");
    if (directive === "replace") return this.taken(by, control, before.tree);
    if (directive !== undefined) {
      const origin = memberOf(by.tree, "$patch") ?? by.tree;
      return new MapTree(replacing(originOf(origin), deciding, before.tree));
    }
    const result = copyOfMap(asMap(before.tree), patch.size > 0 ? undefined : by.tree);
    if (by.tree instanceof MapTree) joinAbsent(result, by.tree);
    this.leaveOpen(result, original, by);
    for (const [key, json] of patch) {
      const tree = memberOf(by.tree, key);
      if (!tree) continue;
      if (!key.startsWith("$")) this.member(result, original.get(key), key, { tree, json }, after, type, deciding);
      else this.directive(result, original, key, { tree, json }, after, deciding);
    }
    if (by.tree instanceof MapTree) layPossible(result, by.tree, before, patch, type);
    if (!this.patching.open) result.absentAny = join(result.absentAny, allOrNothing(patch.size, by.tree));
    return result;
  }

  private member(
    result: MapTree,
    original: Json | undefined,
    key: string,
    by: Side,
    after: Json | undefined,
    type: GoType,
    control: Inputs,
  ): void {
    const there = original !== undefined && original !== null;
    const tree = there ? result.member(key) : undefined;
    if (by.json === null) {
      if (tree) result.remove(key, replacing(originOf(by.tree), control, tree));
      else result.members.set(key, by.tree);
      return;
    }
    const merged = tree && this.merged({ tree, json: original! }, key, by, memberJson(after, key), type, control);
    const pruned = !tree && this.patching.directives;
    const taken = pruned ? { ...by, tree: withoutDirectives(by.tree, by.json) } : by;
    result.restore(key, merged ?? this.taken(taken, control, tree, result.removed.get(key)));
    // Whatever else could have been written there would have been replaced.
    if (typeof by.json !== "object") result.dropAbsent(key);
  }

  /** What both sides have, where they merge; undefined where the patch's is taken as it is. */
  private merged(
    before: Side,
    key: string,
    by: Side,
    after: Json | undefined,
    type: GoType,
    control: Inputs,
  ): Tree | undefined {
    if (isSame(before.tree, by.tree)) return before.tree;
    if (by.json instanceof Map && before.json instanceof Map) {
      const meta = structMeta(type, key);
      return meta.strategy === "replace" ? undefined : this.maps(before, by, after, meta.type, control);
    }
    if (Array.isArray(by.json) && Array.isArray(before.json)) {
      const meta = listMeta(type, key);
      return meta.strategy === "merge" ? this.lists(before, by, after, meta, control) : undefined;
    }
    return undefined;
  }

  /** mergeSlice */
  private lists(before: Side, by: Side, after: Json | undefined, meta: PatchMeta, control: Inputs): Tree {
    const [original, patch] = [before.json as Json[], by.json as Json[]];
    const { mergeKey } = meta;
    if (mergeKey === "") return scalars(before, by, after, control);
    const keysOf = (list: readonly Json[]) => list.map((element) => elementKey(element, mergeKey));
    const keys = keysOf(original);
    const result = copyOfList(asList(before.tree, keys, mergeKey));
    const changes = asList(by.tree, keysOf(patch), mergeKey);
    const deciding = join(control, changes.control);
    result.absent.push(...changes.absent);
    if (this.patching.open) leaveElementsOpen(result, keys, changes, by.tree, mergeKey);
    const together = this.patching.open ? undefined : allOrNothing(patch.length, changes);
    if (together) result.absent.push({ key: undefined, control: together });
    // Without a list to merge with, those that repeat would all have stayed.
    const repeats = new Set(changes.items.map((item) => item.key)).size < changes.items.length;
    if (repeats) result.absent.push({ key: undefined, control: inputsOf(originOf(before.tree)) });
    const plain = patch
      .map((json, i) => ({ json: json as JsonMap, item: changes.items[i] }))
      .filter(({ json, item }) => item && !special(result, json, item, deciding));
    for (const { json, item } of plain) {
      const { key, tree } = item!;
      const at = result.items.findIndex((own) => own.key === key);
      const own = original[keys.indexOf(key)];
      const element: Side = { tree, json };
      if (at < 0) result.items.push({ key, tree: this.taken(element, deciding) });
      else if (isPossible(result.items[at]!.tree)) result.items[at] = { key, tree: this.taken(element, deciding) };
      else {
        const there = { tree: result.items[at]!.tree, json: own ?? json };
        if (isSame(there.tree, tree)) continue;
        const merged = this.maps(there, element, undefined, meta.type, deciding);
        result.items[at] = { key, tree: withKeyOfBoth(merged, mergeKey, there.tree) };
      }
    }
    const typing = { type: sliceOf(meta.type), mergeKey };
    const possible = new ListTree(changes.origin, changes.items.slice(patch.length));
    return possible.items.length > 0 ? withPossible({ tree: result, json: original }, possible, typing) : result;
  }

  /** What is taken of the patch as it is: over what it replaces, or what had been taken away there. */
  private taken({ tree, json }: Side, control: Inputs, over?: Tree, removed?: Origin): Tree {
    const replaced = over ? originOf(over) : removed;
    const own = this.patching.open ? submitted(tree, json, this.patching.step) : tree;
    const form = over && this.patching.keepsForms ? replaced!.data : undefined;
    return decide(replaced ? overAll(own, replaced) : own, join(control, form));
  }

  /** What was submitted could also hold what the other side has: so that it lacks it decides. */
  private leaveOpen(result: MapTree, original: JsonMap, { tree, json }: Side): void {
    if (!this.patching.open) return;
    for (const key of original.keys()) {
      const lacking = (json as JsonMap).has(key) ? undefined : memberOf(tree, key);
      if (lacking) result.addAbsent(key, inputsOf(originOf(lacking)));
    }
  }

  private directive(
    result: MapTree,
    original: JsonMap,
    key: string,
    { tree, json }: Side,
    after: Json | undefined,
    control: Inputs,
  ): void {
    if (key === "$retainKeys") {
      const kept = new Set(json as Json[]);
      for (const name of original.keys()) {
        const own = result.member(name);
        if (own && !kept.has(name)) result.remove(name, replacing(originOf(tree), control, own));
      }
    }
    const prefix = [DELETE_FROM_LIST, SET_ORDER].find((known) => key.startsWith(known));
    if (prefix === undefined) return;
    const field = key.slice(prefix.length);
    const [own, list] = [result.member(field), original.get(field)];
    if (!own || !Array.isArray(list)) return;
    // Putting a list of maps into order keeps them; one of scalars loses what repeats.
    if (prefix === SET_ORDER && list.some((element) => element instanceof Map)) return;
    const none: Side = { tree: new ListTree(originOf(tree)), json: [] };
    result.members.set(field, scalars({ tree: own, json: list }, none, memberJson(after, field), control));
  }
}

/** An element that both sides have keeps its key whichever of them changes. */
function withKeyOfBoth(merged: Tree, mergeKey: string, before: Tree): Tree {
  const named = memberOf(merged, mergeKey);
  if (!(merged instanceof MapTree) || !(named instanceof LeafTree)) return merged;
  const { origin, control } = named;
  const own = memberOf(before, mergeKey);
  const decided = joinAll([origin.control, origin.data, own && inputsOf(originOf(own))]);
  merged.members.set(mergeKey, new LeafTree({ ...origin, data: undefined, control: decided }, control));
  return merged;
}

/**
 * What decided about every one of the members or elements that a patch has: without them what is around them could be null in it, which
 * takes away all that the pod has there.
 */
function allOrNothing(size: number, tree: Tree): Inputs {
  const parts =
    tree instanceof MapTree
      ? [...tree.members.values()]
      : tree instanceof ListTree
        ? tree.items.map((item) => item.tree)
        : [];
  let common: readonly Input[] | undefined;
  for (const part of parts.slice(0, size)) {
    const { control } = originOf(part);
    common = common ? shared(control, common) : listOf(control);
    if (common.length === 0) return undefined;
  }
  return joinAll((common ?? []).map((input) => InputSet.of(input)));
}

/** What the patch could have held besides. */
function layPossible(result: MapTree, by: MapTree, before: Side, patch: JsonMap, type: GoType): void {
  const original = before.json as JsonMap;
  for (const [key, possible] of by.members) {
    if (patch.has(key)) continue;
    const own = new MapTree(by.origin, new Map([[key, possible]]));
    withPossible({ tree: result, json: original }, own, { type, mergeKey: "" });
  }
}

/** What is taken where there was nothing loses its elements with directives. */
function withoutDirectives(tree: Tree, json: Json): Tree {
  if (tree instanceof MapTree && json instanceof Map) {
    for (const [key, member] of json) {
      const own = tree.members.get(key);
      if (own) tree.members.set(key, withoutDirectives(own, member));
    }
  } else if (tree instanceof ListTree && Array.isArray(json)) {
    const isKept = (element: Json | undefined) => !(element instanceof Map && element.has("$patch"));
    for (const [index, { key, tree: own }] of tree.items.entries()) {
      if (index < json.length) tree.items[index] = { key, tree: withoutDirectives(own, json[index]!) };
    }
    if (!json.every(isKept)) {
      const kept = tree.items.filter((_, index) => isKept(json[index]));
      tree.items.splice(0, tree.items.length, ...kept);
    }
  }
  return tree;
}

/** The elements of a list with `$patch` take effect on those that the list has; false for an element without. */
function special(result: ListTree, json: JsonMap, { key, tree }: ListItem, control: Inputs): boolean {
  const directive = json.get("$patch");
  if (directive === undefined) return false;
  for (const item of result.items) {
    if (directive === "delete" && item.key !== key) continue;
    result.removed.push({ key: item.key, origin: replacing(originOf(tree), control, item.tree) });
  }
  result.origin = replacing(originOf(tree), control, result);
  const kept = directive === "delete" ? result.items.filter((item) => item.key !== key) : [];
  result.items.splice(0, result.items.length, ...kept);
  return true;
}

/** A list of scalars that merges: each of the result comes from the patch, if it has it, or else from the list. */
function scalars(before: Side, by: Side, after: Json | undefined, control: Inputs): Tree {
  const [original, patch] = [before.json as Json[], by.json as Json[]];
  const tree = asList(before.tree, [], "");
  const result = new ListTree(tree.origin, [], tree.control);
  // Repeats go, and which of them stays hangs on all the others.
  const parts = [partsOf(before.tree, original), partsOf(by.tree, patch)];
  const all = joinAll([control, by.tree.control, ...parts.flatMap((part) => [part.data, part.control])]);
  const find = (side: Side, value: Json) => memberOf(side.tree, String((side.json as Json[]).indexOf(value)));
  for (const value of Array.isArray(after) ? after : []) {
    const own = original.includes(value) ? find(before, value) : undefined;
    const other = patch.includes(value) ? find(by, value) : undefined;
    const from = (other && own ? overAll(other, originOf(own)) : (other ?? own)) ?? before.tree;
    const count = [...original, ...patch].filter((one) => one === value).length;
    result.items.push({ key: undefined, tree: decide(count > 1 ? withoutData(from) : from, all) });
  }
  result.removed.push({ key: undefined, origin: { ...originOf(by.tree), data: undefined, control: all } });
  return result;
}

/** What was submitted, put where something else was. */
function submitted(tree: Tree, json: Json, step: OriginStep): Tree {
  const own: Origin = { ...originOf(tree), step };
  // Go prints empty maps that nobody wrote.
  const origin: Origin = isEmpty(json) ? { ...own, data: undefined, control: inputsOf(own) } : own;
  if (tree instanceof LeafTree) return new LeafTree(origin);
  const inner = (key: string, member: Json) => submitted(memberOf(tree, key) ?? tree, member, step);
  if (json instanceof Map) {
    const members = [...json].map(([key, member]) => [key, inner(key, member)] as const);
    return new MapTree(origin, new Map(members), tree.control);
  }
  if (!Array.isArray(json)) return new LeafTree(origin, tree.control);
  const items = json.map((element, index) => ({ key: undefined, tree: inner(String(index), element) }));
  return new ListTree(origin, items, tree.control);
}

/** An origin over the one that it replaces. */
function replacing(origin: Origin, control: Inputs, replaced: Tree): Origin {
  return { ...origin, control: join(origin.control, control), over: originOf(replaced) };
}

/** The tree with everything in it over what was there. */
function overAll(tree: Tree, over: Origin): Tree {
  if (tree instanceof InputTree) return tree;
  const origin: Origin = { ...tree.origin, over };
  if (tree instanceof LeafTree) return new LeafTree(origin, tree.control);
  if (tree instanceof ListTree) {
    const items = tree.items.map((item) => ({ key: item.key, tree: overAll(item.tree, over) }));
    const list = new ListTree(origin, items, tree.control);
    list.absent.push(...tree.absent);
    return list;
  }
  const members = [...tree.members].map(([key, member]) => [key, overAll(member, over)] as const);
  const map = new MapTree(origin, new Map(members), tree.control, tree.rest);
  joinAbsent(map, tree);
  return map;
}

/** Whether both are the same part of what was submitted. */
function isSame(a: Tree, b: Tree): boolean {
  if (!(b instanceof InputTree)) return false;
  if (a instanceof InputTree) return a.input === b.input;
  if (!(a instanceof ListTree) || a.items.length === 0) return false;
  return a.items.every(({ tree }, i) => tree instanceof InputTree && tree.input === b.input.member(String(i)));
}

/** A map's tree to change. `by`: an empty map that was merged over it, so that what is left empty comes from both. */
function copyOfMap(map: MapTree, by: Tree | undefined): MapTree {
  const own = originOf(map);
  const origin = by ? replacing(originOf(by), join(own.data, own.control), map) : map.origin;
  const copy = new MapTree(origin, new Map(map.members), map.control, map.rest);
  joinAbsent(copy, map);
  for (const [key, gone] of map.removed) copy.remove(key, gone);
  return copy;
}

function copyOfList(list: ListTree): ListTree {
  const copy = new ListTree(list.origin, [...list.items], list.control);
  copy.absent.push(...list.absent);
  copy.removed.push(...list.removed);
  return copy;
}

function joinAbsent(into: MapTree, from: MapTree): void {
  for (const [key, control] of from.absent) into.addAbsent(key, control);
  into.absentAny = join(into.absentAny, from.absentAny);
}

function leaveElementsOpen(
  result: ListTree,
  keys: readonly (string | undefined)[],
  patch: ListTree,
  tree: Tree,
  mergeKey: string,
): void {
  if (!(tree instanceof InputTree)) return;
  const names = patch.items.map((_, i) => InputSet.of(tree.input.member(String(i)).member(mergeKey)));
  const control = join(InputSet.of(tree.input), joinAll(names));
  const own = new Set(patch.items.map((item) => item.key));
  for (const key of keys) if (!own.has(key)) result.absent.push({ key, control });
}

function inputsOf({ data, control }: Origin): Inputs {
  return join(data, control);
}

function isEmpty(json: Json): boolean {
  return json instanceof Map ? json.size === 0 : Array.isArray(json) && json.length === 0;
}

function memberJson(json: Json | undefined, key: string): Json | undefined {
  return json instanceof Map ? json.get(key) : undefined;
}
