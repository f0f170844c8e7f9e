/** Evaluates pipelines. Mirrors the eval functions of text/template/exec.go. */
import { GoError, LimitError } from "../source/errors";
import { quote } from "../go/quote";
import {
  assignableTo,
  callMethod,
  fieldByName,
  isEmptyInterface,
  isExported,
  methodByName,
  readField,
  readPath,
  type FoundMethod,
} from "../go/reflect";
import { textOf } from "../go/fmt";
import { byteLength } from "../go/strings";
import {
  ANY,
  ANY_MAP,
  BOOL,
  COMPLEX128,
  ERROR,
  FLOAT64,
  INT,
  isSigned,
  isUnsigned,
  ptrTo,
  STRING,
  type GoType,
} from "../go/types";
import { type GoValue, type Int, type Node as GoNode, toInt, toValue } from "../go/value";
import { type Flow, LITERAL } from "../provenance/flow";
import { type Inputs, join } from "../provenance/inputs";
import { BUILTIN_FLOWS } from "./builtin-flows";
import { BUILTINS, callValue, canBeNil, REFLECT_VALUE, type Builtin } from "./builtins";
import { guessed, snapshot, truthOf } from "./flows";
import type { GoFunction } from "./function";
import type {
  ChainNode,
  CommandNode,
  Expression,
  FieldNode,
  IdentifierNode,
  Node,
  NumberNode,
  PipeNode,
  VariableNode,
} from "./node";
import { nodeText } from "./node";
import type { Program } from "./program";
import { elemOf, indirect, indirectInterface, interfaceOf, isTrue, Reflected, type Value } from "./reflected";
import type { Tracer } from "./tracer";
import { structMember } from "./struct-member";
import { shallowWorkOf, workOf } from "./work";
import type { Template } from "./template";

/** A variable on the stack of a template's invocation. */
export interface Variable {
  readonly name: string;
  value: Value;
  flow: Flow;
}

/** What `if`, `with` and `range` restore at their end. */
export interface Scope {
  readonly mark: number;
  readonly dot: Value;
  readonly dotFlow: Flow;
}

/** One invocation of a template. */
export interface Frame {
  readonly program: Program;
  pc: number;
  dot: Value;
  dotFlow: Flow;
  readonly vars: Variable[];
  readonly scopes: Scope[];
}

/** The value of an earlier stage of the pipeline, which is the last argument of the next one. */
interface Final {
  readonly value: Value;
  readonly flow: Flow;
}

const NO_ARGS: readonly Expression[] = [];

/** A method as something to call. */
interface BoundMethod {
  readonly found: FoundMethod;
  readonly receiver: GoNode;
  readonly receiverType: GoType;
  readonly flow: Flow;
}

export class Evaluator {
  protected frame!: Frame;
  /** The node that errors are about. */
  protected node: Node | undefined;
  /** What the last value that was evaluated came from: apart from the value, since an absent one could not carry it. */
  protected flow: Flow = LITERAL;
  private steps = 0;

  constructor(
    protected readonly template: Template,
    private readonly bounds: { readonly steps: number; readonly output: number },
    protected readonly tracer: Tracer | undefined,
  ) {}

  protected step(): void {
    this.spend(1);
  }

  /** Counts the work of going through a value. Throws LimitError where it is too much. */
  protected charge(value: unknown): void {
    this.spend(workOf(value, this.bounds.steps - this.steps));
  }

  private checkLength(value: unknown): void {
    if (typeof value === "string" && value.length > this.bounds.output) {
      throw new LimitError(`the template makes a text of more than ${this.bounds.output} characters`);
    }
    if (Array.isArray(value) && value.length > this.bounds.output / 4) {
      throw new LimitError(`the template makes a list of more than ${this.bounds.output / 4} elements`);
    }
  }

  private spend(steps: number): void {
    this.steps += steps;
    if (this.steps > this.bounds.steps) throw new LimitError(`the template takes more than ${this.bounds.steps} steps`);
  }

  protected textOf(node: Node): string {
    return nodeText(node);
  }

