import type { Sentence } from "../index";
import type { LinkContent, LinkText } from "../links/content";
import type { Sides } from "../view/comparison";
import type { Claim } from "./claim";
import type { Edit } from "./edit";

/** A part of the course. Its id stands in addresses, so it stays. */
export interface Lesson {
  readonly id: string;
  readonly title: Sentence;
  /** What one can do after it. */
  readonly about: Sentence;
  readonly steps: readonly LessonStep[];
}

/** One page of a lesson: the explorer in a state, what to look at, and one change to make. Texts are Markdown: see markdown.ts. */
export interface LessonStep {
  readonly id: string;
  readonly title: Sentence;
  readonly start: LessonState;
  readonly text: Sentence;
  readonly look: Look;
  readonly task: Task;
}

/** What is pasted, and what of its result is shown first. */
export interface LessonState {
  readonly texts: Partial<Readonly<Record<LinkText, string>>>;
  /** As the page's controls hold them. */
  readonly options?: Readonly<Record<string, string>>;
  readonly object?: number;
  /** The steps that are compared; absent for the whole injection. */
  readonly sides?: Sides;
}

/** Something to look at, and the claim that is made of it. */
export interface Look {
  readonly text: Sentence;
  readonly holds: Claim;
  /** The first line of a side that holds this is shown and asked about. */
  readonly line?: { readonly side: "left" | "right"; readonly has: string };
}

/** A change to make. */
export interface Task {
  readonly text: Sentence;
  readonly hint?: Sentence;
  /** One way to do it. */
  readonly solution: readonly Edit[];
  /** False at the start, true when it is done, whichever way. */
  readonly done: Claim;
}

/** A state as a link holds it: the page opens both alike. */
export function stateContent({ texts, options = {}, object, sides }: LessonState): LinkContent {
  const empty = { workload: "", injector: "", mesh: "", proxyConfigs: "", namespaces: "", webhooks: "", live: "" };
  return {
    texts: { ...empty, ...texts },
    options,
    view: { ...(object === undefined ? {} : { object }), ...(sides ? { sides } : {}), filter: {} },
  };
}
