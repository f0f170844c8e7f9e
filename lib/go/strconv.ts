/** Go's conversions between text and basic values, with their errors. Mirrors package strconv. */
import { GoError } from "../source/errors";
import { scanFloat } from "./float";
import { scanInt, scanUint } from "./integer";
import { quote } from "./quote";
import type { Int } from "./value";

export { formatFloat, formatG } from "./float";
export { quote, quoteRune, quoteToASCII, unquote } from "./quote";

function fail(func: string, text: string, reason: string): never {
  throw new GoError(`strconv.${func}: parsing ${quote(text)}: ${reason}`);
}

const TRUE = new Set(["1", "t", "T", "TRUE", "true", "True"]);
const FALSE = new Set(["0", "f", "F", "FALSE", "false", "False"]);

/** strconv.ParseBool. Throws GoError `strconv.ParseBool: parsing "x": invalid syntax`. */
export function parseBool(s: string): boolean {
  if (TRUE.has(s)) return true;
  return FALSE.has(s) ? false : fail("ParseBool", s, "invalid syntax");
}

function checkBase(func: string, s: string, base: number, bits: number): void {
  if (s === "") fail(func, s, "invalid syntax");
  if (base !== 0 && (base < 2 || base > 36)) fail(func, s, `invalid base ${base}`);
  if (bits < 0 || bits > 64) fail(func, s, `invalid bit size ${bits}`);
}

/** strconv.ParseInt: base 0 (by prefix, underscores allowed) or 2…36; `bits` 0 means 64. Throws GoError. */
export function parseInt(s: string, base: number, bits: number): Int {
  checkBase("ParseInt", s, base, bits);
  const value = scanInt(s, base, bits || 64);
  return typeof value === "string" ? fail("ParseInt", s, value) : value;
}

/** strconv.ParseUint: as parseInt, without a sign. Throws GoError. */
export function parseUint(s: string, base: number, bits: number): Int {
  checkBase("ParseUint", s, base, bits);
  const value = scanUint(s, base, bits || 64);
  return typeof value === "string" ? fail("ParseUint", s, value) : value;
}

/** strconv.Atoi: a decimal int of 64 bits. Throws GoError. */
export function atoi(s: string): Int {
  const value = scanInt(s, 10, 64);
  return typeof value === "string" ? fail("Atoi", s, value) : value;
}

/** strconv.ParseFloat: decimal, hexadecimal, inf and nan; the result fits `bits`. Throws GoError. */
export function parseFloat(s: string, bits: 32 | 64): number {
  const value = scanFloat(s, bits);
  return typeof value === "string" ? fail("ParseFloat", s, value) : value;
}
