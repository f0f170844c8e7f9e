import { createCipheriv, createHash, scryptSync } from "node:crypto";
import { expect, test } from "vitest";
import { decryptCbc } from "./aes";
import { adler32, hex, scrypt, sha1, sha256, sha512 } from "./hashes";

const bytes = (s: string) => new TextEncoder().encode(s);

test("digests of texts around the block sizes", () => {
  for (const length of [0, 1, 55, 56, 64, 111, 112, 119, 128, 300]) {
    const text = bytes("aé".repeat(length).slice(0, length));
    expect(hex(sha1(text))).toBe(createHash("sha1").update(text).digest("hex"));
    expect(hex(sha256(text))).toBe(createHash("sha256").update(text).digest("hex"));
    expect(hex(sha512(text))).toBe(createHash("sha512").update(text).digest("hex"));
  }
  expect(adler32(bytes("Wikipedia"))).toBe(0x11e60398);
});

test("scrypt", () => {
  const expected = scryptSync("password", "salt", 20, { N: 64, r: 8, p: 2 }).toString("hex");
  expect(hex(scrypt(bytes("password"), bytes("salt"), 64, 8, 2, 20))).toBe(expected);
});

test("AES-256-CBC", () => {
  const key = bytes("0123456789abcdef0123456789abcdef");
  const start = bytes("abcdefghijklmnop");
  const cipher = createCipheriv("aes-256-cbc", key, start);
  const encrypted = Buffer.concat([cipher.update("some text of two blocks"), cipher.final()]);
  expect(Buffer.from(decryptCbc(key, start, encrypted)).toString()).toContain("some text of two blocks");
});
