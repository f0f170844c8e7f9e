import type { GoType } from "../go/types";

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
}

export type FunctionTable = ReadonlyMap<string, GoFunction>;
