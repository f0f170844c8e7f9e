import type { LinkContent, LinkText, LinkView } from "../../lib/links/content";
import { DEFAULT_OPTIONS, differingOptions, type InputOptions, type Inputs, readOptions, TEXTS } from "../inputs";
import { en } from "../strings/en";
import type { View } from "../use-view";
import type { Caret } from "../why/caret";

/** What a link to this would hold, but for the result's hash. */
export function contentOf(
  { options, ...texts }: Inputs,
  view: View,
  caret: Caret | undefined,
  other?: Inputs,
): LinkContent {
  const { object, sides, filter } = view;
  const changed = other && TEXTS.filter((text) => other[text] !== texts[text]);
  return {
    texts,
    options: givenOptions(options),
    ...(other && changed
      ? {
          other: {
            texts: Object.fromEntries(changed.map((text) => [text, other[text]])),
            options: givenOptions(other.options),
          },
        }
      : {}),
    view: {
      ...(object === undefined ? {} : { object }),
      ...(sides ? { sides } : {}),
      filter,
      ...(caret && caret.on !== "input" ? { line: { side: caret.on, line: caret.line } } : {}),
    },
  };
}

/** The options that are not as they ordinarily are. */
function givenOptions(options: InputOptions): Readonly<Record<string, string>> {
  return Object.fromEntries(differingOptions(options, DEFAULT_OPTIONS).map((name) => [name, options[name]]));
}

/** The inputs of situation B that a link holds; those of A where it holds no comparison. */
export function otherInputsOfLink(content: LinkContent, releases: readonly string[]): Inputs {
  const { texts, other } = content;
  if (!other) return inputsOfLink(content, releases);
  return inputsOfLink({ ...content, texts: { ...texts, ...other.texts }, options: other.options }, releases);
}

/** The inputs that a link holds. An option that this page does not know has its ordinary value. */
export function inputsOfLink({ texts, options }: LinkContent, releases: readonly string[]): Inputs {
  const { release, ...others } = readOptions(options);
  const known = release === "auto" || releases.includes(release);
  return {
    ...(Object.fromEntries(TEXTS.map((text) => [text, texts[text]])) as Record<LinkText, string>),
    options: { ...others, release: known ? release : DEFAULT_OPTIONS.release },
  };
}

/** What a link looks at. A filter that this page does not know filters nothing. */
export function viewOfLink({ object, sides, filter }: LinkView): View {
  const { container, what } = filter;
  const known = what !== undefined && (Object.hasOwn(en.kinds, what) || Object.hasOwn(en.topics, what));
  return { object, sides, filter: { ...(container === undefined ? {} : { container }), ...(known ? { what } : {}) } };
}