  /** Ends the run with an error at the current node. */
  protected fail(message: string): never {
    const node = this.node!;
    const { text, name } = this.template;
    const before = text.slice(0, node.pos);
    const lineStart = before.lastIndexOf("\n") + 1;
    let line = 1;
    for (let i = 0; i < lineStart; i++) if (text.charCodeAt(i) === 10) line++;
    const at = `${name}:${line}:${byteLength(before.slice(lineStart))}`;
    throw new GoError(
      `template: ${at}: executing ${quote(this.frame.program.name)} at <${nodeText(node)}>: ${message}`,
      { line, column: node.pos - lineStart + 1 },
    );
  }

  // -------------------------------------------------------------------------------------------------------- variables

  protected assign(name: string, value: Value, flow: Flow): void {
    const { vars } = this.frame;
    for (let i = vars.length - 1; i >= 0; i--) {
      if (vars[i]!.name === name) {
        vars[i]!.value = value;
        vars[i]!.flow = this.tracer ? flow.decidedBy(this.tracer.control) : flow;
        return;
      }
    }
    this.fail(`undefined variable: ${name}`);
  }

  /** A value was evaluated that came from there. */
  private take(flow: Flow, value: Value): void {
    this.flow = this.tracer ? this.tracer.held(flow, value?.node) : flow;
  }

  private variable(name: string): Value {
    const { vars } = this.frame;
    for (let i = vars.length - 1; i >= 0; i--) {
      if (vars[i]!.name !== name) continue;
      const { value, flow } = vars[i]!;
      this.take(flow, value);
      return value;
    }
    return this.fail(`undefined variable: ${name}`);
  }

  // -------------------------------------------------------------------------------------------------------- pipelines

  protected pipeline(pipe: PipeNode): Value {
    this.node = pipe;
    let value: Value;
    const { commands, declared } = pipe;
    for (let i = 0; i < commands.length; i++) {
      value = this.command(commands[i]!, i === 0 ? undefined : { value, flow: this.flow });
      if (value !== undefined && value.type.kind === "interface" && isEmptyInterface(value.type)) value = elemOf(value);
    }
    for (let i = 0; i < declared.length; i++) {
      const name = declared[i]!.path[0]!;
      if (pipe.isAssign) this.assign(name, value, this.flow);
      else this.frame.vars.push({ name, value, flow: this.flow });
    }
    return value;
  }

  private notAFunction(args: readonly Expression[], final: Final | undefined): void {
    if (args.length > 1 || final) this.fail(`can't give argument to non-function ${nodeText(args[0]!)}`);
  }

  private command(command: CommandNode, final: Final | undefined): Value {
    const { args } = command;
    const first = args[0]!;
    switch (first.type) {
      case "field":
        return this.field(first, args, final);
      case "chain":
        return this.chain(first, args, final);
      case "identifier":
        return this.function(first, command, args, final);
      case "pipe":
        this.notAFunction(args, final);
        return this.pipeline(first);
      case "variable":
        return this.variableNode(first, args, final);
    }
    this.node = first;
    this.notAFunction(args, final);
    this.flow = LITERAL;
    switch (first.type) {
      case "bool":
        return new Reflected(BOOL, first.value);
      case "dot":
        return this.dot();
      case "nil":
        return this.fail("nil is not a command");
      case "number":
        return this.constant(first);
      case "string":
        return new Reflected(STRING, first.value);
    }
  }

  private dot(): Value {
    const { dot, dotFlow } = this.frame;
    this.take(dotFlow, dot);
    this.tracer?.read(this.flow);
    return dot;
  }

  /** The value of a number where nothing tells its type: its syntax does. */
  private constant(n: NumberNode): Value {
    this.node = n;
    if (n.complex) return new Reflected(COMPLEX128, n.complex);
    const rune = n.text.startsWith("'");
    const hexInt = /^0[xX]./.test(n.text) && !/[pP]/.test(n.text);
    if (n.float !== undefined && !rune && !hexInt && /[.eEpP]/.test(n.text)) return new Reflected(FLOAT64, n.float);
    if (n.int !== undefined) return new Reflected(INT, n.int);
    return this.fail(`${n.text} overflows int`);
  }

  // ----------------------------------------------------------------------------------------- fields, chains, variables

  private field(node: FieldNode, args: readonly Expression[], final: Final | undefined): Value {
    this.node = node;
    this.take(this.frame.dotFlow, this.frame.dot);
    return this.fields(this.frame.dot, node, node.path, 0, args, final);
  }

