import type { Json } from "../go/json-value";
import { INT32, STRING } from "../go/types";
import type { Node } from "../go/value";
import { kindOf, numberText, parseInteger, typeError, type State } from "./decode-state";
import { decodeQuantity, Quantity, ZERO_QUANTITY } from "./quantity";
import { parseRfc3339, ZERO_TIME } from "./time";

/** The leaves' own UnmarshalJSON. They throw their errors, which ends the decoding: Go does not go on after these. */

/** resource.Quantity */
export function quantity(_: State, json: Json, into: Node): Node {
  if (json === null) return into instanceof Quantity ? into.cleared() : ZERO_QUANTITY;
  if (typeof json === "string") return decodeQuantity(json);
  // Whatever else it is, Go reads its text.
  return decodeQuantity(numberText(json) ?? (typeof json === "boolean" ? String(json) : "[]"));
}

/** intstr.IntOrString: a string, or an int32. */
export function intOrString(state: State, json: Json, into: Node): Node {
  if (typeof json === "string") return json;
  if (json === null) return typeof into === "number" ? into : 0;
  const text = numberText(json);
  if (text === undefined) throw typeError(state, kindOf(json), INT32);
  const value = parseInteger(text, false);
  if (value === undefined || BigInt.asIntN(32, value) !== value) throw typeError(state, `number ${text}`, INT32);
  return Number(value);
}

/** metav1.Time, in RFC 3339. */
export function time(state: State, json: Json): Node {
  if (json === null) return ZERO_TIME;
  if (typeof json !== "string") throw typeError(state, kindOf(json), STRING);
  return parseRfc3339(json);
}
