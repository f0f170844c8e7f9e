import type { CourseLesson } from "../../components/learn/outline";
import { LESSONS } from "../../lib/teach/lessons";

/** The course without what only its steps need. */
export const OUTLINE: readonly CourseLesson[] = LESSONS.map(({ id, title, about, steps }, i) => ({
  id,
  number: i + 1,
  title,
  about,
  steps: steps.map((step) => ({ id: step.id, title: step.title })),
}));
