import { GoError } from "../source/errors";
import { formatJsonNumber, RepeatedMap, sortedEntries } from "../go/json";
import { JsonNumber, type Json, type JsonMap } from "../go/json-value";
import type { GoType } from "../go/types";
import type { Node } from "../go/value";

/** What decoding keeps track of, and the errors that it tells: decodeState of Go's encoding/json. */

/** Thrown in the first, quick run where the order of members matters, where one comes twice, or where something does not fit. */
export const ONCE_MORE = new Error("needs the exact run");

/**
 * Values are decoded quickly first: without sorting members, and without keeping track of where one is. Only if there turns out to be
 * an error, a key that is not spelled exactly, or one that comes twice, everything is decoded once more with both.
 */
export class State {
  /** The first error; decoding goes on after it. */
  failure: GoError | undefined;
  /** The innermost struct with a field being decoded, and the path of fields to it. */
  struct: GoType | undefined;
  readonly path: string[] = [];
  constructor(
    private readonly sorted: boolean,
    readonly exact: boolean,
  ) {}

  /** An object's members in the order that counts. */
  members(json: JsonMap): Iterable<[string, Json]> {
    if (!(json instanceof RepeatedMap)) return this.exact && this.sorted ? sortedEntries(json) : json;
    if (!this.exact) throw ONCE_MORE;
    return json.all;
  }

  /** JSON that is kept as it is: its members are in the order that they have as a text. */
  raw(json: Json): Json {
    return this.sorted ? sortMembers(json) : json;
  }

  /** Records that a value does not fit. */
  fail(error: () => GoError): void {
    if (!this.exact) throw ONCE_MORE;
    this.failure ??= error();
  }
}

function sortMembers(json: Json): Json {
  if (Array.isArray(json)) return json.map(sortMembers);
  if (!(json instanceof Map)) return json;
  return new Map(sortedEntries(json).map(([key, value]) => [key, sortMembers(value)]));
}

/** Records that a value does not fit; the target keeps what it has. */
export function mismatch(state: State, json: Json, type: GoType, into: Node): Node {
  fail(state, kindOf(json), type);
  return into;
}

/** Records that something, such as `number 30.0`, does not fit a type. */
export function fail(state: State, what: string, type: GoType): void {
  state.fail(() => typeError(state, what, type));
}

/** UnmarshalTypeError with its context: the innermost struct's name and the path of fields, where there is a struct. */
export function typeError(state: State, what: string, type: GoType): GoError {
  const { struct, path } = state;
  if (!struct && path.length === 0)
    return new GoError(`json: cannot unmarshal ${what} into Go value of type ${type.name}`);
  const owner = struct ? struct.name.slice(struct.name.lastIndexOf(".") + 1) : "";
  return new GoError(
    `json: cannot unmarshal ${what} into Go struct field ${owner}.${path.join(".")} of type ${type.name}`,
  );
}

/** What UnmarshalTypeError calls a value: null, bool, number, string, array or object. */
export function kindOf(json: Json): string {
  if (json === null) return "null";
  if (typeof json !== "object") return typeof json === "boolean" ? "bool" : typeof json;
  if (json instanceof JsonNumber) return "number";
  return Array.isArray(json) ? "array" : "object";
}

/** The literal of a number; undefined for anything else. */
export function numberText(json: Json): string | undefined {
  if (typeof json === "number") return formatJsonNumber(json);
  return json instanceof JsonNumber ? json.text : undefined;
}

/** strconv.ParseInt or ParseUint of a JSON number's literal: digits only, a sign only for signed kinds. */
export function parseInteger(text: string, unsigned: boolean): bigint | undefined {
  return (unsigned ? /^\d+$/ : /^-?\d+$/).test(text) ? BigInt(text) : undefined;
}
