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
  const joinedWith = remembered((around: Inputs) => remembered((own: Inputs) => join(own, around)));
  const telling = tellingOf(told);

  const tell: Teller = (origin, around, leaf) => {
    const control = joinedWith(around)(origin.control);
    return {
      step: origin.step,
      template: origin.step === "template" ? origin.span?.template : undefined,
      at: placeOf(origin, control, told),
      data: placesOf(origin.data),
      control: others(control, origin.data)?.map((input) => told.place(input)) ?? placesOf(control),
      over: origin.over && tell(origin.over, undefined, { ...leaf, value: undefined, removed: false }),
      // Few are ever read, and making them all would cost more than the rest.
      get sentence() {
        return sentence(origin, leaf, inputsIn(control), telling);
      },
    };
  };
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
function placeOf(origin: Origin, control: Inputs, told: Told): Span | undefined {
  if (origin.span) return told.span(origin.span);
  const [first] = origin.place ? [origin.place] : [...inputsIn(origin.data), ...inputsIn(control)];
  return first && told.place(first);
}

/** What decided without what the value was made of; undefined where that is all of it. */
function others(control: Inputs, data: Inputs): Input[] | undefined {
  const [deciding, making] = [inputsIn(control), inputsIn(data)];
  for (const input of making) {
    if (deciding.has(input)) return [...deciding].filter((one) => !making.has(one));
  }
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
