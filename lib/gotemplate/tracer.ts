/**
 * Follows a run of a template: what decides what runs, what was read, what changes lists and maps. The evaluator itself carries the flow of
 * each value along; nothing of this is there for a run that is not traced.
 */
import { fieldByName, type FieldPath } from "../go/reflect";
import type { GoType } from "../go/types";
import { type GoValue, type Node, nodeOf } from "../go/value";
import { type Flow, MadeFlow, ScalarFlow } from "../provenance/flow";
import { type Inputs, join, joinAll } from "../provenance/inputs";
import { decided, isScalarStruct, keyOf, truthOf, whole } from "./flows";
import type { FlowRun } from "./function";
import type { ActionNode, BranchNode, Expression, ListNode, TextNode } from "./node";
import { effectsOf } from "./scan";
import type { Template } from "./template";
import type { Trace } from "./trace";

/** A variable, as far as its flow goes. */
interface Carrier {
  readonly name: string;
  flow: Flow;
}

/** An `if`, `with` or `range` that is open. */
interface Open {
  /** What decides what comes behind it. */
  outer: Inputs;
  readonly loop?: {
    readonly node: BranchNode;
    /** Whether there is a round at all. */
    readonly runs: boolean;
    /** What decides on each round. */
    rounds: Inputs;
  };
}

interface Round {
  readonly key: Flow;
  readonly item: Flow;
}

/** What has been found of a field's path is the same for every run. */
const keys = new WeakMap<FieldPath, readonly string[]>();

/** The keys under which people write a field of a struct type. */
function keysOf(type: GoType, path: FieldPath): readonly string[] {
  let found = keys.get(path);
  if (found) return found;
  let holder = type;
  found = path.flatMap((field) => {
    const outer = holder;
    holder = field.type.kind === "ptr" ? field.type.elem! : field.type;
    // A oneof is not there where people write it, but its members.
    return field.inline || field.read || isScalarStruct(outer) ? [] : [field.key];
  });
  keys.set(path, found);
  return found;
}

export class Tracer implements FlowRun {
  /** What decided that the running statement runs. */
  control: Inputs;
  /** The values that the running statement has read, in their order. */
  private readonly reads: Flow[] = [];
  private readonly open: Open[] = [];
  private readonly changed = new Map<object, MadeFlow>();

  constructor(
    private readonly trace: Trace,
    private readonly template: Template,
  ) {}

  get dot(): Flow {
    return this.trace.dot;
  }

  get environment(): Flow | undefined {
    return this.trace.environment;
  }

  // ------------------------------------------------------------------------------------------------- what is read

  /** A statement starts. */
  begin(): void {
    this.reads.length = 0;
  }

  read(flow: Flow): void {
    this.reads.push(flow);
  }

  /** The run ends with an error; `flow`: of the value at hand. */
  failed(flow: Flow): void {
    this.trace.failure = { read: joinAll([...this.reads, flow].map(({ inputs }) => inputs)), control: this.control };
  }

  /** The flow of a field, whose structs on the way may be inlined, or scalars where people write them. */
  field(flow: Flow, type: GoType, path: FieldPath): Flow {
    for (const key of keysOf(type, path)) flow = flow.member(key);
    return flow;
  }

  /** The flow of what a method returns: getters return members. */
  method(flow: Flow, receiver: Node, receiverType: GoType, name: string, args: readonly Flow[]): Flow {
    const type = receiverType.kind === "ptr" ? receiverType.elem! : receiverType;
    if (isScalarStruct(type) || name === "GetObjectMeta") return this.with(flow, args);
    if (name.startsWith("Get") && type.kind === "struct") {
      const go = name.slice(3);
      const path = fieldByName(type, go);
      if (path) return this.field(flow, type, path);
      return flow.member(go.charAt(0).toLowerCase() + go.slice(1));
    }
    const all = whole(flow, receiver, this);
    return this.with(receiver instanceof Map ? decided(all.inputs) : all, args);
  }

  private with(flow: Flow, args: readonly Flow[]): Flow {
    let { data, control } = flow;
    for (const arg of args) {
      data = join(data, arg.data);
      control = join(control, arg.control);
    }
    return new ScalarFlow(data, control);
  }

  /** `and` and `or`: what was evaluated so far decided whether these arguments are. */
  partly(args: readonly Expression[], control: Inputs): void {
    const { assigned, changes } = effectsOf(args, this.template);
    if (changes || assigned.size > 0) this.unsettle(control);
  }