  private chain(node: ChainNode, args: readonly Expression[], final: Final | undefined): Value {
    this.node = node;
    if (node.node.type === "nil") this.fail(`indirection through explicit nil in ${nodeText(node)}`);
    const start = this.argument(undefined, node.node);
    return this.fields(start, node, node.fields, 0, args, final);
  }

  private variableNode(node: VariableNode, args: readonly Expression[], final: Final | undefined): Value {
    this.node = node;
    const value = this.variable(node.path[0]!);
    if (node.path.length > 1) return this.fields(value, node, node.path, 1, args, final);
    this.notAFunction(args, final);
    this.tracer?.read(this.flow);
    return value;
  }

  /** Walks `path` from `from` on; only its last name can take arguments. */
  private fields(
    receiver: Value,
    node: Node,
    path: readonly string[],
    from: number,
    args: readonly Expression[],
    final: Final | undefined,
  ): Value {
    const last = path.length - 1;
    for (let i = from; i < last; i++) receiver = this.member(path[i]!, node, NO_ARGS, undefined, receiver);
    const value = this.member(path[last]!, node, args, final, receiver);
    this.tracer?.read(this.flow);
    return value;
  }

  /** `.name` of a value: a method, a struct's field, or a map's element. */
  private member(name: string, node: Node, args: readonly Expression[], final: Final | undefined, start: Value): Value {
    if (!start) return this.absent(name);
    const hasArgs = args.length > 1 || final !== undefined;
    // The case of all values: map[string]interface{}, mostly inside of an interface.
    if (start.node instanceof Map && (start.type.kind === "interface" || start.type === ANY_MAP) && !hasArgs)
      return this.element(start.node as Map<string, GoNode>, name, ANY);
    const value = indirect(start);
    if (!value) return this.absent(name);
    const { type } = value;
    if (type.kind === "struct") return this.memberOfStruct(value, name, node, args, final, start);
    if (type.kind === "interface") this.fail(`nil pointer evaluating ${start.type.name}.${name}`);

    // Only defined types have methods.
    const defined = type.path !== "" || type.kind === "ptr";
    const methodType = type.kind !== "ptr" && value.addressable && defined ? ptrTo(type) : type;
    const found = defined && isExported(name) ? methodByName(methodType, name) : undefined;
    if (found) {
      const method = { found, receiver: value.node, receiverType: methodType, flow: this.flow };
      return this.method(method, node, name, args, final);
    }

    if (type.kind === "map") {
      if (assignableTo(STRING, type.key!)) {
        if (hasArgs) this.fail(`${name} is not a method but has arguments`);
        return this.element(value.node as Map<string, GoNode> | null | undefined, name, type.elem!);
      }
    } else if (type.kind === "ptr") {
      const { elem } = type;
      if (elem!.kind !== "struct" || fieldByName(elem!, name)) {
        this.fail(`nil pointer evaluating ${start.type.name}.${name}`);
      }
    }
    return this.fail(`can't evaluate field ${name} in type ${start.type.name}`);
  }

  private element(map: Map<string, GoNode> | null | undefined, name: string, type: GoType): Value {
    const item = map?.get(name);
    if (this.tracer) this.flow = this.tracer.held(this.flow.member(name), item);
    return item === undefined ? undefined : new Reflected(type, item, false, map, name);
  }

  private memberOfStruct(
    value: Reflected,
    name: string,
    node: Node,
    args: readonly Expression[],
    final: Final | undefined,
    start: Reflected,
  ): Value {
    const { method: found, receiverType, field } = structMember(value.type, value.addressable, name);
    if (found) {
      const method = { found, receiver: value.node, receiverType, flow: this.flow };
      return this.method(method, node, name, args, final);
    }
    if (!field) return this.fail(`can't evaluate field ${name} in type ${start.type.name}`);
    const { path, type, throughPointer } = field;
    if (!isExported(name)) this.fail(`${name} is an unexported field of struct type ${start.type.name}`);
    const read = path.length === 1 ? readField(path[0]!, value.node) : this.embedded(path, value.node);
    if (args.length > 1 || final) this.fail(`${name} has arguments but cannot be invoked as function`);
    if (this.tracer) this.flow = this.tracer.field(this.flow, value.type, path);
    const holder = type.kind === "ptr" ? value.node : undefined;
    return new Reflected(type, read, value.addressable || throughPointer, holder, name);
  }

