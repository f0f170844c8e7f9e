/** Runs templates. Mirrors text/template/exec.go, statement by statement on the flat program of program.ts. */
import { LimitError } from "../source/errors";
import { sortedEntries, sprintReflected, formatValue } from "../go/fmt";
import { joinBytes } from "../go/fmt-format";
import { quote } from "../go/quote";
import { isSigned, isUnsigned, INT, type GoType } from "../go/types";
import type { GoValue, Int, Node as GoNode } from "../go/value";
import { type Flow, LITERAL } from "../provenance/flow";
import { printable } from "./builtins";
import { Evaluator, type Frame, type Scope, type Variable } from "./eval";
import { whole } from "./flows";
import { joinTrace } from "./joined-trace";
import type { ActionNode, BranchNode, TemplateNode, TextNode } from "./node";
import type { Program } from "./program";
import { indirect, indirectInterface, isTrue, lengthOf, Reflected, reflected, type Value } from "./reflected";
import type { Template } from "./template";
import type { Trace } from "./trace";
import { Tracer } from "./tracer";
import "./unexported";

interface Limits {
  /** Instructions, loop rounds and function calls, and the work of functions on large values. */
  readonly steps: number;
  /** Length of the output, and of each text that a function makes, in UTF-16 units; of a list, a quarter of that. */
  readonly output: number;
}

export interface ExecuteOptions {
  readonly limits?: Limits;
  /** Filled with what the output came from. */
  readonly trace?: Trace;
}

const MAX_DEPTH = 100000;
const NO_LIMITS: Limits = { steps: Infinity, output: Infinity };

/**
 * Template.Execute: what the template prints for `data`. Throws GoError `template: inject:20:15: executing "inject" at <.X>: …`
 * with the position in the template's text, and LimitError where a bound of `limits` or of the engine is reached.
 */
export function execute(template: Template, data: GoValue, options: ExecuteOptions = {}): string {
  try {
    return new Run(template, options).run(reflected(data));
  } catch (e) {
    // The stack, or the longest possible string.
    if (e instanceof RangeError) throw new LimitError("the template needs more than the engine can hold");
    throw e;
  }
}

const UNTRACED = { key: LITERAL, item: LITERAL };

/** What a loop goes over. Lists and maps are arrays of nodes; of integers only the count is known. */
interface Loop {
  readonly count: Int;
  readonly keys: readonly GoNode[] | undefined;
  readonly items: readonly GoNode[] | undefined;
  readonly keyType: GoType;
  readonly itemType: GoType;
  readonly addressable: boolean;
  /** Number of variables at the start of each round. */
  readonly mark: number;
  readonly flow: Flow;
  round: number;
}

interface OpenScope extends Scope {
  readonly loop: Loop | undefined;
}

class Run extends Evaluator {
  private out = "";
  private readonly frames: Frame[] = [];

  constructor(
    template: Template,
    private readonly options: ExecuteOptions,
  ) {
    super(template, options.limits ?? NO_LIMITS, options.trace && new Tracer(options.trace, template));
  }

  run(data: Value): string {
    const program = this.template.program(this.template.name)!;
    this.frame = newFrame(program, data, this.options.trace?.dot ?? LITERAL);
    try {
      return this.statements();
    } catch (e) {
      this.tracer?.failed(this.flow);
      throw e;
    }
  }

  private statements(): string {
    for (;;) {
      const { frame } = this;
      const instruction = frame.program.code[frame.pc]!;
      this.step();
      if (this.tracer) this.begin(this.tracer);
      switch (instruction.op) {
        case "text":
          frame.pc++;
          this.write(instruction.node.text, instruction.node, undefined);
          break;
        case "action":
          frame.pc++;
          this.action(instruction.node);
          break;
        case "if":
        case "with":
          this.conditional(instruction.node, instruction.otherwise, instruction.op === "with");
          break;
        case "range":
          this.range(instruction.node, instruction.otherwise);
          break;
        case "next":
          this.nextRound(instruction.node, instruction.body, instruction.done);
          break;
        case "jump":
          if (instruction.leaves) this.tracer?.leaves(instruction.scopes, this.out.length);
          frame.scopes.length -= instruction.scopes;
          frame.pc = instruction.to;
          break;
        case "end": {
          const scope = frame.scopes.pop()!;
          frame.vars.length = scope.mark;
          frame.dot = scope.dot;
          frame.dotFlow = scope.dotFlow;
          frame.pc++;
          this.tracer?.close(frame.vars, this.out.length);
          break;
        }
        case "template":
          this.invoke(instruction.node);
          break;
        case "return":
          if (this.frames.length === 0) return this.finished();
          this.frame = this.frames.pop()!;
      }
    }
  }

  private finished(): string {
    const text = joinBytes(this.out);
    if (this.options.trace && text.length !== this.out.length) joinTrace(this.options.trace, this.out, text);
    return text;
  }

  private begin(tracer: Tracer): void {
    this.flow = LITERAL;
    tracer.begin();
  }

  private write(text: string, node: TextNode | ActionNode, flow: Flow | undefined): void {
    const start = this.out.length;
    this.out += text;
    const { limits } = this.options;
    if (limits && this.out.length > limits.output) {
      throw new LimitError(`the template printed more than ${limits.output} characters`);
    }
    this.tracer?.wrote(node, start, this.out.length, flow);
  }

