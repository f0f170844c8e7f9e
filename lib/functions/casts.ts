/** Numbers from any value, as sprig takes them. Mirrors ToInt64, ToInt and ToFloat64 of spf13/cast: what fails is 0. */
import { scanFloat } from "../go/float";
import { scanInt } from "../go/integer";
import { isInteger, isUnsigned } from "../go/types";
import { type GoValue, type Int, Typed, toInt } from "../go/value";
import type { Libraries } from "./libraries";

/** An int64: the low 64 bits of an integer, read as signed. */
export function wrap64(value: bigint): Int {
  return toInt(BigInt.asIntN(64, value));
}

/** Go's conversion of a float64 to int64 (amd64): towards zero; NaN and what does not fit give the smallest int64. */
export function floatToInt64(value: number): Int {
  if (!(value > -9223372036854775809 && value < 9223372036854775808)) return -9223372036854775808n;
  const whole = Math.trunc(value);
  return Number.isSafeInteger(whole) ? whole + 0 : toInt(BigInt(whole));
}

/** cast's trimZeroDecimal: `7.00` becomes `7`, `7.5` and `7.` stay. */
function withoutZeroDecimals(s: string): string {
  let zeros = false;
  for (let i = s.length - 1; i >= 0; i--) {
    if (s[i] === ".") {
      if (zeros) return s.slice(0, i);
    } else if (s[i] === "0") zeros = true;
    else return s;
  }
  return s;
}

const DECIMAL = /^([-+]?\d*)(\.\d*)?$/;

/** cast's trimDecimal: `7.5` becomes `7`, `.5` becomes `0`. */
function withoutDecimals(s: string): string {
  if (!s.includes(".") || s.endsWith("\n")) return s;
  const whole = DECIMAL.exec(s)?.[1];
  if (whole === undefined) return s;
  if (whole === "") return "0";
  return whole === "-" || whole === "+" ? `${whole}0` : whole;
}

/** A value below any pointers, with the type's basic kind; undefined for what no number is made of. */
function basicOf(value: GoValue, libraries: Libraries): { kind: string; node: unknown } | undefined {
  if (value === null) return { kind: "nil", node: null };
  if (!(value instanceof Typed)) return typeof value === "object" ? undefined : { kind: typeof value, node: value };
  const { node } = value;
  let { type } = value;
  while (type.kind === "ptr") {
    if (node == null) return { kind: "nil", node: null };
    type = type.elem!;
  }
  if (type.kind === "interface") return basicOf((node ?? null) as GoValue, libraries);
  // Before 1.10 cast knows the predeclared types only, and two of package time.
  if (type.path !== "" && libraries.cast === "1.5" && type.path !== "time.Month" && type.path !== "time.Weekday") {
    return undefined;
  }
  if (isInteger(type.kind)) return { kind: isUnsigned(type.kind) ? "uint" : "int", node: node ?? 0 };
  if (type.kind === "float64" || type.kind === "float32") return { kind: "number", node: node ?? 0 };
  if (type.kind === "string") return { kind: "string", node: node ?? "" };
  return type.kind === "bool" ? { kind: "boolean", node: node ?? false } : undefined;
}

/** cast.ToInt64 (and ToInt, which is the same on 64 bits). */
export function toInt64(value: GoValue, libraries: Libraries): Int {
  const basic = basicOf(value, libraries);
  switch (basic?.kind) {
    case "number":
      return floatToInt64(basic.node as number);
    case "int":
      return basic.node as Int;
    case "uint":
      return wrap64(BigInt(basic.node as Int));
    case "boolean":
      return basic.node ? 1 : 0;
    case "string": {
      const s = basic.node as string;
      const n = scanInt(libraries.cast === "1.5" ? withoutZeroDecimals(s) : withoutDecimals(s), 0, 64);
      return typeof n === "string" ? 0 : n;
    }
    default:
      return 0;
  }
}

/** cast.ToFloat64 */
export function toFloat64(value: GoValue, libraries: Libraries): number {
  const basic = basicOf(value, libraries);
  switch (basic?.kind) {
    case "number":
      return basic.node as number;
    case "int":
    case "uint":
      return Number(basic.node as Int);
    case "boolean":
      return basic.node ? 1 : 0;
    case "string": {
      const n = scanFloat(basic.node as string, 64);
      return typeof n === "string" ? 0 : n;
    }
    default:
      return 0;
  }
}
