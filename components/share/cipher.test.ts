import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { decodeBase64Url, encodeBase64Url } from "../../lib/links/base64url";
import { unpack } from "../../lib/links/pack";
import { canEncrypt, decrypt, encrypt } from "./cipher";

afterEach(() => vi.unstubAllGlobals());

test("what is encrypted comes back with its key, and with no other", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const { sealed, key } = await encrypt(bytes);
      expect(key).toMatch(/^[\w-]{42}[A-Za-z0-9]$/);
      expect(await decrypt(sealed, key)).toEqual({ bytes });
      expect(await decrypt(sealed, (await encrypt(bytes)).key)).toEqual({ failure: "wrong-key" });
    }),
    { numRuns: 30 },
  );
});

test("a failure says what is wrong, for any bytes and any key", async () => {
  const { sealed, key } = await encrypt(Uint8Array.of(1, 2, 3));
  expect(await decrypt(sealed, "")).toEqual({ failure: "no-key" });
  expect(await decrypt(sealed, key.slice(0, 40))).toEqual({ failure: "key-cut-off" });
  expect(await decrypt(sealed, "§".repeat(43))).toEqual({ failure: "wrong-key" });
  expect(await decrypt(Uint8Array.of(9, ...sealed.slice(1)), key)).toEqual({ failure: "unknown-version" });
  expect(await decrypt(sealed.with(20, sealed[20]! ^ 1), key)).toEqual({ failure: "wrong-key" });
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.string(), async (bytes, text) => {
      expect(await decrypt(bytes, text)).toHaveProperty("failure");
      expect(await decrypt(bytes, key)).toHaveProperty("failure");
    }),
  );
});

test("where browsers do not encrypt, it says so", async () => {
  const { sealed, key } = await encrypt(Uint8Array.of(1));
  vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues });
  expect(canEncrypt()).toBe(false);
  expect(await decrypt(sealed, key)).toEqual({ failure: "insecure" });
});

test("what was encrypted long ago is read for ever", async () => {
  const text = readFileSync(join(import.meta.dirname, "recorded", "cipher-v1.txt"), "utf8");
  const [sealed = "", key = ""] = text.trim().split("\n");
  const opened = await decrypt(decodeBase64Url(sealed)!, key);
  if (!("bytes" in opened)) throw new Error(opened.failure);
  const read = await unpack(opened.bytes);
  expect(read).toMatchObject({ content: { texts: { workload: "kind: Pod\n" }, view: { filter: {} } } });
  expect(encodeBase64Url(decodeBase64Url(sealed)!)).toBe(sealed);
});
