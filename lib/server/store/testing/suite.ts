import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newLinkId, sha256 } from "../ids";
import { LINK_BYTES, type Store, type StoredLink } from "../store";
import { model, operations } from "./model";
import type { ServerKind, TestServer } from "./servers";

const BIG = 1e12;

/** A link of a test; `token` is its delete token. */
export function linkOf(change: Partial<StoredLink> & { token?: string } = {}): StoredLink {
  const { token = "token", ...rest } = change;
  return {
    id: newLinkId(),
    kind: "encrypted",
    createdAt: 1,
    expiresAt: null,
    burn: false,
    tokenHash: sha256(token),
    content: Buffer.from("a content"),
    ...rest,
  };
}

/** All links of a store, in its order. */
export async function allOf(store: Store): Promise<StoredLink[]> {
  const links: StoredLink[] = [];
  for await (const link of store.all()) links.push(link);
  return links;
}

async function clear(store: Store): Promise<void> {
  for (const { id, tokenHash } of await allOf(store)) await store.delete(id, tokenHash);
}

/** What every backend holds to. `open` opens the same storage again and again. */
export function storeSuite(open: () => Promise<Store>, runs: number): void {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(() => clear(store));

  test("gives back what it was given, every byte", async () => {
    const content = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 7) ^ (i >> 8));
    const link = linkOf({ kind: "plain", createdAt: 1_790_000_000_123, expiresAt: 1_790_003_600_123, content });
    expect(await store.put(link, BIG)).toBe("stored");
    const readable = { ...link, tokenHash: undefined };
    for (const got of [await store.read(link.id, 5), await store.take(link.id, 5)]) {
      expect({ ...got, content: undefined }).toEqual({ ...readable, content: undefined });
      expect(Buffer.from(got!.content!).equals(content)).toBe(true);
    }
    expect(await store.read(newLinkId(), 5)).toBeUndefined();
    expect(await store.take(newLinkId(), 5)).toBeUndefined();
  });

  test("takes 2 MiB", async () => {
    const content = Buffer.alloc(2 * 1024 * 1024, 255);
    const link = linkOf({ content });
    expect(await store.put(link, BIG)).toBe("stored");
    expect(Buffer.from((await store.read(link.id, 0))!.content!).equals(content)).toBe(true);
    expect((await store.usage()).bytes).toBe(content.length + LINK_BYTES);
  });

  test("keeps equal contents once, as long as one link has them", async () => {
    const content = Buffer.alloc(1000, 7);
    const links = [linkOf({ content }), linkOf({ content, expiresAt: 10 }), linkOf({ content, burn: true })];
    for (const link of links) await store.put(link, BIG);
    expect(await store.usage()).toEqual({ links: 3, bytes: 1000 + 3 * LINK_BYTES });
    expect(await store.purge(10)).toBe(1);
    expect((await store.take(links[2]!.id, 10))?.content).toHaveLength(1000);
    expect((await store.read(links[0]!.id, 10))?.content).toHaveLength(1000);
    expect(await store.delete(links[0]!.id, links[0]!.tokenHash)).toBe("deleted");
    expect(await store.usage()).toEqual({ links: 0, bytes: 0 });
  });

  test("goes up to the quota and not beyond, and changes nothing then", async () => {
    const content = (i: number) => Buffer.alloc(1000, i);
    const quota = 2 * (1000 + LINK_BYTES) + LINK_BYTES;
    expect(await store.put(linkOf({ content: content(1) }), quota)).toBe("stored");
    expect(await store.put(linkOf({ content: content(2) }), quota)).toBe("stored");
    expect(await store.put(linkOf({ content: content(3) }), quota)).toBe("full");
    expect(await store.put(linkOf({ content: content(2) }), quota)).toBe("stored");
    expect(await store.put(linkOf({ content: content(2) }), quota)).toBe("full");
    expect(await store.usage()).toEqual({ links: 3, bytes: quota });
  });

  test("many writers at once do not go beyond the quota", async () => {
    const quota = 5 * (1000 + LINK_BYTES);
    const puts = Array.from({ length: 20 }, (_, i) => store.put(linkOf({ content: Buffer.alloc(1000, i) }), quota));
    expect((await Promise.all(puts)).filter((outcome) => outcome === "stored")).toHaveLength(5);
    expect(await store.usage()).toEqual({ links: 5, bytes: quota });
  });

  test("of many readers one gets what burns, over two connections", async () => {
    const other = await open();
    for (let round = 0; round < 5; round++) {
      const link = linkOf({ burn: true });
      await store.put(link, BIG);
      expect((await store.read(link.id, 0))?.content).toBeUndefined();
      const takes = Array.from({ length: 20 }, (_, i) => (i % 2 ? store : other).take(link.id, 0));
      const got = (await Promise.all(takes)).filter((taken) => taken !== undefined);
      expect(got.map(({ content }) => String(Buffer.from(content!)))).toEqual(["a content"]);
      expect(await store.read(link.id, 0)).toBeUndefined();
    }
    await other.close();
  });

  test("a content that comes and goes is there for whoever has a link to it", async () => {
    const other = await open();
    const [a, b] = [linkOf(), linkOf()];
    for (let round = 0; round < 20; round++) {
      await store.put(a, BIG);
      const [removed, stored] = await Promise.all([other.delete(a.id, a.tokenHash), store.put(b, BIG)]);
      expect([removed, stored]).toEqual(["deleted", "stored"]);
      expect((await store.read(b.id, 0))?.content).toBeDefined();
      await store.delete(b.id, b.tokenHash);
    }
    expect(await store.usage()).toEqual({ links: 0, bytes: 0 });
    await other.close();
  });

  test("purges many", async () => {
    const links = Array.from({ length: 45 }, (_, i) => linkOf({ expiresAt: i, content: Buffer.from([i % 10]) }));
    await Promise.all(links.map((link) => store.put(link, BIG)));
    expect(await store.purge(39)).toBe(40);
    expect((await allOf(store)).map(({ id }) => id)).toEqual(
      links
        .slice(40)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test("does what its model does, whatever the order", async () => {
    await fc.assert(
      fc.asyncProperty(operations, async (steps) => {
        await clear(store);
        const expected = model();
        for (const step of steps) {
          expect(normal(await step(store))).toEqual(normal(await step(expected)));
          expect(await store.usage()).toEqual(await expected.usage());
        }
        expect(normal(await allOf(store))).toEqual(normal(await allOf(expected)));
      }),
      { numRuns: runs },
    );
  });
}

/** Bytes of any kind as hexadecimal text. */
function normal(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normal(item)]));
}

