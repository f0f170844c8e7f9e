/** Base64 and base32 as Go's standard encodings, with the texts of their errors. */
import { fromBytes, toBytes } from "./strings";

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const PAD = 0x3d;

function decodeMap(alphabet: string): Int8Array {
  const map = new Int8Array(256).fill(-1);
  for (let i = 0; i < alphabet.length; i++) map[alphabet.charCodeAt(i)] = i;
  return map;
}
const FROM_BASE64 = decodeMap(BASE64);
const FROM_BASE32 = decodeMap(BASE32);

/** Bytes in digits of `bits` bits, padded to `quantum` digits. */
function encode(bytes: Uint8Array, alphabet: string, bits: number, quantum: number): string {
  let out = "";
  let pending = 0;
  let have = 0;
  for (const b of bytes) {
    pending = (pending << 8) | b;
    have += 8;
    while (have >= bits) {
      have -= bits;
      out += alphabet[(pending >> have) & ((1 << bits) - 1)];
    }
    pending &= (1 << have) - 1;
  }
  if (have > 0) out += alphabet[(pending << (bits - have)) & ((1 << bits) - 1)];
  while (out.length % quantum !== 0) out += "=";
  return out;
}

/** The bytes that whole groups of `bits` bits hold. */
function pack(digits: readonly number[], bits: number): Uint8Array {
  const out = new Uint8Array(Math.floor((digits.length * bits) / 8));
  let pending = 0;
  let have = 0;
  let at = 0;
  for (const digit of digits) {
    pending = (pending << bits) | digit;
    have += bits;
    if (have >= 8) {
      have -= 8;
      out[at++] = (pending >> have) & 0xff;
      pending &= (1 << have) - 1;
    }
  }
  return out;
}

/** What decoding gives: bytes, or the offset that Go's CorruptInputError names. */
export type Decoded = Uint8Array | number;

function isNewLine(b: number | undefined): boolean {
  return b === 0x0a || b === 0x0d;
}

/** base64.StdEncoding's DecodeString: line ends are skipped. */
export function decodeBase64(s: string): Decoded {
  const src = toBytes(s);
  const digits: number[] = [];
  const skipLines = (i: number) => {
    while (i < src.length && isNewLine(src[i])) i++;
    return i;
  };
  let inQuantum = 0;
  let at = 0;
  while (at < src.length) {
    const b = src[at++]!;
    const digit = FROM_BASE64[b]!;
    if (digit >= 0) {
      digits.push(digit);
      inQuantum = (inQuantum + 1) % 4;
      continue;
    }
    if (isNewLine(b)) continue;
    if (b !== PAD || inQuantum < 2) return at - 1;
    if (inQuantum === 2) {
      at = skipLines(at);
      if (at === src.length) return src.length;
      if (src[at] !== PAD) return at - 1;
      at++;
    }
    at = skipLines(at);
    return at < src.length ? at : pack(digits, 6);
  }
  return inQuantum === 0 ? pack(digits, 6) : src.length - inQuantum;
}

/** base32.StdEncoding's DecodeString: line ends are taken out first. */
export function decodeBase32(s: string): Decoded {
  const src = toBytes(s).filter((b) => !isNewLine(b));
  const digits: number[] = [];
  for (let at = 0; at < src.length;) {
    for (let j = 0; j < 8; j++) {
      const left = src.length - at;
      if (left === 0) return src.length - j;
      const b = src[at++]!;
      if (b === PAD && j >= 2 && left - 1 < 8) {
        if (left - 1 + j < 7) return src.length;
        for (let k = 0; k < 7 - j; k++) if (left - 1 > k && src[at + k] !== PAD) return at + k - 1;
        return j === 3 || j === 6 ? at - 1 : pack(digits, 5);
      }
      const digit = FROM_BASE32[b]!;
      if (digit < 0) return at - 1;
      digits.push(digit);
    }
  }
  return pack(digits, 5);
}

export function encodeBase64(bytes: Uint8Array): string {
  return encode(bytes, BASE64, 6, 4);
}

export function encodeBase32(bytes: Uint8Array): string {
  return encode(bytes, BASE32, 5, 8);
}

/** sprig's b64dec and b32dec: the decoded text, or the error's text in its place. */
export function decodedText(decoded: Decoded, name: string): string {
  return typeof decoded === "number" ? `illegal ${name} data at input byte ${decoded}` : fromBytes(decoded);
}
