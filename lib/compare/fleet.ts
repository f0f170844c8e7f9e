import { inject } from "../inject/answer";
import type { InjectOptions, InjectRequest, ObjectResult, ResultError } from "../inject/api";
import { podChanges, type Change } from "../view/changes";
import { shortText } from "../view/short-text";
import type { Value } from "../view/value";
import type { Outcome } from "./api";
import { outcomeOf } from "./compare";
import { pairObjects, podAt } from "./objects";

/** One side of an upgrade: what the workloads are injected with. */
export type FleetSide = Omit<InjectRequest, "workload">;

/** Workloads and the two injectors between which they change. */
export interface FleetRequest {
  readonly workload: string;
  readonly a: FleetSide;
  readonly b: FleetSide;
}

/** A change of one pod, in one line each side. */
export type FleetChange = Pick<Change, "kind" | "topic" | "container" | "label"> & {
  readonly before?: string;
  readonly after?: string;
};

/** What an upgrade means for one workload when it restarts. */
export interface FleetItem {
  readonly index: ObjectResult["index"];
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** Whether each side injects it. */
  readonly injected: { readonly a: boolean; readonly b: boolean };
  readonly changes: readonly FleetChange[];
  /** The injector's words where it fails in B, or else in A. */
  readonly error?: ResultError;
  /** The same for workloads with the same change, whatever they are called. */
  readonly group: string;
}

/**
 * What would change on which workload. Objects that make no pods are left out; one document that cannot be read is an item that fails
 * and stops no other. Time and space O(size of the workloads), about two injections each.
 */
export function fleetItems({ workload, a, b }: FleetRequest): FleetItem[] {
  const run = (side: FleetSide) => inject({ ...side, workload, options: bare(side.options) }).objects;
  return pairObjects(run(a), run(b)).map(({ a: before, b: after }) => itemOf(before, after));
}

function bare(options: InjectOptions | undefined): InjectOptions {
  return { ...options, path: "webhook", include: [] };
}

function itemOf(a: ObjectResult | undefined, b: ObjectResult | undefined): FleetItem {
  const { index, kind, namespace, name } = (b ?? a)!;
  const [left, right] = [podAt(a, "final"), podAt(b, "final")];
  const changes = left === undefined || right === undefined ? [] : podChanges(left, right).map(inOneLine);
  const outcome = outcomeOf(a, b, changes.length);
  const error = b?.error ?? a?.error;
  const injected = { a: a?.decision?.inject === true, b: b?.decision?.inject === true };
  const about = { index, kind, namespace, name, outcome, injected, changes };
  return { ...about, ...(error ? { error } : {}), group: groupOf(about, error) };
}

const LONGEST = 400;

function inOneLine({ kind, topic, container, label, before, after }: Change): FleetChange {
  const text = (value: Value | undefined) => (value === undefined ? undefined : shortText(value, LONGEST));
  const texts = { before: text(before), after: text(after) };
  return {
    kind,
    topic,
    ...(container === undefined ? {} : { container }),
    label,
    ...(texts.before === undefined ? {} : { before: texts.before }),
    ...(texts.after === undefined ? {} : { after: texts.after }),
  };
}

/** The change as text, with placeholders for what the workload is called: its name is in its own values, and makes no other change of them. */
function groupOf(
  { name, namespace, outcome, injected, changes }: Omit<FleetItem, "group">,
  error?: ResultError,
): string {
  const words = [name, namespace].filter((word) => word !== "").map(wordPattern);
  const nameless = (text = "") => words.reduce((known, word, i) => known.replaceAll(word, `\u0000${i}`), text);
  const rows = changes.map(({ kind, topic, container, label, before, after }) => [
    kind,
    topic,
    container,
    nameless(label),
    nameless(before),
    nameless(after),
  ]);
  return JSON.stringify([outcome, injected, rows, nameless(error?.message)]);
}

function wordPattern(word: string): RegExp {
  return new RegExp(`(?<![a-zA-Z0-9])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![a-zA-Z0-9])`, "g");
}
