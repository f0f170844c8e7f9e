/** What comes from where in sprig's functions on lists, and between lists and texts. */
import { lengthOf, memberOf, whole } from "../gotemplate/flows";
import type { FlowRule } from "../gotemplate/function";
import { type GoValue, type Node, nodeOf } from "../go/value";
import { type Flow, MadeFlow, ScalarFlow } from "../provenance/flow";
import { type Inputs, join } from "../provenance/inputs";
import { deepEqual } from "./deep-equal";
import { allInputs, asksAll, elementFlows, entriesIn, madeList, nodesIn } from "./flow-kinds";
import { textsOf } from "./strval";

const list: FlowRule = (args) => madeList(args, undefined, undefined);

const push: FlowRule = ([of, added], [value], _, run) =>
  madeList([...elementFlows(of!, value, run), added!], of!.data, of!.control);

const prepend: FlowRule = ([of, added], [value], _, run) =>
  madeList([added!, ...elementFlows(of!, value, run)], of!.data, of!.control);

const concat: FlowRule = (args, values, _, run) =>
  args.reduce<MadeFlow>(
    (all, arg, i) => {
      for (const element of elementFlows(arg, values[i], run)) all.members.set(String(all.members.size), element);
      return new MadeFlow(join(all.data, arg.data), join(all.control, arg.control), all.members);
    },
    new MadeFlow(undefined, undefined, new Map()),
  );

/** The element at an index from either end. */
function at(index: 0 | -1): FlowRule {
  return ([of], [value], _, run) => {
    const key = index === 0 ? 0 : nodesIn(value).length - 1;
    return memberOf(of!, value, String(Math.max(key, 0)), run).decidedBy(of!.inputs);
  };
}

/** Elements of the list from an index on, as many as the result has. */
function from(index: (values: readonly Node[]) => number): FlowRule {
  return (args, values, result, run) => {
    const [of] = args as [Flow];
    const elements = nodesIn(result).map((_, i) => memberOf(of, values[0], String(index(values) + i), run));
    const bounds = allInputs(args.slice(1), values.slice(1), run);
    return madeList(
      elements,
      elements.length > 0 ? of.data : undefined,
      join(join(of.control, bounds), lengthOf(of, values[0])),
    );
  };
}

const reverse: FlowRule = ([of], [value], _, run) =>
  madeList(elementFlows(of!, value, run).toReversed(), of!.data, of!.control);

/** Elements of the list in its order, chosen by what all of them are. */
const kept: FlowRule = (args, values, result, run) => {
  const nodes = nodesIn(values[0]);
  let next = 0;
  const elements = nodesIn(result).map((node) => {
    const found = nodes.findIndex((other, i) => i >= next && deepEqual(other as GoValue, node as GoValue));
    next = found + 1;
    return memberOf(args[0]!, values[0], String(found), run);
  });
  return madeList(elements, args[0]!.data, join(args[0]!.control, allInputs(args, values, run)));
};

/** The texts of a list's elements but nil ones, or of a value that is no list. */
const texts: FlowRule = ([of], [value], _, run) => {
  if (!Array.isArray(nodeOf((value ?? null) as GoValue)))
    return madeList([whole(of!, value, run)], undefined, of!.inputs);
  const shown: Flow[] = [];
  let absent: Inputs;
  for (const [i, node] of nodesIn(value).entries()) {
    const element = whole(memberOf(of!, value, String(i), run), node, run);
    if (node === null) absent = join(absent, element.inputs);
    else shown.push(element);
  }
  return madeList(shown, of!.data, join(of!.control, absent));
};

/** A list put in order: where each element came to stand hangs on all of them. */
const sorted: FlowRule = (args, values, result, run) => {
  const before = textsOf(values[0] as GoValue);
  const used = new Set<number>();
  const elements = nodesIn(result).map((text) => {
    const found = before.findIndex((other, i) => other === text && !used.has(i));
    used.add(found);
    return found < 0 ? whole(args[0]!, values[0], run) : memberOf(args[0]!, values[0], String(found), run);
  });
  const flow = madeList(elements, args[0]!.data, join(args[0]!.control, allInputs(args, values, run)));
  if (result) run.change(result as object, flow);
  return flow;
};

/** sprig's chunk */
const chunk: FlowRule = ([size, of], [, value], result, run) => {
  let next = 0;
  const control = join(join(of!.control, size!.inputs), lengthOf(of!, value));
  const chunks = nodesIn(result).map((part) => {
    const elements = nodesIn(part).map(() => memberOf(of!, value, String(next++), run));
    return madeList(elements, of!.data, control);
  });
  return madeList(chunks, chunks.length > 0 ? of!.data : undefined, control);
};

const joined: FlowRule = (args, values, _, run) => {
  const [separator, of] = args as [Flow, Flow];
  const all = whole(of, values[1], run);
  const between = nodesIn(values[1]).filter((node) => node !== null).length > 1;
  return new ScalarFlow(
    join(all.data, between ? separator.data : undefined),
    join(all.control, between ? separator.control : separator.inputs),
  );
};

/** A list or map of what one text holds. */
function partsOf(subject: number): FlowRule {
  return (args, values, result, run) => {
    if (nodesIn(result).length + entriesIn(result).size === 0) return asksAll(args, values, result, run);
    const rest = args.filter((_, i) => i !== subject);
    const restValues = values.filter((_, i) => i !== subject);
    return new ScalarFlow(args[subject]!.data, join(args[subject]!.control, allInputs(rest, restValues, run)));
  };
}

export const LIST_FLOWS: readonly (readonly [string, FlowRule])[] = [
  ["list tuple", list],
  ["append push mustAppend mustPush", push],
  ["prepend mustPrepend", prepend],
  ["concat", concat],
  ["first mustFirst", at(0)],
  ["last mustLast", at(-1)],
  ["rest mustRest", from(() => 1)],
  ["initial mustInitial", from(() => 0)],
  ["slice mustSlice", from((values) => Number(nodeOf((values[1] ?? 0) as GoValue)))],
  ["reverse mustReverse", reverse],
  ["compact mustCompact uniq mustUniq without mustWithout", kept],
  ["chunk mustChunk", chunk],
  ["toStrings", texts],
  ["sortAlpha", sorted],
  ["join", joined],
  ["splitList split", partsOf(1)],
  ["splitn", partsOf(2)],
  ["regexFindAll mustRegexFindAll regexSplit mustRegexSplit", partsOf(1)],
];
