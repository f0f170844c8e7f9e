import type { GoType } from "../../go/types";
import type { Template } from "../../gotemplate/template";
import { structPlan } from "../../k8s/struct-plan";
import { join, type Inputs } from "../../provenance/inputs";
import { shapeOf, type Entry } from "./shape";
import { LeafTree, ListTree, MapTree, type Origin, type Tree } from "./tree";

/**
 * The origin of a map or list that a patch does not have, but could have had: it holds nothing but what is absent (`absent`, and more
 * of its kind). It stands among the members or items of a tree, behind those that there are, so that what could have been written is
 * known as exactly as what was.
 */
const POSSIBLE: Origin = { step: "template", data: undefined, control: undefined };

/** Whether a tree stands for something that only could have been there. */
export function isPossible(tree: Tree): boolean {
  return (tree instanceof MapTree || tree instanceof ListTree) && tree.origin === POSSIBLE;
}

/** A member that a rendered text gives no value: `null`, unless a part that was skipped would have written one. */
export class NullTree extends LeafTree {}

/** What is known of the part of a pod that a tree is of. */
export interface Typing {
  readonly type: GoType | undefined;
  /** Of a list that merges by it. */
  readonly mergeKey: string;
}

/** The typing of a member, and of a list's elements. Unknown types know nothing of their members. */
export function memberTyping(type: GoType | undefined, key: string): Typing {
  const outer = pointed(type);
  if (outer?.kind === "map") return { type: outer.elem, mergeKey: "" };
  if (outer?.kind !== "struct") return UNTYPED;
  const plan = structPlan(outer);
  const field = plan.byName.get(key) ?? plan.byFolded(key);
  return field ? { type: field.type, mergeKey: field.patchMergeKey } : UNTYPED;
}

export function elementTyping({ type }: Typing): Typing {
  return { type: pointed(type)?.elem, mergeKey: "" };
}

const UNTYPED: Typing = { type: undefined, mergeKey: "" };

function pointed(type: GoType | undefined): GoType | undefined {
  return type?.kind === "ptr" ? type.elem : type;
}

/**
 * What a template could write into a pod that was not selected, as absent parts of `tree`, which is best an empty MapTree of its own;
 * `control`: what selected others. `podType`: the Go type of a Pod, for the merge keys of lists.
 */
export function addUnselected(tree: MapTree, template: Template, control: Inputs, podType: GoType): void {
  const main = template.trees.get(template.name);
  if (!main) return;
  for (const entry of shapeOf(main.root, template, 0).entries) {
    addEntry(tree, entry, control, { type: podType, mergeKey: "" });
  }
}

/** An entry that could be in a map or list, with everything in it. */
export function addEntry(tree: MapTree | ListTree, entry: Entry, control: Inputs, typing: Typing): void {
  if (nulls.has(tree)) tree.control = join(tree.control, control);
  if (tree instanceof ListTree) addItem(tree, entry, control, typing);
  else if (entry.kind !== "key" || entry.key.startsWith("$")) tree.absentAny = join(tree.absentAny, control);
  else {
    const inner = memberTyping(typing.type, entry.key);
    const below = entry.content === "scalar" ? undefined : memberToFill(tree, entry, inner);
    if (!below) tree.addAbsent(entry.key, control);
    else for (const child of entry.children) addEntry(below, child, control, inner);
  }
}

/** Maps and lists in the place of a null: that it is null is decided by all that decided about them. */
const nulls = new WeakSet<Tree>();

/** An element of the list that is a map's member, or could be. */
export function addElement(map: Tree, member: string, key: string | undefined, control: Inputs): void {
  if (!(map instanceof MapTree)) return;
  const there = map.members.get(member);
  const list = !there || there instanceof NullTree ? fillable(map, member, true) : there;
  if (!(list instanceof ListTree)) return map.addAbsent(member, control);
  addToList(list, key, control);
  if (nulls.has(list)) list.control = join(list.control, control);
}

/** The map or list that an entry's children would be in; undefined where the entry as a whole replaces what is there. */
function memberToFill(tree: MapTree, entry: Entry, typing: Typing): MapTree | ListTree | undefined {
  const there = tree.members.get(entry.key);
  if (there instanceof MapTree || there instanceof ListTree) return there;
  if (there && !(there instanceof NullTree)) return undefined;
  const first = entry.children[0];
  if (first ? first.kind === "unknown" : entry.content !== "empty") return undefined;
  // An empty list changes nothing where lists merge, and replaces where they do not.
  const kind = pointed(typing.type)?.kind;
  const list = first ? first.kind === "item" : kind === "slice";
  if (!first && list && typing.mergeKey === "") return undefined;
  return fillable(tree, entry.key, list);
}

/** Puts an empty map or list in the place of a null, or of a member that could be there. */
export function fillable(tree: MapTree, key: string, list: boolean): MapTree | ListTree {
  const there = tree.members.get(key);
  const origin = there instanceof NullTree ? there.origin : POSSIBLE;
  const made = list ? new ListTree(origin, [], there?.control) : new MapTree(origin, undefined, there?.control);
  if (there) nulls.add(made);
  tree.members.set(key, made);
  return made;
}

function addItem(list: ListTree, entry: Entry, control: Inputs, typing: Typing): void {
  const { mergeKey } = typing;
  if (entry.kind !== "item" || mergeKey === "") {
    if (!isAnother(list, entry, typing)) addToList(list, undefined, control);
    return;
  }
  const key = entry.children.find((child) => child.kind === "key" && child.key === mergeKey)?.value;
  const there = key === undefined ? undefined : list.items.find((item) => item.key === key)?.tree;
  const flat = entry.children.every((child) => child.kind === "key" && child.children.length === 0);
  if (key === undefined || (flat && !there) || (there && !(there instanceof MapTree))) {
    addToList(list, key, control);
    return;
  }
  let item = there;
  if (!item) list.items.push({ key, tree: (item = new MapTree(POSSIBLE)) });
  for (const child of entry.children) addEntry(item, child, control, elementTyping(typing));
}

/** `key`: undefined where it cannot be known. */
function addToList(list: ListTree, key: string | undefined, control: Inputs): void {
  const last = list.absent.at(-1);
  if (!last || last.key !== key || last.control !== control) list.absent.push({ key, control });
}

/** One more scalar in a list that has some changes neither the others nor what the list replaces. */
function isAnother(list: ListTree, { kind, children }: Entry, typing: Typing): boolean {
  if (list.items.length === 0 || typing.mergeKey !== "") return false;
  const element = pointed(pointed(typing.type)?.elem)?.kind;
  return kind === "item" ? children.length === 0 : kind === "unknown" && element === "string";
}