  // ------------------------------------------------------------------------------------------------ what is changed

  held(flow: Flow, node: Node): Flow {
    if (this.changed.size === 0) return flow;
    const made = this.changed.get(nodeOf((node ?? null) as GoValue) as object);
    return made ? made.decidedBy(flow.control) : flow;
  }

  change(node: object, flow: MadeFlow): void {
    this.changed.set(node, flow);
  }

  unsettle(inputs: Inputs): void {
    if (!inputs) return;
    this.control = join(this.control, inputs);
    for (const open of this.open) {
      open.outer = join(open.outer, inputs);
      if (open.loop) open.loop.rounds = join(open.loop.rounds, inputs);
    }
  }

  // ----------------------------------------------------------------------------------------------- what is written

  wrote(node: TextNode | ActionNode, start: number, end: number, flow: Flow | undefined): void {
    this.trace.pieces.push({ node, start, end, flow, control: this.control });
  }

  // ---------------------------------------------------------------------------------------------------- what is run

  /** An `if` or `with` whose pipeline gave `value`. */
  branch(node: BranchNode, holds: boolean, flow: Flow, value: Node, vars: readonly Carrier[], at: number): void {
    const truth = truthOf(flow, value);
    if (this.leavesIn(node.list) || this.leavesIn(node.elseList)) this.hinder(truth);
    this.open.push({ outer: this.control });
    this.decide(node, holds, truth, vars, at);
  }

  /** A `range` over `value`. */
  loop(node: BranchNode, runs: boolean, flow: Flow, value: Node, vars: readonly Carrier[], at: number): void {
    const truth = truthOf(flow, value);
    if (this.leavesIn(node.elseList)) this.hinder(truth);
    this.open.push({ outer: this.control, loop: { node, runs, rounds: join(this.control, truth) } });
    this.decide(node, runs, truth, vars, at);
  }

  /** One list of a branch runs and the other does not, by what `truth` hangs on. */
  private decide(node: BranchNode, holds: boolean, truth: Inputs, vars: readonly Carrier[], at: number): void {
    this.control = join(this.control, truth);
    const skipped = holds ? node.elseList : node.list;
    if (skipped) this.skip(skipped, this.control, truth, vars, at);
  }

  private leavesIn(list: ListNode | undefined): boolean {
    return list !== undefined && effectsOf(list, this.template).leaves;
  }

  /** What follows in the loop around runs only if there is no `break` or `continue`, by what `truth` hangs on. */
  private hinder(truth: Inputs): void {
    this.control = join(this.control, truth);
    for (const open of this.open.toReversed()) {
      if (open.loop) {
        open.loop.rounds = join(open.loop.rounds, truth);
        return;
      }
      open.outer = join(open.outer, truth);
    }
  }

  /** A list that does not run: it writes nothing, assigns nothing and changes nothing, by what `because` names. */
  private skip(body: ListNode, control: Inputs, because: Inputs, vars: readonly Carrier[], at: number): void {
    this.trace.skips.push({ at, body, control });
    const { assigned, changes } = effectsOf(body, this.template);
    for (const name of assigned) {
      const variable = vars.findLast((other) => other.name === name);
      if (variable) variable.flow = variable.flow.decidedBy(because);
    }
    if (changes) this.unsettle(because);
  }

  /**
   * A round of the innermost loop, over a list, a map (then `key`) or up to a number (then no `items`): what its key and element came from.
   */
  round(flow: Flow, items: readonly Node[] | undefined, key: string | undefined, round: number): Round {
    const index = decided(flow.inputs);
    const item = items ? this.held(flow.member(key ?? String(round)), items[round]) : index;
    this.control = join(this.open.at(-1)!.loop!.rounds, item.inputs);
    return { key: key === undefined ? index : keyOf(flow, key), item };
  }

  /** A `break` or `continue`, out of that many branches: the rest of the round is not run. */
  leaves(scopes: number, at: number): void {
    this.open.length -= scopes;
    this.trace.skips.push({ at, body: this.open.at(-1)!.loop!.node.list, control: this.control });
  }

  /** The end of the innermost branch. Of a loop: there could have been one round more. */
  close(vars: readonly Carrier[], at: number): void {
    const { outer, loop } = this.open.pop()!;
    this.control = outer;
    if (loop?.runs) this.skip(loop.node.list, loop.rounds, loop.rounds, vars, at);
  }
}
