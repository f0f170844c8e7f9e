import { GoError } from "../../source/errors";
import { parseJson, stringifyJson } from "../../go/json";
import { JsonNumber, type Json } from "../../go/json-value";
import { scanInt, scanUint } from "../../go/integer";
import { scanFloat } from "../../go/float";
import type { Int } from "../../go/value";

/** Reading JSON into scalars the way encoding/json does for jsonpb: errors name the Go type. */

/** `json: cannot unmarshal array into Go value of type string`. Mirrors json.UnmarshalTypeError outside of a struct. */
export function typeMismatch(what: string, goType: string): GoError {
  return new GoError(`json: cannot unmarshal ${what} into Go value of type ${goType}`);
}

/** What encoding/json calls a value in such errors. */
export function jsonKind(json: Json): string {
  if (Array.isArray(json)) return "array";
  if (json instanceof Map) return "object";
  if (json instanceof JsonNumber) return "number";
  return typeof json === "boolean" ? "bool" : typeof json;
}

/** A JSON string; null leaves "". */
export function readString(json: Json): string {
  if (typeof json === "string") return json.toWellFormed();
  if (json === null) return "";
  throw typeMismatch(jsonKind(json), "string");
}

/** A JSON bool; null leaves false. */
export function readBool(json: Json): boolean {
  if (typeof json === "boolean") return json;
  if (json === null) return false;
  throw typeMismatch(jsonKind(json), "bool");
}

const INT32 = 2 ** 31;

/** A number, or a string whose content is one, as an integer of the Go type (`int32`, `uint64`, …); null leaves 0. */
export function readInteger(json: Json, goType: string): Int {
  if (typeof json === "number" && Number.isInteger(json) && json > 0 && json < INT32) return json;
  const value = unquoted(json);
  if (value === null) return 0;
  const text = numberText(value, goType);
  const bits = goType.endsWith("64") ? 64 : 32;
  const number = goType.startsWith("u") ? scanUint(text, 10, bits) : scanInt(text, 10, bits);
  if (typeof number === "string") throw typeMismatch(`number ${text}`, goType);
  return number;
}

const NOT_FINITE: ReadonlyMap<Json, number> = new Map([
  ["NaN", NaN],
  ["Infinity", Infinity],
  ["-Infinity", -Infinity],
]);

/** A number, or a string whose content is one, as a float64; null leaves 0. */
export function readDouble(json: Json): number {
  if (typeof json === "number") return json;
  const special = NOT_FINITE.get(json);
  if (special !== undefined) return special;
  const value = unquoted(json);
  if (value === null) return 0;
  const text = numberText(value, "float64");
  const number = scanFloat(text, 64);
  if (typeof number === "string") throw typeMismatch(`number ${text}`, "float64");
  return number;
}

/** jsonpb strips the quotes of a JSON string and reads what is between them, escapes and all, as JSON. */
function unquoted(json: Json): Json {
  return typeof json === "string" ? parseJson(stringifyJson(json).slice(1, -1)) : json;
}

function numberText(json: Json, goType: string): string {
  if (typeof json !== "number" && !(json instanceof JsonNumber)) throw typeMismatch(jsonKind(json), goType);
  return stringifyJson(json);
}
