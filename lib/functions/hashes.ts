/** Digests: SHA-1, SHA-256, SHA-512, Adler-32, HMAC-SHA-256, PBKDF2 and scrypt. */

/** The first `count` primes. */
function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
}

/** The integer part of the `degree`-th root. */
function root(value: bigint, degree: bigint): bigint {
  let low = 0n;
  let high = 1n << (BigInt(value.toString(2).length) / degree + 1n);
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle ** degree <= value) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** The first 64 bits of the fraction of a prime's root: the constants of SHA-2. */
function fraction(prime: number, degree: 2 | 3): bigint {
  return BigInt.asUintN(64, root(BigInt(prime) << BigInt(64 * degree), BigInt(degree)));
}

const SHA512_K = primes(80).map((p) => fraction(p, 3));
const SHA512_START = primes(8).map((p) => fraction(p, 2));
const SHA256_K = Uint32Array.from(SHA512_K.slice(0, 64), (k) => Number(k >> 32n));
const SHA256_START = Uint32Array.from(SHA512_START, (h) => Number(h >> 32n));
const SHA1_START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];

/** The message with its padding and length, as a whole number of blocks. */
function padded(message: Uint8Array, block: 64 | 128): DataView {
  const lengthField = block / 8;
  const total = Math.ceil((message.length + 1 + lengthField) / block) * block;
  const bytes = new Uint8Array(total);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(total - 8, BigInt(message.length) * 8n);
  return view;
}

const left = (x: number, n: number) => (x << n) | (x >>> (32 - n));
const right = (x: number, n: number) => (x >>> n) | (x << (32 - n));

function words(state: ArrayLike<number>): Uint8Array {
  const out = new DataView(new ArrayBuffer(state.length * 4));
  for (let i = 0; i < state.length; i++) out.setUint32(i * 4, state[i]!);
  return new Uint8Array(out.buffer);
}

export function sha1(message: Uint8Array): Uint8Array {
  const input = padded(message, 64);
  const state = Uint32Array.from(SHA1_START);
  const w = new Uint32Array(80);
  for (let block = 0; block < input.byteLength; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = input.getUint32(block + i * 4);
    for (let i = 16; i < 80; i++) w[i] = left(w[i - 3]! ^ w[i - 8]! ^ w[i - 14]! ^ w[i - 16]!, 1);
    let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
    for (let i = 0; i < 80; i++) {
      const mixed = i < 20 ? (b & c) | (~b & d) : i < 40 || i >= 60 ? b ^ c ^ d : (b & c) | (b & d) | (c & d);
      const k = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6][Math.floor(i / 20)]!;
      const next = (left(a, 5) + mixed + e + k + w[i]!) | 0;
      [e, d, c, b, a] = [d, c, left(b, 30), a, next];
    }
    [a, b, c, d, e].forEach((value, i) => (state[i] = state[i]! + value));
  }
  return words(state);
}

export function sha256(message: Uint8Array): Uint8Array {
  const input = padded(message, 64);
  const state = Uint32Array.from(SHA256_START);
  const w = new Int32Array(64);
  for (let block = 0; block < input.byteLength; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = input.getUint32(block + i * 4);
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15]!;
      const y = w[i - 2]!;
      const s0 = right(x, 7) ^ right(x, 18) ^ (x >>> 3);
      const s1 = right(y, 17) ^ right(y, 19) ^ (y >>> 10);
      w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as number[] as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let i = 0; i < 64; i++) {
      const t1 = (h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + ((e & f) ^ (~e & g)) + SHA256_K[i]! + w[i]!) | 0;
      const t2 = ((right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => (state[i] = state[i]! + value));
  }
  return words(state);
}

