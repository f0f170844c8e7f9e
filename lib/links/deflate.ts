/** What is used of the compression streams that browsers and Node both have. */
interface Chunks {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
    cancel(): Promise<void>;
  };
}
interface Transform {
  readonly readable: Chunks;
  readonly writable: {
    getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> };
  };
}
type Streams = Readonly<Record<"CompressionStream" | "DecompressionStream", new (format: "deflate") => Transform>>;

/** Bytes, compressed (RFC 1950: deflate with a checksum, which tells a link that was changed on the way). */
export async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const { CompressionStream } = globalThis as unknown as Streams;
  return (await through(new CompressionStream("deflate"), bytes, Infinity))!;
}

/**
 * The other way round. What comes out is counted as it comes, and nothing more is unpacked once it is more than `most` bytes.
 * @returns undefined for what would be longer.
 * @throws what the platform throws for bytes that are not compressed ones.
 */
export async function inflate(bytes: Uint8Array, most: number): Promise<Uint8Array | undefined> {
  const { DecompressionStream } = globalThis as unknown as Streams;
  return through(new DecompressionStream("deflate"), bytes, most);
}

async function through(stream: Transform, bytes: Uint8Array, most: number): Promise<Uint8Array | undefined> {
  const writer = stream.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  // What the writer refuses, the reader is not always told: it would wait for ever.
  const refused = new Promise<never>((_, reject) => void written.catch(reject));
  refused.catch(() => undefined);
  const reader = stream.readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await Promise.race([reader.read(), refused]);
    if (done || !value) break;
    length += value.length;
    if (length > most) {
      await reader.cancel().catch(() => undefined);
      return undefined;
    }
    parts.push(value);
  }
  await written;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
