/** The functions that every template has. Mirrors text/template/funcs.go. */
import { GoError, GoPanic } from "../source/errors";
import { sprint, sprintf, sprintln } from "../go/fmt";
import { assignableTo, hasTextMethod } from "../go/reflect";
import { byteLength, fromBytes, toBytes } from "../go/strings";
import { ANY, BOOL, INT, isInteger, isSigned, ptrTo, sliceOf, STRING, UINT8, type GoType } from "../go/types";
import { type GoValue, type Int, type Node, toInt, toValue } from "../go/value";
import { eq, ORDERINGS } from "./compare";
import { escapeHtml, escapeJs, escapeQuery } from "./escape";
import {
  indirect,
  indirectInterface,
  interfaceOf,
  isPointing,
  isTrue,
  lengthOf,
  Reflected,
  reflected,
  type Value,
} from "./reflected";

/** reflect.Value as a parameter type: arguments are passed as they are, nil included. */
export const REFLECT_VALUE: GoType = { kind: "struct", name: "reflect.Value", path: "reflect.Value" };

/** A built-in function; the last of `in` is the element type where it is variadic. */
export interface Builtin {
  readonly in: readonly GoType[];
  readonly variadic: boolean;
  /** Throws GoError for the function's error, GoPanic for its panic. */
  readonly call: (args: readonly Value[]) => Value;
}

/** Whether nil can be assigned to the type. */
export function canBeNil(type: GoType): boolean {
  switch (type.kind) {
    case "func":
    case "interface":
    case "map":
    case "ptr":
    case "slice":
      return true;
    default:
      return type === REFLECT_VALUE;
  }
}

/** What of a value is handed to the formatted printer; undefined where it cannot be printed. */
export function printable(value: Value): GoValue | undefined {
  if (value?.type.kind === "ptr") value = indirect(value);
  if (!value) return "<no value>";
  const { type, node } = value;
  if (!hasText(type)) {
    if (value.addressable && type.path !== "" && hasText(ptrTo(type))) return toValue(ptrTo(type), node);
    if (type.kind === "func") return undefined;
  }
  return interfaceOf(value);
}

function hasText(type: GoType): boolean {
  return hasTextMethod(type, "Error") || hasTextMethod(type, "String");
}

/** Sprint of the arguments, each indirected as the result of an action is. */
function evaluated(args: readonly Value[]): string {
  const values = args.map(interfaceOf);
  if (values.length === 1 && typeof values[0] === "string") return values[0];
  return sprint(values.map((value) => printable(reflected(value)) ?? value));
}

const NO_VALUE = "reflect: call of reflect.Value.Type on zero Value";

function length(arg: Value): number {
  const value = indirect(arg);
  if (!value) throw new GoPanic(NO_VALUE);
  if (isPointing(value)) throw new GoError("len of nil pointer");
  switch (value.type.kind) {
    case "array":
    case "map":
    case "slice":
      return lengthOf(value);
    case "string":
      return byteLength(value.node as string);
    default:
      throw new GoError(`len of type ${value.type.name}`);
  }
}

/** An index into something of that length (or capacity). */
function position(index: Value, limit: number): number {
  if (!index) throw new GoError("cannot index slice/array with nil");
  const { kind, name } = index.type;
  if (!isInteger(kind)) throw new GoError(`cannot index slice/array with type ${name}`);
  let x = index.node as Int;
  if (!isSigned(kind)) x = toInt(BigInt.asIntN(64, BigInt(x)));
  if (x < 0 || x > limit) throw new GoError(`index out of range: ${x}`);
  return Number(x);
}

/** A map key of the map's key type. */
function keyFor(index: Value, type: GoType): Node {
  if (!index) {
    if (!canBeNil(type)) throw new GoError(`value is nil; should be of type ${type.name}`);
    return null;
  }
  const integers = isInteger(index.type.kind) && isInteger(type.kind);
  if (!integers && !assignableTo(index.type, type)) {
    throw new GoError(`value has type ${index.type.name}; should be ${type.name}`);
  }
  return index.node;
}

/** The zero value of a type, as readField leaves it: undefined for structs. */
function zeroOf(type: GoType): Reflected {
  const value = reflectedZero(type);
  return new Reflected(type, value);
}

function reflectedZero(type: GoType): Node {
  switch (type.kind) {
    case "struct":
      return undefined;
    case "string":
      return "";
    case "bool":
      return false;
    case "array":
      return [];
    case "complex64":
    case "complex128":
      return { re: 0, im: 0 };
    default:
      return canBeNil(type) ? null : 0;
  }
}

function index(args: readonly Value[]): Value {
  let item = indirectInterface(args[0]);
  if (!item) throw new GoError("index of untyped nil");
  for (let i = 1; i < args.length; i++) {
    const key = indirectInterface(args[i]);
    const value = indirect(item)!;
    if (isPointing(value)) throw new GoError("index of nil pointer");
    item = element(value, key);
  }
  return item;
}

