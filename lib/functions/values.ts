/** Looking at values as package reflect does: kinds, lengths, elements. */
import { GoError } from "../source/errors";
import type { GoType, Kind } from "../go/types";
import { type GoValue, type Node, nodeOf, toValue, typeOf } from "../go/value";
import { nilDereference } from "./panics";

/** reflect.ValueOf(v).Kind(); "invalid" for the nil interface. */
export function kindOf(value: GoValue): Kind | "invalid" {
  return typeOf(value)?.kind ?? "invalid";
}

/** reflect.TypeOf(v).Kind(). Throws GoPanic for the nil interface. */
export function kindOfType(value: GoValue): Kind {
  const type = typeOf(value);
  if (!type) throw nilDereference();
  return type.kind;
}

export interface List {
  readonly type: GoType;
  readonly nodes: readonly Node[];
}

/** The list that a value is, if it is a slice or array. */
export function listOf(value: GoValue): List | undefined {
  const type = typeOf(value);
  if (type?.kind !== "slice" && type?.kind !== "array") return undefined;
  return { type, nodes: (nodeOf(value) as Node[] | null | undefined) ?? [] };
}

/** The elements of a list, each as the content of an interface. */
export function elementsOf(list: List): GoValue[] {
  const elem = list.type.elem!;
  if (elem.kind === "interface") return list.nodes.map((node) => (node ?? null) as GoValue);
  return list.nodes.map((node) => toValue(elem, node));
}

/**
 * The elements of a slice or array. Throws GoPanic for nil, and GoError with `complaint` and the kind for anything else:
 * `Cannot push on type string`.
 */
export function elements(value: GoValue, complaint: string): GoValue[] {
  const kind = kindOfType(value);
  const list = listOf(value);
  if (!list) throw new GoError(`${complaint} ${kind}`);
  return elementsOf(list);
}

/** The number of elements of a map node, whatever it holds. */
function sizeOf(node: Node): number {
  if (node == null) return 0;
  return node instanceof Map ? node.size : (node as unknown[]).length;
}

/** sprig's empty: zero values, empty collections and nil. Throws nothing. */
export function isEmpty(value: GoValue): boolean {
  if (value === null) return true;
  switch (typeof value) {
    case "string":
      return value === "";
    case "boolean":
      return !value;
    case "number":
      return value === 0;
  }
  const node = nodeOf(value);
  switch (kindOf(value)) {
    case "slice":
    case "array":
    case "map":
      return sizeOf(node) === 0;
    case "string":
      return node === "";
    case "bool":
      return !node;
    case "struct":
      return false;
    case "ptr":
    case "func":
    case "interface":
      return node == null;
    case "complex64":
    case "complex128": {
      const complex = node as { re: number; im: number };
      return complex.re === 0 && complex.im === 0;
    }
    default:
      return node === 0 || node === undefined;
  }
}
