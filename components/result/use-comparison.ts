import { useMemo } from "react";
import {
  changesByStep,
  type Comparison,
  compareSteps,
  type Sides,
  sidesFor,
  wholeInjection,
} from "../../lib/view/comparison";
import type { Mark } from "../../lib/view/marks";
import type { ObjectView } from "../../lib/view/result";
import { type StepTexts, stepsOf } from "../../lib/view/steps";
import type { Answer } from "../use-injection";

/** The steps of an object, and what is compared of them. */
export interface Compared {
  readonly texts: StepTexts;
  /** How many changes each step makes, by its id. */
  readonly counts: ReadonlyMap<string, number>;
  /** What is compared; undefined where there is nothing at all. */
  readonly sides: Sides | undefined;
  /** Whether that is the whole injection. */
  readonly isWhole: boolean;
  readonly comparison: Comparison | undefined;
  /** The marks of the whole injection, whatever is compared. */
  readonly wholeMarks: readonly Mark[];
}

/** Compares two steps of an object: those that were asked for, or the whole injection. */
export function useComparison({ inputs, result }: Answer, object: ObjectView | undefined, asked?: Sides): Compared {
  const { output } = result;
  const { workload } = inputs;
  const offline = useMemo(() => (output === undefined ? undefined : { workload, output }), [workload, output]);
  const texts = useMemo(() => stepsOf(object, offline), [object, offline]);
  const counts = useMemo(() => changesByStep(texts), [texts]);
  const whole = useMemo(() => wholeInjection(texts), [texts]);
  const sides = sidesFor(texts, asked);
  const [left, right] = [sides?.left ?? null, sides?.right];
  const containers = object?.containers ?? NONE;
  const comparison = useMemo(
    () => (right === undefined ? undefined : compareSteps(texts, { left, right }, containers)),
    [texts, left, right, containers],
  );
  const isWhole = whole !== undefined && whole.left === left && whole.right === right;
  const wholeMarks = useMemo(() => {
    if (isWhole) return comparison?.marks ?? NONE;
    return whole ? compareSteps(texts, whole, containers).marks : NONE;
  }, [texts, whole, isWhole, comparison, containers]);
  return { texts, counts, sides, isWhole, comparison, wholeMarks };
}

const NONE: readonly never[] = [];
