/** The formatting of basic values with flags, width and precision. Mirrors fmt/format.go. */
import { formatFloat, type FloatFormat } from "./float";
import { canBackquote, quote, quoteRune, quoteToASCII } from "./quote";
import { fromBytes, toBytes } from "./strings";
import { isPrint } from "./unicode";
import type { Int } from "./value";

/** Number of runes; each byte that is not part of valid UTF-8 counts as one. */
function runeCount(s: string): number {
  let n = s.length;
  for (let i = 0; i + 1 < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c >= 0xd800 && c <= 0xdbff) {
      n--;
      i++;
    }
  }
  return n;
}

function codePoint(v: Int): number {
  return v < 0 || v > 0x10ffff || (v >= 0xd800 && v <= 0xdfff) ? 0xfffd : Number(v);
}

/** A negative integer as the 64 bits that it is. */
function unsigned(v: Int): bigint {
  return BigInt.asUintN(64, BigInt(v));
}

/** Collects text; the fields are the flags of one verb. */
export class Format {
  text = "";
  minus = false;
  plus = false;
  sharp = false;
  space = false;
  zero = false;
  /** %+v and %#v, which are formats of their own. */
  plusV = false;
  sharpV = false;
  /** -1 where there is none. */
  width = -1;
  precision = -1;

  clear(): void {
    this.minus = this.plus = this.sharp = this.space = this.zero = this.plusV = this.sharpV = false;
    this.width = this.precision = -1;
  }

  private padding(count: number, zero = this.zero): string {
    return count > 0 ? (zero && !this.minus ? "0" : " ").repeat(count) : "";
  }

  /** Writes s, padded to the width. */
  pad(s: string, zero = this.zero): void {
    if (this.width <= 0) this.text += s;
    else {
      const fill = this.padding(this.width - runeCount(s), zero);
      this.text += this.minus ? s + fill : fill + s;
    }
  }

  boolean(v: boolean): void {
    this.pad(v ? "true" : "false");
  }

  private truncate(s: string): string {
    if (this.precision < 0 || s.length <= this.precision) return s;
    let at = 0;
    for (let n = 0; n < this.precision && at < s.length; n++) at += s.codePointAt(at)! > 0xffff ? 2 : 1;
    return s.slice(0, at);
  }

  string(s: string): void {
    this.pad(this.truncate(s));
  }

  quoted(s: string): void {
    s = this.truncate(s);
    if (this.sharp && canBackquote(s)) this.pad("`" + s + "`");
    else this.pad(this.plus ? quoteToASCII(s) : quote(s));
  }

  /** The bytes of s in hexadecimal (%x and %X of strings). */
  hexString(s: string, upper: boolean): void {
    let bytes = toBytes(s);
    if (this.precision >= 0 && this.precision < bytes.length) bytes = bytes.subarray(0, this.precision);
    const prefix = this.sharp ? (upper ? "0X" : "0x") : "";
    const digits = Array.from(bytes, (b) => {
      const text = b.toString(16).padStart(2, "0");
      return upper ? text.toUpperCase() : text;
    });
    let out = "";
    if (digits.length > 0) out = prefix + digits.join(this.space ? " " + prefix : "");
    this.pad(out);
  }

  /** Base 2, 8, 10 or 16; `verb` O adds the prefix 0o. */
  integer(v: Int, base: number, verb: string, upper = false): void {
    const negative = v < 0;
    let digits = (negative ? -v : v).toString(base);
    if (upper) digits = digits.toUpperCase();
    let least = 0;
    if (this.precision >= 0) {
      least = this.precision;
      if (least === 0 && v == 0) {
        this.text += this.padding(this.width, false);
        return;
      }
    } else if (this.zero && !this.minus && this.width >= 0) {
      least = this.width;
      if (negative || this.plus || this.space) least--;
    }
    digits = digits.padStart(least, "0");
    if (this.sharp) {
      if (base === 2) digits = "0b" + digits;
      else if (base === 8 && digits[0] !== "0") digits = "0" + digits;
      else if (base === 16) digits = (upper ? "0X" : "0x") + digits;
    }
    if (verb === "O") digits = "0o" + digits;
    this.pad((negative ? "-" : this.plus ? "+" : this.space ? " " : "") + digits, false);
  }

  character(v: Int): void {
    this.pad(String.fromCodePoint(codePoint(v)));
  }

  quotedCharacter(v: Int): void {
    this.pad(quoteRune(codePoint(v), this.plus));
  }

  /** U+0078, with # also the character. */
  unicode(v: Int): void {
    const u = unsigned(v);
    let out = "U+" + u.toString(16).toUpperCase().padStart(Math.max(4, this.precision), "0");
    if (this.sharp && u <= 0x10ffffn && isPrint(Number(u))) out += ` '${String.fromCodePoint(Number(u))}'`;
    this.pad(out, false);
  }

  float(v: number, bits: 32 | 64, verb: FloatFormat, precision: number): void {
    if (this.precision >= 0) precision = this.precision;
    let number = formatFloat(v, verb, precision, bits);
    let sign = "+";
    if (number[0] === "-" || number[0] === "+") {
      sign = number[0];
      number = number.slice(1);
    }
    if (this.space && sign === "+" && !this.plus) sign = " ";
    if (number === "Inf" || number === "NaN") {
      if (number === "NaN" && !this.space && !this.plus) sign = "";
      this.pad(sign + number, false);
      return;
    }
    if (this.sharp && verb !== "b") number = withPoint(number, verb, precision);
    if (!this.plus && sign === "+") {
      this.pad(number);
      return;
    }
    if (this.zero && !this.minus && this.width > number.length + 1) {
      this.text += sign + "0".repeat(this.width - number.length - 1) + number;
    } else this.pad(sign + number);
  }
}

/** The # flag: a decimal point always, and trailing zeros kept. `number` has no sign. */
function withPoint(number: string, verb: FloatFormat, precision: number): string {
  let missing = 0;
  if (verb === "g" || verb === "G" || verb === "x") missing = precision === -1 ? 6 : precision;
  let at = 0;
  let point = false;
  let nonzero = false;
  for (; at < number.length; at++) {
    const c = number[at]!;
    if (c === ".") {
      point = true;
      continue;
    }
    if (c === "p" || c === "P" || ((c === "e" || c === "E") && verb !== "x" && verb !== "X")) break;
    if (c !== "0") nonzero = true;
    if (nonzero) missing--;
  }
  let out = number.slice(0, at);
  if (!point) {
    if (out === "0") missing--;
    out += ".";
  }
  return out + "0".repeat(Math.max(missing, 0)) + number.slice(at);
}

/** Bytes that came to stand side by side may be valid UTF-8 together: the text with them joined. */
export function joinBytes(s: string): string {
  return s.isWellFormed() ? s : fromBytes(toBytes(s));
}