  /** A member of what is not there. */
  private absent(name: string): undefined {
    this.flow = this.flow.member(name);
    return undefined;
  }

  private embedded(path: Parameters<typeof readPath>[0], node: GoNode): GoNode {
    try {
      return readPath(path, node);
    } catch (e) {
      if (e instanceof GoError) this.fail(e.message);
      throw e;
    }
  }

  // ------------------------------------------------------------------------------------------------------------- calls

  private function(node: IdentifierNode, command: Node, args: readonly Expression[], final: Final | undefined): Value {
    this.node = node;
    const { name } = node;
    const fn = this.template.functions.get(name);
    if (fn) return this.goFunction(fn, command, name, args, final);
    const builtin = BUILTINS.get(name);
    if (!builtin) return this.fail(`${quote(name)} is not a defined function`);
    return this.builtin(builtin, command, name, args, final);
  }

  /** Checks the number of arguments. The first of `args` is the function itself. */
  private checkCount(
    name: string,
    inCount: number,
    variadic: boolean,
    args: readonly Expression[],
    final: Final | undefined,
  ): void {
    const given = Math.max(args.length - 1, 0);
    const count = given + (!final ? 0 : 1);
    if (variadic) {
      if (count < inCount - 1) this.fail(`wrong number of args for ${name}: want at least ${inCount - 1} got ${given}`);
    } else if (count !== inCount) this.fail(`wrong number of args for ${name}: want ${inCount} got ${count}`);
  }

  /** The arguments as values of their parameters' types; `flows` takes what they came from. */
  private arguments(
    params: readonly GoType[],
    variadic: boolean,
    args: readonly Expression[],
    final: Final | undefined,
    flows: Flow[] | undefined,
  ): Value[] {
    const given = Math.max(args.length - 1, 0);
    const values = new Array<Value>(given + (final ? 1 : 0));
    const last = params.length - 1;
    const fixed = variadic ? last : params.length;
    for (let i = 0; i < given; i++) {
      values[i] = this.argument(params[i < fixed ? i : last], args[i + 1]!);
      flows?.push(this.flow);
    }
    if (final) {
      values[given] = this.validate(final.value, params[variadic && given < fixed ? given : last]);
      flows?.push(final.flow);
    }
    return values;
  }

  private goFunction(
    fn: GoFunction,
    at: Node,
    name: string,
    args: readonly Expression[],
    final: Final | undefined,
  ): Value {
    this.step();
    const { in: params, variadic } = fn;
    this.checkCount(name, params.length, variadic, args, final);
    const flows: Flow[] | undefined = this.tracer && [];
    const values = this.arguments(params, variadic, args, final, flows);
    const nodes = new Array<GoNode>(values.length);
    for (let i = 0; i < values.length; i++) {
      const param = params[Math.min(i, params.length - 1)]!;
      const node = asNode(values[i], param);
      // What is of a type of its own the user pasted; it does not grow.
      if (param.kind === "interface" || param.kind === "string" || param.kind === "map") {
        if (fn.shallow) this.spend(shallowWorkOf(node));
        else this.charge(node);
      }
      nodes[i] = node;
    }
    if (fn.work) this.spend((fn.work as (...nodes: GoNode[]) => number)(...nodes));
    const before = flows && fn.changes === "whole" ? nodes.map(snapshot) : nodes;
    let result: GoNode;
    try {
      result = called(fn.call as (...nodes: GoNode[]) => GoNode, nodes);
    } catch (e) {
      return this.failCall(e, at, name);
    }
    this.checkLength(result);
    this.spend(shallowWorkOf(result));
    if (flows) this.flow = (fn.flow ?? guessed)(flows, before, result, this.tracer!);
    return new Reflected(fn.out, result === undefined && canBeNil(fn.out) ? null : result);
  }

