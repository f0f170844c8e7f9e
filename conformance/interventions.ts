/**
 * Holds origins against what happens when inputs are changed: whatever a leaf does not name cannot change it (nothing is missing), and
 * whatever it says to be made of can (nothing is idle). Everything is drawn from a seed, so a run can be repeated.
 */
import { inject } from "../lib/index";
import type { Json } from "../lib/go/json-value";
import type { InjectResult, ObjectResult, Origin, Place } from "../lib/inject/api";
import { drawn, editsAt, isEditable, pathOf, pointerOf, shown, type Choice, type Subject } from "./choices";
import { valueAt, type Edit, type Pasted } from "./edits";
import { flawsOf } from "./origins-check";
import { changesOf, isMergeKey, type Change } from "./pod-changes";
import { prepare, samePods, type Engine, type Given, type Prepared } from "./prepare";
import { Random } from "./random";
import { spanEdits } from "./span-edits";

export type Law = "missing" | "idle" | "at";
export const LAWS: readonly Law[] = ["missing", "idle", "at"];

/** A leaf whose origin is not true, with what shows it. */
export interface Break {
  readonly law: Law;
  readonly case: string;
  readonly release: string;
  /** `values /global/tag`, or the place of an `at`. */
  readonly input: string;
  /** What it was, and what it became. */
  readonly change: string;
  readonly leaf: string;
  readonly before: string;
  readonly after: string;
  readonly origin: Origin | undefined;
}

/** One intervention. */
export interface Outcome {
  readonly law: Law;
  /** Its result cannot be compared, because the injection fails afterwards. */
  readonly apart: boolean;
  /** Some leaf changed. */
  readonly moved: boolean;
  readonly breaks: readonly Break[];
}

/** How often each law is tried on one case. */
export type Tries = Readonly<Record<Law, number>>;

export interface How {
  /** What injects; the engine, but in tests of this file. */
  readonly engine?: Engine;
  /** A map or list that decided stands only for what members it has. */
  readonly strict?: boolean;
}

/** A case on which things are tried. */
interface Bench extends Prepared {
  readonly random: Random;
  readonly engine: Engine;
  readonly strict: boolean;
  /** Whether the injection config can be printed as JSON without changing anything; asked once. */
  configPrints?: boolean;
}

/** What became of one case. */
export interface Held {
  readonly outcomes: readonly Outcome[];
  /** What is wrong with its origins whatever is changed. */
  readonly flaws: readonly string[];
}

/** Changes inputs of one case at random; undefined where no object of it is injected. */
export function intervene(given: Given, seed: string, tries: Tries, how: How = {}): Held | undefined {
  const { engine = inject, strict = false } = how;
  const random = new Random(`${seed} ${given.id} ${given.release}`);
  const prepared = prepare(given, random, engine);
  if (!prepared) return undefined;
  const bench: Bench = { ...prepared, random, engine, strict };
  const { request } = bench.subject.pasted;
  const plain = engine({ ...request, options: { ...request.options, include: [] } });
  const flaws = flawsOf(request, bench.before, plain);
  const outcomes: Outcome[] = [];
  const attempts = { missing, idle, at: misplaced };
  for (const law of LAWS) {
    for (let i = 0; i < tries[law]; i++) {
      const outcome = attempts[law](bench);
      if (outcome) outcomes.push(outcome);
    }
  }
  return { outcomes, flaws };
}

/** Changes an input, and looks for leaves that changed without naming it. */
function missing(bench: Bench): Outcome | undefined {
  const { subject, random, before } = bench;
  const choice = drawn(subject, random);
  if (!choice || (choice.edit.source === "injector" && !injectorEdits(bench))) return undefined;
  const after = changed(bench, [choice.edit]);
  if (!comparable(before, after)) return { law: "missing", apart: true, moved: false, breaks: [] };
  const breaks: Break[] = [];
  let moved = false;
  for (const [i, object] of before.objects.entries()) {
    if (!object.origins) continue;
    for (const { change, origins } of changesOfObject(object, after.objects[i]!, subject)) {
      moved = true;
      const naming = change.pointers.filter((pointer) => names(origins[pointer], choice, subject.pasted, bench.strict));
      const silent = change.pointers.filter((pointer) => !naming.includes(pointer));
      if (naming.length >= change.count) continue;
      breaks.push(broken("missing", bench, choice.edit, silent[0]!, change, origins[silent[0]!]));
    }
  }
  return { law: "missing", apart: false, moved, breaks };
}

function changed({ subject, engine }: Bench, edits: readonly Edit[]): InjectResult {
  const request = subject.pasted.edited(edits);
  return engine({ ...request, options: { ...request.options, include: [] } });
}

