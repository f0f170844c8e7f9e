import { RE2JS } from "re2js";
import { goUrl } from "../../functions/urls";
import { formatFloat, scanFloat } from "../../go/float";
import { toldError } from "../../source/errors";
import { asNumber, equal, lookUp, Optional, RunError, typeName, Uint, type Value, type ValueMap } from "./values";

/** What a function makes of its values, of a method its target first. They are of the types of one of its forms. */
export type Run = (values: readonly Value[]) => Value;

/** Code points: CEL counts them. */
const points = (value: string) => [...value];
const runs = new Map<string, Run>();

/** A function that this explorer evaluates; the others are known by their forms alone. */
export function runOf(name: string): Run | undefined {
  return runs.get(name);
}

/** Declares what functions do whose first value is a text. */
function texts(functions: Readonly<Record<string, (text: string, ...rest: never[]) => Value>>): void {
  for (const [name, run] of Object.entries(functions))
    runs.set(name, ([first, ...rest]) => run(first as string, ...(rest as never[])));
}

/** The same of lists. */
function lists(functions: Readonly<Record<string, (items: readonly Value[], ...rest: never[]) => Value>>): void {
  for (const [name, run] of Object.entries(functions))
    runs.set(name, ([first, ...rest]) => run(first as Value[], ...(rest as never[])));
}

/** Runs a function on lists in one way, and on anything else as before. */
function onLists(name: string, run: (items: readonly Value[], ...rest: Value[]) => Value): void {
  const other = runs.get(name)!;
  runs.set(name, (values) => (Array.isArray(values[0]) ? run(values[0], ...values.slice(1)) : other(values)));
}

texts({
  startsWith: (s, part: string) => s.startsWith(part),
  endsWith: (s, part: string) => s.endsWith(part),
  contains: (s, part: string) => s.includes(part),
  matches: (s, pattern: string) => compiled(pattern).matcher(s).find(),
  lowerAscii: (s) => s.replace(/[A-Z]/g, (c) => c.toLowerCase()),
  upperAscii: (s) => s.replace(/[a-z]/g, (c) => c.toUpperCase()),
  trim: (s) => s.replace(/^[\s\u0085]+|[\s\u0085]+$/g, ""),
  charAt: (s, at: bigint) => {
    const all = points(s);
    if (at < 0n || at > all.length) throw new RunError(`index out of range: ${at}`);
    return all[Number(at)] ?? "";
  },
  indexOf: (s, part: string, from = 0n as never) => indexFrom(s, part, from, 1),
  lastIndexOf: (s, part: string, from?: bigint) => {
    if (from !== undefined) return indexFrom(s, part, from, -1);
    return part === "" ? BigInt(points(s).length) : indexFrom(s, part, BigInt(Math.max(0, points(s).length - 1)), -1);
  },
  replace: (s, old: string, by: string, most = -1n as never) => replaced(s, old, by, most),
  split: (s, by: string, most = -1n as never) => split(s, by, most),
  substring: (s, from: bigint, to?: bigint) => substring(s, from, to),
  find: (s, pattern: string) => found(s, pattern, 1)[0] ?? "",
  findAll: (s, pattern: string, most?: bigint) =>
    found(s, pattern, most === undefined || most < 0n ? Infinity : Number(most)),
});

function indexFrom(text: string, part: string, from: bigint, step: 1 | -1): bigint {
  if (part === "") return from;
  if (from < 0n) throw new RunError(`index out of range: ${from}`);
  const [all, wanted] = [points(text), points(part)];
  if (from >= all.length && !(from === 0n && all.length === 0)) return -1n;
  const last = all.length - wanted.length;
  for (let at = step > 0 ? Number(from) : Math.min(Number(from), last); at >= 0 && at <= last; at += step)
    if (wanted.every((point, i) => all[at + i] === point)) return BigInt(at);
  return -1n;
}

/** Mirrors strings.Replace. */
function replaced(text: string, old: string, by: string, most: bigint): string {
  if (old !== "") {
    const parts = text.split(old);
    const count = most < 0n ? parts.length - 1 : Math.min(Number(most), parts.length - 1);
    return (
      parts.slice(0, count + 1).join(by) +
      parts
        .slice(count + 1)
        .map((part) => old + part)
        .join("")
    );
  }
  const gaps = ["", ...points(text)];
  const count = most < 0n ? gaps.length : Math.min(Number(most), gaps.length);
  return gaps.map((point, i) => (i < count ? point + by : point)).join("");
}

