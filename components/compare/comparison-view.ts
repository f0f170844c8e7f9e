import type { CompareResult, ComparedChange, ObjectComparison } from "../../lib/compare/api";
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
