/** `encrypted`: bytes that only the browser can read. `plain`: JSON as UTF-8, which the server may read. */
export type LinkKind = "encrypted" | "plain";

/** What is known of a link besides what it holds. Times are milliseconds since 1970. */
export interface LinkFacts {
  /** 96 random bits as 16 characters that need no escaping in a URL: see `newLinkId`. */
  readonly id: string;
  readonly kind: LinkKind;
  readonly createdAt: number;
  /** From when on nobody can read it; null: it stays. */
  readonly expiresAt: number | null;
  /** Whether its first reader is its last. */
  readonly burn: boolean;
}

/** A link whole. */
export interface StoredLink extends LinkFacts {
  /** SHA-256 of the token that deletes it; the token itself is known to its maker alone. */
  readonly tokenHash: Uint8Array;
  readonly content: Uint8Array;
}

/** A link as readers see it: of one that burns, `content` is only in what `take` gives. */
export interface ReadLink extends LinkFacts {
  readonly content?: Uint8Array;
}

/** What storage is used: bytes of contents, each counted once, and `LINK_BYTES` for each link. */
export interface Usage {
  readonly links: number;
  readonly bytes: number;
}

/** Whether an operation failed because the disk or the memory of the storage is full, whichever its kind. */
export function isOutOfRoom(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  // SQLite, PostgreSQL (disk_full), Redis.
  return code === "SQLITE_FULL" || code === "53100" || String(message).startsWith("OOM ");
}

/** What a link costs beside its content, for the quota. */
export const LINK_BYTES = 256;

/**
 * Where links are kept. Every backend holds to the same: what a promise has acknowledged is durable; links with equal contents share
 * one copy, which stays as long as one of them does; an expired link is not there, whether it has been purged or not.
 * Operations reject when the backend cannot be reached.
 */
export interface Store {
  /** Keeps a link. `full`: it would go beyond `quota` (see `Usage`); `exists`: the id is taken. Neither changes anything. */
  put(link: StoredLink, quota: number): Promise<"stored" | "full" | "exists">;
  /** A link that has not expired. Never burns. */
  read(id: string, now: number): Promise<ReadLink | undefined>;
  /** A link with its content; one that burns is gone with it, and of many callers exactly one gets it. */
  take(id: string, now: number): Promise<ReadLink | undefined>;
  /** Deletes a link for whoever knows its token. `refused`: the token is another's. */
  delete(id: string, tokenHash: Uint8Array): Promise<"deleted" | "refused" | "absent">;
  /** Takes expired links, and what nobody else holds of them, from the disk. Gives their number. */
  purge(now: number): Promise<number>;
  usage(): Promise<Usage>;
  /** All links in order of their ids, each as it is when its turn comes. Links that come or go meanwhile may be in it or not. */
  all(): AsyncIterable<StoredLink>;
  close(): Promise<void>;
}