function element(item: Reflected, key: Value): Reflected {
  const { type, node } = item;
  switch (type.kind) {
    case "array":
    case "slice": {
      const size = lengthOf(item);
      const at = position(key, size);
      if (at === size) throw new GoPanic(`reflect: ${type.kind} index out of range`);
      return new Reflected(type.elem!, (node as Node[])[at], type.kind === "slice" || item.addressable);
    }
    case "string": {
      const bytes = toBytes(node as string);
      const at = position(key, bytes.length);
      if (at === bytes.length) throw new GoPanic("reflect: string index out of range");
      return new Reflected(UINT8, bytes[at]);
    }
    case "map": {
      const name = keyFor(key, type.key!);
      const found = node == null ? undefined : (node as Map<Node, Node>).get(name);
      return found === undefined ? zeroOf(type.elem!) : new Reflected(type.elem!, found);
    }
    default:
      throw new GoError(`can't index item of type ${type.name}`);
  }
}

function slice(args: readonly Value[]): Value {
  const start = indirectInterface(args[0]);
  if (!start) throw new GoError("slice of untyped nil");
  const item = indirect(start)!;
  if (isPointing(item)) throw new GoError("slice of nil pointer");
  if (args.length > 4) throw new GoError(`too many slice indexes: ${args.length - 1}`);
  const { kind } = item.type;
  if (kind === "string") {
    if (args.length === 4) throw new GoError("cannot 3-index slice a string");
  } else if (kind !== "array" && kind !== "slice") throw new GoError(`can't slice item of type ${item.type.name}`);
  const size = kind === "string" ? byteLength(item.node as string) : lengthOf(item);
  const bounds = [0, size, size];
  args.slice(1).forEach((arg, i) => (bounds[i] = position(arg, size)));
  const [from, to, cap] = bounds as [number, number, number];
  if (from > to) throw new GoError(`invalid slice index: ${from} > ${to}`);
  if (args.length === 4 && to > cap) throw new GoError(`invalid slice index: ${to} > ${cap}`);
  if (kind === "string") return new Reflected(item.type, fromBytes(toBytes(item.node as string).slice(from, to)));
  if (kind === "array" && !item.addressable) {
    throw new GoPanic(`reflect.Value.Slice${args.length === 4 ? "3" : ""}: slice of unaddressable array`);
  }
  const type = kind === "array" ? sliceOf(item.type.elem!) : item.type;
  return new Reflected(type, item.node == null ? item.node : (item.node as Node[]).slice(from, to));
}

/** `call`: no value that a template can reach is a function. `name` is how the callee was written. */
export function callValue(name: string, callee: Value): Value {
  const value = indirectInterface(callee);
  if (!value) throw new GoError("call of nil");
  throw new GoError(`non-function ${name} of type ${value.type.name}`);
}

const unreachable = (): Value => undefined;

function make(params: readonly GoType[], variadic: boolean, call: Builtin["call"]): Builtin {
  return { in: params, variadic, call };
}

const V = REFLECT_VALUE;
const text = (s: string): Value => new Reflected(STRING, s);
const bool = (b: boolean): Value => new Reflected(BOOL, b);
const values = (args: readonly Value[]): GoValue[] => args.map(interfaceOf);

/** By name. `and`, `or` and `call` are carried out by the executor, which alone can leave arguments unevaluated. */
export const BUILTINS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ["and", make([V, V], true, unreachable)],
  ["or", make([V, V], true, unreachable)],
  ["call", make([V, V], true, unreachable)],
  ["not", make([V], false, ([arg]) => bool(!isTrue(indirectInterface(arg))))],
  ["len", make([V], false, ([arg]) => new Reflected(INT, length(arg)))],
  ["index", make([V, V], true, index)],
  ["slice", make([V, V], true, slice)],
  ["print", make([ANY], true, (args) => text(sprint(values(args))))],
  ["printf", make([STRING, ANY], true, (args) => text(sprintf(args[0]!.node as string, values(args.slice(1)))))],
  ["println", make([ANY], true, (args) => text(sprintln(values(args))))],
  ["html", make([ANY], true, (args) => text(escapeHtml(evaluated(args))))],
  ["js", make([ANY], true, (args) => text(escapeJs(evaluated(args))))],
  ["urlquery", make([ANY], true, (args) => text(escapeQuery(evaluated(args))))],
  ["eq", make([V, V], true, (args) => bool(eq(args)))],
  ...(["ne", "lt", "le", "gt", "ge"] as const).map((name): [string, Builtin] => [
    name,
    make([V, V], false, ([a, b]) => bool(ORDERINGS[name](a, b))),
  ]),
]);
