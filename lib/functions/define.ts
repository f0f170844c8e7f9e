/** How a template function is written down: its name, its Go signature and what it does. */
import type { GoFunction } from "../gotemplate/function";
import { STRING, type GoType } from "../go/types";
import { wellJoined } from "./text";

type Call = GoFunction["call"];

function row(name: string, params: readonly GoType[], variadic: boolean, out: GoType, call: Call): GoFunction {
  if (out !== STRING) return { name, in: params, variadic, out, call };
  // A Go string is made of bytes: halves of a character that come to stand side by side are that character again.
  const inner = call as (...args: unknown[]) => string;
  return { name, in: params, variadic, out, call: (...args: unknown[]) => wellJoined(inner(...args)) };
}

/** `func name(params…) out` */
export function func(name: string, params: readonly GoType[], out: GoType, call: Call): GoFunction {
  return row(name, params, false, out, call);
}

/** `func name(params…) out` whose last parameter is variadic: `params` ends in that parameter's element type. */
export function variadic(name: string, params: readonly GoType[], out: GoType, call: Call): GoFunction {
  return row(name, params, true, out, call);
}

/** The same function under further names. */
export function named(names: readonly string[], make: (name: string) => GoFunction): GoFunction[] {
  return names.map(make);
}
