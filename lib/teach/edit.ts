import type { LinkContent, LinkText } from "../links/content";

/** One change of what is pasted: a piece of a text that occurs once, or an option. An empty `find` puts the text at the end. */
export type Edit =
  | { readonly text: Exclude<LinkText, "live">; readonly find: string; readonly put: string }
  | { readonly option: string; readonly value: string };

/**
 * Makes edits, one after the other.
 * @throws Error where a piece is not there exactly once: such a solution is not one.
 */
export function edited(content: LinkContent, edits: readonly Edit[]): LinkContent {
  return edits.reduce((old, edit) => {
    if ("option" in edit) return { ...old, options: { ...old.options, [edit.option]: edit.value } };
    const before = old.texts[edit.text];
    if (edit.find === "") return { ...old, texts: { ...old.texts, [edit.text]: before + edit.put } };
    const parts = before.split(edit.find);
    if (parts.length !== 2) throw new Error(`${edit.text} has ${parts.length - 1} times: ${edit.find}`);
    return { ...old, texts: { ...old.texts, [edit.text]: parts.join(edit.put) } };
  }, content);
}
