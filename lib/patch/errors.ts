import { GoError, GoPanic } from "../source/errors";
import type { Json, JsonMap } from "../go/json-value";
import { goTypeName, plainText, stringVerbText, type Numbers } from "./go-text";

/** The errors of k8s.io/apimachinery/pkg/util/mergepatch, with Go's text. */

/** ErrBadArgType: a value of another type than the list or map that must be there. */
export function badArgument(expected: "list" | "map", value: Json, numbers: Numbers): GoError {
  const type = expected === "list" ? "[]interface {}" : "map[string]interface {}";
  return new GoError(`expected a ${type}, but received a ${goTypeName(value, numbers) || "%!s(<nil>)"}`);
}

/** ErrBadPatchType: an unknown `$patch` directive. */
export function badDirective(directive: Json, patch: JsonMap, numbers: Numbers): GoError {
  return new GoError(`unknown patch type: ${stringVerbText(directive, numbers)} in map: ${plainText(patch, numbers)}`);
}

/** ErrNoMergeKey: an element of a keyed list without its key. */
export function noMergeKey(element: JsonMap, mergeKey: string, numbers: Numbers): GoError {
  return new GoError(`map: ${plainText(element, numbers)} does not contain declared merge key: ${mergeKey}`);
}

/** Go's panic when a map or list is the key of a Go map. */
export function unhashable(value: Json): GoPanic {
  return new GoPanic(`runtime error: hash of unhashable type ${goTypeName(value, "floats")}`);
}

/** Go's panic when two maps or two lists are compared. */
export function uncomparable(value: Json): GoPanic {
  return new GoPanic(`runtime error: comparing uncomparable type ${goTypeName(value, "floats")}`);
}
