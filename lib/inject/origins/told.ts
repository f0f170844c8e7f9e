import type { Input } from "../../provenance/input";
import { inputsIn, join, listOf, meet, moreThan, without, type Inputs } from "../../provenance/inputs";
import type { Origin as ToldOrigin, Place, Sentence, Span } from "../api";
import type { Named } from "./names";
import { sentence, type Leaf, type Telling } from "./sentence";
import type { Reason } from "./statement";
import type { Origin, TemplateSpan } from "./tree";

/** What telling an origin needs to know of what was pasted. */
export interface Told extends Named {
  /** What people call the object that was pasted: `Deployment`. */
  readonly kind: string;
  place(input: Input): Place;
  /** What an input is called and holds. */
  reason(input: Input): Reason;
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
  const deciders = new Deciders();
  const telling = tellingOf(told, deciders);
  const tell: Teller = (origin, around, leaf) => {
    const replaced: Leaf = { pointer: leaf.pointer, value: undefined, removed: false, why: undefined };
    const over = origin.over && tell(origin.over, undefined, replaced);
    if (origin.step !== "workload" && leaf.why) deciders.of(origin.control, leaf.why).leaves++;
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

/** Two sets that decided about leaves together. */
class Decider {
  /** About how many leaves. */
  leaves = 0;
  /** Those of `inputs` that tell something about a leaf, once somebody has asked for them. */
  telling: readonly Input[] | undefined;
  private list: readonly Input[] | undefined;

  constructor(
    private readonly control: Inputs,
    private readonly why: Inputs,
  ) {}

  get inputs(): readonly Input[] {
    return (this.list ??= listOf(join(this.control, this.why)));
  }
}

/** What decided about the leaves: a branch decides about many of them. */
class Deciders {
  private readonly known = new Map<Inputs, Map<Inputs, Decider>>();

  of(control: Inputs, why: Inputs): Decider {
    let ofControl = this.known.get(control);
    if (!ofControl) this.known.set(control, (ofControl = new Map<Inputs, Decider>()));
    let decider = ofControl.get(why);
    if (!decider) ofControl.set(why, (decider = new Decider(control, why)));
    return decider;
  }

  /** The inputs that decided about so many leaves that they tell nothing about one. */
  common(): Input[] {
    const counted: [readonly Input[], number][] = [];
    let all = 0;
    for (const ofControl of this.known.values()) {
      for (const decider of ofControl.values()) {
        if (decider.leaves > 0) counted.push([decider.inputs, decider.leaves]);
        all += decider.leaves;
      }
    }
    return moreThan(Math.max(COMMON.leaves, all * COMMON.part), counted);
  }
}

/** What sentences about the pod need to know; `deciders`: what decided about each leaf that was made, by the time of the first sentence. */
export function tellingOf(told: Told, deciders = new Deciders()): Telling {
  const everywhere = join(told.selection, join(told.decided, told.release));
  let common: ReadonlySet<Input> | undefined;
  const isCommon = (input: Input) => (common ??= new Set([...listOf(everywhere), ...deciders.common()])).has(input);
  return {
    kind: told.kind,
    at: told.at,
    reason: (input) => told.reason(input),
    selection: inputsIn(told.selection),
    isCommon,
    deciding(control, why) {
      const decider = deciders.of(control, why);
      return (decider.telling ??= decider.inputs.filter((input) => input.source !== "default" && !isCommon(input)));
    },
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

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(key)));
    return value;
  };
}
