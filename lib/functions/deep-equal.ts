/** Equality in depth. Mirrors reflect.DeepEqual. */
import type { GoType } from "../go/types";
import { type GoValue, type Node, nodeOf, typeOf, zero } from "../go/value";

/** reflect.DeepEqual of the contents of two interfaces: same type, and equal all the way down. NaN differs from itself. */
export function deepEqual(a: GoValue, b: GoValue): boolean {
  const type = typeOf(a);
  if (type !== typeOf(b)) return false;
  return type === undefined || equalNodes(type, nodeOf(a), nodeOf(b));
}

function equalNodes(type: GoType, a: Node, b: Node): boolean {
  switch (type.kind) {
    case "interface":
      return deepEqual((a ?? null) as GoValue, (b ?? null) as GoValue);
    case "ptr":
      if (a == null || b == null) return a == null && b == null;
      return a === b || equalNodes(type.elem!, a, b);
    case "slice":
      if (a == null || b == null) return a == null && b == null;
      return a === b || equalLists(type.elem!, a as Node[], b as Node[]);
    case "array":
      return equalLists(type.elem!, a as Node[], b as Node[]);
    case "map":
      if (a == null || b == null) return a == null && b == null;
      return a === b || equalMaps(type.elem!, a as Map<string, Node>, b as Map<string, Node>);
    case "struct":
      return equalStructs(type, a, b);
    case "func":
      return a == null && b == null;
    case "complex64":
    case "complex128": {
      const [x, y] = [a, b] as { re: number; im: number }[];
      return x!.re === y!.re && x!.im === y!.im;
    }
    default:
      return (a ?? zero(type)) === (b ?? zero(type));
  }
}

function equalLists(elem: GoType, a: readonly Node[], b: readonly Node[]): boolean {
  return a.length === b.length && a.every((item, i) => equalNodes(elem, item, b[i]));
}

function equalMaps(elem: GoType, a: ReadonlyMap<string, Node>, b: ReadonlyMap<string, Node>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, item] of a) if (!b.has(key) || !equalNodes(elem, item, b.get(key))) return false;
  return true;
}

function equalStructs(type: GoType, a: Node, b: Node): boolean {
  if (type.fields === undefined || type.fields.length === 0 || !isPlain(a) || !isPlain(b)) return equalLeaves(a, b);
  const x = a ?? {};
  const y = b ?? {};
  return type.fields.every((field) => {
    if (field.inline) return equalNodes(field.type, x, y);
    const read = field.read ?? ((node: Record<string, unknown>) => node[field.key]);
    return equalNodes(field.type, read(x as Record<string, unknown>), read(y as Record<string, unknown>));
  });
}

function isPlain(node: Node): boolean {
  return node == null || (typeof node === "object" && Object.getPrototypeOf(node) === Object.prototype);
}

/** Structs with a class of their own: by their properties. */
function equalLeaves(a: Node, b: Node): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return (a ?? null) === (b ?? null);
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => {
    const [x, y] = [(a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]];
    return x === y || (typeof x === "object" && typeof y === "object" && equalLeaves(x, y));
  });
}
