import type { SideLine } from "../view/change-filter";
import { sidesFor } from "../view/comparison";
import type { ResultView } from "../view/result";
import { stepsOf } from "../view/steps";
import type { LessonStep } from "./lesson";

/** Where in a result the line is that a step of a lesson looks at; undefined where there is none. O(size of the pod). */
export function lookedAt({ start, look }: LessonStep, { objects }: ResultView): SideLine | undefined {
  if (!look.line) return undefined;
  const { side, has } = look.line;
  const object = start.object === undefined ? objects.find(({ makesPods }) => makesPods) : objects[start.object];
  const texts = stepsOf(object);
  const id = sidesFor(texts, start.sides)?.[side];
  if (typeof id !== "string") return undefined;
  const line =
    texts
      .text(id)
      .text.split("\n")
      .findIndex((text) => text.includes(has)) + 1;
  return line > 0 ? { side, line } : undefined;
}
