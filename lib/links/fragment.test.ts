import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeBase64Url } from "./base64url";
import { LINK_TEXTS, type LinkContent } from "./content";
import { deflate } from "./deflate";
import { decodeFragment, encodeFragment } from "./fragment";
import { MOST_UNPACKED } from "./pack";
import { readContent } from "./read-content";

const text = fc.oneof(fc.constant(""), fc.string({ unit: "binary", maxLength: 200 }));
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const side = fc.constantFrom("left" as const, "right" as const);

/** Any link. */
const content: fc.Arbitrary<LinkContent> = fc
  .record({
    texts: fc.record({
      workload: text,
      injector: text,
      mesh: text,
      proxyConfigs: text,
      namespaces: text,
      webhooks: text,
      live: text,
    }),
    options: fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,12}$/), fc.string()),
    object: optional(fc.nat()),
    sides: optional(fc.record({ left: fc.option(fc.string()), right: fc.string() })),
    container: optional(fc.string()),
    other: optional(
      fc.record({
        texts: fc.record({ injector: text, mesh: text }, { requiredKeys: [] }),
        options: fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,12}$/), fc.string()),
      }),
    ),
    line: optional(fc.record({ side, line: fc.integer({ min: 1, max: 1e6 }) })),
    result: optional(fc.string()),
    lesson: optional(fc.string({ minLength: 1 })),
  })
  .map(({ texts, options, object, sides, container, other, line, result, lesson }) => ({
    texts,
    options: { ...options },
    view: {
      ...(object === undefined ? {} : { object }),
      ...(sides ? { sides } : {}),
      filter: container === undefined ? {} : { container },
      ...(line ? { line } : {}),
    },
    ...(other ? { other: { texts: { ...other.texts }, options: { ...other.options } } } : {}),
    ...(result === undefined ? {} : { result }),
    ...(lesson === undefined ? {} : { lesson }),
  }));

const SMALL: LinkContent = {
  texts: {
    workload: "kind: Deployment\n".repeat(20),
    injector: "",
    mesh: "",
    proxyConfigs: "",
    namespaces: "",
    webhooks: "",
    live: "",
  },
  options: {},
  view: { filter: {} },
};

async function packed(json: unknown, version = 1): Promise<string> {
  const data = encodeBase64Url(await deflate(new TextEncoder().encode(JSON.stringify(json))));
  return `v${version}.${data.length.toString(36)}.${data}`;
}

test("what a link holds comes back, out of characters that no program cuts off or escapes", async () => {
  await fc.assert(
    fc.asyncProperty(content, async (held) => {
      const fragment = await encodeFragment(held);
      expect(fragment).toMatch(/^[\w.-]*[a-zA-Z0-9]$/);
      expect(await decodeFragment(fragment)).toEqual({ content: held });
      expect(await decodeFragment(`#${fragment}`)).toEqual({ content: held });
    }),
  );
});

test("the two texts of a real size come back", async () => {
  const long = Array.from({ length: 30_000 }, (_, i) => `line ${i}: ${(i * 7919) % 104_729}`).join("\n");
  const held = { ...SMALL, texts: { ...SMALL.texts, injector: long } };
  expect(await decodeFragment(await encodeFragment(held))).toEqual({ content: held });
});

test("any text comes to a link or to a failure, and so does a link that was changed", async () => {
  const good = await encodeFragment(SMALL);
  const changed = fc
    .tuple(fc.nat(good.length - 1), fc.string({ unit: "binary", maxLength: 2 }))
    .map(([at, put]) => good.slice(0, at) + put + good.slice(at + 1));
  const bytes = fc
    .uint8Array({ maxLength: 60 })
    .map((array) => encodeBase64Url(array))
    .map((data) => `v1.${data.length.toString(36)}.${data}`);
  const json = fc.asyncProperty(fc.jsonValue(), async (value) => {
    const read = await decodeFragment(await packed({ version: 1, texts: {}, ...(value as object) }));
    expect(Object.keys(read)).toHaveLength(1);
  });
  await fc.assert(json);
  await fc.assert(
    fc.asyncProperty(fc.oneof(changed, bytes, fc.string(), fc.base64String()), async (given) => {
      const read = await decodeFragment(given);
      // A change of the text is never taken for another text.
      if ("content" in read) expect(read.content).toEqual(SMALL);
      else expect(read.failure.kind).toEqual(expect.any(String));
    }),
  );
});

