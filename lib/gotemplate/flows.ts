/** What the flows of functions' results are made with. */
import { leafOf } from "../k8s/leaves";
import type { GoType } from "../go/types";
import { type Node, nodeOf, Typed, type GoValue } from "../go/value";
import { type Flow, InputFlow, MadeFlow, ScalarFlow } from "../provenance/flow";
import { type Inputs, join } from "../provenance/inputs";
import type { FlowRule, FlowRun } from "./function";

const WELL_KNOWN = "google.golang.org/protobuf/types/known/";

/** Whether a struct type is a scalar where people write it: a quantity, a time, a duration. */
export function isScalarStruct(type: GoType): boolean {
  return leafOf(type) !== undefined || type.path.startsWith(WELL_KNOWN);
}

interface Member {
  readonly key: string;
  readonly node: Node;
  readonly type: GoType | undefined;
}

/** What a list, map or struct holds; undefined for anything else. `type`: where it is known. */
function membersOf(value: Node, type: GoType | undefined): Member[] | undefined {
  if (value instanceof Typed) return membersOf(value.node, value.type);
  if (typeof value !== "object" || value === null) return undefined;
  if (type?.kind === "ptr") return membersOf(value, type.elem);
  if (Array.isArray(value)) return value.map((node: Node, i) => ({ key: String(i), node, type: type?.elem }));
  if (value instanceof Map) {
    return Array.from(value as Map<string, Node>, ([key, node]) => ({ key, node, type: type?.elem }));
  }
  const isStruct = type ? type.kind === "struct" && !isScalarStruct(type) : isPlain(value);
  return isStruct ? fieldsOf(value as Record<string, Node>, type) : undefined;
}

function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype;
}

/** The fields that are set. Inlined structs share the node of the one that they are in. */
function fieldsOf(node: Record<string, Node>, type: GoType | undefined): Member[] {
  const types = new Map<string, GoType>();
  const note = (of: GoType): void => {
    for (const field of of.fields ?? []) {
      if (field.inline) note(field.type);
      else types.set(field.key, field.type);
    }
  };
  if (type) note(type);
  const members: Member[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (value !== undefined) members.push({ key, node: value, type: types.get(key) });
  }
  return members;
}

/** The member of a list, map or struct at a flow's key. */
export function memberNode(value: Node, key: string): Node {
  const node = nodeOf((value ?? null) as GoValue);
  if (typeof node !== "object" || node === null) return undefined;
  return node instanceof Map ? (node as Map<string, Node>).get(key) : (node as Record<string, Node>)[key];
}

/** The flow of a member, existing or not, of a container. */
export function memberOf(flow: Flow, value: Node, key: string, run: FlowRun): Flow {
  return run.held(flow.member(key), memberNode(value, key));
}

/** The flow of a map's key, as something to print. */
export function keyOf(flow: Flow, key: string): Flow {
  const member = flow.member(key);
  // What several texts make together may have the key from another.
  if (flow instanceof InputFlow) return new ScalarFlow(member.data, member.control);
  if (!(flow instanceof MadeFlow)) return new ScalarFlow(undefined, member.inputs);
  if (flow.members.has(key) || !flow.rest) return new ScalarFlow(undefined, join(flow.inputs, member.inputs));
  return keyOf(flow.rest, key).decidedBy(flow.inputs);
}

/** A value that hangs on these, and was not made of them. */
export function decided(control: Inputs): Flow {
  return new ScalarFlow(undefined, control);
}

/** What the truth of a value hangs on: a list or map with one member only is empty without it. */
export function truthOf(flow: Flow, value: Node): Inputs {
  const node = nodeOf((value ?? null) as GoValue);
  if (Array.isArray(node) && node.length === 1) return join(flow.inputs, flow.member("0").inputs);
  if (node instanceof Map && node.size === 1) {
    const [key] = (node as Map<string, Node>).keys();
    return join(flow.inputs, flow.member(key!).inputs);
  }
  return flow.inputs;
}

/** What the length of a value hangs on, or which of its members stands where. */
export function lengthOf(flow: Flow, value: Node): Inputs {
  const node = nodeOf((value ?? null) as GoValue);
  let inputs = flow.inputs;
  if (Array.isArray(node)) for (const key of node.keys()) inputs = join(inputs, flow.member(String(key)).inputs);
  else if (node instanceof Map) for (const key of node.keys()) inputs = join(inputs, flow.member(key as string).inputs);
  return inputs;
}

/** The flow of a value that is printed with all that it holds. That there is no more of it hangs on the lists and maps themselves. */
export function whole(flow: Flow, value: Node, run: FlowRun): Flow {
  if (!membersOf(value, undefined)) return run.held(flow, value);
  const sum = { data: undefined as Inputs, control: undefined as Inputs };
  const add = (of: Flow, node: Node, type: GoType | undefined): void => {
    const here = run.held(of, node);
    const members = membersOf(node, type);
    if (!members || members.length === 0) {
      sum.data = join(sum.data, here.data);
      sum.control = join(sum.control, here.control);
      return;
    }
    sum.control = join(sum.control, here.inputs);
    for (const member of members) add(here.member(member.key), member.node, member.type);
  };
  add(flow, value, undefined);
  return new ScalarFlow(sum.data, sum.control);
}

/** The flow of a text that prints all these, each with all that it holds. */
export function printed(args: readonly Flow[], values: readonly Node[], run: FlowRun): Flow {
  let data: Inputs;
  let control: Inputs;
  for (let i = 0; i < args.length; i++) {
    const all = whole(args[i]!, values[i], run);
    data = join(data, all.data);
    control = join(control, all.control);
  }
  return new ScalarFlow(data, control);
}

/** A copy of the lists and maps in a value, so that what changes them does not change it. */
export function snapshot(value: Node): Node {
  if (value instanceof Typed) {
    const node = snapshot(value.node);
    return node === value.node ? value : new Typed(value.type, node);
  }
  if (Array.isArray(value)) return [...(value as Node[])];
  if (!(value instanceof Map)) return value;
  return new Map(Array.from(value as Map<string, Node>, ([key, item]) => [key, snapshot(item)]));
}

/** The flow of a function's result that nothing is known of: made of the arguments whose text shows in the result's, or the other way round. */
export const guessed: FlowRule = (args, values, result, run) => {
  const text = scalarText(result);
  let data: Inputs;
  let control: Inputs;
  args.forEach((arg, i) => {
    const all = whole(arg, values[i], run);
    const own = scalarText(values[i]);
    const shows = text !== "" && own !== "" && (text.includes(own) || own.includes(text));
    if (shows) data = join(data, all.data);
    control = join(control, shows ? all.control : all.inputs);
  });
  return new ScalarFlow(data, control);
};

function scalarText(value: Node): string {
  const node = nodeOf((value ?? null) as GoValue);
  return typeof node === "object" || node === undefined ? "" : String(node as string | number | boolean | bigint);
}
