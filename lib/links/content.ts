import type { ChangeFilter } from "../view/change-filter";
import type { Sides } from "../view/comparison";

/** The texts that a link brings back. Their names stand in links, so they stay. */
export const LINK_TEXTS = ["workload", "injector", "mesh", "proxyConfigs", "namespaces", "webhooks", "live"] as const;

export type LinkText = (typeof LINK_TEXTS)[number];

/** What a link brings back. The theme is the reader's own. */
export interface LinkContent {
  /** Texts; "" where nothing is given. */
  readonly texts: Readonly<Record<LinkText, string>>;
  /** Options that differ from what holds otherwise, as the page's controls hold them. Which of them it knows, the page says. */
  readonly options: Readonly<Record<string, string>>;
  readonly view: LinkView;
  /** The other situation of a comparison: see LinkOther. */
  readonly other?: LinkOther;
  /** See resultHash; absent where the result was not known when the link was made. */
  readonly result?: string;
  /** What whoever made the link wrote beside it, in the Markdown of lessons. */
  readonly lesson?: string;
}

/** Situation B of a comparison. The steps that are compared are the view's sides. */
export interface LinkOther {
  /** The texts that are not those of A. */
  readonly texts: Readonly<Partial<Record<LinkText, string>>>;
  /** All of its options that differ from what holds otherwise. */
  readonly options: Readonly<Record<string, string>>;
}

/** What is looked at of the result. */
export interface LinkView {
  /** The object of the workload text; absent for the first that makes pods. */
  readonly object?: number;
  /** The ids of the two compared steps; absent for the whole injection. */
  readonly sides?: Sides;
  readonly filter: ChangeFilter;
  /** The selected line of one side of the difference. */
  readonly line?: { readonly side: "left" | "right"; readonly line: number };
}

/** The version of the form that `contentJson` writes. */
export const CONTENT_VERSION = 1;

/** What a link holds, as JSON: what is empty or ordinary is left out. `readContent` reads it back. */
export function contentJson({ texts, options, view, other, result, lesson }: LinkContent): unknown {
  const { object, sides, filter, line } = view;
  return {
    version: CONTENT_VERSION,
    texts: Object.fromEntries(LINK_TEXTS.filter((name) => texts[name] !== "").map((name) => [name, texts[name]])),
    ...(Object.keys(options).length === 0 ? {} : { options }),
    ...(other ? { other } : {}),
    object,
    ...(sides ? { compare: [sides.left, sides.right] } : {}),
    ...(filter.container === undefined && filter.what === undefined ? {} : { filter }),
    ...(line ? { line: [line.side, line.line] } : {}),
    result,
    lesson,
  };
}
