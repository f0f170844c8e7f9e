import { LINK_BYTES } from "./store";

/**
 * The tables of PostgreSQL, a migration an entry: see `LIBSQL_MIGRATIONS`, whose books these keep too. Their names have a prefix, as the
 * database may be shared.
 */
export const POSTGRES_MIGRATIONS: readonly string[] = [
  `CREATE TABLE explorer_contents (hash bytea PRIMARY KEY, bytes bytea NOT NULL, size bigint NOT NULL);
  ALTER TABLE explorer_contents ALTER COLUMN bytes SET STORAGE EXTERNAL;
  CREATE TABLE explorer_links (
    id text COLLATE "C" PRIMARY KEY, hash bytea NOT NULL REFERENCES explorer_contents (hash), kind text NOT NULL, created_at bigint NOT NULL,
    expires_at bigint, burn boolean NOT NULL, token_hash bytea NOT NULL);
  CREATE INDEX explorer_links_by_hash ON explorer_links (hash);
  CREATE INDEX explorer_links_by_expiry ON explorer_links (expires_at) WHERE expires_at IS NOT NULL;
  CREATE TABLE explorer_usage (one integer PRIMARY KEY CHECK (one = 1), links bigint NOT NULL, bytes bigint NOT NULL);
  INSERT INTO explorer_usage VALUES (1, 0, 0);
  CREATE FUNCTION explorer_content_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN UPDATE explorer_usage SET bytes = bytes + NEW.size;
    ELSE UPDATE explorer_usage SET bytes = bytes - OLD.size;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER explorer_content_changed AFTER INSERT OR DELETE ON explorer_contents
    FOR EACH ROW EXECUTE FUNCTION explorer_content_changed();
  CREATE FUNCTION explorer_link_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN UPDATE explorer_usage SET links = links + 1, bytes = bytes + ${LINK_BYTES};
    ELSE
      UPDATE explorer_usage SET links = links - 1, bytes = bytes - ${LINK_BYTES};
      DELETE FROM explorer_contents WHERE hash = OLD.hash AND NOT EXISTS (SELECT 1 FROM explorer_links WHERE hash = OLD.hash);
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER explorer_link_changed AFTER INSERT OR DELETE ON explorer_links
    FOR EACH ROW EXECUTE FUNCTION explorer_link_changed();`,
];
