import { Pool, type PoolClient } from "pg";
import { sha256 } from "./ids";
import { NewerSchemaError } from "./newer-schema";
import { POSTGRES_MIGRATIONS } from "./postgres-schema";
import { LINK_BYTES, type LinkKind, type ReadLink, type Store, type StoredLink } from "./store";

const FACTS = "id, kind, created_at, expires_at, burn";
const BYTES = "CASE WHEN burn THEN NULL ELSE bytes END AS bytes";
const FOUND =
  "FROM explorer_links JOIN explorer_contents USING (hash) WHERE id = $1 AND (expires_at IS NULL OR expires_at > $2)";
const PURGED_AT_ONCE = 500;
const READ_AT_ONCE = 16;
/** Names the lock under which one server migrates while others wait: any number that nobody else takes. */
const MIGRATION_LOCK = 7_402_915_308;

/** Links in PostgreSQL, by a URL as libpq has it (`postgres://user:password@host/database?sslmode=…`). */
export async function openPostgres(url: string): Promise<Store> {
  const pool = new Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 5000,
    statement_timeout: 10_000,
    keepAlive: true,
    allowExitOnIdle: true,
  });
  // A connection that breaks while nobody uses it; the next query opens another.
  pool.on("error", () => undefined);
  const store = new PostgresStore(pool);
  try {
    await store.migrate();
  } catch (error) {
    await pool.end();
    throw error;
  }
  return store;
}

interface LinkRow {
  id: string;
  kind: LinkKind;
  created_at: string;
  expires_at: string | null;
  burn: boolean;
  bytes: Buffer | null;
  token_hash: Buffer;
}

class PostgresStore implements Store {
  constructor(private readonly pool: Pool) {}

  /** Brings the tables up to date. Of servers that start together, one does it while the others wait. */
  migrate(): Promise<void> {
    return this.transaction(async (client) => {
      await client.query("SELECT pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
      await client.query("CREATE TABLE IF NOT EXISTS explorer_schema_version (version integer NOT NULL)");
      const { rows } = await client.query<{ version: number }>(
        "SELECT coalesce(max(version), 0) AS version FROM explorer_schema_version",
      );
      const version = rows[0]!.version;
      if (version > POSTGRES_MIGRATIONS.length) throw new NewerSchemaError(version, POSTGRES_MIGRATIONS.length);
      for (const [i, statements] of POSTGRES_MIGRATIONS.entries()) {
        if (i < version) continue;
        await client.query(statements);
        await client.query("INSERT INTO explorer_schema_version VALUES ($1)", [i + 1]);
      }
    });
  }

  put(link: StoredLink, quota: number): Promise<"stored" | "full" | "exists"> {
    const hash = sha256(link.content);
    const size = link.content.length;
    const { id, kind, createdAt, expiresAt, burn, tokenHash, content } = link;
    return this.write(async (client) => {
      await client.query(
        `INSERT INTO explorer_contents SELECT $1::bytea, $2::bytea, $3::bigint
          WHERE NOT EXISTS (SELECT 1 FROM explorer_links WHERE id = $4) AND (SELECT bytes FROM explorer_usage) + $5::bigint <= $6::bigint
          ON CONFLICT DO NOTHING`,
        [hash, content, size, id, size + LINK_BYTES, quota],
      );
      const { rowCount } = await client.query(
        `INSERT INTO explorer_links (${FACTS}, hash, token_hash)
          SELECT $1::text, $2::text, $3::bigint, $4::bigint, $5::boolean, $6::bytea, $7::bytea
          WHERE EXISTS (SELECT 1 FROM explorer_contents WHERE hash = $6) AND (SELECT bytes FROM explorer_usage) + $8::bigint <= $9::bigint
          ON CONFLICT DO NOTHING`,
        [id, kind, createdAt, expiresAt, burn, hash, tokenHash, LINK_BYTES, quota],
      );
      if (rowCount) return "stored";
      return (await isThere(client, id)) ? "exists" : "full";
    });
  }

  async read(id: string, now: number): Promise<ReadLink | undefined> {
    const { rows } = await this.pool.query<LinkRow>(`SELECT ${FACTS}, ${BYTES} ${FOUND}`, [id, now]);
    return rows[0] && readLink(rows[0]);
  }

  async take(id: string, now: number): Promise<ReadLink | undefined> {
    const link = await this.read(id, now);
    if (!link?.burn) return link;
    return this.write(async (client) => {
      const { rows } = await client.query<LinkRow>(`SELECT ${FACTS}, bytes ${FOUND}`, [id, now]);
      await client.query("DELETE FROM explorer_links WHERE id = $1 AND burn", [id]);
      return rows[0] && readLink(rows[0]);
    });
  }

  delete(id: string, tokenHash: Uint8Array): Promise<"deleted" | "refused" | "absent"> {
    return this.write(async (client) => {
      const { rowCount } = await client.query("DELETE FROM explorer_links WHERE id = $1 AND token_hash = $2", [
        id,
        tokenHash,
      ]);
      if (rowCount) return "deleted";
      return (await isThere(client, id)) ? "refused" : "absent";
    });
  }

  async purge(now: number): Promise<number> {
    let purged = 0;
    for (let last = PURGED_AT_ONCE; last === PURGED_AT_ONCE; purged += last) {
      last = await this.write(async (client) => {
        const { rowCount } = await client.query(
          `DELETE FROM explorer_links WHERE id IN (SELECT id FROM explorer_links WHERE expires_at <= $1 LIMIT ${PURGED_AT_ONCE})`,
          [now],
        );
        return rowCount ?? 0;
      });
    }
    await this.vacuum();
    return purged;
  }

  /** Gives the room of what was removed back. However long it takes: nobody waits for it. */
  private async vacuum(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query("SET statement_timeout TO 0");
      await client.query("VACUUM explorer_contents, explorer_links");
    } finally {
      client.release(true);
    }
  }

