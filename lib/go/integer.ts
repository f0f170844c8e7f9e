/** Reading integers. Mirrors ParseInt and ParseUint of package strconv. */
import { type Int, toInt } from "./value";

export type IntegerFailure = "invalid syntax" | "value out of range";

/**
 * Whether the underscores of a number stand only between digits, or between a base prefix and a digit
 * (underscoreOK of package strconv).
 */
export function underscoresOk(s: string): boolean {
  let i = s[0] === "-" || s[0] === "+" ? 1 : 0;
  let last: "start" | "digit" | "underscore" | "other" = "start";
  let hex = false;
  const prefix = s[i] === "0" ? (s[i + 1] ?? "").toLowerCase() : "";
  if (prefix === "b" || prefix === "o" || prefix === "x") {
    i += 2;
    last = "digit";
    hex = prefix === "x";
  }
  for (; i < s.length; i++) {
    const c = s.charCodeAt(i);
    const lower = c | 0x20;
    if ((c >= 0x30 && c <= 0x39) || (hex && lower >= 0x61 && lower <= 0x66)) last = "digit";
    else if (c === 0x5f) {
      if (last !== "digit") return false;
      last = "underscore";
    } else {
      if (last === "underscore") return false;
      last = "other";
    }
  }
  return last !== "underscore";
}

const SAFE = 2 ** 48;

/** strconv.ParseUint (base 0 or 2…36, 1…64 bits) without throwing: the number, or why there is none. */
export function scanUint(s: string, base: number, bits: number): Int | IntegerFailure {
  if (s === "") return "invalid syntax";
  let at = 0;
  const anyBase = base === 0;
  if (anyBase) {
    base = 10;
    if (s[0] === "0") {
      const letter = s.length >= 3 ? s[1]!.toLowerCase() : "";
      base = letter === "b" ? 2 : letter === "x" ? 16 : 8;
      at = letter === "b" || letter === "o" || letter === "x" ? 2 : 1;
    }
  }
  const max = (1n << BigInt(bits)) - 1n;
  let small = 0;
  let big = -1n;
  let underscores = false;
  for (; at < s.length; at++) {
    const c = s.charCodeAt(at);
    if (c === 0x5f && anyBase) {
      underscores = true;
      continue;
    }
    const lower = c | 0x20;
    const digit = c >= 0x30 && c <= 0x39 ? c - 0x30 : lower >= 0x61 && lower <= 0x7a && c < 0x80 ? lower - 0x57 : 99;
    if (digit >= base) return "invalid syntax";
    if (big < 0n) {
      if (small < SAFE) small = small * base + digit;
      else big = BigInt(small) * BigInt(base) + BigInt(digit);
    } else big = big * BigInt(base) + BigInt(digit);
    // Go stops at the overflow: what follows is not looked at any more.
    if (big >= 0n ? big > max : bits < 53 && small > Number(max)) return "value out of range";
  }
  if (underscores && !underscoresOk(s)) return "invalid syntax";
  return big < 0n ? (Number.isSafeInteger(small) ? small : toInt(BigInt(small))) : toInt(big);
}

/** strconv.ParseInt (base 0 or 2…36, 1…64 bits) without throwing. */
export function scanInt(s: string, base: number, bits: number): Int | IntegerFailure {
  const negative = s[0] === "-";
  const value = scanUint(negative || s[0] === "+" ? s.slice(1) : s, base, bits);
  if (typeof value === "string") return value;
  const limit = 1n << BigInt(bits - 1);
  if (typeof value === "number" && value < 2 ** 31 && bits > 32) return negative ? 0 - value : value;
  const big = BigInt(value);
  if (negative ? big > limit : big >= limit) return "value out of range";
  return toInt(negative ? -big : big);
}