/** Whether the injection config's own fields can be changed: in a ConfigMap, places name the line, and not the field. */
function injectorEdits(bench: Bench): boolean {
  const { subject, engine, before } = bench;
  if (subject.pasted.form.configMaps) return false;
  return (bench.configPrints ??= samePods(before, engine(subject.pasted.edited([], ["injector"]))));
}

/** Whether every object that has origins still ends in a pod. */
function comparable(before: InjectResult, after: InjectResult): boolean {
  return before.objects.every((object, i) => {
    if (!object.origins) return true;
    const other = after.objects[i];
    return (
      other !== undefined && !other.error && other.pod !== undefined && String(other.index) === String(object.index)
    );
  });
}

/** The leaves of the pod that are not the same any more, and those that were removed and are not any more. */
function changesOfObject(
  before: ObjectResult,
  after: ObjectResult,
  { podType }: Subject,
): { change: Change; origins: Readonly<Record<string, Origin>> }[] {
  const found = changesOf(before.pod!, after.pod, podType).map((change) => ({ change, origins: before.origins! }));
  const removed = before.removed ?? {};
  if (Object.keys(removed).length === 0) return found;
  const gone = (pod: Json | undefined) =>
    changesOf(before.input!, pod, podType)
      .filter(({ after }) => after === undefined)
      .flatMap(({ pointers }) => pointers);
  const still = new Set(gone(after.pod));
  const back = gone(before.pod).filter((pointer) => removed[pointer] && !still.has(pointer));
  const change = (pointer: string) => ({ pointers: [pointer], count: 1, before: "(removed)", after: "(there)" });
  return [...found, ...back.map((pointer) => ({ change: change(pointer), origins: removed }))];
}

/**
 * Whether an origin lists an input, something in it, or what it is in. Strictly, a map or list under control decided by what members it
 * has, and does not stand for what is in them.
 */
function names(origin: Origin | undefined, { edit, pointer }: Choice, pasted: Pasted, strict: boolean): boolean {
  if (!origin) return false;
  const json = pasted.documents[edit.source][edit.document];
  const own = `${edit.source === "workload" ? asWritten(json, pointer) : pointer}/`;
  const is = (place: Place): "exactly" | "around" | undefined => {
    if (place.source !== edit.source || !pasted.isIn(place.source, place.line, edit.document)) return undefined;
    const named = `${place.pointer ?? ""}/`;
    if (named.startsWith(own)) return "exactly";
    return own.startsWith(named) ? "around" : undefined;
  };
  return (
    origin.data.some((place) => is(place) !== undefined) ||
    origin.control.some((place) => {
      const how = is(place);
      return (
        how === "exactly" || (how === "around" && !(strict && !otherMembers(json, pathOf(place.pointer ?? ""), edit)))
      );
    })
  );
}

/** A pointer with fields spelled as the document has them: Go takes them in any case, so another spelling is the same input. */
function asWritten(json: Json | undefined, pointer: string): string {
  let at = json;
  const path = pathOf(pointer).map((key) => {
    const map = at instanceof Map ? at : undefined;
    const folded = key.toLowerCase();
    const written =
      !map || map.has(key) ? key : ([...map.keys()].find((other) => other.toLowerCase() === folded) ?? key);
    at = valueAt(at, [written]);
    return written;
  });
  return pointerOf(path);
}

/** Whether a map or list has other members after an edit in it, or is none. */
function otherMembers(json: Json | undefined, path: readonly string[], edit: Edit): boolean {
  const value = valueAt(json, path);
  if (!(value instanceof Map) && !Array.isArray(value)) return true;
  const [key, ...deeper] = edit.path.slice(path.length);
  const member = valueAt(value, [key!]);
  return deeper.length === 0 ? (member === undefined) !== (edit.value === undefined) : member === undefined;
}

/** Tries to change a leaf by one of the inputs that it says it is made of. */
function idle(bench: Bench): Outcome | undefined {
  const { subject, random, before } = bench;
  const leaf = drawnLeaf(bench, ({ data }) => data.find(isEditable));
  if (!leaf) return undefined;
  const place = random.pick(leaf.origin.data.filter(isEditable));
  const edits = editsAt(place, subject, random);
  if (edits[0]?.source === "injector" && !injectorEdits(bench)) return undefined;
  let apart = true;
  for (const edit of edits) {
    const after = changed(bench, [edit]);
    if (!comparable(before, after)) continue;
    apart = false;
    if (changedLeaf(leaf, after, subject, before.objects[leaf.object]!))
      return { law: "idle", apart: false, moved: true, breaks: [] };
  }
  if (apart) return { law: "idle", apart: true, moved: false, breaks: [] };
  const change = { pointers: [leaf.pointer], count: 1, before: leaf.value, after: leaf.value };
  return {
    law: "idle",
    apart: false,
    moved: false,
    breaks: [broken("idle", bench, edits[0]!, leaf.pointer, change, leaf.origin)],
  };
}

