import type { Json } from "../../go/json-value";
import type { GoType } from "../../go/types";
import { structPlan } from "../../k8s/struct-plan";
import { escapeToken } from "../../patch/json-patch";
import type { Input } from "../../provenance/input";
import { InputSet, join, joinAll, type Inputs } from "../../provenance/inputs";
import type { Pasted } from "./names";
import { isPossible } from "./shape-tree";
import { InputTree, LeafTree, ListTree, MapTree, type ListItem, type Origin, type Tree } from "./tree";
import { elementKey } from "./trees";

/** A part of a pod, and what is known of where it comes from. */
export interface Spot {
  readonly type: GoType | undefined;
  /** Of a list: what its elements are known by, "" for nothing. */
  readonly mergeKey: string;
  /** Undefined for what no tree knows. */
  readonly tree: Tree | undefined;
  /** In what is as it was submitted: what was pasted there. */
  readonly pasted: Json | undefined;
  /** What decided about it and everything around it, the nearest first. */
  readonly control: Inputs;
  /** The same for everything in it. */
  readonly inside: Inputs;
  /** Of `control`, what decided that it is there; without what could have been written in its place. */
  readonly why: Inputs;
  /** The origin of the nearest part around it that has one. */
  readonly near: Origin | undefined;
}

/** A whole pod. `pasted` looks up what is as it was submitted. */
export function rootSpot(tree: Tree, type: GoType, pasted: Pasted): Spot {
  return entered({ type, mergeKey: "" }, tree, undefined, undefined, undefined, pasted);
}

/** The member of a map or struct. */
export function memberSpot(spot: Spot, key: string, pasted: Pasted): Spot {
  const { tree, near, why } = spot;
  const typed = memberType(spot.type, key);
  if (tree instanceof InputTree) {
    const written = writtenKey(spot.pasted, key);
    const member = new InputTree(tree.input.member(written));
    const value = spot.pasted instanceof Map ? spot.pasted.get(written) : undefined;
    const { type, mergeKey } = typed;
    // A key in its own form, if there were one, would count instead.
    const control = written === key ? spot.inside : join(InputSet.of(tree.input.member(key)), spot.inside);
    return { type, mergeKey, tree: member, pasted: value, control, inside: control, why, near };
  }
  if (!(tree instanceof MapTree)) return { ...spot, ...typed };
  const { rest } = tree;
  const other = rest instanceof InputTree ? formOf(rest, key, pasted) : undefined;
  const around = other ? join(spot.inside, InputSet.of(other)) : spot.inside;
  return entered(typed, tree.member(key), join(tree.absent.get(key), around), why, tree.origin, pasted);
}

/** The place of a key in its own form, where it was pasted in another. */
function formOf({ input }: InputTree, key: string, pasted: Pasted): Input | undefined {
  const json = pasted(input);
  return json instanceof Map && writtenKey(json, key) !== key ? input.member(key) : undefined;
}

/** The elements of a list: found in the tree by their merge key, several of the same key in their order, others by index. */
export function elementSpots(spot: Spot, list: readonly Json[], pasted: Pasted): Spot[] {
  const { tree, mergeKey, near, why } = spot;
  const typed = { type: dereferenced(spot.type)?.elem, mergeKey: "" };
  if (tree instanceof InputTree) {
    return list.map((element, index) => {
      const input = tree.input.member(String(index));
      const known = mergeKey !== "" && element instanceof Map;
      const control = known ? join(InputSet.of(input.member(mergeKey)), spot.inside) : spot.inside;
      const value = Array.isArray(spot.pasted) ? spot.pasted[index] : undefined;
      const { type } = typed;
      return { type, mergeKey: "", tree: new InputTree(input), pasted: value, control, inside: control, why, near };
    });
  }
  if (!(tree instanceof ListTree)) return list.map(() => ({ ...spot, ...typed }));
  const keys = list.map((element) => elementKey(element, mergeKey));
  const items = itemsOf(tree.items, keys);
  return items.map((item, index) =>
    entered(typed, item?.tree, join(absentElement(tree, keys[index]), spot.inside), why, tree.origin, pasted),
  );
}

/** Visits the leaves of a part of a pod: its scalars, and its empty maps and lists. */
export function eachLeaf(
  json: Json,
  pointer: string,
  spot: Spot,
  pasted: Pasted,
  visit: (pointer: string, spot: Spot, value: Json) => void,
): void {
  if (json instanceof Map && json.size > 0) {
    for (const [key, member] of json) {
      eachLeaf(member, `${pointer}/${escapeToken(key)}`, memberSpot(spot, key, pasted), pasted, visit);
    }
  } else if (Array.isArray(json) && json.length > 0) {
    const spots = elementSpots(spot, json, pasted);
    for (const [index, element] of json.entries()) {
      eachLeaf(element, `${pointer}/${index}`, spots[index]!, pasted, visit);
    }
  } else visit(pointer, spot, json);
}

