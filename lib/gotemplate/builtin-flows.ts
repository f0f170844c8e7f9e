/** What the results of the built-in functions came from, by name. `and` and `or` are the executor's. */
import { type GoValue, type Node, nodeOf } from "../go/value";
import { type Flow, MadeFlow, ScalarFlow } from "../provenance/flow";
import { type Inputs, join } from "../provenance/inputs";
import { carried } from "./carried-spans";
import { decided, lengthOf, memberOf, printed, truthOf } from "./flows";
import type { FlowRule, FlowRun } from "./function";

/** A text that prints all its arguments. */
export const prints: FlowRule = (args, values, result, run) => {
  const all = printed(args, values, run);
  const spans = args.length === 1 ? carried(args[0]!, values[0], result as string) : undefined;
  return spans ? new ScalarFlow(all.data, all.control, spans) : all;
};

/** An answer to a question about scalars. */
export const asks: FlowRule = (args) => {
  let control: Inputs;
  for (const arg of args) control = join(control, arg.inputs);
  return decided(control);
};

/** The member that a key names, where that is. */
function chosen(flow: Flow, value: Node, key: Flow, name: GoValue, run: FlowRun): Flow {
  const container = nodeOf((value ?? null) as GoValue);
  if (typeof container === "string") return flow.decidedBy(key.inputs);
  const member = memberOf(flow, value, String(nodeOf(name)), run).decidedBy(key.inputs);
  return Array.isArray(container) ? member.decidedBy(flow.inputs) : member;
}

const index: FlowRule = ([of, ...keys], [value, ...names], _, run) => {
  let flow = of!;
  let at = value;
  keys.forEach((key, i) => {
    const name = names[i] as GoValue;
    flow = chosen(flow, at, key, name, run);
    const container = nodeOf((at ?? null) as GoValue);
    at = container instanceof Map ? container.get(nodeOf(name)) : (container as Node[] | null)?.[Number(nodeOf(name))];
  });
  return flow;
};

const slice: FlowRule = (args, values, result, run) => {
  const [of] = args as [Flow];
  const bounds = asks(args.slice(1), [], undefined, run).control;
  const part = nodeOf((result ?? null) as GoValue);
  if (!Array.isArray(part)) return new ScalarFlow(of.data, join(of.control, bounds));
  const from = Number(nodeOf((values[1] ?? 0) as GoValue));
  const members = part.map((_, i): [string, Flow] => [String(i), memberOf(of, values[0], String(from + i), run)]);
  return new MadeFlow(of.data, join(join(of.control, bounds), lengthOf(of, values[0])), new Map(members));
};

const len: FlowRule = ([of], [value]) => {
  const isText = typeof nodeOf((value ?? null) as GoValue) === "string";
  return isText ? new ScalarFlow(of!.data, of!.control) : new ScalarFlow(of!.data, lengthOf(of!, value));
};

const not: FlowRule = ([of], [value]) => new ScalarFlow(of!.data, truthOf(of!, value));

export const BUILTIN_FLOWS: Readonly<Record<string, FlowRule>> = {
  not,
  len,
  index,
  slice,
  ...Object.fromEntries(["print", "printf", "println", "html", "js", "urlquery"].map((name) => [name, prints])),
  ...Object.fromEntries(["eq", "ne", "lt", "le", "gt", "ge"].map((name) => [name, asks])),
};