  private builtin(fn: Builtin, at: Node, name: string, args: readonly Expression[], final: Final | undefined): Value {
    this.step();
    this.checkCount(name, fn.in.length, fn.variadic, args, final);
    if (name === "and" || name === "or") return this.shortCircuit(name === "or", args, final);
    const flows: Flow[] | undefined = this.tracer && [];
    const values = this.arguments(fn.in, fn.variadic, args, final, flows);
    if (name !== "call") {
      // Access to a list or map takes no time, but the others read their arguments.
      if (name !== "index" && name !== "len") for (const value of values) this.charge(value?.node);
      const result = this.safely(at, name, () => fn.call(values));
      this.checkLength(result?.node);
      this.spend(shallowWorkOf(result?.node));
      if (flows) {
        this.flow = BUILTIN_FLOWS[name]!(flows, values.map(interfaceOf), interfaceOf(result), this.tracer!);
      }
      return result;
    }
    const callee = args.length > 1 ? nodeText(args[1]!) : reflectText(final?.value);
    return this.safely(at, name, () => callValue(callee, values[0]));
  }

  private shortCircuit(until: boolean, args: readonly Expression[], final: Final | undefined): Value {
    let value: Value;
    /** What decided that a further argument is evaluated. */
    let decided: Inputs;
    for (let i = 1; i < args.length; i++) {
      value = this.argument(REFLECT_VALUE, args[i]!);
      if (this.tracer) {
        const truth = truthOf(this.flow, value?.node);
        this.flow = this.flow.decidedBy(decided);
        decided = join(decided, truth);
        this.tracer.partly(args, decided);
      }
      if (isTrue(indirectInterface(value)) === until) return value;
    }
    if (!final) return value;
    this.flow = final.flow.decidedBy(decided);
    return final.value;
  }

  private method(
    method: BoundMethod,
    at: Node,
    name: string,
    args: readonly Expression[],
    final: Final | undefined,
  ): Value {
    this.step();
    const { in: params, out, variadic } = method.found.method;
    this.checkCount(name, params.length, variadic, args, final);
    if (out.length === 2 && out[1] !== ERROR) {
      this.fail(`invalid function signature for ${name}: second return value should be error; is ${out[1]!.name}`);
    }
    if (out.length === 0 || out.length > 2) {
      this.fail(`function ${name} has ${out.length} return values; should be 1 or 2`);
    }
    const flows: Flow[] | undefined = this.tracer && [];
    const values = this.arguments(params, variadic, args, final, flows);
    const nodes = values.map((value, i) => asNode(value, params[Math.min(i, params.length - 1)]!));
    const result = this.safely(at, name, () => {
      if (name === "String" && nodes.length === 0) return textOf(method.receiverType, method.receiver, "String");
      return callMethod(method.found, method.receiver, nodes);
    });
    if (flows) this.flow = this.tracer!.method(method.flow, method.receiver, method.receiverType, name, flows);
    return new Reflected(out[0]!, result === undefined && canBeNil(out[0]!) ? null : result);
  }

  /** Runs a call: what it throws becomes the template's error. */
  private safely<T>(at: Node, name: string, call: () => T): T {
    try {
      return call();
    } catch (e) {
      return this.failCall(e, at, name);
    }
  }

  private failCall(e: unknown, at: Node, name: string): never {
    if (!(e instanceof GoError) || e instanceof LimitError) throw e;
    this.node = at;
    return this.fail(`error calling ${name}: ${e.message}`);
  }

  // --------------------------------------------------------------------------------------------------------- arguments

  /** Makes sure that the value can be passed as `type` (undefined: as anything). */
  private validate(value: Value, type: GoType | undefined): Value {
    if (!value) {
      if (!type || canBeNil(type)) return undefined;
      return this.fail(`invalid value; expected ${type.name}`);
    }
    if (!type || type === REFLECT_VALUE || type === value.type || assignableTo(value.type, type)) return value;
    if (value.type.kind === "interface" && value.node != null) {
      value = elemOf(value)!;
      if (assignableTo(value.type, type)) return value;
    }
    if (value.type.kind === "ptr" && assignableTo(value.type.elem!, type)) {
      if (value.node === null) this.fail(`dereference of nil pointer of type ${type.name}`);
      return elemOf(value);
    }
    if (value.addressable && assignableTo(ptrTo(value.type), type)) return new Reflected(ptrTo(value.type), value.node);
    return this.fail(`wrong type for value; expected ${type.name}; got ${value.type.name}`);
  }

