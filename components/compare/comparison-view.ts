import type { CompareResult, ComparedChange, ObjectComparison } from "../../lib/compare/api";
import type { ResultError } from "../../lib/index";
import type { Comparison } from "../../lib/view/comparison";
import { podText } from "../../lib/view/pod-text";
import { readJson } from "../../lib/view/read-json";
import { plain } from "../../lib/view/result";
import type { Step } from "../../lib/view/steps";

/** What stays as the pod has it. */
const VALUES: ReadonlySet<string> = new Set(["podA", "podB", "before", "after"]);

/** Reads the answer of `POST /api/v1/compare`. @throws SyntaxError for a text that is not JSON. */
export function readComparison(text: string): CompareResult {
  return plain(readJson(text), VALUES) as CompareResult;
}

/** Two pods as the difference shows them; undefined where a side has none. Its changes know what made them. */
export interface ComparedPods extends Comparison {
  readonly changes: readonly ComparedChange[];
}

/** The pods of an object at the compared steps. O(size of the pods). */
export function comparedPods({ podA, podB, changes }: ObjectComparison, a: Step, b: Step): ComparedPods | undefined {
  if (podA === undefined || podB === undefined) return undefined;
  return { left: a, right: b, leftText: podText(podA), rightText: podText(podB), changes, marks: [] };
}

/** The steps of an object that have a pod, as far as its templates tell. */
export function stepsOf({ a, b }: ObjectComparison): readonly Step[] {
  const names = [...new Set([...(a?.templates ?? []), ...(b?.templates ?? [])].map(({ name }) => name))];
  const made = names.flatMap((template): Step[] => [
    { id: `templatePod:${template}`, kind: "templatePod", template },
    { id: `mergedPod:${template}`, kind: "mergedPod", template },
  ]);
  const later = ["reapplied", "clusterInfo", "prometheusMerge", "rewriteProbes", "metadata"] as const;
  return [
    { id: "submitted", kind: "submitted" },
    ...made,
    ...(made.length > 0 ? later.map((kind): Step => ({ id: kind, kind })) : []),
    { id: "final", kind: "final" },
  ];
}

/** The object that is looked at before one is chosen: one that fails in B, else one that changes, else the first. */
export function mostTelling(objects: readonly ObjectComparison[]): number {
  const failing = objects.findIndex(({ b }) => b?.error !== undefined);
  const changing = objects.findIndex(({ outcome }) => outcome === "changed");
  return failing >= 0 ? failing : Math.max(0, changing);
}

/** An object by kind, namespace and name. */
export function nameOf({ a, b }: ObjectComparison): string {
  const { kind, namespace, name } = (b ?? a)!;
  return [kind, namespace, name].filter((part) => part !== "").join("/");
}

/** Classes of the sentence that tells an outcome. */
export function outcomeLook(outcome: ObjectComparison["outcome"] | undefined): string {
  if (outcome === "starts-to-fail" || outcome === "fails") return "font-semibold text-bad";
  return outcome === "same" || outcome === "stops-failing" ? "font-semibold text-good" : "font-semibold";
}

/** What is shown of an answer to what was asked: the steps of an object, the two that are compared, and their pods. */
export function shownOf(
  asked: { readonly step: string; readonly stepB: string },
  object: ObjectComparison | undefined,
) {
  const steps = object ? stepsOf(object) : [];
  const stepAt = (id: string): Step => steps.find((step) => step.id === id) ?? { id, kind: "other" };
  const [left, right] = [stepAt(asked.step), stepAt(asked.stepB)];
  return { steps, left, right, comparison: object && comparedPods(object, left, right) };
}

/** Why a side has no pod. */
export function errorOf(
  side: "a" | "b",
  result: CompareResult,
  object: ObjectComparison | undefined,
): ResultError | undefined {
  const { configError, error } = result[side];
  return configError ?? error ?? object?.[side]?.error;
}
