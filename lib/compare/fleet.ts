import { sha256 } from "../functions/hashes";
import { toBytes } from "../go/strings";
import { inject } from "../inject/answer";
import type { InjectOptions, InjectRequest, InjectResult, ObjectResult, ResultError } from "../inject/api";
import { podChanges, type Change } from "../view/changes";
import { podText } from "../view/pod-text";
import { shortText } from "../view/short-text";
import type { Value } from "../view/value";
import type { Outcome } from "./api";
import { outcomeOf } from "./compare";
import { fleetText, placedError, type FleetPiece } from "./fleet-pieces";
import { pairObjects, podAt } from "./objects";

/** One side of an upgrade: what the workloads are injected with. */
export type FleetSide = Omit<InjectRequest, "workload">;

/** Workloads and the two injectors between which they change: the body of `POST /api/v1/fleet`. */
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
interface FleetItem {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** Whether each side injects it. */
  readonly injected: { readonly a: boolean; readonly b: boolean };
  readonly changes: readonly FleetChange[];
  /** The injector's words where it fails in B, or else in A. */
  readonly error?: ResultError;
  /** The same for workloads with the same change, whatever they are called: a digest. */
  readonly group: string;
}

/** An object of many files, as it was found in one. */
export interface FleetSource extends FleetPiece {
  /** How many there were before it. */
  readonly number: number;
  /** What it was read from; absent where there is only one text. */
  readonly file?: string;
}

/** What an upgrade means for one workload, with where that was found. */
export interface FleetEntry extends FleetItem {
  readonly number: number;
  readonly file?: string;
  /** The line on which its object begins. */
  readonly line: number;
}

/**
 * What would change on which of these objects. Objects that make no pods are left out; one that cannot be read is an
 * entry that fails, and stops no other. Time and space
 * O(size of the objects).
 */
export function fleetEntries(sources: readonly FleetSource[], a: FleetSide, b: FleetSide): FleetEntry[] {
  const workload = fleetText(sources);
  const run = (side: FleetSide) => objectsOf(inject({ ...side, workload, options: bare(side.options) }));
  return pairObjects(run(a), run(b)).map(({ a: before, b: after }) => {
    const { index } = (after ?? before)!;
    const { number, file, line } = sources[typeof index === "number" ? index : index[0]]!;
    const item = itemOf(before, after);
    const error = item.error && placedError(item.error, sources);
    return { number, ...(file === undefined ? {} : { file }), line, ...item, ...(error ? { error } : {}) };
  });
}

/** The pods of one workload on both sides as YAML, where they are made. */
export interface FleetPods {
  readonly a?: string;
  readonly b?: string;
}

/** The first pod that an object makes, on both sides: what a group's difference is shown with. */
export function fleetPods({ text: workload }: FleetPiece, a: FleetSide, b: FleetSide): FleetPods {
  const textOf = (side: FleetSide) => {
    const { objects } = inject({ ...side, workload, options: bare(side.options) });
    const pod = podAt(
      objects.find(({ makesPods }) => makesPods),
      "final",
    );
    return pod === undefined ? undefined : podText(pod).text;
  };
  const [left, right] = [textOf(a), textOf(b)];
  return { ...(left === undefined ? {} : { a: left }), ...(right === undefined ? {} : { b: right }) };
}

/** The objects of a result; what could not be read at all is one, too. */
function objectsOf({ objects, error }: InjectResult): readonly ObjectResult[] {
  if (!error || /^the workload is empty$/.test(error.message)) return objects;
  return [...objects, { index: objects.length, kind: "", name: "", namespace: "", makesPods: false, error }];
}

/** What is known of a side before any workload comes: its release, and why it cannot be used at all. */
export type FleetSideState = Pick<InjectResult, "release" | "configError">;

/** Reads a side alone. With a `configError` nothing can be said about any workload. */
export function fleetSide(side: FleetSide): FleetSideState {
  const { release, configError } = inject({ ...side, workload: "", options: bare(side.options) });
  return { release, ...(configError ? { configError } : {}) };
}

function bare(options: InjectOptions | undefined): InjectOptions {
  return { ...options, path: "webhook", include: [] };
}

function itemOf(a: ObjectResult | undefined, b: ObjectResult | undefined): FleetItem {
  const { kind, namespace, name } = (b ?? a)!;
  const [left, right] = [podAt(a, "final"), podAt(b, "final")];
  const changes = left === undefined || right === undefined ? [] : podChanges(left, right).map(inOneLine);
  const outcome = outcomeOf(a, b, changes.length);
  const error = b?.error ?? a?.error;
  const injected = { a: a?.decision?.inject === true, b: b?.decision?.inject === true };
  const about = { kind, namespace, name, outcome, injected, changes };
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
  return digest(JSON.stringify([outcome, injected, rows, nameless(error?.message)]));
}

const digests = new Map<string, string>();
const DIGESTS = 500;

/** Of most of a fleet the same changes come again and again: they are digested once. */
function digest(text: string): string {
  let known = digests.get(text);
  if (known === undefined) {
    if (digests.size >= DIGESTS) digests.clear();
    known = [...sha256(toBytes(text)).subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    digests.set(text, known);
  }
  return known;
}

function wordPattern(word: string): RegExp {
  return new RegExp(`(?<![a-zA-Z0-9])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![a-zA-Z0-9])`, "g");
}
