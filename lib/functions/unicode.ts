/**
 * Letter case and character classes as Go's package unicode has them (Unicode 15.0): simple, one code point to one.
 * JavaScript's full mappings agree wherever they give a single code point, apart from the tables below.
 */
import { isDigit, isLetter } from "../go/unicode";

export { isDigit, isLetter };

// Cased letters that later versions of Unicode added, or gave a counterpart to.
const UNMAPPED: readonly (readonly [number, number])[] = [
  [0x19b, 0x19b],
  [0x264, 0x264],
  [0x1c89, 0x1c8a],
  [0xa7cb, 0xa7cf],
  [0xa7d2, 0xa7d5],
  [0xa7da, 0xa7dc],
  [0x10d50, 0x10d65],
  [0x10d70, 0x10d85],
  [0x16ea0, 0x16eb8],
  [0x16ebb, 0x16ed3],
];

function unmapped(code: number): boolean {
  return code > 0x17f && UNMAPPED.some(([first, last]) => code >= first && code <= last);
}

function single(mapped: string, code: number): number {
  const first = mapped.codePointAt(0)!;
  return mapped.length === (first > 0xffff ? 2 : 1) ? first : code;
}

// Greek letters with iota subscript: their simple capital is the title case letter, JavaScript's capital is two letters.
function greekTitle(code: number): number | undefined {
  if ((code >= 0x1f80 && code <= 0x1f87) || (code >= 0x1f90 && code <= 0x1f97) || (code >= 0x1fa0 && code <= 0x1fa7)) {
    return code + 8;
  }
  return code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3 ? code + 9 : undefined;
}

/** unicode.ToUpper */
export function toUpper(code: number): number {
  if (code < 0x80) return code >= 0x61 && code <= 0x7a ? code - 32 : code;
  if (unmapped(code)) return code;
  return greekTitle(code) ?? single(String.fromCodePoint(code).toUpperCase(), code);
}

/** unicode.ToLower */
export function toLower(code: number): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code + 32 : code;
  if (code === 0x130) return 0x69;
  return unmapped(code) ? code : single(String.fromCodePoint(code).toLowerCase(), code);
}

/** unicode.ToTitle: as toUpper, but for the digraphs (DŽ and so on) and for Georgian letters, which stay as they are. */
export function toTitle(code: number): number {
  if (code >= 0x1c4 && code <= 0x1cc) return code - ((code - 0x1c4) % 3) + 1;
  if (code >= 0x1f1 && code <= 0x1f3) return 0x1f2;
  if ((code >= 0x10d0 && code <= 0x10fa) || (code >= 0x10fd && code <= 0x10ff)) return code;
  return toUpper(code);
}

const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const TITLE = /\p{Lt}/u;
const PUNCT = /\p{P}/u;
const NUMBER = /\p{N}/u;

/** unicode.IsUpper (category Lu). */
export function isUpper(code: number): boolean {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  return UPPER.test(String.fromCodePoint(code)) && isLetter(code);
}

/** unicode.IsLower (category Ll). */
export function isLower(code: number): boolean {
  if (code < 0x80) return code >= 0x61 && code <= 0x7a;
  return (LOWER.test(String.fromCodePoint(code)) || code === 0x295) && isLetter(code);
}

/** unicode.IsTitle (category Lt). */
export function isTitle(code: number): boolean {
  return code >= 0x80 && TITLE.test(String.fromCodePoint(code));
}

/** unicode.IsPunct (category P). */
export function isPunct(code: number): boolean {
  return PUNCT.test(String.fromCodePoint(code));
}

/** unicode.IsNumber (category N). */
export function isNumber(code: number): boolean {
  if (code < 0x80) return code >= 0x30 && code <= 0x39;
  return NUMBER.test(String.fromCodePoint(code));
}

/** unicode.IsSpace (White_Space). */
export function isSpace(code: number): boolean {
  if (code < 0x100) return (code >= 9 && code <= 13) || code === 0x20 || code === 0x85 || code === 0xa0;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}
