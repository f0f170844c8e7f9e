import type { GoType } from "../go/types";
import type { Node } from "../go/value";
import type { Flow, MadeFlow } from "../provenance/flow";
import type { Inputs } from "../provenance/inputs";

/** What a rule can ask of the run, and tell it. */
export interface FlowRun {
  /** What decided that the running statement runs. */
  readonly control: Inputs;
  readonly environment: Flow | undefined;
  /** The flow of a value, which is `flow` unless the value is a container that was changed since that was told. */
  held(flow: Flow, node: Node): Flow;
  /** A container was changed, and came from there. */
  change(node: object, flow: MadeFlow): void;
  /** From now on anything may hang on these inputs. */
  unsettle(inputs: Inputs): void;
}

/**
 * What the result of a call came from. `values`: the arguments as nodes of their parameters' types (copies from before, where the
 * function changes them through and through), of built-in functions as GoValues; `result` is a node of the result's type.
 */
export type FlowRule = (args: readonly Flow[], values: readonly Node[], result: Node, run: FlowRun) => Flow;

/** A function that templates can call, with its Go signature: the executor converts and checks arguments by it. */
export interface GoFunction {
  readonly name: string;
  readonly in: readonly GoType[];
  /** The last of `in` is then the element type of the variadic part, whose arguments are spread. */
  readonly variadic: boolean;
  readonly out: GoType;
  /**
   * Each argument is a node of its parameter's type (a GoValue for `interface {}`); the result is a node of `out`.
   * A thrown GoError is the function's error result, a GoPanic its panic: both show as `error calling <name>: …`.
   */
  readonly call: (...args: never[]) => unknown;
  /** Looks at lists and maps without going into what they hold. */
  readonly shallow?: boolean;
  /** What a call costs in steps beyond reading its arguments and writing its result; absent: nothing. Same arguments as `call`. */
  readonly work?: (...args: never[]) => number;
  /** Absent: an argument is what the result was made of if one's text is found in the other's. */
  readonly flow?: FlowRule;
  /** Changes lists or maps that it is given: an entry of one, or anything in them. */
  readonly changes?: "entry" | "whole";
}

export type FunctionTable = ReadonlyMap<string, GoFunction>;
