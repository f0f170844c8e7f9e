/** AES-256 in CBC mode, decryption only. */

const SBOX = new Uint8Array(256);
const INVERSE = new Uint8Array(256);

function double(b: number): number {
  return ((b << 1) ^ (b & 0x80 ? 0x11b : 0)) & 0xff;
}

function multiply(a: number, b: number): number {
  let product = 0;
  for (; b; b >>= 1, a = double(a)) if (b & 1) product ^= a;
  return product;
}

// The S-box: the inverse in GF(2^8), then an affine map. p runs through all elements, q is its inverse.
for (let p = 1, q = 1, done = false; !done; done = p === 1) {
  p ^= double(p);
  q ^= q << 1;
  q ^= q << 2;
  q ^= q << 4;
  q &= 0xff;
  if (q & 0x80) q ^= 0x09;
  const rotated = (n: number) => ((q << n) | (q >> (8 - n))) & 0xff;
  SBOX[p] = q ^ rotated(1) ^ rotated(2) ^ rotated(3) ^ rotated(4) ^ 0x63;
}
SBOX[0] = 0x63;
SBOX.forEach((value, i) => (INVERSE[value] = i));

const ROUNDS = 14;

function expandKey(key: Uint8Array): Uint8Array {
  const out = new Uint8Array(16 * (ROUNDS + 1));
  out.set(key);
  let constant = 1;
  for (let i = 32; i < out.length; i += 4) {
    let word = out.slice(i - 4, i);
    if (i % 32 === 0) {
      word = Uint8Array.of(SBOX[word[1]!]! ^ constant, SBOX[word[2]!]!, SBOX[word[3]!]!, SBOX[word[0]!]!);
      constant = double(constant);
    } else if (i % 32 === 16) word = word.map((b) => SBOX[b]!);
    for (let k = 0; k < 4; k++) out[i + k] = out[i - 32 + k]! ^ word[k]!;
  }
  return out;
}

function decryptBlock(block: Uint8Array, keys: Uint8Array): Uint8Array {
  let state = block.map((b, i) => b ^ keys[ROUNDS * 16 + i]!);
  for (let round = ROUNDS - 1; round >= 0; round--) {
    const shifted = new Uint8Array(16);
    for (let i = 0; i < 16; i++) shifted[(i + 4 * (i % 4)) % 16] = INVERSE[state[i]!]!;
    state = shifted.map((b, i) => b ^ keys[round * 16 + i]!);
    if (round === 0) break;
    const mixed = new Uint8Array(16);
    for (let i = 0; i < 16; i++) {
      const column = i - (i % 4);
      [14, 11, 13, 9].forEach((factor, k) => (mixed[i]! ^= multiply(state[column + ((i + k) % 4)]!, factor)));
    }
    state = mixed;
  }
  return state;
}

/** Decrypts whole blocks with a key of 32 bytes. */
export function decryptCbc(key: Uint8Array, start: Uint8Array, input: Uint8Array): Uint8Array {
  const keys = expandKey(key);
  const out = new Uint8Array(input.length);
  let previous = start;
  for (let at = 0; at < input.length; at += 16) {
    const block = input.subarray(at, at + 16);
    out.set(
      decryptBlock(block, keys).map((b, i) => b ^ previous[i]!),
      at,
    );
    previous = block;
  }
  return out;
}
