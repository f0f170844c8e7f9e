import type { ContainerCase } from "../index";
import { type Change, podChanges } from "./changes";
import type { Entry } from "./entries";
import type { PodText } from "./pod-text";
import type { Step } from "./steps";
import { at, type Value } from "./value";

/** What a gutter mark says of a line of the right pod. */
export type MarkKind = "args" | "env" | "mount" | "volume" | "image" | "kept" | "probe" | "moved";

/** In the order in which a legend shows them. */
export const MARK_KINDS: readonly MarkKind[] = ["args", "env", "volume", "mount", "image", "kept", "probe", "moved"];

/** A mark in the gutter. */
export interface Mark {
  readonly kind: MarkKind;
  /** First and last line in the right text. */
  readonly lines: readonly [first: number, last: number];
  readonly label: string;
  readonly container?: string;
  /** The row of the changes that says the same. */
  readonly entry: Entry;
  /** What stood there before (`image`, `probe`), or what the template had (`kept`). */
  readonly instead?: Value;
}

/** The marks of a comparison, by line. `steps` are the object's, in order; `right` is the one on the right side. */
export function marksOf(
  changes: readonly Change[],
  text: PodText,
  containers: readonly ContainerCase[],
  steps: readonly Step[],
  right: Step,
): Mark[] {
  const marks: Mark[] = [];
  for (const change of changes) {
    const kind = kindOf(change);
    const lines = change.right === undefined ? undefined : text.places.get(change.right);
    if (!kind || !lines) continue;
    marks.push({
      kind,
      lines,
      label: change.label,
      entry: change,
      ...(change.container === undefined ? {} : { container: change.container }),
      ...(change.before === undefined || change.kind === "moved" ? {} : { instead: change.before }),
    });
  }
  if (isAfterReapply(steps, right)) marks.push(...keptMarks(text, containers, steps, right));
  return marks.sort((a, b) => a.lines[0] - b.lines[0]);
}

function kindOf(change: Change): MarkKind | undefined {
  if (change.kind === "moved") return "moved";
  if (change.topic === "image" && change.kind === "changed") return change.before === "auto" ? "image" : undefined;
  if (change.topic === "probe" && change.kind === "changed") return "probe";
  if (change.kind !== "added") return undefined;
  if (change.topic === "args" || change.topic === "env" || change.topic === "mount" || change.topic === "volume")
    return change.topic;
  return undefined;
}

function isAfterReapply(steps: readonly Step[], right: Step): boolean {
  const reapplied = steps.findIndex((step) => step.kind === "reapplied");
  return reapplied >= 0 && steps.indexOf(right) >= reapplied;
}

/**
 * What the workload's own text put back over the template's: fields of a container that both define, in which the right pod is as
 * it was submitted and the template pod is not.
 */
function keptMarks(text: PodText, containers: readonly ContainerCase[], steps: readonly Step[], right: Step): Mark[] {
  const submitted = steps.find((step) => step.kind === "submitted")?.pod;
  const template = steps.findLast((step) => step.kind === "templatePod")?.pod;
  const overwritten = new Set(
    containers.filter((container) => container.case === "overwritten").map(({ name }) => name),
  );
  if (overwritten.size === 0 || submitted === undefined || template === undefined || right.pod === undefined) return [];

  const notSubmitted = new Set(podChanges(submitted, right.pod).map((change) => change.right));
  const fromTemplate = podChanges(template, right.pod).filter((change) => overwritten.has(change.container ?? ""));
  const marks: Mark[] = [];
  const keep = (change: Change, label: string, pointer: string, instead: Value | undefined) => {
    const lines = text.places.get(pointer);
    const { container, topic } = change;
    const entry: Entry = {
      kind: "kept",
      topic,
      container,
      label,
      right: pointer,
      before: instead,
      after: at(right.pod, pointer),
    };
    if (lines) marks.push({ kind: "kept", lines, label, container, entry, instead });
  };
  for (const change of fromTemplate) {
    const { container, right: pointer, before, label } = change;
    if (pointer === undefined || isIn(notSubmitted, pointer)) continue;
    if (change.kind === "changed") keep(change, label, pointer, before);
    if (change.kind !== "added" || change.topic !== "args") continue;
    // Arguments are not merged: one's own take the place of all of the template's.
    const list = parent(pointer);
    const gone = fromTemplate.find(
      (other) => other.kind === "removed" && other.topic === "args" && other.container === container,
    );
    const isFirst = !marks.some((mark) => mark.container === container && mark.label === nameOf(list));
    if (gone?.left !== undefined && isFirst) keep(change, nameOf(list), list, at(template, parent(gone.left)));
  }
  return marks;
}

function parent(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf("/"));
}

function nameOf(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf("/") + 1);
}

/** Whether a pointer, or one that it lies in, is in a set. */
function isIn(pointers: ReadonlySet<string | undefined>, pointer: string): boolean {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
    if (pointers.has(pointer.slice(0, end))) return true;
  }
  return false;
}

/** How many marks there are of each kind. */
export function markCounts(marks: readonly Mark[]): ReadonlyMap<MarkKind, number> {
  const counts = new Map<MarkKind, number>();
  for (const { kind } of marks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
