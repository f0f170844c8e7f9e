import { MAX_BODY_BYTES, MAX_HELD_BYTES } from "./limits";
import { ProblemError } from "./problem";

let heldBytes = 0;

/** A request body in memory. `release` gives its share of the memory back; call it exactly once, when the bytes are no longer used. */
export interface Body {
  readonly bytes: Uint8Array;
  release(): void;
}

/**
 * Reads a body, stopping at the first byte over the limit, so that no more than the limit is ever held.
 * @throws ProblemError 413 over the limit, 503 when other requests hold the memory.
 */
export async function readBody(request: Request, limit = MAX_BODY_BYTES): Promise<Body> {
  if (Number(request.headers.get("content-length")) > limit) throw tooLarge(limit);
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const release = () => {
    heldBytes -= length;
    length = 0;
  };
  try {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      chunks.push(next.value);
      length += next.value.length;
      heldBytes += next.value.length;
      if (length > limit) throw tooLarge(limit);
      if (heldBytes > MAX_HELD_BYTES) throw busy();
    }
  } catch (error) {
    release();
    // The rest of the body is not read, whatever its sender does.
    reader?.cancel().catch(() => undefined);
    throw error;
  }
  return { bytes: joined(chunks, length), release };
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function tooLarge(limit: number): ProblemError {
  return new ProblemError({
    status: 413,
    title: "Too large",
    detail: `The request body is larger than ${limit} bytes.`,
  });
}

function busy(): ProblemError {
  return new ProblemError({
    status: 503,
    title: "Busy",
    detail: "Other requests use the memory that is set aside for request bodies. Try again in a moment.",
    retryAfter: 1,
  });
}
