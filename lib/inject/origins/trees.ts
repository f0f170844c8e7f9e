import { JsonNumber, type Json } from "../../go/json-value";
import { InputSet, join, joinAll, type Inputs } from "../../provenance/inputs";
import { InputTree, LeafTree, ListTree, MapTree, memberOf, type ListItem, type Origin, type Tree } from "./tree";

/** What working with trees needs besides their shape. */

/** The tree where other inputs decided too. Maps and lists belong to the run and are changed themselves. */
export function decide(tree: Tree, control: Inputs): Tree {
  if (!control) return tree;
  if (tree instanceof LeafTree) return new LeafTree(tree.origin, join(tree.control, control));
  if (tree instanceof InputTree) return new InputTree(tree.input, join(tree.control, control));
  tree.control = join(tree.control, control);
  return tree;
}

/** What put a part of a pod there, with everything that decided about it. */
export function originOf(tree: Tree): Origin {
  const { control } = tree;
  if (tree instanceof InputTree) {
    return { step: "workload", place: tree.input, data: InputSet.of(tree.input), control };
  }
  const { origin } = tree;
  return control ? { ...origin, control: join(origin.control, control) } : origin;
}

/** A scalar that would stay if any one of its inputs were another. */
export function withoutData(tree: Tree): LeafTree {
  const origin = originOf(tree);
  return new LeafTree({ ...origin, data: undefined, control: join(origin.data, origin.control) });
}

/** A map's tree whose members can be set. */
export function asMap(tree: Tree): MapTree {
  if (tree instanceof MapTree) return tree;
  const rest = tree instanceof ListTree ? undefined : tree;
  return new MapTree(originOf(tree), new Map<string, Tree>(), tree.control, rest);
}

/** A list's tree with its items; `keys`: the merge keys' values of the list's elements, undefined for those without. */
export function asList(tree: Tree, keys: readonly (string | undefined)[], mergeKey: string): ListTree {
  if (tree instanceof ListTree) return tree;
  const items = keys.map((key, index): ListItem => {
    if (!(tree instanceof InputTree)) return { key, tree };
    const input = tree.input.member(String(index));
    const named = key === undefined ? undefined : InputSet.of(input.member(mergeKey));
    return { key, tree: new InputTree(input, join(named, tree.control)) };
  });
  return new ListTree(originOf(tree), items, tree.control);
}

/** The value of an element's merge key, as text. */
export function elementKey(element: Json, mergeKey: string): string | undefined {
  const key = mergeKey !== "" && element instanceof Map ? element.get(mergeKey) : undefined;
  if (key instanceof JsonNumber) return String(Number(key.text));
  return key === undefined || key === null || typeof key === "object" ? undefined : String(key);
}

/**
 * Where an element of a list is now: among the items of its key (or of those without one) it is the one that it was among the elements.
 * -1 where it is no more.
 */
export function positionOf(items: readonly ListItem[], list: readonly Json[], index: number, mergeKey: string): number {
  const key = elementKey(list[index]!, mergeKey);
  const same = (element: Json) => elementKey(element, mergeKey) === key;
  let before = list.slice(0, index).filter(same).length;
  return items.findIndex((item) => item.key === key && before-- === 0);
}

/** What the leaves of a part of a pod were made of, and what decided about them. */
export interface Parts {
  readonly data: Inputs;
  readonly control: Inputs;
}

/** The parts of a text that was made of a part of a pod; `node`: its value, as a node or as JSON. */
export function partsOf(tree: Tree, node: unknown): Parts {
  const data: Inputs[] = [];
  const control: Inputs[] = [];
  collect(tree, node, data, control);
  return { data: joinAll(data), control: joinAll(control) };
}

function collect(tree: Tree, node: unknown, data: Inputs[], control: Inputs[]): void {
  control.push(tree.control);
  const members = tree instanceof LeafTree ? undefined : membersOf(node);
  if (!members) {
    const origin = originOf(tree);
    data.push(origin.data);
    control.push(origin.control);
    return;
  }
  for (const [key, member] of members) {
    const own = member === undefined || member === null ? undefined : memberOf(tree, key);
    if (own) collect(own, member, data, control);
  }
  if (tree instanceof MapTree) control.push(tree.absentAny, ...tree.absent.values());
  if (tree instanceof ListTree) for (const absent of tree.absent) control.push(absent.control);
}

function membersOf(node: unknown): Iterable<readonly [string, unknown]> | undefined {
  if (node instanceof Map) return node as Map<string, unknown>;
  if (Array.isArray(node)) return node.map((element, index) => [String(index), element] as const);
  const isStruct = typeof node === "object" && node !== null && Object.getPrototypeOf(node) === Object.prototype;
  return isStruct ? Object.entries(node) : undefined;
}
