import { parsedJson } from "../json-body";
import { linkSchemas } from "../openapi-links";
import { ProblemError } from "../problem";
import { violation } from "../schema";
import type { LinkKind } from "../store/store";
import { LIFETIMES, type Lifetime, type LinkSettings, MAX_CONTENT_BYTES } from "./settings";

/** A link that is asked for. */
export interface WantedLink {
  readonly kind: LinkKind;
  readonly content: Uint8Array;
  /** Milliseconds; null: for ever. */
  readonly lifetime: number | null;
  readonly burn: boolean;
}

/** Levels of lists and objects that a plain content may have: JSON.stringify and whoever reads it later go down by recursion. */
const MAX_DEPTH = 64;

interface LinkBody {
  readonly kind: LinkKind;
  readonly content: unknown;
  readonly expires: Lifetime;
  readonly burn?: boolean;
}

/**
 * The link that a body asks for.
 * @throws ProblemError 400 for a body that is not JSON, not of the form, or asks for what this server does not allow; 413 for a content over
 * the limit.
 */
export function parseLink(body: Uint8Array, settings: LinkSettings): WantedLink {
  const value = parsedJson(body);
  const found = violation(linkSchemas.LinkRequest, value, linkSchemas);
  if (found) throw invalid(found.field, found.message);
  const { kind, content, expires, burn = false } = value as LinkBody;
  if (!settings.expires.includes(expires)) {
    throw invalid("/expires", `must be one of ${settings.expires.join(", ")} on this server`);
  }
  const bytes = kind === "encrypted" ? encrypted(content) : plain(content);
  if (bytes.length > MAX_CONTENT_BYTES) {
    const detail = `/content is larger than ${MAX_CONTENT_BYTES} bytes.`;
    throw new ProblemError({ status: 413, title: "Too large", detail, field: "/content" });
  }
  return { kind, content: bytes, lifetime: LIFETIMES[expires], burn };
}

function encrypted(content: unknown): Uint8Array {
  if (typeof content !== "string" || !/^[A-Za-z0-9_-]+$/.test(content) || content.length % 4 === 1)
    throw invalid("/content", "must be base64url without padding where kind is encrypted");
  return Buffer.from(content, "base64url");
}

function plain(content: unknown): Uint8Array {
  if (typeof content !== "object" || content === null || Array.isArray(content))
    throw invalid("/content", "must be an object where kind is plain");
  let level: unknown[] = [content];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) throw invalid("/content", `must not nest deeper than ${MAX_DEPTH} levels`);
    level = level.flatMap((item) => (typeof item === "object" && item !== null ? Object.values(item) : []));
  }
  return new TextEncoder().encode(JSON.stringify(content));
}

function invalid(field: string, message: string): ProblemError {
  const detail = `${field === "" ? "The request body" : field} ${message}.`;
  return new ProblemError({ status: 400, title: "Not a link", detail, field });
}
