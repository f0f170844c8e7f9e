import { LINK_ID } from "./ids";
import type { LinkKind, Store, StoredLink } from "./store";

const FORMAT = "injection-explorer-links";
const VERSION = 1;

/** A backup that cannot be read. */
export class BackupError extends Error {}

interface Line {
  readonly id: string;
  readonly kind: LinkKind;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly burn: boolean;
  /** Base64url, as `content`. */
  readonly tokenHash: string;
  readonly content: string;
}

/**
 * All links of a store as lines of JSON, each with its line end: what it is, a link a line, and at last their number, so that a backup
 * that was cut off can be told. Links that burn are left out unless they are asked for: one that has been read since would come back.
 * The server may run meanwhile.
 */
export async function* backup(store: Store, { burning = false } = {}): AsyncGenerator<string> {
  yield line({ format: FORMAT, version: VERSION });
  let links = 0;
  for await (const { id, kind, createdAt, expiresAt, burn, tokenHash, content } of store.all()) {
    if (burn && !burning) continue;
    const texts = { tokenHash: base64(tokenHash), content: base64(content) };
    yield line({ id, kind, createdAt, expiresAt, burn, ...texts });
    links++;
  }
  yield line({ links });
}

/** What became of the links of a backup. */
export interface Restored {
  readonly restored: number;
  /** They are there already. */
  readonly known: number;
  readonly expired: number;
}

/**
 * Puts the links of a backup into a store, whichever backend they come from; those that it has stay as they are, so it can be done again.
 * @throws BackupError for lines that are no backup, or not a whole one: what stands before the break has been restored then.
 */
export async function restore(store: Store, lines: AsyncIterable<string>, now: number): Promise<Restored> {
  const result = { restored: 0, known: 0, expired: 0 };
  let number = 0;
  let seen = 0;
  let told: number | undefined;
  for await (const text of lines) {
    number++;
    if (text === "") continue;
    const value = parsed(text, number);
    if (number === 1) {
      if (value.format !== FORMAT) throw new BackupError("line 1: this is no backup of links");
      if (value.version !== VERSION) throw new BackupError("line 1: this backup is of a newer release");
    } else if (typeof value.links === "number") told = value.links;
    else {
      const link = linkOf(value, number);
      seen++;
      if (link.expiresAt !== null && link.expiresAt <= now) result.expired++;
      else if ((await store.put(link, Number.MAX_SAFE_INTEGER)) === "stored") result.restored++;
      else result.known++;
    }
  }
  if (told !== seen) throw new BackupError(`the backup was cut off after line ${number}: ${seen} links were read`);
  return result;
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64url");
}

function parsed(text: string, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Told below: what JSON.parse says quotes the text.
  }
  throw new BackupError(`line ${number}: not a line of a backup`);
}

function linkOf(value: Record<string, unknown>, number: number): StoredLink {
  const { id, kind, createdAt, expiresAt, burn, tokenHash, content } = value as unknown as Line;
  const good =
    typeof id === "string" &&
    LINK_ID.test(id) &&
    (kind === "plain" || kind === "encrypted") &&
    Number.isInteger(createdAt) &&
    (expiresAt === null || Number.isInteger(expiresAt)) &&
    typeof burn === "boolean" &&
    typeof tokenHash === "string" &&
    typeof content === "string";
  const bytes = {
    tokenHash: Buffer.from(String(tokenHash), "base64url"),
    content: Buffer.from(String(content), "base64url"),
  };
  if (!good || bytes.tokenHash.length !== 32) throw new BackupError(`line ${number}: not a link`);
  return { id, kind, createdAt, expiresAt, burn, ...bytes };
}