  private action(node: ActionNode): void {
    this.node = node;
    const value = this.pipeline(node.pipe);
    if (node.pipe.declared.length > 0) return;
    this.node = node;
    if (value && typeof value.node === "string" && value.type.path === "" && value.type.kind === "string") {
      this.write(value.node, node, this.flow);
      return;
    }
    const shown = printable(value);
    if (shown === undefined) this.fail(`can't print ${this.textOf(node)} of type ${value!.type.name}`);
    this.charge(shown);
    this.write(formatValue(shown), node, this.tracer ? whole(this.flow, shown, this.tracer) : this.flow);
  }

  private conditional(node: BranchNode, otherwise: number, sets: boolean): void {
    const { frame } = this;
    this.node = node;
    const scope: OpenScope = { mark: frame.vars.length, dot: frame.dot, dotFlow: frame.dotFlow, loop: undefined };
    const value = this.pipeline(node.pipe);
    frame.scopes.push(scope);
    const holds = isTrue(indirectInterface(value));
    this.tracer?.branch(node, holds, this.flow, value?.node, frame.vars, this.out.length);
    if (holds) {
      if (sets) {
        frame.dot = value;
        frame.dotFlow = this.flow;
      }
      frame.pc++;
    } else frame.pc = otherwise;
  }

  private range(node: BranchNode, otherwise: number): void {
    const { frame } = this;
    this.node = node;
    const mark = frame.vars.length;
    const value = indirect(this.pipeline(node.pipe));
    const loop = value && this.loopOver(value, node);
    frame.scopes.push({ mark, dot: frame.dot, dotFlow: frame.dotFlow, loop } as OpenScope);
    const runs = loop !== undefined && loop.count > 0;
    this.tracer?.loop(node, runs, this.flow, value?.node, frame.vars, this.out.length);
    if (!runs) {
      frame.pc = otherwise;
      return;
    }
    frame.pc++;
    this.bind(node, loop);
  }

  private loopOver(value: Reflected, node: BranchNode): Loop {
    const { type } = value;
    const mark = this.frame.vars.length;
    if (isSigned(type.kind) || isUnsigned(type.kind)) {
      if (node.pipe.declared.length > 1) {
        this.fail(`can't use ${this.shown(value)} to iterate over more than one variable`);
      }
      return {
        count: value.node as Int,
        keys: undefined,
        items: undefined,
        keyType: INT,
        itemType: type,
        addressable: false,
        mark,
        flow: this.flow,
        round: 0,
      };
    }
    if (type.kind === "map") {
      const entries = sortedEntries(value.node);
      return {
        count: entries.length,
        keys: entries.map(([key]) => key),
        items: entries.map(([, item]) => item),
        keyType: type.key!,
        itemType: type.elem!,
        addressable: false,
        mark,
        flow: this.flow,
        round: 0,
      };
    }
    if (type.kind !== "slice" && type.kind !== "array") this.fail(`range can't iterate over ${this.shown(value)}`);
    return {
      count: lengthOf(value),
      keys: undefined,
      items: (value.node ?? []) as GoNode[],
      keyType: INT,
      itemType: type.elem!,
      addressable: type.kind === "slice" || value.addressable,
      mark,
      flow: this.flow,
      round: 0,
    };
  }

  private shown(value: Reflected): string {
    return sprintReflected(value.type, value.node, "v");
  }

  /** Sets the loop's variables and dot for its round. */
  private bind(node: BranchNode, loop: Loop): void {
    const { frame } = this;
    const { round } = loop;
    const item = loop.items ? loop.items[round] : round;
    const value = new Reflected(loop.itemType, item, loop.addressable, loop.items, String(round));
    const flows =
      this.tracer?.round(loop.flow, loop.items, loop.keys?.[round] as string | undefined, round) ?? UNTRACED;
    const { declared, isAssign } = node.pipe;
    if (declared.length > 0) {
      const key = loop.items ? new Reflected(loop.keyType, loop.keys ? loop.keys[round] : round) : undefined;
      const last = frame.vars.length - 1;
      const two = declared.length > 1;
      if (isAssign) {
        this.assign(declared[0]!.path[0]!, two ? key : value, two ? flows.key : flows.item);
        if (two) this.assign(declared[1]!.path[0]!, value, flows.item);
      } else {
        this.set(frame.vars[last]!, value, flows.item);
        if (two) this.set(frame.vars[last - 1]!, key, flows.key);
      }
    }
    frame.dot = value;
    frame.dotFlow = flows.item;
  }

  private set(variable: Variable, value: Value, flow: Flow): void {
    variable.value = value;
    variable.flow = flow;
  }

  private nextRound(node: BranchNode, body: number, done: number): void {
    const { frame } = this;
    const loop = (frame.scopes[frame.scopes.length - 1] as OpenScope).loop!;
    frame.vars.length = loop.mark;
    loop.round++;
    if (loop.round >= loop.count) {
      frame.pc = done;
      return;
    }
    frame.pc = body;
    this.bind(node, loop);
  }

  private invoke(node: TemplateNode): void {
    const { frame } = this;
    frame.pc++;
    this.node = node;
    const program = this.template.program(node.name);
    if (!program) this.fail(`template ${quote(node.name)} not defined`);
    if (this.frames.length === MAX_DEPTH) this.fail(`exceeded maximum template depth (${MAX_DEPTH})`);
    const dot = node.pipe ? this.pipeline(node.pipe) : undefined;
    this.frames.push(frame);
    this.frame = newFrame(program, dot, this.flow);
  }
}

function newFrame(program: Program, dot: Value, dotFlow: Flow): Frame {
  return { program, pc: 0, dot, dotFlow, vars: [{ name: "$", value: dot, flow: dotFlow }], scopes: [] };
}
