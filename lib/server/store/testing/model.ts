import fc from "fast-check";
import { sha256 } from "../ids";
import { LINK_BYTES, type ReadLink, type Store, type StoredLink } from "../store";

/** A store in memory, as plain as can be: what the others are held against. */
export function model(): Store {
  const links = new Map<string, StoredLink>();
  const bytes = (all: readonly StoredLink[]) => {
    const sizes = new Map(all.map(({ content }) => [sha256(content).toString("hex"), content.length]));
    return [...sizes.values()].reduce((sum, size) => sum + size, 0) + LINK_BYTES * all.length;
  };
  const alive = (id: string, now: number) => {
    const link = links.get(id);
    return link && (link.expiresAt === null || link.expiresAt > now) ? link : undefined;
  };
  const facts = ({ id, kind, createdAt, expiresAt, burn, content }: StoredLink): ReadLink => ({
    ...{ id, kind, createdAt, expiresAt, burn },
    content,
  });
  return {
    put: async (link, quota) => {
      if (links.has(link.id)) return "exists";
      if (bytes([...links.values(), link]) > quota) return "full";
      links.set(link.id, link);
      return "stored";
    },
    read: async (id, now) => {
      const link = alive(id, now);
      return link && { ...facts(link), content: link.burn ? undefined : link.content };
    },
    take: async (id, now) => {
      const link = alive(id, now);
      if (link?.burn) links.delete(id);
      return link && facts(link);
    },
    delete: async (id, tokenHash) => {
      const link = links.get(id);
      if (!link) return "absent";
      if (Buffer.compare(link.tokenHash, tokenHash) !== 0) return "refused";
      links.delete(id);
      return "deleted";
    },
    purge: async (now) => {
      const gone = [...links.values()].filter(({ expiresAt }) => expiresAt !== null && expiresAt <= now);
      for (const { id } of gone) links.delete(id);
      return gone.length;
    },
    usage: async () => ({ links: links.size, bytes: bytes([...links.values()]) }),
    all: async function* () {
      yield* [...links.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    close: async () => undefined,
  };
}

/** Few ids, contents, tokens and times, so that they meet. */
const id = fc.constantFrom(..."AaZz09-_".split("").map((char) => char.repeat(16)));
const content = fc.constantFrom(0, 1, 2).map((i) => Buffer.alloc(100 * (i + 1), i));
const tokenHash = fc.constantFrom("a", "b").map(sha256);
const time = fc.integer({ min: 0, max: 6 });
const quota = fc.constantFrom(0, 400, 700, 1500, 1e9);
const link: fc.Arbitrary<StoredLink> = fc.record({
  id,
  kind: fc.constantFrom("plain", "encrypted"),
  createdAt: time,
  expiresAt: fc.option(time),
  burn: fc.boolean(),
  tokenHash,
  content,
});

type Step = (store: Store) => Promise<unknown>;
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(link, quota).map(
      ([l, q]): Step =>
        (store) =>
          store.put(l, q),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(id, time).map(
      ([i, t]): Step =>
        (store) =>
          store.read(i, t),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(id, time).map(
      ([i, t]): Step =>
        (store) =>
          store.take(i, t),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(id, tokenHash).map(
      ([i, t]): Step =>
        (store) =>
          store.delete(i, t),
    ),
  },
  {
    weight: 1,
    arbitrary: time.map(
      (t): Step =>
        (store) =>
          store.purge(t),
    ),
  },
);

/** Operations in any order. */
export const operations = fc.array(step, { maxLength: 25 });