/** Mirrors strings.SplitN. */
function split(text: string, by: string, most: bigint): string[] {
  if (most === 0n) return [];
  const parts = by === "" ? points(text) : text.split(by);
  if (most < 0n || parts.length <= most) return parts;
  return [...parts.slice(0, Number(most) - 1), parts.slice(Number(most) - 1).join(by)];
}

function substring(text: string, from: bigint, to?: bigint): string {
  const all = points(text);
  const end = to ?? BigInt(all.length);
  if (to !== undefined && from > to) throw new RunError(`invalid substring range. start: ${from}, end: ${end}`);
  if (from < 0n || from > all.length) throw new RunError(`index out of range: ${from}`);
  if (end < 0n || end > all.length) throw new RunError(`index out of range: ${end}`);
  return all.slice(Number(from), Number(end)).join("");
}

function compiled(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (failure) {
    throw new RunError(failure instanceof Error ? failure.message : String(failure));
  }
}

/** Whether a text is a regular expression. */
export function isPattern(text: string): boolean {
  try {
    compiled(text);
    return true;
  } catch {
    return false;
  }
}

function found(text: string, pattern: string, most: number): string[] {
  const matcher = compiled(pattern).matcher(text);
  const all: string[] = [];
  while (all.length < most && matcher.find()) all.push(matcher.group()!);
  return all;
}

lists({
  join: (items, by?: string) => {
    if (items.some((item) => typeof item !== "string"))
      throw noOverload(by === undefined ? "join(list)" : "join(list, string)");
    return items.join(by ?? "");
  },
  sum: (items) => {
    const [first = 0n, ...rest] = comparable("sum", items);
    return rest.reduce((sum, item) => arithmetic("+", sum, item), first);
  },
  min: (items) => best("min", items, -1),
  max: (items) => best("max", items, 1),
  isSorted: (items) => comparable("isSorted", items).every((item, i) => i === 0 || compare(items[i - 1]!, item) <= 0),
  sort: (items) => sortedBy(items, items),
  distinct: (items) => items.filter((item, i) => items.findIndex((other) => equal(other, item)) === i),
  reverse: (items) => items.toReversed(),
  first: (items) => new Optional(items[0]),
  last: (items) => new Optional(items.at(-1)),
  slice: (items, start: bigint, end: bigint) => {
    const told = `cannot slice(${start}, ${end}), `;
    if (start < 0n || end < 0n) throw new RunError(`${told}negative indexes not supported`);
    if (start > end) throw new RunError(`${told}start index must be less than or equal to end index`);
    if (items.length < end) throw new RunError(`${told}list is length ${items.length}`);
    return items.slice(Number(start), Number(end));
  },
  flatten: (items, depth = 1n as never) => {
    if ((depth as bigint) < 0n) throw new RunError("level must be non-negative");
    return flat(items, depth);
  },
  unwrapOpt: (items) => held(items),
  "optional.unwrap": (items) => held(items),
  "sets.contains": (items, other: Value[]) => other.every((item) => has(items, item)),
  "sets.intersects": (items, other: Value[]) => other.some((item) => has(items, item)),
  "sets.equivalent": (items, other: Value[]) =>
    other.every((item) => has(items, item)) && items.every((item) => has(other, item)),
});
onLists("indexOf", (items, item) => BigInt(items.findIndex((other) => equal(other, item!))));
onLists("lastIndexOf", (items, item) => BigInt(items.findLastIndex((other) => equal(other, item!))));

function flat(items: readonly Value[], depth: bigint): Value[] {
  return items.flatMap((item) => (Array.isArray(item) && depth > 0n ? flat(item, depth - 1n) : [item]));
}

const has = (items: readonly Value[], item: Value) => items.some((other) => equal(other, item));

/** No form of these functions takes lists of anything that has no order. */
function comparable(name: string, items: readonly Value[]): readonly Value[] {
  const [first] = items;
  const fits = name === "sum" ? [] : ["string", "boolean"];
  if (first !== undefined && !fits.includes(typeof first) && asNumber(first) === undefined)
    throw noOverload(`${name}(list)`);
  return items;
}

