import { createHash, randomBytes } from "node:crypto";

/** What ids of links look like. */
export const LINK_ID = /^[A-Za-z0-9_-]{16}$/;

/** A new id: 96 random bits in the URL-safe alphabet of base64 (RFC 4648), 16 characters. */
export function newLinkId(): string {
  return randomText(12);
}

/** A new token that deletes a link: 192 random bits, 32 characters. */
export function newDeleteToken(): string {
  return randomText(24);
}

/** Ends in no sign: programs that find links in texts take one there for the sentence's own. That costs a twentieth of a bit. */
function randomText(bytes: number): string {
  for (;;) {
    const text = randomBytes(bytes).toString("base64url");
    if (/[A-Za-z0-9]$/.test(text)) return text;
  }
}

/** SHA-256: of a token, what is kept of it; of a content, what names it. */
export function sha256(data: string | Uint8Array): Buffer {
  return createHash("sha256").update(data).digest();
}
