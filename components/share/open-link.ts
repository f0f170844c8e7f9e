import { decodeBase64Url } from "../../lib/links/base64url";
import type { LinkContent } from "../../lib/links/content";
import type { LinkFailure } from "../../lib/links/failure";
import { decodeFragment } from "../../lib/links/fragment";
import { unpack } from "../../lib/links/pack";
import { readContent, type ReadLink } from "../../lib/links/read-content";
import { RefusedError, type Refusal } from "../ask";
import { canEncrypt, type CipherFailure, decrypt } from "./cipher";
import { deleteLink, type LinkFacts, lookAtLink, takeLink } from "./links-api";
import type { LinkSource } from "./source";

/** Why a link does not open. */
export type OpenFailure =
  | LinkFailure
  | { readonly kind: CipherFailure }
  /** The server has none of this id. */
  | { readonly kind: "absent" }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** What became of a link. */
export type Outcome =
  | { readonly kind: "opened"; readonly content: LinkContent; readonly burned: boolean }
  | { readonly kind: "failed"; readonly failure: OpenFailure }
  /** It can be read once: whether now, the reader says. */
  | { readonly kind: "once"; readonly id: string; readonly key: string }
  | { readonly kind: "delete"; readonly id: string; readonly token: string }
  | { readonly kind: "deleted" };

/** Opens what the address asks for, as far as that needs nobody's word. Never throws. */
export function openLink(source: LinkSource): Promise<Outcome> {
  return caught(async () => {
    if (source.kind === "fragment") return outcomeOf(await decodeFragment(source.fragment), false);
    if (source.kind === "delete") return source;
    const facts = await lookAtLink(source.id);
    if (facts.kind === "encrypted") {
      // One that can be read once is not read where that would be for nothing.
      if (!canEncrypt()) return { kind: "failed", failure: { kind: "insecure" } };
      if (source.key === "") return { kind: "failed", failure: { kind: "no-key" } };
    }
    return facts.burn
      ? { kind: "once", id: source.id, key: source.key }
      : outcomeOf(await read(facts, source.key), false);
  });
}

/** Reads a link that can be read once. Never throws. */
export function openOnce(id: string, key: string): Promise<Outcome> {
  return caught(async () => outcomeOf(await read(await takeLink(id), key), true));
}

/** Deletes a link. Never throws. */
export function openDeletion(id: string, token: string): Promise<Outcome> {
  return caught(async () => {
    await deleteLink(id, token);
    return { kind: "deleted" };
  });
}

type Read = { readonly content: LinkContent } | { readonly failure: OpenFailure };

async function read({ kind, content }: LinkFacts, key: string): Promise<Read> {
  if (kind === "plain") return readContent(content);
  const sealed = typeof content === "string" ? decodeBase64Url(content) : undefined;
  if (!sealed) return { failure: { kind: "damaged" } };
  const opened = await decrypt(sealed, key);
  return "bytes" in opened ? unpack(opened.bytes) : { failure: { kind: opened.failure } };
}

function outcomeOf(link: Read | ReadLink, burned: boolean): Outcome {
  return "content" in link
    ? { kind: "opened", content: link.content, burned }
    : { kind: "failed", failure: link.failure };
}

async function caught(run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const { refusal } = error;
    return { kind: "failed", failure: refusal.status === 404 ? { kind: "absent" } : { kind: "refused", refusal } };
  }
}
