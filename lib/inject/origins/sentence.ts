import { stringifyJson } from "../../go/json";
import type { Json } from "../../go/json-value";
import type { Input } from "../../provenance/input";
import { inputsIn, listOf, type Inputs } from "../../provenance/inputs";
import type { Sentence } from "../api";
import { inObject } from "../texts";
import { nameOf, stateOf, type Name, type Named } from "./names";
import { en, enFailure } from "./sentence-en";
import { zh, zhFailure } from "./sentence-zh";
import type { FailureStatement, Reason, Replaced, Statement } from "./statement";
import type { Origin, OriginStep } from "./tree";

/** What an origin tells of a leaf of the pod. */
export interface Leaf {
  /** Its pointer in the pod, or in the pod as submitted if it was removed. */
  readonly pointer: string;
  /** Its value; undefined for one that is not there any more. */
  readonly value: Json | undefined;
  readonly removed: boolean;
  /** What decided that there is what is around it. */
  readonly why: Inputs;
}

/** What sentences need to know beside the origin. */
export interface Telling extends Named {
  readonly kind: string;
  /** What an input is called and holds. */
  reason(input: Input): Reason;
  /** What selected the templates; told only of what a template has written there as it is, where nothing else decided. */
  readonly selection: ReadonlySet<Input>;
  /** Whether an input decided about so much that it tells nothing about a leaf. */
  isCommon(input: Input): boolean;
  /** What of two sets that decided together tells something about a leaf: what is not common, and no default of the release. */
  deciding(control: Inputs, why: Inputs): readonly Input[];
  /** The line in what was pasted at which an origin's lines begin. */
  line(origin: Origin): number | undefined;
}

/** How many inputs a sentence names. */
const NAMED = 3;

/** The sentence of a leaf, in each language. */
export function sentence(origin: Origin, leaf: Leaf, telling: Telling): Sentence {
  const statement = statementOf(origin, leaf, telling);
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
  const read = [...inputsIn(failed.read)].filter((input) => !telling.isCommon(input));
  const named = read.slice(0, read.length <= NAMED ? NAMED : NAMED - 1);
  const statement: FailureStatement = {
    template: failed.template,
    line,
    kind: telling.kind,
    read: named.map((input) => telling.reason(input)),
    more: read.length - named.length,
    because: reasons(telling.deciding(failed.control, undefined), failed.read, 1, telling),
  };
  return { en: enFailure(statement), zh: zhFailure(statement) };
}

function statementOf(origin: Origin, leaf: Leaf, telling: Telling): Statement {
  const { removed, pointer } = leaf;
  const data = pastedFirst(listOf(origin.data));
  const made = data.length <= NAMED ? data : data.slice(0, NAMED - 1);
  const [only] = data;
  return {
    step: origin.step,
    removed,
    template: origin.span?.template,
    line: telling.line(origin),
    kind: telling.kind,
    pointer,
    made: made.map((input) => telling.reason(input)),
    more: data.length - made.length,
    same: data.length === 1 && isSame(telling.pasted(only!), leaf.value),
    written: origin.step === "workload" && data.length === 1 && isPlaceOf(pointer, only!, telling),
    because: because(origin, leaf, Math.max(1, NAMED - 1 - made.length), telling),
    over: origin.over && replaced(origin.over, telling),
  };
}

/** What was pasted tells more than what the release has by itself. */
function pastedFirst(inputs: readonly Input[]): readonly Input[] {
  const isDefault = ({ source }: Input) => source === "default";
  if (!inputs.some(isDefault)) return inputs;
  return [...inputs.filter((input) => !isDefault(input)), ...inputs.filter(isDefault)];
}

/** Whether the leaf has the input's value; not known (undefined) counts as yes. */
function isSame(pasted: Json | undefined, value: Json | undefined): boolean {
  if (pasted === undefined || value === undefined || pasted === value) return true;
  return stringifyJson(pasted) === stringifyJson(value) || String(pasted) === String(value);
}

/** Whether a leaf of the pod is where an input is in the workload; elements, and containers from list to list, may have moved. */
function isPlaceOf(pointer: string, input: Input, { at }: Telling): boolean {
  const form = (text: string) =>
    text
      .toLowerCase()
      .replace("/initcontainers/", "/containers/")
      .replace(/\/\d+(?=\/|$)/g, "/0");
  return form(input.pointer) === form(inObject(pointer, at));
}

/** The steps whose leaves are there whatever is asked of the injector. */
const UNASKED: ReadonlySet<OriginStep> = new Set(["workload", "api"]);

function because(origin: Origin, leaf: Leaf, count: number, telling: Telling): Reason[] {
  if (UNASKED.has(origin.step) && !leaf.removed) return [];
  const found = reasons(telling.deciding(origin.control, leaf.why), origin.data, count, telling);
  if (found.length > 0 || origin.data || origin.step !== "template") return found;
  return [...telling.selection].slice(0, 1).map((input) => telling.reason(input));
}

/** The most telling of what decided: absent and present annotations and labels first, then settings; the nearest first of each. */
function reasons(deciding: readonly Input[], made: Inputs, count: number, telling: Telling): Reason[] {
  if (deciding.length === 0) return [];
  const known = withAround(listOf(made));
  return deciding
    .filter((input) => !known.has(input))
    .map((input) => telling.reason(input))
    .sort((a, b) => RANKS[a.name.is] - RANKS[b.name.is])
    .slice(0, count);
}

/** Inputs and all maps and lists that they are in: that those were read tells nothing more. */
function withAround(inputs: Iterable<Input>): ReadonlySet<Input> {
  const all = new Set<Input>();
  for (const input of inputs) for (let at: Input | undefined = input; at && !all.has(at); at = at.parent) all.add(at);
  return all;
}

/** What an input is called and holds. */
export function reasonOf(input: Input, named: Named): Reason {
  return { name: nameOf(input, named), state: stateOf(input, named) };
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
