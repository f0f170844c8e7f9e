import { type Client, createClient, type InStatement, type Row } from "@libsql/client";
import { sha256 } from "./ids";
import { LIBSQL_MIGRATIONS } from "./libsql-schema";
import { NewerSchemaError } from "./newer-schema";
import { LINK_BYTES, type LinkKind, type ReadLink, type Store, type StoredLink } from "./store";

const FACTS = "id, kind, created_at, expires_at, burn";
const ALIVE = "(expires_at IS NULL OR expires_at > ?)";
/** Expired links that one statement deletes, and free pages that one gives back: a file's driver holds the thread as long as it runs. */
const PURGED_AT_ONCE = 10;
const PAGES_AT_ONCE = 500;
const READ_AT_ONCE = 16;

/**
 * Links in libSQL: a file (`file:/…`), or a server (`libsql:`, `https:`, `http:`, `wss:`, `ws:`; `?authToken=` as libSQL's own URLs have it).
 * A file is in WAL mode and every commit is synced, so what was acknowledged outlives the process and the machine's power; what is deleted is
 * overwritten with zeros.
 */
export async function openLibsql(url: string): Promise<Store> {
  const local = url.startsWith("file:");
  // One connection: what PRAGMA sets holds for a connection, and a file's driver does one thing at a time anyway.
  const client = createClient({ url, ...(local ? { concurrency: 1, timeout: 5000 } : {}) });
  try {
    if (local) await setUpFile(client);
    await migrate(client);
  } catch (error) {
    client.close();
    throw error;
  }
  return new LibsqlStore(client, local);
}

/** What an opened file must say that it does, or it is not used. `synchronous` 2 is FULL. */
const PROMISED = { journal_mode: "wal", synchronous: 2, secure_delete: 1 } as const;

async function setUpFile(client: Client): Promise<void> {
  // Pages that become free can be given back. Only a new file takes this.
  await client.execute("PRAGMA auto_vacuum = INCREMENTAL");
  for (const [name, value] of Object.entries(PROMISED)) {
    await client.execute(`PRAGMA ${name} = ${value}`);
    const { rows } = await client.execute(`PRAGMA ${name}`);
    if (rows[0]?.[name] !== value) throw new Error(`the file for links cannot have ${name} ${value}`);
  }
}

/** Brings the tables up to date. Of servers that start together, one does it while the others wait. */
async function migrate(client: Client): Promise<void> {
  const transaction = await client.transaction("write");
  try {
    await transaction.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
    const { rows } = await transaction.execute("SELECT max(version) AS version FROM schema_version");
    const version = Number(rows[0]?.version ?? 0);
    if (version > LIBSQL_MIGRATIONS.length) throw new NewerSchemaError(version, LIBSQL_MIGRATIONS.length);
    for (const [i, statements] of LIBSQL_MIGRATIONS.entries()) {
      if (i < version) continue;
      for (const statement of statements) await transaction.execute(statement);
      await transaction.execute({ sql: "INSERT INTO schema_version VALUES (?)", args: [i + 1] });
    }
    await transaction.commit();
  } finally {
    transaction.close();
  }
}

class LibsqlStore implements Store {
  constructor(
    private readonly client: Client,
    private readonly local: boolean,
  ) {}

  async put(link: StoredLink, quota: number): Promise<"stored" | "full" | "exists"> {
    const hash = sha256(link.content);
    const size = link.content.length;
    const { id, kind, createdAt, expiresAt, burn, tokenHash, content } = link;
    const results = await this.client.batch(
      [
        {
          sql: `INSERT INTO contents SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM links WHERE id = ?)
            AND (SELECT bytes FROM usage) + ? <= ? ON CONFLICT DO NOTHING`,
          args: [hash, content, size, id, size + LINK_BYTES, quota],
        },
        {
          sql: `INSERT INTO links (${FACTS}, hash, token_hash) SELECT ?, ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM contents WHERE hash = ?)
            AND (SELECT bytes FROM usage) + ? <= ? ON CONFLICT DO NOTHING`,
          args: [id, kind, createdAt, expiresAt, burn ? 1 : 0, hash, tokenHash, hash, LINK_BYTES, quota],
        },
        { sql: "SELECT 1 FROM links WHERE id = ?", args: [id] },
      ],
      "write",
    );
    if (results[1]!.rowsAffected > 0) return "stored";
    return results[2]!.rows.length > 0 ? "exists" : "full";
  }

