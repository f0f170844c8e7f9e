import type { ContainerCase } from "../index";
import { type Change, podChanges } from "./changes";
import { type Mark, marksOf } from "./marks";
import type { PodText } from "./pod-text";
import type { Step, StepTexts } from "./steps";

/** Which step is on which side; `left: null` shows the right one alone. */
export interface Sides {
  readonly left: string | null;
  readonly right: string;
}

/** Two steps side by side, or one alone. */
export interface Comparison {
  readonly left?: Step;
  readonly right: Step;
  readonly leftText: PodText;
  readonly rightText: PodText;
  /** The changes between two pods; undefined where one side is a text, or alone. */
  readonly changes?: readonly Change[];
  readonly marks: readonly Mark[];
}

const NOTHING: PodText = { text: "", places: new Map() };

/** The whole of what happens: submitted and final; as far as it got where it failed; what is there where nothing happened. */
export function wholeInjection({ steps }: StepTexts): Sides | undefined {
  const ids = new Map(steps.map((step) => [step.kind, step.id]));
  if (ids.has("output") && !ids.has("final")) return { left: "workload", right: "output" };
  const submitted = ids.get("submitted");
  const last = steps.findLast((step) => step.pod !== undefined && step.kind !== "templatePod");
  if (last === undefined) {
    const only = steps.at(-1);
    return only && { left: null, right: only.id };
  }
  return last.id === submitted ? { left: null, right: last.id } : { left: submitted ?? null, right: last.id };
}

/** What one step does: its pod beside the one it started from, or alone if it starts from nothing. */
export function oneStep(step: Step): Sides {
  return { left: step.after ?? null, right: step.id };
}

/** The sides that were asked for, or the whole injection where an object has no such steps. */
export function sidesFor(texts: StepTexts, asked: Sides | undefined): Sides | undefined {
  const has = (id: string | null) => id === null || texts.steps.some((step) => step.id === id);
  return asked && has(asked.left) && has(asked.right) ? asked : wholeInjection(texts);
}

/** Compares two steps of an object. */
export function compareSteps(texts: StepTexts, sides: Sides, containers: readonly ContainerCase[]): Comparison {
  const right = texts.steps.find((step) => step.id === sides.right)!;
  const left = texts.steps.find((step) => step.id === sides.left);
  const rightText = texts.text(right.id);
  if (!left) return { right, leftText: NOTHING, rightText, marks: [] };
  const leftText = texts.text(left.id);
  if (left.pod === undefined || right.pod === undefined) return { left, right, leftText, rightText, marks: [] };
  const changes = podChanges(left.pod, right.pod);
  return {
    left,
    right,
    leftText,
    rightText,
    changes,
    marks: marksOf(changes, rightText, containers, texts.steps, right),
  };
}

/** How many changes each step makes to the pod that it starts from, by id. */
export function changesByStep({ steps }: StepTexts): ReadonlyMap<string, number> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const counts = new Map<string, number>();
  for (const { id, pod, after } of steps) {
    const before = after === undefined ? undefined : byId.get(after)?.pod;
    if (pod !== undefined && before !== undefined) counts.set(id, podChanges(before, pod).length);
  }
  return counts;
}
