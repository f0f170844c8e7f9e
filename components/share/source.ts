import { isLinkFragment } from "../../lib/links/form";

/** What the address of the page asks for. */
export type LinkSource =
  | { readonly kind: "fragment"; readonly fragment: string }
  /** One that the server keeps; `key` is "" for none. */
  | { readonly kind: "kept"; readonly id: string; readonly key: string }
  | { readonly kind: "delete"; readonly id: string; readonly token: string };

/** Before the token, in the fragment of a link that deletes one. */
export const DELETE = "delete.";

/** Fragments of links are longer than this. */
const SHORT = 12;

/** What the address asks for; undefined where it asks for nothing. `id` is that of the page's own link, where it is the page of one. */
export function sourceOf(hash: string, id: string | undefined): LinkSource | undefined {
  const fragment = hash.replace(/^#/, "");
  // Of a part of the page.
  if (fragment !== "" && document.getElementById(fragment)) return undefined;
  if (isLinkFragment(fragment)) return { kind: "fragment", fragment };
  if (id === undefined) return fragment.length > SHORT ? { kind: "fragment", fragment } : undefined;
  return fragment.startsWith(DELETE)
    ? { kind: "delete", id, token: fragment.slice(DELETE.length) }
    : { kind: "kept", id, key: fragment };
}
