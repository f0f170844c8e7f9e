import { goUrl } from "../../functions/urls";
import { toldError } from "../../source/errors";
import { RE2JS } from "re2js";
import { BOOL, DYN, INT, list, map, opaque, optional, STRING, type Type } from "./types";
import { asNumber, equal, lookUp, Optional, RunError, typeName, Uint, type Value, type ValueMap } from "./values";

/** A form of a function: `target` for `target.f(…)`. `run` is absent of what this explorer cannot evaluate. */
export interface Overload {
  readonly target?: Type;
  readonly args: readonly Type[];
  readonly result: Type;
  readonly run?: (args: readonly Value[]) => Value;
}

const UINT: Type = { kind: "uint" };
const DOUBLE: Type = { kind: "double" };
const LIST = list(DYN);
const MAP = map(DYN, DYN);
const URL = opaque("kubernetes.URL");
const AUTHORIZER = opaque("kubernetes.authorization.Authorizer");
const found = new Map<string, Overload[]>();

function add(name: string, target: Type | undefined, args: readonly Type[], result: Type, run?: Overload["run"]): void {
  const overloads = found.get(name) ?? [];
  overloads.push({ args, result, ...(target ? { target } : {}), ...(run ? { run } : {}) });
  found.set(name, overloads);
}

/** A method whose arguments are all strings. */
function text(name: string, args: readonly Type[], result: Type, run: (text: string, ...rest: never[]) => Value): void {
  add(name, STRING, args, result, ([first, ...rest]) => run(first as string, ...(rest as never[])));
}

const points = (value: string) => [...value];

for (const [name, type] of [
  ["string", STRING],
  ["list", LIST],
  ["map", MAP],
] as const) {
  const size = ([value]: readonly Value[]): Value =>
    BigInt(
      name === "string"
        ? points(value as string).length
        : name === "list"
          ? (value as Value[]).length
          : (value as ValueMap).size,
    );
  add("size", undefined, [type], INT, size);
  add("size", type, [], INT, size);
}
text("startsWith", [STRING], BOOL, (s, part: string) => s.startsWith(part));
text("endsWith", [STRING], BOOL, (s, part: string) => s.endsWith(part));
text("contains", [STRING], BOOL, (s, part: string) => s.includes(part));
text("matches", [STRING], BOOL, (s, pattern: string) => compiled(pattern).matcher(s).find());
add("matches", undefined, [STRING, STRING], BOOL, ([s, pattern]) =>
  compiled(pattern as string)
    .matcher(s as string)
    .find(),
);
text("lowerAscii", [], STRING, (s) => s.replace(/[A-Z]/g, (c) => c.toLowerCase()));
text("upperAscii", [], STRING, (s) => s.replace(/[a-z]/g, (c) => c.toUpperCase()));
text("trim", [], STRING, (s) => s.replace(/^[\s\u0085]+|[\s\u0085]+$/g, ""));
text("charAt", [INT], STRING, (s, at: bigint) => {
  const all = points(s);
  if (at < 0n || at > all.length) throw new RunError(`index out of range: ${at}`);
  return all[Number(at)] ?? "";
});
text("indexOf", [STRING], INT, (s, part: string) => index(s, s.indexOf(part)));
text("lastIndexOf", [STRING], INT, (s, part: string) => index(s, s.lastIndexOf(part)));
text("replace", [STRING, STRING], STRING, (s, old: string, by: string) => s.split(old).join(by));
text("split", [STRING], list(STRING), (s, by: string) => (by === "" ? points(s) : s.split(by)));
text("substring", [INT], STRING, (s, from: bigint) => substring(s, from));
text("substring", [INT, INT], STRING, (s, from: bigint, to: bigint) => substring(s, from, to));
text("find", [STRING], STRING, (s, pattern: string) => {
  const matcher = compiled(pattern).matcher(s);
  return matcher.find() ? matcher.group()! : "";
});
text("findAll", [STRING], list(STRING), (s, pattern: string) => {
  const matcher = compiled(pattern).matcher(s);
  const all: string[] = [];
  while (matcher.find()) all.push(matcher.group()!);
  return all;
});
for (const separator of [false, true]) {
  add("join", list(STRING), separator ? [STRING] : [], STRING, ([items, by = ""]) =>
    (items as string[]).join(by as string),
  );
}