  async usage(): Promise<{ links: number; bytes: number }> {
    const { rows } = await this.pool.query<{ links: string; bytes: string }>("SELECT links, bytes FROM explorer_usage");
    return { links: Number(rows[0]!.links), bytes: Number(rows[0]!.bytes) };
  }

  async *all(): AsyncIterable<StoredLink> {
    for (let after = ""; ;) {
      const { rows } = await this.pool.query<LinkRow & { bytes: Buffer }>(
        `SELECT ${FACTS}, token_hash, bytes FROM explorer_links JOIN explorer_contents USING (hash)
          WHERE id > $1 ORDER BY id LIMIT ${READ_AT_ONCE}`,
        [after],
      );
      for (const row of rows) yield { ...readLink(row), content: row.bytes, tokenHash: row.token_hash };
      if (rows.length < READ_AT_ONCE) return;
      after = rows.at(-1)!.id;
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  /** A transaction that changes links. One goes at a time: each first locks the row of the books, which all of them change. */
  private write<T>(run: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.transaction(async (client) => {
      await client.query("SET LOCAL synchronous_commit TO on");
      await client.query("SELECT 1 FROM explorer_usage FOR UPDATE");
      return run(client);
    });
  }

  private async transaction<T>(run: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query("BEGIN");
      const result = await run(client);
      await client.query("COMMIT");
      client.release();
      return result;
    } catch (error) {
      // Closing the connection rolls back, in whatever state it is.
      client.release(true);
      throw error;
    }
  }
}

async function isThere(client: PoolClient, id: string): Promise<boolean> {
  return (await client.query("SELECT 1 FROM explorer_links WHERE id = $1", [id])).rows.length > 0;
}

function readLink({ id, kind, created_at, expires_at, burn, bytes }: LinkRow): ReadLink {
  return {
    id,
    kind,
    createdAt: Number(created_at),
    expiresAt: expires_at === null ? null : Number(expires_at),
    burn,
    ...(bytes === null ? {} : { content: bytes }),
  };
}
