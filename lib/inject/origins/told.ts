import type { Input } from "../../provenance/input";
import { inputsIn, join, type Inputs } from "../../provenance/inputs";
import type { Origin as ToldOrigin, Place, Span } from "../api";
import type { Named } from "./names";
import { sentence, type Leaf, type Telling } from "./sentence";
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
  const placesOf = remembered((inputs: Inputs): readonly Place[] => [...inputsIn(inputs)].map((i) => told.place(i)));
  const telling = tellingOf(told);

  /** What decided, but for what the value was made of; that around many leaves is the same list for all of them. */
  const deciding = (own: Inputs, around: Inputs, made: ReadonlySet<Input>): readonly Place[] => {
    const known = inputsIn(around);
    const more = [...inputsIn(own)].filter((input) => !known.has(input) && !made.has(input));
    const repeated = [...made].some((input) => known.has(input));
    const others = repeated
      ? [...known].filter((input) => !made.has(input)).map((input) => told.place(input))
      : placesOf(around);
    return more.length === 0 ? others : [...more.map((input) => told.place(input)), ...others];
  };

  const tell: Teller = (origin, around, leaf) => ({
    step: origin.step,
    template: origin.step === "template" ? origin.span?.template : undefined,
    at: placeOf(origin, around, told),
    data: placesOf(origin.data),
    control: deciding(origin.control, around, inputsIn(origin.data)),
    over: origin.over && tell(origin.over, undefined, { ...leaf, value: undefined, removed: false }),
    // Few are ever read, and making them all would cost more than the rest.
    get sentence() {
      return sentence(origin, leaf, inputsIn(join(origin.control, around)), telling);
    },
  });
  return tell;
}

/** What sentences about the pod need to know. */
export function tellingOf(told: Told): Telling {
  return {
    kind: told.kind,
    at: told.at,
    everywhere: inputsIn(join(told.selection, join(told.decided, told.release))),
    pasted: told.pasted,
    has: (input) => told.has(input),
    line: (origin) => placeOf(origin, undefined, told)?.line,
  };
}

/** Where a person would look: the lines that wrote it, what was pasted there, or else the nearest input. */
function placeOf(origin: Origin, around: Inputs, told: Told): Span | undefined {
  if (origin.span) return told.span(origin.span);
  const nearest = origin.place ?? firstOf(origin.data) ?? firstOf(origin.control) ?? firstOf(around);
  return nearest && told.place(nearest);
}

function firstOf(inputs: Inputs): Input | undefined {
  for (const input of inputsIn(inputs)) return input;
  return undefined;
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(key)));
    return value;
  };
}