function index(text: string, at: number): bigint {
  return at < 0 ? -1n : BigInt(points(text.slice(0, at)).length);
}

function substring(text: string, from: bigint, to?: bigint): string {
  const all = points(text);
  const end = to ?? BigInt(all.length);
  if (from < 0n || from > all.length) throw new RunError(`index out of range: ${from}`);
  if (end < 0n || end > all.length) throw new RunError(`index out of range: ${end}`);
  if (from > end) throw new RunError(`invalid substring range. start: ${from}, end: ${end}`);
  return all.slice(Number(from), Number(end)).join("");
}

function compiled(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (failure) {
    throw new RunError(failure instanceof Error ? failure.message : String(failure));
  }
}

// Lists.
add("sum", list(DYN), [], DYN, ([items]) =>
  (items as Value[]).reduce<Value>(
    (sum, item) => (typeof item === "bigint" ? (sum as bigint) + item : Number(sum) + Number(item)),
    0n,
  ),
);
for (const [name, sign] of [
  ["min", -1],
  ["max", 1],
] as const) {
  add(name, list(DYN), [], DYN, ([items]) => {
    const [first, ...rest] = items as Value[];
    if (first === undefined) throw new RunError(`${name} called on empty list`);
    return rest.reduce((best, item) => (compare(item, best) * sign > 0 ? item : best), first);
  });
}
add("isSorted", list(DYN), [], BOOL, ([items]) =>
  (items as Value[]).every((item, i, all) => i === 0 || compare(all[i - 1]!, item) <= 0),
);
add("indexOf", list(DYN), [DYN], INT, ([items, item]) =>
  BigInt((items as Value[]).findIndex((other) => equal(other, item!))),
);
add("lastIndexOf", list(DYN), [DYN], INT, ([items, item]) =>
  BigInt((items as Value[]).findLastIndex((other) => equal(other, item!))),
);

// URLs.
add("url", undefined, [STRING], URL);
add("isURL", undefined, [STRING], BOOL, ([value]) => {
  try {
    const { scheme, host } = goUrl(value as string);
    // url.ParseRequestURI: absolute, or a path of its own.
    return scheme !== "" || host !== "" || (value as string).startsWith("/");
  } catch (failure) {
    toldError(failure);
    return false;
  }
});

// Optional values.
const none = new Optional(undefined);
add("optional.of", undefined, [DYN], optional(DYN), ([value]) => new Optional(value));
add("optional.none", undefined, [], optional(DYN), () => none);
add("optional.ofNonZeroValue", undefined, [DYN], optional(DYN), ([value]) =>
  isZero(value!) ? none : new Optional(value),
);
add("hasValue", optional(DYN), [], BOOL, ([value]) => (value as Optional).value !== undefined);
add("value", optional(DYN), [], DYN, ([held]) => {
  const { value } = held as Optional;
  if (value === undefined) throw new RunError("optional.none() dereference");
  return value;
});
add("orValue", optional(DYN), [DYN], DYN, ([held, other]) => (held as Optional).value ?? other!);
add("or", optional(DYN), [optional(DYN)], optional(DYN), ([held, other]) =>
  (held as Optional).value === undefined ? other! : held!,
);

function isZero(value: Value): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (value instanceof Map) return value.size === 0;
  return value === null || value === false || value === "" || asNumber(value) == 0;
}

// Conversions.
add("string", undefined, [DYN], STRING, ([value]) => {
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  const number = asNumber(value!);
  if (number === undefined) throw noOverload();
  return String(number);
});
add("int", undefined, [DYN], INT, ([value]) => {
  if (typeof value === "string" && /^[+-]?\d+$/.test(value)) return within(BigInt(value));
  const number = asNumber(value!);
  if (number === undefined) throw noOverload();
  return within(typeof number === "bigint" ? number : BigInt(Math.trunc(number)));
});
add("uint", undefined, [DYN], UINT, ([value]) => {
  const number = asNumber(value!);
  if (number === undefined || number < 0) throw new RunError("unsigned integer overflow");
  return new Uint(BigInt(typeof number === "bigint" ? number : Math.trunc(number)));
});
add("double", undefined, [DYN], DOUBLE, ([value]) => {
  const number = typeof value === "string" ? Number(value) : asNumber(value!);
  if (number === undefined || Number.isNaN(number)) throw noOverload();
  return Number(number);
});
add("bool", undefined, [DYN], BOOL, ([value]) => {
  if (typeof value === "boolean") return value;
  if (["true", "True", "TRUE", "t", "1"].includes(value as string)) return true;
  if (["false", "False", "FALSE", "f", "0"].includes(value as string)) return false;
  throw noOverload();
});
add("dyn", undefined, [DYN], DYN, ([value]) => value!);
add("type", undefined, [DYN], opaque("type"));