function best(name: string, items: readonly Value[], sign: 1 | -1): Value {
  const [first, ...rest] = comparable(name, items);
  if (first === undefined) throw new RunError(`${name} called on empty list`);
  return rest.reduce((kept, item) => (compare(item, kept) * sign > 0 ? item : kept), first);
}

function held(items: readonly Value[]): Value[] {
  return items.flatMap((item) => {
    const value = item instanceof Optional ? item.value : undefined;
    return value === undefined ? [] : [value];
  });
}

/** Items in the order of their keys, which must be of one type. Mirrors sortList of ext.Lists. */
export function sortedBy(items: readonly Value[], keys: readonly Value[]): Value[] {
  const [first] = keys;
  if (first === undefined) return [];
  if (["list", "map", "null_type", "optional_type"].includes(typeName(first)))
    throw new RunError("list elements must be comparable");
  if (keys.some((key) => typeName(key) !== typeName(first)))
    throw new RunError("list elements must have the same type");
  return items
    .map((item, i) => [item, keys[i]!] as const)
    .sort(([, a], [, b]) => compare(a, b))
    .map(([item]) => item);
}

/** Longer lists are refused: ext.Lists has no bound of its own, but the API server's cost has. */
const LONGEST = 100_000n;

runs.set("lists.range", ([count]) => {
  if ((count as bigint) > LONGEST) throw overBudget();
  return Array.from({ length: Math.max(0, Number(count)) }, (_, i) => BigInt(i));
});
runs.set("size", ([value]) =>
  BigInt(
    typeof value === "string" ? points(value).length : Array.isArray(value) ? value.length : (value as ValueMap).size,
  ),
);
runs.set("isURL", ([value]) => {
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
runs.set("optional.of", ([value]) => new Optional(value));
runs.set("optional.none", () => none);
runs.set("optional.ofNonZeroValue", ([value]) => (isZero(value!) ? none : new Optional(value)));
runs.set("hasValue", ([value]) => (value as Optional).value !== undefined);
runs.set("value", ([value]) => {
  const { value: inner } = value as Optional;
  if (inner === undefined) throw new RunError("optional.none() dereference");
  return inner;
});

function isZero(value: Value): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (value instanceof Map) return value.size === 0;
  return value === null || value === false || value === "" || asNumber(value) == 0;
}

// Conversions. Mirrors ConvertToType of cel-go's common/types.
const TRUE = new Set(["1", "t", "T", "TRUE", "true", "True"]);
const FALSE = new Set(["0", "f", "F", "FALSE", "false", "False"]);

function notConverted(value: Value, to: string): RunError {
  return new RunError(`type conversion error from '${typeName(value)}' to '${to}'`);
}

runs.set("string", ([value]) => {
  if (typeof value === "number") return formatFloat(value, "g", -1, 64);
  return value instanceof Uint ? String(value.value) : String(value);
});
runs.set("int", ([value]) => {
  if (typeof value === "string") {
    if (!/^[+-]?\d+$/.test(value) || BigInt.asIntN(64, BigInt(value)) !== BigInt(value))
      throw notConverted(value, "int");
    return BigInt(value);
  }
  if (typeof value !== "number") return within(asNumber(value!) as bigint);
  // As int64 checks it: the bounds themselves are out.
  if (!(value > -(2 ** 63) && value < 2 ** 63)) throw new RunError("integer overflow");
  return BigInt(Math.trunc(value));
});
runs.set("uint", ([value]) => {
  if (typeof value === "string") {
    if (!/^\d+$/.test(value) || BigInt.asUintN(64, BigInt(value)) !== BigInt(value)) throw notConverted(value, "uint");
    return new Uint(BigInt(value));
  }
  const number = asNumber(value!)!;
  if (!(number >= 0 && number < 2 ** 64)) throw new RunError("unsigned integer overflow");
  return new Uint(BigInt(typeof number === "bigint" ? number : Math.trunc(number)));
});
runs.set("double", ([value]) => {
  if (typeof value !== "string") return Number(asNumber(value!));
  const number = scanFloat(value, 64);
  if (typeof number !== "number") throw notConverted(value, "double");
  return number;
});
runs.set("bool", ([value]) => {
  if (typeof value === "boolean") return value;
  if (TRUE.has(value as string)) return true;
  if (FALSE.has(value as string)) return false;
  throw notConverted(value!, "bool");
});
runs.set("dyn", ([value]) => value!);

export function overBudget(): RunError {
  return new RunError("operation cancelled: actual cost limit exceeded");
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