export function sha512(message: Uint8Array): Uint8Array {
  const input = padded(message, 128);
  const state = [...SHA512_START];
  const low = (x: bigint) => BigInt.asUintN(64, x);
  const rotate = (x: bigint, n: bigint) => (x >> n) | low(x << (64n - n));
  for (let block = 0; block < input.byteLength; block += 128) {
    const w: bigint[] = [];
    for (let i = 0; i < 16; i++) w.push(input.getBigUint64(block + i * 8));
    for (let i = 16; i < 80; i++) {
      const x = w[i - 15]!;
      const y = w[i - 2]!;
      const s0 = rotate(x, 1n) ^ rotate(x, 8n) ^ (x >> 7n);
      const s1 = rotate(y, 19n) ^ rotate(y, 61n) ^ (y >> 6n);
      w.push(low(w[i - 16]! + s0 + w[i - 7]! + s1));
    }
    let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
    for (let i = 0; i < 80; i++) {
      const s1 = rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n);
      const t1 = h + s1 + ((e & f) ^ (low(~e) & g)) + SHA512_K[i]! + w[i]!;
      const t2 = (rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, low(d + t1), c, b, a, low(t1 + t2)];
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => (state[i] = low(state[i]! + value)));
  }
  const out = new DataView(new ArrayBuffer(64));
  state.forEach((value, i) => out.setBigUint64(i * 8, value));
  return new Uint8Array(out.buffer);
}

export function adler32(message: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of message) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

function concat(...parts: Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? sha256(key) : key);
  const inner = sha256(
    concat(
      block.map((b) => b ^ 0x36),
      message,
    ),
  );
  return sha256(
    concat(
      block.map((b) => b ^ 0x5c),
      inner,
    ),
  );
}

/** PBKDF2 with HMAC-SHA-256 and one iteration, which is all that scrypt needs. */
function pbkdf2Once(password: Uint8Array, salt: Uint8Array, length: number): Uint8Array {
  const out: Uint8Array[] = [];
  for (let i = 1; (i - 1) * 32 < length; i++) {
    out.push(hmacSha256(password, concat(salt, Uint8Array.of(i >>> 24, (i >>> 16) & 255, (i >>> 8) & 255, i & 255))));
  }
  return concat(...out).slice(0, length);
}

function quarter(x: Int32Array, a: number, b: number, c: number, d: number): void {
  x[b]! ^= left((x[a]! + x[d]!) | 0, 7);
  x[c]! ^= left((x[b]! + x[a]!) | 0, 9);
  x[d]! ^= left((x[c]! + x[b]!) | 0, 13);
  x[a]! ^= left((x[d]! + x[c]!) | 0, 18);
}

/** Salsa20/8 of `block ^ input[at…]`, added up and left in `block`. */
function salsa(block: Int32Array, input: Int32Array, at: number, x: Int32Array): void {
  for (let i = 0; i < 16; i++) x[i] = block[i]! ^= input[at + i]!;
  for (let round = 0; round < 4; round++) {
    quarter(x, 0, 4, 8, 12);
    quarter(x, 5, 9, 13, 1);
    quarter(x, 10, 14, 2, 6);
    quarter(x, 15, 3, 7, 11);
    quarter(x, 0, 1, 2, 3);
    quarter(x, 5, 6, 7, 4);
    quarter(x, 10, 11, 8, 9);
    quarter(x, 15, 12, 13, 14);
  }
  for (let i = 0; i < 16; i++) block[i] = (block[i]! + x[i]!) | 0;
}

/** scrypt (RFC 7914): N a power of two. */
export function scrypt(
  password: Uint8Array,
  salt: Uint8Array,
  n: number,
  r: number,
  p: number,
  length: number,
): Uint8Array {
  const start = pbkdf2Once(password, salt, p * 128 * r);
  const size = 32 * r;
  const memory = new Int32Array(n * size);
  const scratch = new Int32Array(16);
  const view = new DataView(start.buffer, start.byteOffset);
  for (let part = 0; part < p; part++) {
    let current = new Int32Array(size);
    let other = new Int32Array(size);
    for (let i = 0; i < size; i++) current[i] = view.getInt32((part * size + i) * 4, true);
    const mix = () => {
      const block = current.slice(size - 16);
      for (let i = 0; i < 2 * r; i++) {
        salsa(block, current, i * 16, scratch);
        other.set(block, ((i >> 1) + (i & 1 ? r : 0)) * 16);
      }
      [current, other] = [other, current];
    };
    for (let i = 0; i < n; i++) {
      memory.set(current, i * size);
      mix();
    }
    for (let i = 0; i < n; i++) {
      const j = current[size - 16]! & (n - 1);
      for (let k = 0; k < size; k++) current[k]! ^= memory[j * size + k]!;
      mix();
    }
    for (let i = 0; i < size; i++) view.setInt32((part * size + i) * 4, current[i]!, true);
  }
  return pbkdf2Once(password, start, length);
}
