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
  // Leaves that one branch wrote were decided by the very same sets.
  const known = new Map<Inputs, Map<Inputs, readonly Place[]>>();
  const decidingOf = (origin: Origin, around: Inputs): readonly Place[] => {
    if (origin.data) return deciding(origin, around, placesOf, told);
    let of = known.get(origin.control);
    if (!of) known.set(origin.control, (of = new Map<Inputs, readonly Place[]>()));
    let places = of.get(around);
    if (!places) of.set(around, (places = deciding(origin, around, placesOf, told)));
    return places;
  };
  const whys: Inputs[] = [];
  const telling = tellingOf(told, whys);
  const tell: Teller = (origin, around, leaf) => {
    const replaced: Leaf = { pointer: leaf.pointer, value: undefined, removed: false, why: undefined };
    const over = origin.over && tell(origin.over, undefined, replaced);
    if (origin.step !== "workload" && leaf.why) whys.push(join(origin.control, leaf.why));
    const at = placeOf(origin, around, told);
    const control = decidingOf(origin, around);
    return new LeafOrigin(origin, at, placesOf(origin.data), control, over, () => sentence(origin, leaf, telling));
  };
  return tell;
}

/** Few sentences are ever read, and making them all would cost more than the rest: they are made when they are asked for. */
class LeafOrigin implements ToldOrigin {
  readonly step: ToldOrigin["step"];
  readonly template: string | undefined;
  declare readonly sentence: Sentence;
  readonly #sentence: () => Sentence;

  constructor(
    { step, span }: Origin,
    readonly at: Span | undefined,
    readonly data: readonly Place[],
    readonly control: readonly Place[],
    readonly over: ToldOrigin | undefined,
    make: () => Sentence,
  ) {
    this.step = step;
    this.template = step === "template" ? span?.template : undefined;
    this.#sentence = make;
    Object.defineProperty(this, "sentence", LeafOrigin.sentence);
  }

  /** It is a property of each origin, so that it is there when the origin is printed or copied. */
  private static readonly sentence: PropertyDescriptor & ThisType<LeafOrigin> = {
    enumerable: true,
    get() {
      return this.#sentence();
    },
  };
}

/** What decided, but for what the value was made of; what decided around many leaves is the same list for all of them. */
function deciding(
  { control, data }: Origin,
  around: Inputs,
  placesOf: (inputs: Inputs) => readonly Place[],
  told: Told,
): readonly Place[] {
  const place = (input: Input) => told.place(input);
  const more = without(control, around, data);
  const others = meet(around, data) ? without(around, data).map(place) : placesOf(around);
  return more.length === 0 ? others : [...more.map(place), ...others];
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
