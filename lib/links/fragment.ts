import { decodeBase64Url, encodeBase64Url } from "./base64url";
import type { LinkContent } from "./content";
import type { LinkFailure } from "./failure";
import { FORM, isLinkFragment, VERSION } from "./form";
import { pack, unpack } from "./pack";
import type { ReadLink } from "./read-content";

/** A link's fragment, without the `#`. */
export async function encodeFragment(content: LinkContent): Promise<string> {
  const data = encodeBase64Url(await pack(content));
  // Programs that find links in texts take a sign at the end for the sentence's own. What stands behind the data is not read.
  return `v${VERSION}.${data.length.toString(36)}.${data}${/[-_]$/.test(data) ? ".e" : ""}`;
}

/**
 * Reads a link's fragment, with or without its `#`. Line ends and spaces that a mail put in, and signs of the sentence around it, do
 * no harm. Never throws.
 */
export async function decodeFragment(fragment: string): Promise<ReadLink> {
  const text = fragment.replace(/^#/, "").replace(/\s|%(?:20|0[aAdD])/g, "");
  const match = FORM.exec(text);
  if (!match) return failed(isLinkFragment(text) ? { kind: "damaged" } : { kind: "not-ours" });
  const [, version, length, rest] = match as unknown as [string, string, string, string];
  if (Number(version) !== VERSION) return failed({ kind: "unknown-version", version: Number(version) });
  const of = parseInt(length, 36);
  if (rest.length < of) return failed({ kind: "cut-off", have: rest.length, of });
  const bytes = decodeBase64Url(rest.slice(0, of));
  return bytes ? unpack(bytes) : failed({ kind: "damaged" });
}

function failed(failure: LinkFailure): ReadLink {
  return { failure };
}
