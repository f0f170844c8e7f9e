import { createClient, RESP_TYPES } from "@redis/client";
import { DeadlineError } from "./deadline";
import { sha256 } from "./ids";
import { NewerSchemaError } from "./newer-schema";
import { DELETE, PREFIX, PURGE, PUT, READ, TAKE, VERSION, WHOLE } from "./redis-scripts";
import type { LinkKind, ReadLink, Store, StoredLink } from "./store";

/** The form of the keys. A later one brings a step from each earlier form, run by the script that sees it. */
const SCHEMA_VERSION = 1;
const CONNECT_TIMEOUT = 5000;
const PURGED_AT_ONCE = 500;
const READ_AT_ONCE = 16;

type Client = ReturnType<typeof newClient>;

function newClient(url: string) {
  return createClient({
    url,
    // While the server is away a request fails at once, and does not wait for it to be back.
    disableOfflineQueue: true,
    socket: { connectTimeout: CONNECT_TIMEOUT, reconnectStrategy: (tries) => Math.min(tries * 100, 3000) },
  }).withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
}

/**
 * Links in Redis 6 or newer (or Valkey), by its URL. As durable as that server: it must run with `appendonly yes` and
 * `appendfsync always`, and must not evict; where it says otherwise, the log of this server does too.
 */
export async function openRedis(url: string): Promise<Store> {
  const client = newClient(url);
  client.on("error", () => undefined);
  try {
    await connected(client);
    const store = new RedisStore(client);
    await store.checkVersion();
    await warnOfLoss(client);
    return store;
  } catch (error) {
    client.destroy();
    throw error;
  }
}

/** The client by itself would try for ever. */
async function connected(client: Client): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineError()), CONNECT_TIMEOUT);
  });
  try {
    await Promise.race([client.connect(), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function warnOfLoss(client: Client): Promise<void> {
  const wanted = { appendonly: "yes", appendfsync: "always", "maxmemory-policy": "noeviction" };
  for (const [name, value] of Object.entries(wanted)) {
    // A server that does not let us ask has to be believed.
    const found = await client.configGet(name).then(
      (settings) => String((settings as unknown as Record<string, unknown>)[name] ?? value),
      () => value,
    );
    if (found !== value)
      console.error(`links: Redis has ${name} ${found}: links that were acknowledged can be lost. Set it to ${value}.`);
  }
}

class RedisStore implements Store {
  /** Whether anything was removed since the log was last written anew. */
  private removed = false;

  constructor(private readonly client: Client) {}

  async checkVersion(): Promise<void> {
    const found = Number(await this.run(VERSION, SCHEMA_VERSION));
    if (found > SCHEMA_VERSION) throw new NewerSchemaError(found, SCHEMA_VERSION);
  }

  async put(link: StoredLink, quota: number): Promise<"stored" | "full" | "exists"> {
    const { id, kind, createdAt, expiresAt, burn, content } = link;
    const hash = sha256(content).toString("hex");
    const token = Buffer.from(link.tokenHash);
    const facts = [kind, createdAt, expiresAt ?? "", burn ? 1 : 0];
    return String(await this.run(PUT, id, hash, Buffer.from(content), ...facts, token, quota)) as "stored";
  }

  async read(id: string, now: number): Promise<ReadLink | undefined> {
    const reply = await this.run(READ, id, now);
    const link = storedLink(id, reply);
    if (!link?.burn) return link && readLink(link);
    return { ...readLink(link), content: undefined };
  }

  async take(id: string, now: number): Promise<ReadLink | undefined> {
    const link = storedLink(id, await this.run(TAKE, id, now));
    this.removed ||= link?.burn === true;
    return link && readLink(link);
  }

  async delete(id: string, tokenHash: Uint8Array): Promise<"deleted" | "refused" | "absent"> {
    const outcome = String(await this.run(DELETE, id, Buffer.from(tokenHash)));
    this.removed ||= outcome === "deleted";
    return outcome as "deleted";
  }

  async purge(now: number): Promise<number> {
    let purged = 0;
    for (let last = PURGED_AT_ONCE; last === PURGED_AT_ONCE; purged += last)
      last = Number(await this.run(PURGE, now, PURGED_AT_ONCE));
    // The log still has what was removed: it is written anew. Refused while one is under way, or where it is forbidden.
    if (purged > 0 || this.removed) {
      const rewritten = await this.client.bgRewriteAof().then(
        () => true,
        () => false,
      );
      this.removed = !rewritten;
    }
    return purged;
  }

  async usage(): Promise<{ links: number; bytes: number }> {
    const [links, bytes] = await this.client.hmGet(`${PREFIX}usage`, ["links", "bytes"]);
    return { links: Number(String(links ?? 0)), bytes: Number(String(bytes ?? 0)) };
  }

  async *all(): AsyncIterable<StoredLink> {
    for (let after = "-"; ;) {
      const limit = { offset: 0, count: READ_AT_ONCE };
      const ids = (await this.client.zRangeByLex(`${PREFIX}ids`, after, "+", { LIMIT: limit })).map(String);
      for (const id of ids) {
        const link = storedLink(id, await this.run(WHOLE, id));
        if (link) yield link;
      }
      if (ids.length < READ_AT_ONCE) return;
      after = `(${ids.at(-1)}`;
    }
  }

  close(): Promise<void> {
    this.client.destroy();
    return Promise.resolve();
  }

  private run(script: string, ...args: (string | number | Buffer)[]): Promise<unknown> {
    const texts = args.map((arg) => (typeof arg === "number" ? String(arg) : arg));
    return this.client.eval(script, { keys: [`${PREFIX}usage`], arguments: texts as string[] });
  }
}

function storedLink(id: string, reply: unknown): StoredLink | undefined {
  const [kind, created, expires, burn, tokenHash, content] = reply as Buffer[];
  if (!content) return undefined;
  return {
    id,
    kind: String(kind) as LinkKind,
    createdAt: Number(String(created)),
    expiresAt: String(expires) === "" ? null : Number(String(expires)),
    burn: String(burn) === "1",
    tokenHash: tokenHash!,
    content,
  };
}

function readLink({ id, kind, createdAt, expiresAt, burn, content }: StoredLink): ReadLink {
  return { id, kind, createdAt, expiresAt, burn, content };
}
