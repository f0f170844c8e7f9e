import { join, type Inputs } from "../../provenance/inputs";
import type { Container, Pod } from "../../istio/pod";
import { ListTree, MapTree, memberOf, type Origin, type Tree } from "./tree";
import { asList, asMap, originOf, type Parts } from "./trees";

/** What a step finds in the tree of the pod that it looks at, and how it gets hold of the parts that it changes. */

/** A part of a pod, there or not, and what decided about everything around it. */
export interface Found {
  readonly tree: Tree | undefined;
  readonly around: Inputs;
}

/** A member of a map, or the (first) element of a list with that merge key. Lists must have been looked into before (listIn). */
export function enter({ tree, around }: Found, key: string): Found {
  if (tree instanceof MapTree) {
    const absent = join(tree.absent.get(key), tree.absentAny);
    return { tree: tree.member(key), around: join(join(tree.control, absent), around) };
  }
  if (tree instanceof ListTree) {
    let control = join(tree.control, around);
    for (const absent of tree.absent) {
      if (absent.key === undefined || absent.key === key) control = join(control, absent.control);
    }
    return { tree: tree.items.find((item) => item.key === key)?.tree, around: control };
  }
  return { tree: tree && memberOf(tree, key), around };
}

/** The part at a path from the root of a pod. */
export function at(root: Tree, ...path: readonly string[]): Found {
  return path.reduce<Found>(enter, { tree: root, around: undefined });
}

/** What a part was made of, and what decided about it: that it is this one, or that it is not there. */
export function partsAt({ tree, around }: Found): Parts {
  if (!tree) return { data: undefined, control: around };
  const { data, control } = originOf(tree);
  return { data, control: join(control, around) };
}

/** Everything that a part depends on. */
export function inputsAt(found: Found): Inputs {
  const { data, control } = partsAt(found);
  return join(data, control);
}

/** A member as a map whose members can be set; `origin`: what makes it where nothing is known of it. */
export function mapIn(parent: MapTree, key: string, origin: Origin): MapTree {
  const tree = memberLeft(parent, key);
  const map = tree ? asMap(tree) : new MapTree(parent.removed.get(key) ?? origin);
  parent.members.set(key, map);
  return map;
}

/** A member as a list of elements with those merge keys. */
export function listIn(
  parent: MapTree,
  key: string,
  keys: readonly (string | undefined)[],
  mergeKey: string,
  origin: Origin,
): ListTree {
  const tree = memberLeft(parent, key);
  const list = tree ? asList(tree, keys, mergeKey) : new ListTree(parent.removed.get(key) ?? origin);
  parent.members.set(key, list);
  return list;
}

/** A member, but not one that a step took away: what is there then, is what was left of it. */
function memberLeft(parent: MapTree, key: string): Tree | undefined {
  return parent.members.has(key) || !parent.removed.has(key) ? parent.member(key) : undefined;
}

/** The first element with that key as a map whose members can be set; undefined where nothing is known of it. */
export function elementIn(list: ListTree, key: string, nth = 0): MapTree | undefined {
  let seen = 0;
  const index = list.items.findIndex((item) => item.key === key && seen++ === nth);
  if (index < 0) return undefined;
  const map = asMap(list.items[index]!.tree);
  list.items[index] = { key, tree: map };
  return map;
}

export type ContainerList = "containers" | "initContainers";

/** The proxy's container, in the pod and where it is listed. Mirrors findSidecar. */
export function sidecarOf(pod: Pod): { readonly list: ContainerList; readonly container: Container } | undefined {
  for (const list of ["containers", "initContainers"] as const) {
    const container = pod.spec?.[list]?.find(({ name }) => name === "istio-proxy");
    if (container) return { list, container };
  }
  return undefined;
}
