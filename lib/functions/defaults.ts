/** sprig's functions that choose between values, and those that ask for types. */
import type { GoFunction } from "../gotemplate/function";
import { GoError } from "../source/errors";
import { ANY, BOOL, STRING } from "../go/types";
import { type GoValue, typeOf } from "../go/value";
import { deepEqual } from "./deep-equal";
import { func, variadic } from "./define";
import { isEmpty, kindOf } from "./values";

/** The type of a value as `%T` prints it. */
function typeName(value: GoValue): string {
  return typeOf(value)?.name ?? "<nil>";
}

function fail(message: string): never {
  throw new GoError(message);
}

export const defaultFunctions: readonly GoFunction[] = [
  variadic("default", [ANY, ANY], ANY, (fallback: GoValue, ...given: GoValue[]) =>
    given.length === 0 || isEmpty(given[0]!) ? fallback : given[0],
  ),
  func("empty", [ANY], BOOL, isEmpty),
  variadic("coalesce", [ANY], ANY, (...values: GoValue[]) => values.find((value) => !isEmpty(value)) ?? null),
  variadic("all", [ANY], BOOL, (...values: GoValue[]) => !values.some(isEmpty)),
  variadic("any", [ANY], BOOL, (...values: GoValue[]) => values.some((value) => !isEmpty(value))),
  func("ternary", [ANY, ANY, BOOL], ANY, (yes: GoValue, no: GoValue, which: boolean) => (which ? yes : no)),
  func("fail", [STRING], STRING, fail),

  func("typeOf", [ANY], STRING, typeName),
  func("typeIs", [STRING, ANY], BOOL, (name: string, value: GoValue) => name === typeName(value)),
  func("typeIsLike", [STRING, ANY], BOOL, (name: string, value: GoValue) => {
    const actual = typeName(value);
    return name === actual || `*${name}` === actual;
  }),
  func("kindOf", [ANY], STRING, kindOf),
  func("kindIs", [STRING, ANY], BOOL, (kind: string, value: GoValue) => kind === kindOf(value)),
  func("deepEqual", [ANY, ANY], BOOL, deepEqual),
];
