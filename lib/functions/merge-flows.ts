/** What comes from where where maps are merged. */
import { decided, memberOf } from "../gotemplate/flows";
import type { FlowRule, FlowRun } from "../gotemplate/function";
import { type GoValue, type Node, nodeOf } from "../go/value";
import { Flow, MadeFlow, ScalarFlow } from "../provenance/flow";
import { type Inputs, join, joinAll } from "../provenance/inputs";
import { deepEqual } from "./deep-equal";
import { entriesIn } from "./flow-kinds";
import { isEmpty } from "./values";

/** One of the maps that are merged. */
interface Side {
  readonly flow: Flow;
  readonly value: Node;
}

/** What none of several maps has: that hangs on each of them. */
class AbsentFlow extends Flow {
  readonly data = undefined;
  readonly control = undefined;

  constructor(private readonly sides: readonly Side[]) {
    super();
  }

  member(key: string): Flow {
    return decided(joinAll(this.sides.map(({ flow }) => flow.member(key).inputs)));
  }

  decidedBy(): Flow {
    return this;
  }
}

/**
 * The flow of a map that was merged of several, the strongest first. `changes`: the result and the maps in it were among them, and are found
 * again as what they are now.
 */
function merged(sides: readonly Side[], result: Node, run: FlowRun, changes: boolean): MadeFlow {
  const members = new Map<string, Flow>();
  for (const [key, node] of entriesIn(result)) {
    members.set(key, entry(sides, key, node, run, changes).decidedBy(changes ? run.control : undefined));
  }
  const data = sides[0]?.flow.data;
  const control = joinAll(sides.map(({ flow }, i) => (i === 0 ? flow.control : flow.inputs)));
  const flow = new MadeFlow(data, control, members, new AbsentFlow(sides));
  const map = nodeOf((result ?? null) as GoValue);
  if (changes && map instanceof Map) run.change(map, flow);
  return flow;
}

/** An entry is that of the strongest side that has this very value. It hangs on the stronger ones; if it is empty, on all. */
function entry(sides: readonly Side[], key: string, node: Node, run: FlowRun, changes: boolean): Flow {
  const entries = sides.map(({ flow, value }) => ({
    flow: memberOf(flow, value, key, run),
    value: entriesIn(value).get(key),
  }));
  if (nodeOf((node ?? null) as GoValue) instanceof Map) {
    const maps = entries.filter(({ value }) => nodeOf((value ?? null) as GoValue) instanceof Map);
    const others = entries.filter((side) => !maps.includes(side));
    return merged(maps, node, run, changes).decidedBy(joinAll(others.map(({ flow }) => flow.inputs)));
  }
  let control: Inputs;
  let chosen: Flow | undefined;
  for (const { flow, value } of entries) {
    if (chosen && !isEmpty(node as GoValue)) break;
    if (!chosen && value !== undefined && deepEqual(value as GoValue, node as GoValue)) chosen = flow;
    else control = join(control, flow.inputs);
  }
  return (chosen ?? new ScalarFlow(undefined, undefined)).decidedBy(control);
}

const sidesOf = (args: readonly Flow[], values: readonly Node[]): Side[] =>
  args.map((flow, i) => ({ flow, value: values[i] }));

/** sprig's merge: what is there stays. */
const fill: FlowRule = (args, values, result, run) => merged(sidesOf(args, values), result, run, true);

/** sprig's mergeOverwrite: the last map wins. */
const overwrite: FlowRule = (args, values, result, run) =>
  merged(sidesOf(args, values).toReversed(), result, run, true);

/** Istio's mergeMaps: a new map, in which the last one wins. */
export const mergedMaps: FlowRule = (args, values, result, run) =>
  merged(sidesOf(args, values).toReversed(), result, run, false);

export const MERGE_FLOWS: readonly (readonly [string, FlowRule])[] = [
  ["merge mustMerge", fill],
  ["mergeOverwrite mustMergeOverwrite", overwrite],
  ["mergeMaps", mergedMaps],
];
