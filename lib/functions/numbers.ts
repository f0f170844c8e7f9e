/** sprig's functions on numbers. */
import { sprint } from "../go/fmt";
import { scanInt } from "../go/integer";
import type { GoFunction } from "../gotemplate/function";
import { GoPanic, LimitError } from "../source/errors";
import { ANY, FLOAT64, INT, INT64, sliceOf, STRING } from "../go/types";
import type { GoValue, Int } from "../go/value";
import { toFloat64, toInt64, wrap64 } from "./casts";
import { add, type Decimal, divide, fromFloat, multiply, subtract, toFloat } from "./decimal";
import { func, named, variadic } from "./define";
import type { Libraries } from "./libraries";
import { powerOf10 } from "./power";
import { appended } from "./slices";

const INT_SLICE = sliceOf(INT);
const MOST = 1 << 20;
const MAX_INT64 = 9223372036854775807n;
const MIN_INT64 = -9223372036854775808n;

/** strconv.Atoi with its error dropped: out of range is the nearest int64, other text 0. */
export function parseClamped(s: string): Int {
  const value = scanInt(s, 10, 64);
  if (value === "value out of range") return s.startsWith("-") ? MIN_INT64 : MAX_INT64;
  return typeof value === "string" ? 0 : value;
}

/** sprig's untilStep. Throws LimitError beyond 1 Mi numbers. */
function untilStep(start: Int, stop: Int, step: Int): Int[] {
  const down = stop < start;
  if (down ? step >= 0 : step <= 0) return [];
  const count = (BigInt(stop) - BigInt(start)) / BigInt(step);
  if (count > MOST) throw new LimitError(`a list of ${count} numbers is too long`);
  const list: Int[] = [];
  if ([start, stop, step].every((n) => typeof n === "number")) {
    for (let i = start as number; down ? i > (stop as number) : i < (stop as number); i += step as number) list.push(i);
  } else {
    for (let i = BigInt(start); down ? i > stop : i < stop; i += BigInt(step)) list.push(wrap64(i));
  }
  return appended(list, 8);
}

/** sprig's seq, as the shell command: the end counts too. */
function seq(...params: Int[]): string {
  if (params.length === 0 || params.length > 3) return "";
  const start = params.length === 1 ? 1 : params[0]!;
  const end = params.at(-1)!;
  const increment = end < start ? -1n : 1n;
  const step = params.length === 3 ? params[1]! : Number(increment);
  if (params.length === 3 && end < start && step > 0) return "";
  return untilStep(start, wrap64(BigInt(end) + increment), step).join(" ");
}

/** math.Max and math.Min: an infinity wins over NaN. */
function extreme(a: number, b: number, winner: number, pick: (a: number, b: number) => number): number {
  return a === winner || b === winner ? winner : pick(a, b);
}

/** sprig's round: halves (or `on`) go up, whatever the sign. */
function round(value: number, places: Int, on: number): number {
  const power = powerOf10(Number(places));
  const digit = power * value;
  const fraction = digit - Math.trunc(digit);
  return (fraction >= on ? Math.ceil(digit) : Math.floor(digit)) / power;
}

function quotient(a: Int, b: Int): Int {
  if (b === 0) throw new GoPanic("runtime error: integer divide by zero");
  return wrap64(BigInt(a) / BigInt(b));
}

function remainder(a: Int, b: Int): Int {
  if (b === 0) throw new GoPanic("runtime error: integer divide by zero");
  return wrap64(BigInt(a) % BigInt(b));
}

/** The functions on numbers; how they read other values differs by release. */
export function numberFunctions(libraries: Libraries): GoFunction[] {
  const int = (value: GoValue) => toInt64(value, libraries);
  const float = (value: GoValue) => toFloat64(value, libraries);
  const fold = (values: GoValue[], start: Int, step: (a: bigint, b: bigint) => bigint) =>
    values.reduce<Int>((sum, value) => wrap64(step(BigInt(sum), BigInt(int(value)))), start);
  const largest = (a: GoValue, ...rest: GoValue[]) => rest.map(int).reduce((m, n) => (n > m ? n : m), int(a));
  const smallest = (a: GoValue, ...rest: GoValue[]) => rest.map(int).reduce((m, n) => (n < m ? n : m), int(a));
  const decimals = (a: GoValue, rest: GoValue[], step: (a: Decimal, b: Decimal) => Decimal) =>
    toFloat(rest.reduce<Decimal>((sum, value) => step(sum, fromFloat(float(value))), fromFloat(float(a))));

  return [
    func("atoi", [STRING], INT, parseClamped),
    func("int64", [ANY], INT64, int),
    func("int", [ANY], INT, int),
    func("float64", [ANY], FLOAT64, float),
    variadic("seq", [INT], STRING, seq),
    func("toDecimal", [ANY], INT64, (value: GoValue) => {
      const n = scanInt(sprint([value]), 8, 64);
      return typeof n === "string" ? 0 : n;
    }),
    func("until", [INT], INT_SLICE, (count: Int) => untilStep(0, count, count < 0 ? -1 : 1)),
    func("untilStep", [INT, INT, INT], INT_SLICE, untilStep),
    func("add1", [ANY], INT64, (value: GoValue) => wrap64(BigInt(int(value)) + 1n)),
    variadic("add", [ANY], INT64, (...values: GoValue[]) => fold(values, 0, (a, b) => a + b)),
    func("sub", [ANY, ANY], INT64, (a: GoValue, b: GoValue) => wrap64(BigInt(int(a)) - BigInt(int(b)))),
    func("div", [ANY, ANY], INT64, (a: GoValue, b: GoValue) => quotient(int(a), int(b))),
    func("mod", [ANY, ANY], INT64, (a: GoValue, b: GoValue) => remainder(int(a), int(b))),
    variadic("mul", [ANY, ANY], INT64, (a: GoValue, ...rest: GoValue[]) => fold(rest, int(a), (x, y) => x * y)),
    func("add1f", [ANY], FLOAT64, (value: GoValue) => decimals(value, [1], add)),
    variadic("addf", [ANY], FLOAT64, (...values: GoValue[]) => decimals(0, values, add)),
    variadic("subf", [ANY, ANY], FLOAT64, (a: GoValue, ...rest: GoValue[]) => decimals(a, rest, subtract)),
    variadic("divf", [ANY, ANY], FLOAT64, (a: GoValue, ...rest: GoValue[]) => decimals(a, rest, divide)),
    variadic("mulf", [ANY, ANY], FLOAT64, (a: GoValue, ...rest: GoValue[]) => decimals(a, rest, multiply)),
    ...named(["biggest", "max"], (name) => variadic(name, [ANY, ANY], INT64, largest)),
    variadic("min", [ANY, ANY], INT64, smallest),
    variadic("maxf", [ANY, ANY], FLOAT64, (a: GoValue, ...rest: GoValue[]) =>
      rest.map(float).reduce((m, n) => extreme(m, n, Infinity, Math.max), float(a)),
    ),
    variadic("minf", [ANY, ANY], FLOAT64, (a: GoValue, ...rest: GoValue[]) =>
      rest.map(float).reduce((m, n) => extreme(m, n, -Infinity, Math.min), float(a)),
    ),
    func("ceil", [ANY], FLOAT64, (value: GoValue) => Math.ceil(float(value))),
    func("floor", [ANY], FLOAT64, (value: GoValue) => Math.floor(float(value))),
    variadic("round", [ANY, INT, FLOAT64], FLOAT64, (value: GoValue, places: Int, on = 0.5) =>
      round(float(value), places, on),
    ),
  ];
}
