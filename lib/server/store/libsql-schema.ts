import { LINK_BYTES } from "./store";

/**
 * The tables of libSQL, a migration an entry: statements that bring a database from version i to i + 1. What has been released is never
 * changed, only added to. Triggers keep the books, so that each operation is one statement and no writer can forget them: `usage` is
 * always the sum, and a content goes with its last link.
 */
export const LIBSQL_MIGRATIONS: readonly (readonly string[])[] = [
  [
    "CREATE TABLE contents (hash BLOB PRIMARY KEY, bytes BLOB NOT NULL, size INTEGER NOT NULL)",
    `CREATE TABLE links (
      id TEXT PRIMARY KEY, hash BLOB NOT NULL REFERENCES contents (hash), kind TEXT NOT NULL, created_at INTEGER NOT NULL,
      expires_at INTEGER, burn INTEGER NOT NULL, token_hash BLOB NOT NULL)`,
    "CREATE INDEX links_by_hash ON links (hash)",
    "CREATE INDEX links_by_expiry ON links (expires_at) WHERE expires_at IS NOT NULL",
    "CREATE TABLE usage (one INTEGER PRIMARY KEY CHECK (one = 1), links INTEGER NOT NULL, bytes INTEGER NOT NULL)",
    "INSERT INTO usage VALUES (1, 0, 0)",
    `CREATE TRIGGER content_added AFTER INSERT ON contents BEGIN
      UPDATE usage SET bytes = bytes + NEW.size;
    END`,
    `CREATE TRIGGER content_removed AFTER DELETE ON contents BEGIN
      UPDATE usage SET bytes = bytes - OLD.size;
    END`,
    `CREATE TRIGGER link_added AFTER INSERT ON links BEGIN
      UPDATE usage SET links = links + 1, bytes = bytes + ${LINK_BYTES};
    END`,
    `CREATE TRIGGER link_removed AFTER DELETE ON links BEGIN
      UPDATE usage SET links = links - 1, bytes = bytes - ${LINK_BYTES};
      DELETE FROM contents WHERE hash = OLD.hash AND NOT EXISTS (SELECT 1 FROM links WHERE hash = OLD.hash);
    END`,
  ],
];
