import type { Sentence } from "../../lib/index";

/** A lesson as its steps need it: what it is called, and where they are. */
export interface LessonOutline {
  readonly id: string;
  /** From 1, in the course. */
  readonly number: number;
  readonly title: Sentence;
  readonly steps: readonly { readonly id: string; readonly title: Sentence }[];
}

/** A lesson as the overview shows it. */
export interface CourseLesson extends LessonOutline {
  readonly about: Sentence;
}

/** Where one comes from a step: addresses. */
export interface Neighbours {
  readonly previous?: string;
  readonly next?: string;
  /** Of the next lesson, where this step is the last of its own. */
  readonly nextLesson?: Sentence;
}