interface Leaf {
  readonly object: number;
  readonly pointer: string;
  readonly origin: Origin;
  readonly value: Json;
}

/** A leaf that has something to try, mostly one that is not as it was submitted; rare things to try come as often as frequent ones. */
function drawnLeaf({ before, random }: Bench, wanted: (origin: Origin) => Place | undefined): Leaf | undefined {
  const own = new Map<string, Leaf[]>();
  const submitted = new Map<string, Leaf[]>();
  for (const [object, { origins = {}, pod }] of before.objects.entries()) {
    for (const [pointer, origin] of Object.entries(origins)) {
      const place = wanted(origin);
      if (!place) continue;
      const groups = origin.step === "workload" ? submitted : own;
      const what = `${place.source} ${place.pointer} ${place.line}:${place.column}`;
      const leaf = { object, pointer, origin, value: valueAt(pod, pathOf(pointer)) ?? null };
      groups.set(what, [...(groups.get(what) ?? []), leaf]);
    }
  }
  const groups = [...(own.size > 0 && random.chance(0.85) ? own : submitted).values()];
  return groups.length > 0 ? random.pick(random.pick(groups)) : undefined;
}

function changedLeaf(leaf: Leaf, after: InjectResult, subject: Subject, before: ObjectResult): boolean {
  return changedFrom(leaf, before, after.objects[leaf.object]!.pod, subject);
}

function changedFrom({ pointer }: Leaf, { pod }: ObjectResult, other: Json | undefined, { podType }: Subject): boolean {
  return changesOf(pod!, other, podType).some(({ pointers }) => pointers.includes(pointer));
}

/** Lines around a place in which a list that a template writes may say the same thing again. */
const NEARBY = 20;

/** Whether what stands in a list is written near there once more: of those that are the same one is left, whichever goes. */
function isRepeated({ pointer, value, origin }: Leaf, templates: string): boolean {
  const line = origin.at?.line ?? 0;
  const near = templates.split("\n").slice(Math.max(0, line - NEARBY), line + NEARBY);
  return /\/\d+(?:\/|$)/.test(pointer) && near.join("\n").split(String(value)).length > 2;
}

/** Edits the lines of the template that a leaf says to come from. */
function misplaced(bench: Bench): Outcome | undefined {
  const { subject, before, engine } = bench;
  const leaf = drawnLeaf(bench, ({ step, at }) => (step === "template" && at?.source === "injector" ? at : undefined));
  if (!leaf) return undefined;
  const { injector, options } = subject.pasted.request;
  const text = typeof injector === "string" ? injector : injector.config;
  const at = leaf.origin.at!;
  let apart = true;
  for (const edited of spanEdits(text, at)) {
    const other = typeof injector === "string" ? edited : { ...injector, config: edited };
    const after = engine({ ...subject.pasted.request, injector: other, options: { ...options, include: [] } });
    if (!comparable(before, after)) continue;
    apart = false;
    if (changedLeaf(leaf, after, subject, before.objects[leaf.object]!))
      return { law: "at", apart: false, moved: true, breaks: [] };
  }
  const object = before.objects[leaf.object]!;
  // What was submitted with that value keeps it where the template says nothing; a key that stands twice stays in the other place.
  const elsewhere =
    !changedFrom(leaf, object, object.input, subject) ||
    isMergeKey(pathOf(leaf.pointer), subject.podType) ||
    isRepeated(leaf, text);
  if (apart || elsewhere) return { law: "at", apart: true, moved: false, breaks: [] };
  const { line, column, endLine, endColumn } = at;
  const found: Break = {
    ...described("at", bench, leaf.pointer, leaf.origin),
    input: `injector ${line}:${column}-${endLine}:${endColumn}`,
    change: "",
    before: shown(leaf.value),
    after: shown(leaf.value),
  };
  return { law: "at", apart: false, moved: false, breaks: [found] };
}

function broken(
  law: Law,
  bench: Bench,
  { source, document, path, value }: Edit,
  leaf: string,
  { before, after }: Change,
  origin: Origin | undefined,
): Break {
  const was = valueAt(bench.subject.pasted.documents[source][document], path);
  return {
    ...described(law, bench, leaf, origin),
    input: `${source} /${path.join("/")}`,
    change: `${shown(was)} → ${shown(value)}`,
    before: shown(before),
    after: shown(after),
  };
}

function described(law: Law, { given }: Bench, leaf: string, origin: Origin | undefined) {
  return { law, case: given.id + (given.varied ?? ""), release: given.release, leaf, origin };
}
