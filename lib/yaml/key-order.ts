import { isDigit, isLetter } from "../go/unicode";

/**
 * Compares two keys in the order in which go-yaml prints them: digits as numbers, letters after everything else.
 * Negative, 0 or positive. Mirrors keyList of sorter.go for strings.
 */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  const n = Math.min(a.length, b.length);
  let i = 0;
  while (i < n && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (i === n) return a.length - b.length;
  const c = a.charCodeAt(i);
  const d = b.charCodeAt(i);
  if (isAsciiLetter(c) && isAsciiLetter(d)) return c - d;
  if (c < 0x80 && d < 0x80 && !isAsciiDigit(c) && !isAsciiDigit(d)) {
    if (isAsciiLetter(c) !== isAsciiLetter(d)) return isAsciiLetter(c) ? 1 : -1;
    return c - d;
  }
  return compareCodes(codesOf(a), codesOf(b));
}

function isAsciiLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

function isAsciiDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

function codesOf(s: string): number[] {
  return Array.from(s, (c) => c.codePointAt(0)!);
}

function compareCodes(a: number[], b: number[]): number {
  const n = Math.min(a.length, b.length);
  let i = 0;
  while (i < n && a[i] === b[i]) i++;
  if (i === n) return a.length - b.length;
  const c = a[i]!;
  const d = b[i]!;
  const aLetter = isLetter(c);
  const bLetter = isLetter(d);
  if (aLetter && bLetter) return c - d;
  if (aLetter || bLetter) return bLetter ? -1 : 1;
  // Within a number that has begun with another digit than 0, a 0 counts like any digit; otherwise it is a leading zero.
  const lead = (c === 48 || d === 48) && followsNonZeroDigit(a, i) ? 1n : 0n;
  const x = readNumber(a, i, lead);
  const y = readNumber(b, i, lead);
  if (x.value !== y.value) return x.value < y.value ? -1 : 1;
  if (x.end !== y.end) return x.end - y.end;
  return c - d;
}

function followsNonZeroDigit(codes: number[], i: number): boolean {
  for (let k = i - 1; k >= 0 && isDigit(codes[k]!); k--) if (codes[k] !== 48) return true;
  return false;
}

/** The number at codes[i…], after a digit `lead`; it wraps around like Go's int64. */
function readNumber(codes: number[], i: number, lead: bigint): { value: bigint; end: number } {
  let value = lead;
  let end = i;
  for (; end < codes.length && isDigit(codes[end]!); end++) {
    value = BigInt.asIntN(64, value * 10n + BigInt(codes[end]! - 48));
  }
  return { value, end };
}
