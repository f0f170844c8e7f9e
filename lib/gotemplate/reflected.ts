/** Values as package reflect handles them: a type, a node, and whether the value has an address. */
import type { GoType } from "../go/types";
import { type GoValue, type Node, nodeOf, toValue, typeOf } from "../go/value";

/** A valid reflect.Value. The invalid one is `undefined`. */
export class Reflected {
  constructor(
    /** The static type: of an element of a map[string]interface{} it is the interface type. */
    readonly type: GoType,
    readonly node: Node,
    readonly addressable = false,
    /** Where a pointer was read from: two pointers from one place are equal, whatever they point to. */
    readonly holder: Node = undefined,
    readonly slot: string = "",
  ) {}
}

export type Value = Reflected | undefined;

/** reflect.ValueOf */
export function reflected(value: GoValue): Value {
  const type = typeOf(value);
  return type && new Reflected(type, nodeOf(value));
}

/** Value.Interface; null for the invalid value. */
export function interfaceOf(value: Value): GoValue {
  return value ? toValue(value.type, value.node) : null;
}

/** Value.Elem of a non-nil interface or pointer. */
export function elemOf(value: Reflected): Value {
  if (value.type.kind === "interface") return reflected((value.node ?? null) as GoValue);
  return new Reflected(value.type.elem!, value.node, true);
}

/** Follows pointers and interfaces. Where they end in a nil one, that is the value: `isPointing`. */
export function indirect(value: Value): Value {
  while (value && isPointing(value) && !isNilNode(value.node, value.type)) value = elemOf(value);
  return value;
}

/** Whether it is a pointer or an interface. */
export function isPointing({ type: { kind } }: Reflected): boolean {
  return kind === "ptr" || kind === "interface";
}

// A pointer to a struct that is all zero has an undefined node only if it was read as such: nil pointers are null.
function isNilNode(node: Node, type: GoType): boolean {
  return type.kind === "ptr" ? node === null : node == null;
}

/** The value inside an interface; others as they are. */
export function indirectInterface(value: Value): Value {
  return value?.type.kind === "interface" ? elemOf(value) : value;
}

/** The length of a map, slice, array or string. */
export function lengthOf(value: Reflected): number {
  const { node } = value;
  if (node == null) return 0;
  return node instanceof Map ? node.size : (node as unknown[]).length;
}

/** Whether the value is nil of its type, or invalid. */
export function isNil(value: Value): boolean {
  if (!value) return true;
  switch (value.type.kind) {
    case "func":
    case "interface":
    case "map":
    case "ptr":
    case "slice":
      return value.node == null;
    default:
      return false;
  }
}

/** The truth of a value as `if` sees it. */
export function isTrue(value: Value): boolean {
  if (!value) return false;
  const { node } = value;
  switch (value.type.kind) {
    case "array":
    case "map":
    case "slice":
      return lengthOf(value) > 0;
    case "string":
      return node !== "" && node !== undefined;
    case "bool":
      return node === true;
    case "func":
    case "ptr":
    case "interface":
      return !isNil(value);
    case "struct":
      return true;
    case "complex64":
    case "complex128": {
      const { re, im } = node as { re: number; im: number };
      return re !== 0 || im !== 0;
    }
    default:
      // NaN counts as true.
      return node !== 0 && node !== undefined;
  }
}
