import type { Input } from "../../provenance/input";
import { inputsIn, join, listOf, meet, without, type Inputs } from "../../provenance/inputs";
import type { Origin as ToldOrigin, Place, Sentence, Span } from "../api";
import type { Named } from "./names";
import { reasonOf, sentence, type Leaf, type Telling } from "./sentence";
import type { Origin, TemplateSpan } from "./tree";

/** What telling an origin needs to know of what was pasted. */
export interface Told extends Named {
  /** What people call the object that was pasted: `Deployment`. */
  readonly kind: string;
  place(input: Input): Place;
  span(span: TemplateSpan): Span;
  /** What decided about every leaf that injection made: that the pod is injected, by which templates, as which release. */
  readonly decided: Inputs;
  readonly selection: Inputs;
  readonly release: Inputs;
}

/** Puts a leaf's origin into the form of the answer; `around` is what decided about everything around the leaf. */
export type Teller = (origin: Origin, around: Inputs, leaf: Leaf) => ToldOrigin;

/** Makes the teller of one pod: leaves of the same inputs share their lists of places. */
export function teller(told: Told): Teller {
  const placesOf = remembered((inputs: Inputs): readonly Place[] => listOf(inputs).map((i) => told.place(i)));
  // Leaves that one branch wrote were decided by the very same sets; what each was made of is seldom among them.
  const known = new Map<Inputs, Map<Inputs, Deciding>>();
  const decidingOf = ({ control, data }: Origin, around: Inputs): readonly Place[] => {
    let of = known.get(control);
    if (!of) known.set(control, (of = new Map<Inputs, Deciding>()));
    let all = of.get(around);
    if (!all) of.set(around, (all = deciding(control, around, placesOf, told)));
    return meet(data, all.inputs) ? without(all.inputs, data).map((input) => told.place(input)) : all.places;
  };
  const whys: Inputs[] = [];
  const telling = tellingOf(told, whys);
  const tell: Teller = (origin, around, leaf) => {
    const replaced: Leaf = { pointer: leaf.pointer, value: undefined, removed: false, why: undefined };
    const over = origin.over && tell(origin.over, undefined, replaced);
    if (origin.step !== "workload" && leaf.why) whys.push(join(origin.control, leaf.why));
    const at = placeOf(origin, around, told);
    const control = decidingOf(origin, around);
    return new ToldLeaf(origin, at, placesOf(origin.data), control, over, leaf, telling);
  };
  return tell;
}

/** An origin in the form of the answer. */
class ToldLeaf implements ToldOrigin {
  readonly step: ToldOrigin["step"];
  readonly template: string | undefined;
  readonly #origin: Origin;
  readonly #leaf: Leaf;
  readonly #telling: Telling;

  constructor(
    origin: Origin,
    readonly at: Span | undefined,
    readonly data: readonly Place[],
    readonly control: readonly Place[],
    readonly over: ToldOrigin | undefined,
    leaf: Leaf,
    telling: Telling,
  ) {
    const { step, span } = origin;
    this.step = step;
    this.template = step === "template" ? span?.template : undefined;
    this.#origin = origin;
    this.#leaf = leaf;
    this.#telling = telling;
  }

  /** Few sentences are ever read, and making them all would cost more than the rest. */
  get sentence(): Sentence {
    return sentence(this.#origin, this.#leaf, this.#telling);
  }

  toJSON(): ToldOrigin {
    const { step, template, at, data, control, over, sentence } = this;
    return { step, template, at, data, control, over, sentence };
  }
}

/** What decided about a leaf, each input once, and where that stands. */
interface Deciding {
  readonly inputs: readonly Input[];
  readonly places: readonly Place[];
}

/** What decided about a leaf itself and then what decided around it, which is the same list for many leaves. */
function deciding(
  control: Inputs,
  around: Inputs,
  placesOf: (inputs: Inputs) => readonly Place[],
  told: Told,
): Deciding {
  const own = without(listOf(control), around);
  if (own.length === 0) return { inputs: listOf(around), places: placesOf(around) };
  const places = own.map((input) => told.place(input));
  return { inputs: [...own, ...listOf(around)], places: [...places, ...placesOf(around)] };
}

/** Inputs that decided about more than so many leaves, and more than that part of all, are not told. */
const COMMON = { leaves: 10, part: 1 / 3 };

/** What sentences about the pod need to know; `whys`: what decided about each leaf that was made, by the time of the first sentence. */
export function tellingOf(told: Told, whys: readonly Inputs[] = []): Telling {
  const everywhere = inputsIn(join(told.selection, join(told.decided, told.release)));
  const limit = () => Math.max(COMMON.leaves, whys.length * COMMON.part);
  let counts: ReadonlyMap<Input, number> | undefined;
  return {
    kind: told.kind,
    at: told.at,
    reason: remembered((input: Input) => reasonOf(input, told)),
    selection: inputsIn(told.selection),
    isCommon: (input) => everywhere.has(input) || ((counts ??= counted(whys)).get(input) ?? 0) > limit(),
    pasted: told.pasted,
    has: (input) => told.has(input),
    line: (origin) => placeOf(origin, undefined, told)?.line,
  };
}

/** Where a person would look: the lines that wrote it, what was pasted there, or else the nearest input that stands on a line. */
function placeOf(origin: Origin, around: Inputs, told: Told): Span | undefined {
  if (origin.span) return told.span(origin.span);
  if (origin.place) return told.place(origin.place);
  let first: Place | undefined;
  for (const inputs of [origin.data, origin.control, around]) {
    for (const input of listOf(inputs)) {
      const place = told.place(input);
      if (place.line !== undefined) return place;
      first ??= place;
    }
  }
  return first;
}

function counted(sets: readonly Inputs[]): ReadonlyMap<Input, number> {
  const counts = new Map<Input, number>();
  for (const set of sets) for (const input of listOf(set)) counts.set(input, (counts.get(input) ?? 0) + 1);
  return counts;
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(key)));
    return value;
  };
}