  /** An argument for a parameter of that type (undefined: the start of a chain, which can be of any). */
  private argument(type: GoType | undefined, node: Expression): Value {
    this.node = node;
    this.flow = LITERAL;
    switch (node.type) {
      case "dot":
        return this.validate(this.dot(), type);
      case "nil":
        if (canBeNil(type!)) return undefined;
        return this.fail(`cannot assign nil to ${type!.name}`);
      case "field":
        return this.validate(this.field(node, NO_ARGS, undefined), type);
      case "variable":
        return this.validate(this.variableNode(node, NO_ARGS, undefined), type);
      case "pipe":
        return this.validate(this.pipeline(node), type);
      case "identifier":
        return this.validate(this.function(node, node, NO_ARGS, undefined), type);
      case "chain":
        return this.validate(this.chain(node, NO_ARGS, undefined), type);
      default:
        return this.literal(type!, node);
    }
  }

  private literal(type: GoType, node: Expression): Value {
    const { kind } = type;
    if (type === REFLECT_VALUE || (kind === "interface" && isEmptyInterface(type))) {
      if (node.type === "bool") return new Reflected(BOOL, node.value);
      if (node.type === "string") return new Reflected(STRING, node.value);
      return this.constant(node as NumberNode);
    }
    if (kind === "bool") {
      if (node.type === "bool") return new Reflected(type, node.value);
      return this.fail(`expected bool; found ${nodeText(node)}`);
    }
    if (kind === "string") {
      if (node.type === "string") return new Reflected(type, node.value);
      return this.fail(`expected string; found ${nodeText(node)}`);
    }
    const number = node.type === "number" ? node : undefined;
    if (isSigned(kind)) {
      if (number?.int !== undefined) return new Reflected(type, fitted(number.int, type));
      return this.fail(`expected integer; found ${nodeText(node)}`);
    }
    if (isUnsigned(kind)) {
      if (number?.uint !== undefined) return new Reflected(type, fitted(number.uint, type));
      return this.fail(`expected unsigned integer; found ${nodeText(node)}`);
    }
    if (kind === "float32" || kind === "float64") {
      if (number?.float === undefined) return this.fail(`expected float; found ${nodeText(node)}`);
      return new Reflected(type, kind === "float32" ? Math.fround(number.float) : number.float);
    }
    if (kind === "complex64" || kind === "complex128") {
      if (number?.complex) return new Reflected(type, number.complex);
      return this.fail(`expected complex; found ${nodeText(node)}`);
    }
    return this.fail(`can't handle ${nodeText(node)} for arg of type ${type.name}`);
  }
}

/** Calls a function, without what spreading a list costs where it is as short as nearly all are. */
function called(call: (...nodes: GoNode[]) => GoNode, nodes: readonly GoNode[]): GoNode {
  switch (nodes.length) {
    case 1:
      return call(nodes[0]);
    case 2:
      return call(nodes[0], nodes[1]);
    default:
      return call(...nodes);
  }
}

/** A value as a node of a parameter's type. */
function asNode(value: Value, type: GoType): GoNode {
  if (!value) return null;
  if (type.kind !== "interface") return value.node;
  return value.type.kind === "interface" ? ((value.node ?? null) as GoValue) : toValue(value.type, value.node);
}

/** Value.String: the text of a string, otherwise only the type. */
function reflectText(value: Value): string {
  if (!value) return "<invalid Value>";
  return value.type.kind === "string" ? (value.node as string) : `<${value.type.name} Value>`;
}

// Of these kinds a constant keeps fewer than 64 bits.
const SIZES: Partial<Record<GoType["kind"], number>> = {
  int8: 8,
  int16: 16,
  int32: 32,
  uint8: 8,
  uint16: 16,
  uint32: 32,
};

/** What SetInt keeps of a constant in an integer type: the low bits. */
function fitted(n: Int, { kind }: GoType): Int {
  const size = SIZES[kind];
  if (size === undefined) return n;
  return toInt(isSigned(kind) ? BigInt.asIntN(size, BigInt(n)) : BigInt.asUintN(size, BigInt(n)));
}