// Known by name, so that expressions with them are checked, but not run here.
for (const name of [
  "timestamp",
  "duration",
  "bytes",
  "quantity",
  "isQuantity",
  "ip",
  "isIP",
  "cidr",
  "isCIDR",
  "semver",
  "isSemver",
]) {
  add(name, undefined, [STRING], name.startsWith("is") ? BOOL : DYN);
}
for (const name of ["path", "group", "serviceAccount"]) {
  for (const args of [[STRING], [STRING, STRING]]) add(name, AUTHORIZER, args, DYN);
}

/** The forms of a function by its name. */
export function overloadsOf(name: string): readonly Overload[] | undefined {
  return found.get(name);
}

export function noOverload(of?: string): RunError {
  return new RunError(`no such overload${of === undefined ? "" : `: ${of}`}`);
}

function within(value: bigint): bigint {
  if (BigInt.asIntN(64, value) !== value) throw new RunError("integer overflow");
  return value;
}

/** Which of two values is the smaller one. @throws RunError for values that have no order */
export function compare(a: Value, b: Value): number {
  const [x, y] = [asNumber(a), asNumber(b)];
  if (x !== undefined && y !== undefined) return x < y ? -1 : x > y ? 1 : 0;
  if (typeName(a) !== typeName(b) || (typeof a !== "string" && typeof a !== "boolean")) throw noOverload();
  return a < b! ? -1 : a > b! ? 1 : 0;
}

/** Arithmetic of CEL: within one type; integers do not wrap. */
export function arithmetic(operator: string, a: Value, b: Value): Value {
  if (operator === "+") {
    if (typeof a === "string" && typeof b === "string") return a + b;
    if (Array.isArray(a) && Array.isArray(b)) return [...a, ...b];
  }
  const sums = typeof a === "string" || Array.isArray(a) ? operator === "+" : asNumber(a) !== undefined;
  if (!sums || (typeof a === "number" && operator === "%")) throw noOverload(`_${operator}_`);
  if (typeof a === "bigint" && typeof b === "bigint") return within(integers(operator, a, b));
  if (a instanceof Uint && b instanceof Uint) {
    const value = integers(operator, a.value, b.value);
    if (BigInt.asUintN(64, value) !== value) throw new RunError("unsigned integer overflow");
    return new Uint(value);
  }
  if (typeof a !== "number" || typeof b !== "number" || operator === "%") throw noOverload();
  return operator === "+" ? a + b : operator === "-" ? a - b : operator === "*" ? a * b : a / b;
}

function integers(operator: string, a: bigint, b: bigint): bigint {
  if (b === 0n && operator === "/") throw new RunError("division by zero");
  if (b === 0n && operator === "%") throw new RunError("modulus by zero");
  return operator === "+"
    ? a + b
    : operator === "-"
      ? a - b
      : operator === "*"
        ? a * b
        : operator === "/"
          ? a / b
          : a % b;
}

/** What an index of a list or map holds. @throws RunError where there is none */
export function indexed(of: Value, key: Value): Value {
  if (Array.isArray(of)) {
    const at = asNumber(key);
    if (at === undefined) throw new RunError(`unsupported index type '${typeName(key)}' in list`);
    if (Number(at) < 0 || Number(at) >= of.length) throw new RunError(`index out of bounds: ${at}`);
    return of[Number(at)]!;
  }
  const value = of instanceof Map ? lookUp(of as ValueMap, key) : undefined;
  if (value === undefined) throw new RunError(`no such key: ${key instanceof Uint ? key.value : String(key)}`);
  return value;
}
