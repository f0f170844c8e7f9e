/**
 * Go strings are bytes. Here a Go string is a JavaScript string in which each byte that is not part of valid UTF-8 stands as
 * a lone surrogate U+DC80…U+DCFF (byte 0x80…0xFF). Texts that come from outside are made well-formed first, so no other lone
 * surrogate occurs; `display` turns these into U+FFFD, as Go's JSON printing does.
 */

/** Length in bytes, as Go's len. O(n). */
export function byteLength(s: string): number {
  let n = s.length;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c < 0x80) continue;
    if (c < 0x800) n += 1;
    else if (c >= 0xd800 && c <= 0xdbff && isLow(s.charCodeAt(i + 1))) {
      n += 2;
      i++;
    } else if (c >= 0xdc80 && c <= 0xdcff) continue;
    else n += 2;
  }
  return n;
}

function isLow(c: number): boolean {
  return c >= 0xdc00 && c <= 0xdfff;
}

/** The bytes of a Go string. */
export function toBytes(s: string): Uint8Array {
  const out = new Uint8Array(byteLength(s));
  let at = 0;
  for (let i = 0; i < s.length; i++) {
    let c = s.charCodeAt(i);
    if (c < 0x80) out[at++] = c;
    else if (c < 0x800) {
      out[at++] = 0xc0 | (c >> 6);
      out[at++] = 0x80 | (c & 0x3f);
    } else if (c >= 0xd800 && c <= 0xdbff && isLow(s.charCodeAt(i + 1))) {
      c = 0x10000 + ((c - 0xd800) << 10) + (s.charCodeAt(++i) - 0xdc00);
      out[at++] = 0xf0 | (c >> 18);
      out[at++] = 0x80 | ((c >> 12) & 0x3f);
      out[at++] = 0x80 | ((c >> 6) & 0x3f);
      out[at++] = 0x80 | (c & 0x3f);
    } else if (c >= 0xdc80 && c <= 0xdcff) out[at++] = c - 0xdc00;
    else {
      out[at++] = 0xe0 | (c >> 12);
      out[at++] = 0x80 | ((c >> 6) & 0x3f);
      out[at++] = 0x80 | (c & 0x3f);
    }
  }
  return out;
}

/** The Go string of these bytes. A byte that is not part of valid UTF-8 (by Go's rules) becomes U+DC00 + byte. */
export function fromBytes(bytes: Uint8Array): string {
  let s = "";
  for (let i = 0; i < bytes.length;) {
    const b = bytes[i]!;
    if (b < 0x80) {
      s += String.fromCharCode(b);
      i++;
      continue;
    }
    const [code, size] = decodeRune(bytes, i);
    s += size === 0 ? String.fromCharCode(0xdc00 + b) : String.fromCodePoint(code);
    i += size || 1;
  }
  return s;
}

/** The code point at bytes[i] and its size; size 0 where the encoding is invalid. Mirrors unicode/utf8.DecodeRune. */
function decodeRune(bytes: Uint8Array, i: number): [code: number, size: number] {
  const b = bytes[i]!;
  const size = b >= 0xc2 && b <= 0xdf ? 2 : b >= 0xe0 && b <= 0xef ? 3 : b >= 0xf0 && b <= 0xf4 ? 4 : 0;
  if (size === 0 || i + size > bytes.length) return [0, 0];
  let code = b & (0xff >> (size + 1));
  for (let k = 1; k < size; k++) {
    const c = bytes[i + k]!;
    if ((c & 0xc0) !== 0x80) return [0, 0];
    code = (code << 6) | (c & 0x3f);
  }
  if ((size === 3 && code < 0x800) || (size === 4 && code < 0x10000)) return [0, 0];
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return [0, 0];
  return [code, size];
}

/** The text with U+FFFD for each invalid byte: what Go's JSON shows of it. */
export function display(s: string): string {
  return s.isWellFormed() ? s : s.toWellFormed();
}

/** Go's order of strings: by bytes, that is by code points (UTF-16 order differs above U+D800). Negative, 0 or positive. */
export function compareStrings(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    return x >= 0xd800 || y >= 0xd800 ? compareBytes(toBytes(a), toBytes(b)) : x - y;
  }
  return a.length - b.length;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

/** A sorted copy in Go's order of strings. */
export function sortStrings(list: Iterable<string>): string[] {
  return [...list].sort(compareStrings);
}
