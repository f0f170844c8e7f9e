/** sprig's functions on strings. */
import { sprintf } from "../go/fmt";
import type { GoFunction } from "../gotemplate/function";
import { GoPanic } from "../source/errors";
import { quote } from "../go/strconv";
import { byteLength } from "../go/strings";
import { ANY, BOOL, INT, STRING } from "../go/types";
import type { GoValue, Int } from "../go/value";
import { func, named, variadic } from "./define";
import type { Libraries } from "./libraries";
import { checkLength } from "./longest";
import { explode, fromRunes, runes, searching, sliceBytes } from "./text";
import { isDigit, isLetter, isSpace, toLower, toTitle, toUpper } from "./unicode";
import { strval } from "./strval";
import {
  abbreviate,
  connectWords,
  deleteWhiteSpace,
  initials,
  pascalCase,
  swapCase,
  uncapitalize,
  wrap,
} from "./words";

/** strings.Repeat. Throws GoPanic for a negative count, LimitError where it gets too long. */
export function repeat(s: string, count: Int): string {
  if (count < 0) throw new GoPanic("strings: negative Repeat count");
  if (s === "" || count === 0) return "";
  if (BigInt(byteLength(s)) * BigInt(count) > 9223372036854775807n) {
    throw new GoPanic("strings: Repeat output length overflow");
  }
  checkLength(s.length * Number(count));
  return s.repeat(Number(count));
}

/** strings.ToUpper and ToLower: by simple case mapping. */
function mapRunes(s: string, map: (code: number) => number): string {
  return fromRunes(runes(s).map(map));
}

/** strings.ToLower */
export function lower(s: string): string {
  return mapRunes(s, toLower);
}

/** strings.Title: title case for each letter that follows a separator. */
function title(s: string): string {
  let previous = 0x20;
  return mapRunes(s, (code) => {
    const separated = isSeparator(previous);
    previous = code;
    return separated ? toTitle(code) : code;
  });
}

function isSeparator(code: number): boolean {
  if (code <= 0x7f) return !(isLetter(code) || isDigit(code) || code === 0x5f);
  return !isLetter(code) && !isDigit(code) && isSpace(code);
}

/** Cuts characters off both ends. */
function trimWhere(s: string, cut: (char: string) => boolean): string {
  const chars = explode(s);
  let start = 0;
  let end = chars.length;
  while (start < end && cut(chars[start]!)) start++;
  while (end > start && cut(chars[end - 1]!)) end--;
  return end - start === chars.length ? s : chars.slice(start, end).join("");
}

/** strings.TrimSpace */
export function trimSpace(s: string): string {
  return trimWhere(s, (char) => isSpace(char.codePointAt(0)!));
}

/** strings.Trim: the characters of `cutset` off both ends. */
function trimAll(cutset: string, s: string): string {
  const set = new Set(explode(cutset));
  // Any stray byte counts as U+FFFD, which in a set stands for itself and for stray bytes.
  const stray = (char: string) => char === "\ufffd" || !char.isWellFormed();
  const anyStray = [...set].some(stray);
  return trimWhere(s, (char) => set.has(char) || (anyStray && stray(char)));
}

/** strings.Split: an empty separator gives the characters. */
export function split(s: string, separator: string): string[] {
  if (separator === "") return explode(s);
  return searching([s, separator], ([text, by]) => text!.split(by!));
}

/** strings.SplitN: at most `n` parts, null (nil) for none; a negative `n` means all. */
function splitN(s: string, separator: string, n: number): string[] | null {
  if (n === 0) return null;
  const parts = split(s, separator);
  if (n < 0 || parts.length <= n) return parts;
  return [...parts.slice(0, n - 1), parts.slice(n - 1).join(separator)];
}

/** strings.ReplaceAll: an empty `from` matches before each character and at the end. */
export function replaceAll(s: string, from: string, to: string): string {
  if (from === "") return [...explode(s).map((char) => to + char), to].join("");
  // Only what could be too long is worth counting.
  if (s.length * to.length > 1 << 20) checkLength(s.length + countOf(s, from) * to.length);
  return searching([s, from, to], ([text, old, now]) => text!.replaceAll(old!, () => now!));
}

/** strings.Contains */
export function contains(s: string, part: string): boolean {
  return searching([s, part], ([text, inner]) => text!.includes(inner!));
}

function hasPrefix(s: string, prefix: string): boolean {
  return searching([s, prefix], ([text, start]) => text!.startsWith(start!));
}

function hasSuffix(s: string, suffix: string): boolean {
  return searching([s, suffix], ([text, end]) => text!.endsWith(end!));
}

/** How often a text stands in another, without overlaps; the empty one before each character. */
function countOf(s: string, part: string): number {
  return part === "" ? s.length + 1 : s.split(part).length - 1;
}