test("a failure says what is wrong", async () => {
  const good = await encodeFragment(SMALL);
  const data = good.split(".")[2]!;
  const failure = async (fragment: string) => {
    const read = await decodeFragment(fragment);
    return "failure" in read ? read.failure : undefined;
  };
  expect(await failure("")).toEqual({ kind: "not-ours" });
  expect(await failure("#result")).toEqual({ kind: "not-ours" });
  expect(await failure(good.slice(0, -5))).toEqual({ kind: "cut-off", have: data.length - 5, of: data.length });
  expect(await failure(good.replace(data, `${data.slice(0, 20)}AAAA${data.slice(24)}`))).toEqual({ kind: "damaged" });
  expect(await failure(good.replace(data, `${data.slice(0, 9)}*${data.slice(10)}`))).toEqual({ kind: "damaged" });
  expect(await failure("v1")).toEqual({ kind: "not-ours" });
  expect(await failure("v1.")).toEqual({ kind: "damaged" });
  expect(await failure(good.replace("v1.", "v7."))).toEqual({ kind: "unknown-version", version: 7 });
  expect(await failure(await packed({ version: 7, texts: {} }))).toEqual({ kind: "unknown-version", version: 7 });
  expect(await failure(await packed({ texts: {} }))).toEqual({ kind: "malformed", at: "/version" });
  expect(await failure(await packed({ version: 1 }))).toEqual({ kind: "malformed", at: "/texts" });
  expect(await failure(await packed({ version: 1, texts: { mesh: 5 } }))).toEqual({
    kind: "malformed",
    at: "/texts/mesh",
  });
  expect(await failure(await packed({ version: 1, texts: {}, options: { path: 5 } }))).toEqual({
    kind: "malformed",
    at: "/options",
  });
});

test("what a mail and a sentence put around a link does no harm", async () => {
  const good = await encodeFragment(SMALL);
  for (const written of [
    `${good.slice(0, 30)}\r\n ${good.slice(30)}`,
    `${good.slice(0, 30)}%20${good.slice(30)}`,
    `${good}).`,
    `${good}>`,
  ])
    expect(await decodeFragment(written)).toEqual({ content: SMALL });
});

test("a bomb is left before it fills the memory: what it would be is counted as it comes", async () => {
  const bomb = encodeBase64Url(await deflate(new Uint8Array(64 * 1024 * 1024)));
  const before = process.memoryUsage().arrayBuffers;
  expect(bomb.length).toBeLessThan(100_000);
  expect(await decodeFragment(`v1.${bomb.length.toString(36)}.${bomb}`)).toEqual({
    failure: { kind: "too-large", most: MOST_UNPACKED },
  });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
});

test("a part of the view that is none is left out, and the texts open all the same", () => {
  const read = readContent({
    version: 1,
    texts: { workload: "a" },
    compare: ["x"],
    filter: [],
    line: ["middle", 1],
    object: -1,
    later: true,
  });
  expect(read).toEqual({ content: { ...SMALL, texts: { ...SMALL.texts, workload: "a" } } });
});

const recorded = join(import.meta.dirname, "recorded");

test.each(readdirSync(recorded).filter((name) => name.endsWith(".txt")))("links of long ago open: %s", async (name) => {
  const fragment = readFileSync(join(recorded, name), "utf8").trim();
  const expected = JSON.parse(readFileSync(join(recorded, name.replace(/txt$/, "json")), "utf8")) as LinkContent;
  // What links have learned to hold since then is empty.
  const texts = { ...Object.fromEntries(LINK_TEXTS.map((text) => [text, ""])), ...expected.texts };
  expect(Object.keys(texts)).toEqual(LINK_TEXTS);
  expect(await decodeFragment(fragment)).toEqual({ content: { ...expected, texts } });
});

test("every version has a recorded link", () => {
  const versions = readdirSync(recorded).map((name) => /^v(\d+)/.exec(name)?.[1]);
  expect([...new Set(versions)]).toEqual(["1"]);
});
