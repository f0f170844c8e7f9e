/** What comes from where in sprig's and Istio's functions on maps. */
import { keyOf, memberOf } from "../gotemplate/flows";
import type { FlowRule, FlowRun } from "../gotemplate/function";
import { type GoValue, type Node, nodeOf } from "../go/value";
import { sortStrings } from "../go/strings";
import { type Flow, MadeFlow, ScalarFlow } from "../provenance/flow";
import { type Inputs, join } from "../provenance/inputs";
import { allInputs, entriesIn, madeList, nodesIn } from "./flow-kinds";
import { strval } from "./strval";

const dict: FlowRule = (args, values) => {
  const members = new Map<string, Flow>();
  let control: Inputs;
  for (let i = 0; i < args.length; i += 2) {
    members.set(strval((values[i] ?? null) as GoValue), args[i + 1] ?? new ScalarFlow(undefined, undefined));
    control = join(control, args[i]!.inputs);
  }
  return new MadeFlow(undefined, control, members);
};

const get: FlowRule = ([of, key], [map, name], _, run) =>
  memberOf(of!, map, name as string, run).decidedBy(key!.inputs);

/** Changes an entry. Had the key been another one, any other entry could be the changed one. */
function changes(of: Flow, map: Node, name: string, key: Flow, value: Flow, run: FlowRun): Flow {
  const flow = run.held(of, map);
  const changed = flow instanceof MadeFlow ? flow : new MadeFlow(flow.data, flow.control, new Map(), flow);
  changed.members.set(name, value.decidedBy(join(key.inputs, run.control)));
  run.change(map as object, changed);
  run.unsettle(key.inputs);
  return changed;
}

const set: FlowRule = ([of, key, value], [map, name], _, run) => changes(of!, map, name as string, key!, value!, run);

const unset: FlowRule = ([of, key], [map, name], _, run) =>
  map == null ? of! : changes(of!, map, name as string, key!, new ScalarFlow(undefined, undefined), run);

const hasKey: FlowRule = ([of, key], [map, name], _, run) => {
  const member = memberOf(of!, map, name as string, run);
  return new ScalarFlow(undefined, join(member.inputs, key!.inputs));
};

const pluck: FlowRule = ([key, ...maps], [name, ...values], _, run) => {
  let control = key!.inputs;
  const found: Flow[] = [];
  maps.forEach((map, i) => {
    const member = memberOf(map, values[i], name as string, run);
    control = join(control, member.inputs);
    if (entriesIn(values[i]).has(name as string)) found.push(member);
  });
  return madeList(found, undefined, control);
};

const keys: FlowRule = (maps, values) => {
  let control: Inputs;
  const all = maps.flatMap((map, i) => {
    control = join(control, map.inputs);
    return sortStrings(entriesIn(values[i]).keys()).map((key) => keyOf(map, key));
  });
  return madeList(all, undefined, control);
};

const values: FlowRule = ([of], [map], _, run) => {
  const all = sortStrings(entriesIn(map).keys()).map((key) => memberOf(of!, map, key, run));
  return madeList(all, of!.data, of!.control);
};

const pick: FlowRule = ([of, ...names], [map, ...texts], _, run) => {
  const members = new Map<string, Flow>();
  let control = join(of!.control, allInputs(names, texts, run));
  for (const name of texts as readonly string[]) {
    const member = memberOf(of!, map, name, run);
    members.set(name, member);
    control = join(control, member.inputs);
  }
  return new MadeFlow(undefined, control, members);
};

const omit: FlowRule = ([of, ...names], [, ...texts], _, run) => {
  const members = new Map<string, Flow>();
  for (const name of texts as readonly string[]) members.set(name, new ScalarFlow(undefined, undefined));
  return new MadeFlow(of!.data, join(of!.control, allInputs(names, texts, run)), members, of);
};

/** sprig's dig: keys, the default, the map. */
const dig: FlowRule = (args, all, _, run) => {
  let flow = args.at(-1)!;
  let at = all.at(-1);
  for (const [i, name] of (all.slice(0, -2) as string[]).entries()) {
    const isThere = entriesIn(at).has(name);
    flow = memberOf(flow, at, name, run).decidedBy(args[i]!.inputs);
    if (!isThere) return args.at(-2)!.decidedBy(flow.inputs);
    at = entriesIn(at).get(name);
  }
  return flow;
};

/** A copy: what changes the one does not change the other. */
const copy: FlowRule = ([of], [value], _, run) => copied(of!, value, run);

function copied(flow: Flow, value: Node, run: FlowRun): Flow {
  const node = nodeOf((value ?? null) as GoValue);
  const held = run.held(flow, value);
  const names = node instanceof Map ? [...(node as Map<string, Node>).keys()] : Object.keys(nodesIn(value));
  if (names.length === 0)
    return held instanceof MadeFlow ? new MadeFlow(held.data, held.control, new Map(held.members), held.rest) : held;
  const members = new Map<string, Flow>();
  for (const name of names) {
    const item = node instanceof Map ? (node as Map<string, Node>).get(name) : nodesIn(value)[Number(name)];
    members.set(name, copied(held.member(name), item, run));
  }
  return new MadeFlow(held.data, held.control, members, held);
}

export const DICT_FLOWS: readonly (readonly [string, FlowRule])[] = [
  ["dict strdict", dict],
  ["get", get],
  ["set", set],
  ["unset", unset],
  ["hasKey isset", hasKey],
  ["pluck", pluck],
  ["keys", keys],
  ["values", values],
  ["pick", pick],
  ["omit", omit],
  ["dig", dig],
  ["deepCopy mustDeepCopy", copy],
];