/** Where a scalar, or an empty map or list, comes from. What decided around it is `spot.control`. */
export function originAt(spot: Spot): Origin {
  const { tree, near } = spot;
  if (tree instanceof InputTree) {
    const itself = InputSet.of(tree.input);
    return spot.pasted === undefined
      ? { step: "api", place: tree.input, data: undefined, control: itself }
      : { step: "workload", place: tree.input, data: itself, control: undefined };
  }
  if (tree instanceof LeafTree) return tree.origin;
  const absent = tree && absentIn(tree);
  if (tree && !isPossible(tree)) {
    return absent ? { ...tree.origin, control: join(tree.origin.control, absent) } : tree.origin;
  }
  // The API's normal form shows it because what is around it is there.
  const control = join(near && join(near.control, near.data), absent);
  return { step: "api", span: near?.span, place: near?.place, data: undefined, control };
}

function entered(
  typed: Pick<Spot, "type" | "mergeKey">,
  tree: Tree | undefined,
  around: Inputs,
  why: Inputs,
  near: Origin | undefined,
  pasted: Pasted,
): Spot {
  const control = join(tree?.control, around);
  const inside = join(tree && absentAnywhere(tree), control);
  const value = tree instanceof InputTree ? pasted(tree.input) : undefined;
  // Spreading costs more than all the rest here.
  const { type, mergeKey } = typed;
  return { type, mergeKey, tree, pasted: value, control, inside, why: join(tree?.control, why), near };
}

/** What decided that something is absent which could be any member or element. */
function absentAnywhere(tree: Tree): Inputs {
  if (tree instanceof MapTree) return tree.absentAny;
  if (!(tree instanceof ListTree)) return undefined;
  let control: Inputs;
  for (const absent of tree.absent) if (absent.key === undefined) control = join(control, absent.control);
  return control;
}

function memberType(type: GoType | undefined, key: string): Pick<Spot, "type" | "mergeKey"> {
  const outer = dereferenced(type);
  if (outer?.kind === "map") return { type: outer.elem, mergeKey: "" };
  if (outer?.kind !== "struct") return { type: undefined, mergeKey: "" };
  const plan = structPlan(outer);
  const field = plan.byName.get(key) ?? plan.byFolded(key);
  return { type: field?.type, mergeKey: field?.patchMergeKey ?? "" };
}

function dereferenced(type: GoType | undefined): GoType | undefined {
  return type?.kind === "ptr" ? type.elem : type;
}

/** A key as it was pasted: Go's reader of JSON takes it in any case. */
function writtenKey(pasted: Json | undefined, key: string): string {
  if (!(pasted instanceof Map) || pasted.has(key)) return key;
  for (const written of pasted.keys()) if (written.toLowerCase() === key.toLowerCase()) return written;
  return key;
}

function itemsOf(items: readonly ListItem[], keys: readonly (string | undefined)[]): (ListItem | undefined)[] {
  if (keys.every((key, index) => key === undefined || items[index]?.key === key)) return keys.map((_, i) => items[i]);
  const byKey = new Map<string | undefined, ListItem[]>();
  for (const item of items) {
    const same = byKey.get(item.key);
    if (same) same.push(item);
    else byKey.set(item.key, [item]);
  }
  const taken = new Map<string | undefined, number>();
  return keys.map((key) => {
    const nth = taken.get(key) ?? 0;
    taken.set(key, nth + 1);
    return byKey.get(key)?.[nth];
  });
}

/** What decided that something of an element's key is absent; an element without a key could be any. */
function absentElement(tree: ListTree, key: string | undefined): Inputs {
  let control: Inputs;
  for (const absent of tree.absent) {
    if (absent.key !== undefined && (key === undefined || absent.key === key)) control = join(control, absent.control);
  }
  return control;
}

/** What decided that all of that is absent which a map or list could hold. */
function absentIn(tree: Tree): Inputs {
  let control: Inputs;
  if (tree instanceof MapTree) {
    control = join(tree.absentAny, joinAll(tree.absent.values()));
    for (const member of tree.members.values()) control = join(control, join(member.control, absentIn(member)));
  } else if (tree instanceof ListTree) {
    control = joinAll(tree.absent.map((absent) => absent.control));
    for (const { tree: item } of tree.items) control = join(control, join(item.control, absentIn(item)));
  }
  return control;
}
