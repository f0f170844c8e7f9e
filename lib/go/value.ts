import { ANY_MAP, ANY_SLICE, BOOL, FLOAT64, STRING, type GoType } from "./types";

/**
 * A node is the value of a known Go type, without its type:
 *   bool → boolean; string kinds → string; float kinds → number; integer kinds → Int (see below);
 *   complex → { re, im }; pointer → null (nil) or the node of what it points to;
 *   slice → null/undefined (nil) or an array of nodes; map → null/undefined (nil) or a Map from string to nodes;
 *   struct → an object with a property for each field that was set (by GoField.key); an absent property is the zero value;
 *   interface → a GoValue.
 * Some structs are leaves with a class of their own: Quantity, GoTime, and IntOrString (number | string).
 */
export type Node = unknown;

/** An integer of any Go kind: a number when it is a safe integer, otherwise a bigint. */
export type Int = number | bigint;

/** A value together with its Go type, for every type that has no JavaScript type of its own below. */
export class Typed {
  constructor(
    readonly type: GoType,
    readonly node: Node,
  ) {}
}

/**
 * The content of an interface: null is the nil interface, string is Go's `string`, boolean `bool`, number `float64`,
 * an array `[]interface {}`, a Map `map[string]interface {}`. Everything else (ints, structs, pointers, []string, …) is Typed.
 */
export type GoValue = null | string | boolean | number | GoValue[] | Map<string, GoValue> | Typed;

/** Normal form of an integer: number when safe, else bigint. */
export function toInt(value: bigint): Int {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

/** The value of `node`, which is of type `type`, as the content of an interface. */
export function toValue(type: GoType, node: Node): GoValue {
  if (type.kind === "interface") return (node ?? null) as GoValue;
  if (type === STRING || type === BOOL || type === FLOAT64) return node as GoValue;
  if ((type === ANY_MAP || type === ANY_SLICE) && node != null) return node as GoValue;
  return new Typed(type, node);
}

/** The dynamic type of an interface's content; undefined for the nil interface. */
export function typeOf(value: GoValue): GoType | undefined {
  switch (typeof value) {
    case "string":
      return STRING;
    case "boolean":
      return BOOL;
    case "number":
      return FLOAT64;
  }
  if (value === null) return undefined;
  if (value instanceof Typed) return value.type;
  return Array.isArray(value) ? ANY_SLICE : ANY_MAP;
}

/** The node of an interface's content (the counterpart of typeOf). */
export function nodeOf(value: GoValue): Node {
  return value instanceof Typed ? value.node : value;
}

/** The zero value of a type as a node. */
export function zero(type: GoType): Node {
  switch (type.kind) {
    case "bool":
      return false;
    case "string":
      return "";
    case "struct":
      return {};
    case "complex64":
    case "complex128":
      return { re: 0, im: 0 };
    case "interface":
    case "map":
    case "slice":
    case "ptr":
    case "func":
      return null;
    case "array":
      return [];
    default:
      return 0;
  }
}
