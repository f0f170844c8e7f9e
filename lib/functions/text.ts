/** Go strings as their functions need them: by bytes, by characters, and put together again. */
import type { Int } from "../go/value";
import { byteLength, fromBytes, toBytes } from "../go/strings";
import { checkSlice } from "./panics";

/** The string with neighbouring stray bytes that together are UTF-8 joined to characters. */
export function wellJoined(s: string): string {
  return s.isWellFormed() ? s : fromBytes(toBytes(s));
}

/** `s[start:end]` by bytes; an absent bound is that end of the string. Throws GoPanic where Go's bounds check does. */
export function sliceBytes(s: string, start: Int = 0, end?: Int): string {
  const length = byteLength(s);
  checkSlice(length, start, end);
  const [from, to] = [Number(start), Number(end ?? length)];
  if (length === s.length) return s.slice(from, to);
  return fromBytes(toBytes(s).subarray(from, to));
}

/** The code points of a string as a conversion to []rune or a range loop has them: a stray byte is U+FFFD. */
export function runes(s: string): number[] {
  const list: number[] = [];
  for (const c of s) {
    const code = c.codePointAt(0)!;
    list.push(code >= 0xdc80 && code <= 0xdcff ? 0xfffd : code);
  }
  return list;
}

/** The string of these code points, as `string([]rune)`. */
export function fromRunes(codes: readonly number[]): string {
  let s = "";
  // Not all at once: a call takes so many arguments and no more.
  for (let i = 0; i < codes.length; i += 4096) s += String.fromCodePoint(...codes.slice(i, i + 4096));
  return s;
}

/** A string with a character for each byte (U+0000 to U+00FF). */
export function toBinary(s: string): string {
  if (byteLength(s) === s.length && s.isWellFormed()) return s;
  let out = "";
  for (const b of toBytes(s)) out += String.fromCharCode(b);
  return out;
}

/** The Go string of these bytes: the counterpart of toBinary. */
export function fromBinary(binary: string): string {
  const bytes = new Uint8Array(binary.length);
  let ascii = true;
  for (let i = 0; i < binary.length; i++) {
    const b = binary.charCodeAt(i);
    if (b >= 0x80) ascii = false;
    bytes[i] = b;
  }
  return ascii ? binary : fromBytes(bytes);
}

/**
 * Runs an operation that finds strings in strings. Where stray bytes are involved it runs on the bytes, since a stray byte
 * could otherwise not be found inside a character.
 */
export function searching<T extends string | string[] | boolean>(
  texts: string[],
  operation: (texts: string[]) => T,
): T {
  if (texts.every((s) => s.isWellFormed())) return operation(texts);
  const result = operation(texts.map(toBinary));
  if (typeof result === "string") return fromBinary(result) as T;
  return Array.isArray(result) ? (result.map(fromBinary) as T) : result;
}

/** The characters of a string, each stray byte one (strings.explode). */
export function explode(s: string): string[] {
  return [...s];
}