  async read(id: string, now: number): Promise<ReadLink | undefined> {
    const { rows } = await this.client.execute({
      sql: `SELECT ${FACTS}, CASE WHEN burn THEN NULL ELSE bytes END AS bytes FROM links JOIN contents USING (hash) WHERE id = ? AND ${ALIVE}`,
      args: [id, now],
    });
    return rows[0] && readLink(rows[0]);
  }

  async take(id: string, now: number): Promise<ReadLink | undefined> {
    const link = await this.read(id, now);
    if (!link?.burn) return link;
    const [found] = await this.client.batch(
      [
        {
          sql: `SELECT ${FACTS}, bytes FROM links JOIN contents USING (hash) WHERE id = ? AND ${ALIVE}`,
          args: [id, now],
        },
        { sql: "DELETE FROM links WHERE id = ? AND burn", args: [id] },
      ],
      "write",
    );
    return found?.rows[0] && readLink(found.rows[0]);
  }

  async delete(id: string, tokenHash: Uint8Array): Promise<"deleted" | "refused" | "absent"> {
    const [deleted, left] = await this.client.batch(
      [
        { sql: "DELETE FROM links WHERE id = ? AND token_hash = ?", args: [id, tokenHash] },
        { sql: "SELECT 1 FROM links WHERE id = ?", args: [id] },
      ],
      "write",
    );
    if (deleted!.rowsAffected > 0) return "deleted";
    return left!.rows.length > 0 ? "refused" : "absent";
  }

  async purge(now: number): Promise<number> {
    const statement: InStatement = {
      sql: `DELETE FROM links WHERE id IN (SELECT id FROM links WHERE expires_at <= ? LIMIT ${PURGED_AT_ONCE})`,
      args: [now],
    };
    let purged = 0;
    for (let last = PURGED_AT_ONCE; last === PURGED_AT_ONCE; purged += last) {
      last = (await this.client.execute(statement)).rowsAffected;
      await othersTurn();
    }
    if (this.local) await this.giveBack();
    return purged;
  }

  /** Free pages go back to the disk, and the log, which still has what was deleted, is emptied. */
  private async giveBack(): Promise<void> {
    for (let free = Infinity; ; await othersTurn()) {
      const { rows } = await this.client.execute("PRAGMA freelist_count");
      const left = Number(rows[0]!.freelist_count);
      // A file that was made without auto_vacuum keeps its pages, and uses them again.
      if (left === 0 || left >= free) break;
      free = left;
      await this.client.executeMultiple(`PRAGMA incremental_vacuum(${PAGES_AT_ONCE})`);
    }
    await this.client.executeMultiple("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  async usage(): Promise<{ links: number; bytes: number }> {
    const { rows } = await this.client.execute("SELECT links, bytes FROM usage");
    return { links: Number(rows[0]!.links), bytes: Number(rows[0]!.bytes) };
  }

  async *all(): AsyncIterable<StoredLink> {
    for (let after = ""; ;) {
      const { rows } = await this.client.execute({
        sql: `SELECT ${FACTS}, token_hash, bytes FROM links JOIN contents USING (hash) WHERE id > ? ORDER BY id LIMIT ${READ_AT_ONCE}`,
        args: [after],
      });
      for (const row of rows) {
        const content = new Uint8Array(row.bytes as ArrayBuffer);
        yield { ...readLink(row), content, tokenHash: new Uint8Array(row.token_hash as ArrayBuffer) };
      }
      if (rows.length < READ_AT_ONCE) return;
      after = String(rows.at(-1)!.id);
    }
  }

  close(): Promise<void> {
    this.client.close();
    return Promise.resolve();
  }
}

/** Requests that wait come between. */
function othersTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function readLink(row: Row): ReadLink {
  return {
    id: String(row.id),
    kind: row.kind as LinkKind,
    createdAt: Number(row.created_at),
    expiresAt: row.expires_at === null ? null : Number(row.expires_at),
    burn: Boolean(row.burn),
    ...(row.bytes === null ? {} : { content: new Uint8Array(row.bytes as ArrayBuffer) }),
  };
}
