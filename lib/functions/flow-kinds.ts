/** The kinds of ways in which a function's result comes from its arguments. */
import { carried } from "../gotemplate/carried-spans";
import { decided, memberOf, truthOf, whole } from "../gotemplate/flows";
import type { FlowRule, FlowRun } from "../gotemplate/function";
import { type GoValue, type Node, nodeOf } from "../go/value";
import { type Flow, LITERAL, MadeFlow, ScalarFlow } from "../provenance/flow";
import { type Inputs, join, joinAll } from "../provenance/inputs";

/** Everything that these hang on, with all that they hold. */
export function allInputs(args: readonly Flow[], values: readonly Node[], run: FlowRun): Inputs {
  return joinAll(args.map((arg, i) => whole(arg, values[i], run).inputs));
}

/** All arguments but one. */
function others<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, i) => i !== index);
}

/** Made of one argument as a whole, in a way that the others tell. */
export function madeOf(index: number): FlowRule {
  return (args, values, result, run) => {
    const subject = whole(args[index]!, values[index], run);
    const control = join(subject.control, allInputs(others(args, index), others(values, index), run));
    const spans = typeof result === "string" ? carried(args[index]!, values[index], result) : undefined;
    return new ScalarFlow(subject.data, control, spans);
  };
}

/** The same where a number of zero or less leaves nothing of it. */
export function madeOfSome(index: number, count: number): FlowRule {
  const some = madeOf(index);
  return (args, values, result, run) =>
    Number(values[count]) > 0 ? some(args, values, result, run) : asksAll(args, values, result, run);
}

/** A part of one argument, which can be nothing: then what tells the part can be what left nothing of it. */
export function partOf(index: number): FlowRule {
  const part = madeOf(index);
  return (args, values, result, run) => (result === "" ? asksAll : part)(args, values, result, run);
}

/** An answer to a question about the arguments with all that they hold. */
export const asksAll: FlowRule = (args, values, _, run) => decided(allInputs(args, values, run));

/** An answer to whether they are empty. */
export const asksTruth: FlowRule = (args, values) => decided(joinAll(args.map((arg, i) => truthOf(arg, values[i]))));

/** One of the arguments, which one is told by those that `by` lists (itself maybe among them). */
export function chooses(
  which: (values: readonly Node[], result: Node) => { readonly chosen: number; readonly by: readonly number[] },
): FlowRule {
  return (args, values, result) => {
    const { chosen, by } = which(values, result);
    let control: Inputs;
    for (const index of by) {
      // What a scalar is decides by itself that it is chosen; a list or map hangs on what it holds besides.
      if (index === chosen && !isContainer(values[index])) continue;
      control = join(control, truthOf(args[index]!, values[index]));
    }
    return (args[chosen] ?? LITERAL).decidedBy(control);
  };
}

function isContainer(value: Node): boolean {
  const node = nodeOf((value ?? null) as GoValue);
  return Array.isArray(node) || node instanceof Map;
}

/** The nodes of a list, whatever its type. */
export function nodesIn(value: Node): readonly Node[] {
  const node = nodeOf((value ?? null) as GoValue);
  return Array.isArray(node) ? (node as Node[]) : [];
}

/** The entries of a map, whatever its type. */
export function entriesIn(value: Node): ReadonlyMap<string, Node> {
  const node = nodeOf((value ?? null) as GoValue);
  return node instanceof Map ? (node as Map<string, Node>) : new Map<string, Node>();
}

/** The flows of a list's elements. */
export function elementFlows(flow: Flow, value: Node, run: FlowRun): Flow[] {
  return nodesIn(value).map((_, i) => memberOf(flow, value, String(i), run));
}

/** A new list of these. */
export function madeList(elements: readonly Flow[], data: Inputs, control: Inputs): MadeFlow {
  return new MadeFlow(data, control, new Map(elements.map((element, i) => [String(i), element])));
}
