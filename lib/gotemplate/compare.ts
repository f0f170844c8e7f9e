/** The comparisons eq, ne, lt, le, gt and ge. Mirrors text/template/funcs.go. */
import { GoError, GoPanic } from "../source/errors";
import { sprintReflected } from "../go/fmt";
import { fieldsOf, isComparable, readField } from "../go/reflect";
import { compareStrings } from "../go/strings";
import { isSigned, isUnsigned, type GoType } from "../go/types";
import { type GoValue, type Int, type Node, nodeOf, typeOf } from "../go/value";
import { indirectInterface, isNil, type Reflected, type Value } from "./reflected";

type BasicKind = "bool" | "complex" | "int" | "float" | "string" | "uint";

function basicKind(value: Value): BasicKind | undefined {
  if (!value) return undefined;
  const { kind } = value.type;
  if (kind === "string" || kind === "bool") return kind;
  if (isSigned(kind)) return "int";
  if (isUnsigned(kind)) return "uint";
  if (kind === "float64" || kind === "float32") return "float";
  return kind === "complex64" || kind === "complex128" ? "complex" : undefined;
}

function comparableKind(value: Value): BasicKind {
  const kind = basicKind(value);
  if (!kind) throw new GoError("invalid type for comparison");
  return kind;
}

function isIntegerPair(a: BasicKind | undefined, b: BasicKind | undefined): boolean {
  return (a === "int" && b === "uint") || (a === "uint" && b === "int");
}

function incompatible(a: Reflected, b: Reflected): GoError {
  return new GoError(`incompatible types for comparison: ${a.type.name} and ${b.type.name}`);
}

/** Whether the first equals any of the others. Throws GoError for types that cannot be compared. */
export function eq(args: readonly Value[]): boolean {
  const first = indirectInterface(args[0]);
  if (args.length === 1) throw new GoError("missing argument for comparison");
  const kind = basicKind(first);
  for (let i = 1; i < args.length; i++) {
    if (equalTo(first, kind, indirectInterface(args[i]))) return true;
  }
  return false;
}

function equalTo(a: Value, kind: BasicKind | undefined, b: Value): boolean {
  const other = basicKind(b);
  if (kind !== other) {
    // An int and a uint are compared by value; number and bigint compare so in JavaScript.
    if (isIntegerPair(kind, other)) return (a!.node as Int) == (b!.node as Int);
    if (a && b) throw incompatible(a, b);
    return false;
  }
  if (kind === "complex") return equalNodes(a!.type, a!.node, b!.node);
  if (kind) return (a!.node as Int) == (b!.node as Int);
  if (a && b && a.type.kind !== b.type.kind) {
    throw new GoError(
      `non-comparable types ${sprintReflected(a.type, a.node, "s")}: ${a.type.name}, ${b.type.name}: ${sprintReflected(b.type, b.node, "v")}`,
    );
  }
  if (isNil(a) || isNil(b)) return isNil(a) === isNil(b);
  if (!isComparable(b!.type)) {
    throw new GoError(`non-comparable type ${sprintReflected(b!.type, b!.node, "s")}: ${b!.type.name}`);
  }
  return sameValue(a!, b!);
}

function sameValue(a: Reflected, b: Reflected): boolean {
  if (a.type.kind === "ptr" && (typeof a.node !== "object" || typeof b.node !== "object")) {
    // What a pointer to a scalar points to has no identity of its own; the place that holds the pointer has.
    return a.type === b.type && a.holder !== undefined && a.holder === b.holder && a.slot === b.slot;
  }
  return a.type === b.type && equalNodes(a.type, a.node, b.node);
}

/** Go's == on two values of one type. Throws GoPanic where an interface holds what has no ==. */
function equalNodes(type: GoType, a: Node, b: Node): boolean {
  if (a === b) return true;
  switch (type.kind) {
    case "complex64":
    case "complex128": {
      const [x, y] = [a as { re: number; im: number }, b as { re: number; im: number }];
      return x.re === y.re && x.im === y.im;
    }
    case "struct":
      return fieldsOf(type).every((field) => equalNodes(field.type, readField(field, a), readField(field, b)));
    case "interface": {
      const [x, y] = [typeOf(a as GoValue), typeOf(b as GoValue)];
      if (x !== y || !x) return x === y;
      if (!isComparable(x)) throw new GoPanic(`runtime error: comparing uncomparable type ${x.name}`);
      return equalNodes(x, nodeOf(a as GoValue), nodeOf(b as GoValue));
    }
    case "ptr":
      return false;
    default:
      return (a as Int) == (b as Int);
  }
}

function lt(x: Value, y: Value): boolean {
  const a = indirectInterface(x);
  const kind = comparableKind(a);
  const b = indirectInterface(y);
  const other = comparableKind(b);
  if (kind !== other && !isIntegerPair(kind, other)) throw incompatible(a!, b!);
  if (kind === "bool" || kind === "complex") throw new GoError("invalid type for comparison");
  if (kind === "string") return compareStrings(a!.node as string, b!.node as string) < 0;
  return (a!.node as Int) < (b!.node as Int);
}

function le(a: Value, b: Value): boolean {
  return lt(a, b) || eq([a, b]);
}

/** The ordering comparisons, by name. */
export const ORDERINGS: Readonly<Record<"ne" | "lt" | "le" | "gt" | "ge", (a: Value, b: Value) => boolean>> = {
  ne: (a, b) => !eq([a, b]),
  lt,
  le,
  gt: (a, b) => !le(a, b),
  ge: (a, b) => !lt(a, b),
};
