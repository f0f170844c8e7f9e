import { describe, expect, test } from "vitest";
import { MAX_BODY_BYTES } from "./limits";
import type { ProblemError } from "./problem";
import { readBody, type Body } from "./read-body";

const MIB = 1024 * 1024;
const state = { taken: 0 };

/** A body that comes in pieces. */
async function* chunks(total: number, failing = false): AsyncGenerator<Uint8Array> {
  for (state.taken = 0; state.taken < total; state.taken += MIB) yield new Uint8Array(Math.min(MIB, total));
  if (failing) throw new Error("the connection broke");
  await Promise.resolve();
}
const read = (total: number, client = "a", declared = NaN) => readBody({ chunks: chunks(total), declared, client });
const status = (body: Promise<Body>) =>
  body.then(
    () => 200,
    (error: ProblemError) => error.problem.status,
  );

describe("readBody", () => {
  test("stops reading a body that is too large", async () => {
    expect(await status(read(4 * MAX_BODY_BYTES))).toBe(413);
    expect(state.taken).toBeLessThan(MAX_BODY_BYTES + 3 * MIB);
    state.taken = 0;
    expect(await status(read(10, "a", MAX_BODY_BYTES + 1))).toBe(413);
    expect(state.taken).toBe(0);
  });

  test("holds only so much of all bodies together, less of one client's, and gives it back", async () => {
    const held = [await read(MAX_BODY_BYTES), await read(MAX_BODY_BYTES)];
    expect(await status(read(1))).toBe(429);
    held.push(await read(MAX_BODY_BYTES, "b"), await read(MAX_BODY_BYTES, "c"));
    expect(await status(read(1, "d"))).toBe(503);
    for (const body of held) body.release();
    await expect(readBody({ chunks: chunks(2 * MIB, true), declared: NaN, client: "a" })).rejects.toThrow("broke");
    for (let i = 0; i < 50; i++) (await read(MAX_BODY_BYTES)).release();
  });
});
