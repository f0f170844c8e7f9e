import type { Json } from "../../go/json-value";
import type { GoType } from "../../go/types";
import type { Template } from "../../gotemplate/template";
import { Input } from "../../provenance/input";
import { InputSet, join, joinAll, type Inputs } from "../../provenance/inputs";
import { addUnselected, elementTyping, memberTyping, type Typing } from "./shape-tree";
import { ListTree, MapTree, type Tree } from "./tree";
import { asList, asMap, elementKey } from "./trees";

/** What could be in a pod, laid over what is there. */
interface Laying {
  /** Instead of what the possible parts say themselves. */
  readonly control: Inputs;
}

/** A part of a pod: where it comes from, and its value. */
interface Part {
  readonly tree: Tree;
  readonly json: Json | undefined;
}

/**
 * The tree of what is there, with all that is only possible in it absent; maps and lists of `tree` on the way are changed.
 * O(size of what is possible where something is there).
 */
export function withPossible(part: Part, possible: Tree, typing: Typing, laying?: Laying): Tree {
  if (possible instanceof MapTree) return inMap(part, possible, typing, laying);
  return possible instanceof ListTree ? inList(part, possible, typing, laying) : part.tree;
}

function inMap({ tree, json }: Part, possible: MapTree, typing: Typing, laying: Laying | undefined): Tree {
  const map = asMap(tree);
  const deciding = (own: Inputs) => (laying ? laying.control : own);
  for (const [key, control] of possible.absent) map.addAbsent(key, deciding(control));
  if (possible.absentAny) map.absentAny = join(map.absentAny, deciding(possible.absentAny));
  for (const [key, inner] of possible.members) {
    const there = json instanceof Map ? json.get(key) : undefined;
    const own = map.member(key);
    const isNothing = there === undefined || there === null;
    if (laying && there === undefined) continue;
    if (own && (isNothing || isFull(there, inner))) {
      const part: Part = { tree: own, json: there };
      map.members.set(key, withPossible(part, inner, memberTyping(typing.type, key), laying));
    } else if (isNothing) map.members.set(key, inner);
    else map.addAbsent(key, deciding(inputsIn(inner)));
  }
  return map;
}

function inList({ tree, json }: Part, possible: ListTree, typing: Typing, laying: Laying | undefined): Tree {
  const { mergeKey } = typing;
  const elements = Array.isArray(json) ? json : [];
  const keys = elements.map((element) => elementKey(element, mergeKey));
  const list = asList(tree, keys, mergeKey);
  for (const { key, control } of possible.absent) list.absent.push({ key, control: laying ? laying.control : control });
  for (const item of possible.items) {
    const at = list.items.findIndex((own) => own.key !== undefined && own.key === item.key);
    if (at >= 0) {
      const part: Part = { tree: list.items[at]!.tree, json: elements[keys.indexOf(item.key)] };
      list.items[at] = { key: item.key, tree: withPossible(part, item.tree, elementTyping(typing), laying) };
    } else if (!laying) list.items.push(item);
  }
  return list;
}

/** Whether what is there is of the kind that is possible. */
function isFull(json: Json | undefined, possible: Tree): boolean {
  return possible instanceof MapTree ? json instanceof Map : Array.isArray(json);
}

/** Everything that decided about what is possible. */
function inputsIn(tree: Tree): Inputs {
  if (tree instanceof MapTree) {
    return joinAll([tree.absentAny, ...tree.absent.values(), ...[...tree.members.values()].map(inputsIn)]);
  }
  if (!(tree instanceof ListTree)) return undefined;
  return joinAll([...tree.absent.map(({ control }) => control), ...tree.items.map((item) => inputsIn(item.tree))]);
}

/** What decided about it is another thing in each run, and the same for all of it. */
const ANYTHING = InputSet.of(Input.root("default"));
const unselected = new WeakMap<Template, MapTree>();

/**
 * The pod's tree where all that a template could write which was not selected is absent; `control`: what selected others.
 * `json`: the pod.
 */
export function withUnselected(tree: Tree, json: Json, template: Template, control: Inputs, podType: GoType): Tree {
  let possible = unselected.get(template);
  if (!possible) {
    possible = new MapTree({ step: "template", data: undefined, control: undefined });
    addUnselected(possible, template, ANYTHING, podType);
    unselected.set(template, possible);
  }
  return inMap({ tree, json }, possible, { type: podType, mergeKey: "" }, { control });
}
