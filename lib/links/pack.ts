import { fromBytes, toBytes } from "../go/strings";
import { contentJson, type LinkContent } from "./content";
import { deflate, inflate } from "./deflate";
import { readContent, type ReadLink } from "./read-content";

/** The most bytes that a link may unpack to: a short one could fill all memory otherwise. */
export const MOST_UNPACKED = 8 * 1024 * 1024;

/** What a link holds, compressed: what `#…` carries, and what is encrypted for a server that must not read it. */
export async function pack(content: LinkContent): Promise<Uint8Array> {
  return deflate(toBytes(JSON.stringify(contentJson(content))));
}

/** Reads it back. Never throws: what cannot be read says why. */
export async function unpack(bytes: Uint8Array): Promise<ReadLink> {
  let json: unknown;
  try {
    const unpacked = await inflate(bytes, MOST_UNPACKED);
    if (!unpacked) return { failure: { kind: "too-large", most: MOST_UNPACKED } };
    json = JSON.parse(fromBytes(unpacked));
  } catch {
    return { failure: { kind: "damaged" } };
  }
  return readContent(json);
}