/** That a storage with nothing in it can be opened by many at once. Goes before what else is tested of it. */
export function startingTogether(open: () => Promise<Store>): void {
  test("several servers that start together on nothing migrate it once", async () => {
    const stores = await Promise.all(Array.from({ length: 6 }, open));
    expect(await stores[0]!.put(linkOf(), BIG)).toBe("stored");
    for (const store of stores) expect((await store.usage()).links).toBe(1);
    await Promise.all(stores.map((store) => store.close()));
  });
}

/** The suite against a server that the test starts, and what only a server can show; says which server is missing otherwise. */
export function serverSuite(kind: ServerKind, openUrl: (url: string) => Promise<Store>): void {
  const missing = kind.program === undefined;
  if (missing) console.warn(`not run: links in ${kind.name}: it is not on this machine (${kind.from})`);
  describe.skipIf(missing)(
    `links in ${kind.name}${missing ? `, which is not on this machine: ${kind.from}` : ""}`,
    () => {
      let server: TestServer;
      beforeAll(async () => {
        server = await kind.start();
      });
      afterAll(() => server.stop());

      startingTogether(() => openUrl(server.url));

      describe("holds to the store's promises", () => storeSuite(() => openUrl(server.url), 15));

      test("what was acknowledged outlives its kill -9, and the store finds it again", async () => {
        const store = await openUrl(server.url);
        const [kept, burned] = [linkOf(), linkOf({ burn: true })];
        for (const link of [kept, burned]) await store.put(link, BIG);
        await store.take(burned.id, 0);
        await server.crash();
        let usage: unknown;
        for (let tries = 0; usage === undefined && tries < 100; tries++) {
          usage = await store.usage().catch(() => new Promise((resolve) => setTimeout(resolve, 50)));
        }
        expect((await store.read(kept.id, 0))?.content).toBeDefined();
        expect(await store.read(burned.id, 0)).toBeUndefined();
        await store.close();
      });
    },
  );
}