function indent(spaces: Int, s: string): string {
  const pad = repeat(" ", spaces);
  checkLength(countOf(s, "\n") * pad.length);
  return pad + s.replaceAll("\n", `\n${pad}`);
}

function truncate(count: Int, s: string): string {
  const c = Number(count);
  const length = byteLength(s);
  if (c < 0 && length + c > 0) return sliceBytes(s, length + c);
  return c >= 0 && length > c ? sliceBytes(s, 0, c) : s;
}

function substring(start: Int, end: Int, s: string): string {
  if (start < 0) return sliceBytes(s, undefined, end);
  if (end < 0 || end > byteLength(s)) return sliceBytes(s, start);
  return sliceBytes(s, start, end);
}

/** sprig's cat: the operands that are not nil, by `%v`, with a space between. */
function cat(...values: GoValue[]): string {
  const shown = values.filter((value) => value !== null);
  return sprintf(trimSpace("%v ".repeat(shown.length)), shown);
}

function abbrevboth(left: Int, right: Int, s: string): string {
  if (right < 4 || (left > 0 && right < 7)) return s;
  return abbreviate(s, Number(left), Number(right));
}

/** The functions on strings; camelcase differs by release. */
export function stringFunctions(libraries: Libraries): GoFunction[] {
  return [
    func("hello", [], STRING, () => "Hello!"),
    func("abbrev", [INT, STRING], STRING, (width: Int, s: string) => (width < 4 ? s : abbreviate(s, 0, Number(width)))),
    func("abbrevboth", [INT, INT, STRING], STRING, abbrevboth),
    func("trunc", [INT, STRING], STRING, truncate),
    func("trim", [STRING], STRING, trimSpace),
    func("upper", [STRING], STRING, (s: string) => mapRunes(s, toUpper)),
    func("lower", [STRING], STRING, lower),
    func("title", [STRING], STRING, title),
    func("untitle", [STRING], STRING, uncapitalize),
    func("substr", [INT, INT, STRING], STRING, substring),
    func("repeat", [INT, STRING], STRING, (count: Int, s: string) => repeat(s, count)),
    ...named(["trimall", "trimAll"], (name) => func(name, [STRING, STRING], STRING, trimAll)),
    func("trimSuffix", [STRING, STRING], STRING, (suffix: string, s: string) =>
      hasSuffix(s, suffix) ? sliceBytes(s, 0, byteLength(s) - byteLength(suffix)) : s,
    ),
    func("trimPrefix", [STRING, STRING], STRING, (prefix: string, s: string) =>
      hasPrefix(s, prefix) ? sliceBytes(s, byteLength(prefix)) : s,
    ),
    func("nospace", [STRING], STRING, deleteWhiteSpace),
    func("initials", [STRING], STRING, initials),
    func("swapcase", [STRING], STRING, swapCase),
    func("snakecase", [STRING], STRING, (s: string) => connectWords(s, "_")),
    func("camelcase", [STRING], STRING, (s: string) => pascalCase(s, libraries.xstrings === "1.5")),
    func("kebabcase", [STRING], STRING, (s: string) => connectWords(s, "-")),
    func("wrap", [INT, STRING], STRING, (width: Int, s: string) => wrap(s, Number(width), "", false)),
    func("wrapWith", [INT, STRING, STRING], STRING, (width: Int, separator: string, s: string) =>
      wrap(s, Number(width), separator, true),
    ),
    func("contains", [STRING, STRING], BOOL, (part: string, s: string) => contains(s, part)),
    func("hasPrefix", [STRING, STRING], BOOL, (prefix: string, s: string) => hasPrefix(s, prefix)),
    func("hasSuffix", [STRING, STRING], BOOL, (suffix: string, s: string) => hasSuffix(s, suffix)),
    variadic("quote", [ANY], STRING, (...values: GoValue[]) =>
      values
        .filter((value) => value !== null)
        .map((value) => quote(strval(value)))
        .join(" "),
    ),
    variadic("squote", [ANY], STRING, (...values: GoValue[]) =>
      values
        .filter((value) => value !== null)
        .map((value) => sprintf("'%v'", [value]))
        .join(" "),
    ),
    variadic("cat", [ANY], STRING, cat),
    func("indent", [INT, STRING], STRING, indent),
    func("nindent", [INT, STRING], STRING, (spaces: Int, s: string) => `\n${indent(spaces, s)}`),
    func("replace", [STRING, STRING, STRING], STRING, (from: string, to: string, s: string) => replaceAll(s, from, to)),
    func("plural", [STRING, STRING, INT], STRING, (one: string, many: string, count: Int) =>
      count === 1 ? one : many,
    ),
    func("toString", [ANY], STRING, strval),
  ];
}

export { splitN };
