/** Go's quoted strings and characters. Mirrors the quoting half of package strconv. */
import { GoError } from "../source/errors";
import { fromBytes, toBytes } from "./strings";
import { isPrint } from "./unicode";

const SHORT: Record<number, string> = { 7: "\\a", 8: "\\b", 12: "\\f", 10: "\\n", 13: "\\r", 9: "\\t", 11: "\\v" };

/** A byte that is not part of valid UTF-8 stands as a lone surrogate U+DC80…U+DCFF. */
export function isLoneByte(unit: number): boolean {
  return unit >= 0xdc80 && unit <= 0xdcff;
}

function hex(n: number, width: number): string {
  return n.toString(16).padStart(width, "0");
}

function escapeRune(code: number, quote: string, asciiOnly: boolean): string {
  if (code === quote.charCodeAt(0) || code === 0x5c) return "\\" + String.fromCharCode(code);
  if (asciiOnly ? code < 0x80 && isPrint(code) : isPrint(code)) return String.fromCodePoint(code);
  const short = SHORT[code];
  if (short) return short;
  if (code < 0x20 || code === 0x7f) return "\\x" + hex(code, 2);
  return code < 0x10000 ? "\\u" + hex(code, 4) : "\\U" + hex(code, 8);
}

function quoteWith(s: string, asciiOnly: boolean): string {
  let plain = true;
  for (let i = 0; i < s.length && plain; i++) {
    const c = s.charCodeAt(i);
    plain = c >= 0x20 && c < 0x7f && c !== 0x22 && c !== 0x5c;
  }
  if (plain) return `"${s}"`;
  let out = '"';
  for (let i = 0; i < s.length;) {
    const code = s.codePointAt(i)!;
    i += code > 0xffff ? 2 : 1;
    out += isLoneByte(code) ? "\\x" + hex(code - 0xdc00, 2) : escapeRune(code, '"', asciiOnly);
  }
  return out + '"';
}

/** strconv.Quote: a double-quoted Go literal (what %q prints). */
export function quote(s: string): string {
  return quoteWith(s, false);
}

/** strconv.QuoteToASCII: as quote, with everything beyond ASCII escaped (what %+q prints). */
export function quoteToASCII(s: string): string {
  return quoteWith(s, true);
}

/** strconv.QuoteRune and QuoteRuneToASCII: a single-quoted character; what is no code point counts as U+FFFD. */
export function quoteRune(code: number, asciiOnly = false): string {
  const valid = code >= 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return `'${escapeRune(valid ? code : 0xfffd, "'", asciiOnly)}'`;
}

/** strconv.CanBackquote: whether the text can stand between backquotes on one line. */
export function canBackquote(s: string): boolean {
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if ((c < 0x20 && c !== 9) || c === 0x60 || c === 0x7f || c === 0xfeff) return false;
    if (isLoneByte(c) && !(i > 0 && isHigh(s.charCodeAt(i - 1)))) return false;
  }
  return true;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

export interface UnquotedChar {
  /** The code point, or the byte where `byte` is set. */
  readonly code: number;
  /** Written as \x.. or as octal: one byte, possibly not UTF-8. */
  readonly byte: boolean;
  /** Length of the source, in UTF-16 units. */
  readonly size: number;
}

const SIMPLE = new Map([..."abfnrtv\\"].map((c, i) => [c, [7, 8, 12, 10, 13, 9, 11, 0x5c][i]!]));

/** strconv.UnquoteChar at s[at]: the first character of a quoted literal's body; undefined where the syntax is invalid. */
export function unquoteChar(s: string, at: number, quoteChar: string): UnquotedChar | undefined {
  if (at >= s.length || s[at] === quoteChar) return undefined;
  if (s[at] !== "\\") {
    const code = s.codePointAt(at)!;
    if (isLoneByte(code)) return { code: 0xfffd, byte: false, size: 1 };
    return { code, byte: false, size: code > 0xffff ? 2 : 1 };
  }
  const c = s[at + 1];
  if (c === undefined) return undefined;
  const simple = SIMPLE.get(c);
  if (simple !== undefined) return { code: simple, byte: false, size: 2 };
  if (c === "'" || c === '"') return c === quoteChar ? { code: c.charCodeAt(0), byte: false, size: 2 } : undefined;
  const digits = c === "x" ? 2 : c === "u" ? 4 : c === "U" ? 8 : 0;
  if (digits > 0) {
    const text = s.slice(at + 2, at + 2 + digits);
    if (text.length < digits || !/^[0-9a-fA-F]+$/.test(text)) return undefined;
    const code = parseInt(text, 16);
    if (c === "x") return { code, byte: true, size: 4 };
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    return { code, byte: false, size: 2 + digits };
  }
  const octal = s.slice(at + 1, at + 4);
  if (octal.length < 3 || !/^[0-7]+$/.test(octal)) return undefined;
  const code = parseInt(octal, 8);
  return code > 255 ? undefined : { code, byte: true, size: 4 };
}

/** Like unquote, but undefined where the syntax is invalid. */
function tryUnquote(s: string): string | undefined {
  const q = s[0];
  if (s.length < 2 || (q !== '"' && q !== "'" && q !== "`")) return undefined;
  if (q === "`") return s.indexOf(q, 1) === s.length - 1 ? s.slice(1, -1).replaceAll("\r", "") : undefined;
  let out = "";
  let bytes = false;
  let at = 1;
  while (at < s.length && s[at] !== q) {
    const char = unquoteChar(s, at, q);
    if (!char || s[at] === "\n") return undefined;
    at += char.size;
    if (char.byte && char.code >= 0x80) {
      bytes = true;
      out += String.fromCharCode(0xdc00 + char.code);
    } else out += String.fromCodePoint(char.code);
    if (q === "'") break;
  }
  if (s[at] !== q || at !== s.length - 1) return undefined;
  return bytes ? fromBytes(toBytes(out)) : out;
}

/** strconv.Unquote: the value of a quoted, backquoted or single-quoted literal. Throws GoError `invalid syntax`. */
export function unquote(s: string): string {
  const value = tryUnquote(s);
  if (value === undefined) throw new GoError("invalid syntax");
  return value;
}
