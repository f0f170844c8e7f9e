import { clientAddress } from "./client-address";
import { MAX_BODY_BYTES, MAX_HELD_BYTES, MAX_HELD_BYTES_OF_CLIENT } from "./limits";
import { ProblemError } from "./problem";

let heldBytes = 0;
const heldByClient = new Map<string, number>();

/** A request body in memory. `release` gives its share of the memory back; call it exactly once, when the bytes are no longer used. */
export interface Body {
  /** As they came. */
  readonly parts: readonly Uint8Array[];
  /** All of it in one, made when asked for. */
  readonly bytes: Uint8Array;
  release(): void;
}

/** A body that is still to come. */
export interface Incoming {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Content-Length, where it was sent; NaN otherwise. */
  readonly declared: number;
  /** Whose share of the memory it uses. */
  readonly client: string;
}

/** The body of a route's request. */
export function bodyOf(request: Request): Incoming {
  const { headers, body } = request;
  return {
    chunks: (body ?? []) as AsyncIterable<Uint8Array>,
    declared: Number(headers.get("content-length") ?? NaN),
    client: clientAddress(headers),
  };
}

/**
 * Reads a body, stopping at the first byte over the limit, so that no more than the limit is ever held. What follows is left unread.
 * @throws ProblemError 413 over the limit, 429 when bodies of the same client hold its share of the memory, 503 when those of others hold it.
 */
export async function readBody({ chunks, declared, client }: Incoming, limit = MAX_BODY_BYTES): Promise<Body> {
  if (declared > limit) throw tooLarge(limit);
  const parts: Uint8Array[] = [];
  let length = 0;
  const hold = (bytes: number) => {
    length += bytes;
    heldBytes += bytes;
    const held = (heldByClient.get(client) ?? 0) + bytes;
    if (held > 0) heldByClient.set(client, held);
    else heldByClient.delete(client);
    return held;
  };
  const release = () => void hold(-length);
  try {
    for await (const chunk of chunks) {
      parts.push(chunk);
      const held = hold(chunk.length);
      if (length > limit) throw tooLarge(limit);
      if (heldBytes > MAX_HELD_BYTES) throw busy(503, "Other requests use");
      if (held > MAX_HELD_BYTES_OF_CLIENT) throw busy(429, "Other requests of this client use");
    }
  } catch (error) {
    release();
    throw error;
  }
  return {
    parts,
    get bytes() {
      return Buffer.concat(parts);
    },
    release,
  };
}

function tooLarge(limit: number): ProblemError {
  return new ProblemError({
    status: 413,
    title: "Too large",
    detail: `The request body is larger than ${limit} bytes.`,
  });
}

function busy(status: 429 | 503, who: string): ProblemError {
  return new ProblemError({
    status,
    title: status === 503 ? "Busy" : "Too many requests",
    detail: `${who} the memory that is set aside for request bodies. Try again in a moment.`,
    retryAfter: 1,
  });
}
