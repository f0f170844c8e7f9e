import { stringifyJson } from "../../go/json";
import type { Json } from "../../go/json-value";
import type { Input } from "../../provenance/input";
import { inputsIn, type Inputs } from "../../provenance/inputs";
import type { Sentence } from "../api";
import { nameOf, stateOf, type Name, type Named } from "./names";
import { en, enFailure } from "./sentence-en";
import { zh, zhFailure } from "./sentence-zh";
import type { FailureStatement, Reason, Replaced, Statement } from "./statement";
import type { Origin } from "./tree";

/** What an origin tells of a leaf of the pod. */
export interface Leaf {
  /** Its pointer in the pod, or in the pod as submitted if it was removed. */
  readonly pointer: string;
  /** Its value; undefined for one that is not there any more. */
  readonly value: Json | undefined;
  readonly removed: boolean;
}

/** What sentences need to know beside the origin. */
export interface Telling extends Named {
  readonly kind: string;
  /** What decided about every leaf that injection made; named only where nothing else did. */
  readonly everywhere: ReadonlySet<Input>;
  /** The line in what was pasted at which an origin's lines begin. */
  line(origin: Origin): number | undefined;
}

/** How many inputs a sentence names. */
const NAMED = 3;

/** The sentence of a leaf, in each language. `control`: all inputs that decided, the nearest to the leaf first. */
export function sentence(origin: Origin, leaf: Leaf, control: ReadonlySet<Input>, telling: Telling): Sentence {
  const statement = statementOf(origin, leaf, control, telling);
  return { en: en(statement), zh: zh(statement) };
}

/** What a failure depended on. */
export interface FailedStep {
  /** What the failing statement had read, in its order. */
  readonly read: Inputs;
  /** What decided that it ran. */
  readonly control: Inputs;
  readonly template?: string;
}

/** The sentence of a failure on a line of what was pasted, in each language. */
export function failureSentence(failed: FailedStep, line: number | undefined, telling: Telling): Sentence {
  const read = [...inputsIn(failed.read)].filter((input) => !telling.everywhere.has(input));
  const named = read.slice(0, read.length <= NAMED ? NAMED : NAMED - 1);
  const statement: FailureStatement = {
    template: failed.template,
    line,
    kind: telling.kind,
    read: named.map((input) => ({ name: nameOf(input, telling), state: stateOf(input, telling) })),
    more: read.length - named.length,
    because: reasons(failed.read, inputsIn(failed.control), 1, telling),
  };
  return { en: enFailure(statement), zh: zhFailure(statement) };
}

function statementOf(origin: Origin, leaf: Leaf, control: ReadonlySet<Input>, telling: Telling): Statement {
  const { removed, pointer } = leaf;
  const data = [...inputsIn(origin.data)];
  const made = data.length <= NAMED ? data : data.slice(0, NAMED - 1);
  const [only] = data;
  return {
    step: origin.step,
    removed,
    template: origin.span?.template,
    line: telling.line(origin),
    kind: telling.kind,
    pointer,
    made: made.map((input) => nameOf(input, telling)),
    more: data.length - made.length,
    same: data.length === 1 && isSame(telling.pasted(only!), leaf.value),
    written: origin.step === "workload" && data.length === 1 && origin.place === only,
    because: reasons(origin.data, control, Math.max(1, NAMED - 1 - made.length), telling),
    over: origin.over && replaced(origin.over, telling),
  };
}

/** Whether the leaf has the input's value; not known (undefined) counts as yes. */
function isSame(pasted: Json | undefined, value: Json | undefined): boolean {
  if (pasted === undefined || value === undefined) return true;
  return stringifyJson(pasted) === stringifyJson(value) || String(pasted) === String(value);
}

/** The most telling of what decided: absent and present annotations and labels first, then settings; the nearest first of each. */
function reasons(made: Inputs, control: ReadonlySet<Input>, count: number, telling: Telling): Reason[] {
  const data = inputsIn(made);
  const ranked: { input: Input; name: Name; rank: number }[] = [];
  const add = (inputs: Iterable<Input>, wanted: (input: Input) => boolean) => {
    for (const input of inputs) {
      if (input.source === "default" || data.has(input) || !wanted(input)) continue;
      const name = nameOf(input, telling);
      ranked.push({ input, name, rank: rankOf(name) });
    }
  };
  add(control, (input) => !telling.everywhere.has(input));
  if (ranked.length === 0 && data.size === 0) add(telling.everywhere, (input) => control.has(input));
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ input, name }) => ({ name, state: stateOf(input, telling) }));
}

const RANKS: Readonly<Record<Name["is"], number>> = {
  annotation: 0,
  label: 0,
  values: 1,
  mesh: 1,
  options: 1,
  proxyConfigs: 1,
  namespaces: 1,
  injector: 2,
  webhooks: 2,
  container: 2,
  field: 3,
  default: 4,
};

function rankOf(name: Name): number {
  return RANKS[name.is];
}

function replaced(over: Origin, telling: Telling): Replaced {
  const { step, span, place } = over;
  const state = step === "workload" && place ? stateOf(place, telling) : undefined;
  return {
    step,
    template: span?.template,
    line: telling.line(over),
    text: state?.is === "value" ? state.text : undefined,
  };
}
