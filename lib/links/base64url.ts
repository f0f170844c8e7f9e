import { decodeBase64, encodeBase64 } from "../go/base-encodings";

/** Bytes in the characters that a URL takes as they are, without padding (RFC 4648, section 5). */
export function encodeBase64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The bytes back; undefined for a text that is none. */
export function decodeBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  const padded = text.replaceAll("-", "+").replaceAll("_", "/") + "=".repeat((4 - (text.length % 4)) % 4);
  const decoded = decodeBase64(padded);
  return typeof decoded === "number" ? undefined : decoded;
}
