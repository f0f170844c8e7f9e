/** JSON to and from values of templates. Mirrors encoding/json. */
import { GoError } from "../source/errors";
import { parseJson, quoteJson, RepeatedMap, stringifyOrdered } from "../go/json";
import { type Json, JsonNumber } from "../go/json-value";
import type { GoValue } from "../go/value";
import { encodeValue } from "../k8s/encode";

/** What reading a text gives: the value as far as it could be read, and the first error. */
export interface Read {
  readonly value: GoValue;
  readonly error?: GoError;
}

/** json.Unmarshal into an `interface {}`. A number beyond float64 leaves nil in its place and is an error all the same. */
export function readJson(text: string): Read {
  let json: Json;
  try {
    json = parseJson(text);
  } catch (error) {
    if (error instanceof GoError) return { value: null, error };
    throw error;
  }
  const errors: GoError[] = [];
  const value = toGoValue(json, errors);
  return { value, error: errors[0] };
}

function toGoValue(json: Json, errors: GoError[]): GoValue {
  if (json instanceof JsonNumber) {
    const value = Number(json.text);
    if (Number.isFinite(value)) return value;
    errors.push(new GoError(`json: cannot unmarshal number ${json.text} into Go value of type float64`));
    return null;
  }
  if (Array.isArray(json)) return json.map((item) => toGoValue(item, errors));
  if (!(json instanceof Map)) return json;
  const map = new Map<string, GoValue>();
  for (const [key, item] of json instanceof RepeatedMap ? json.all : json) map.set(key, toGoValue(item, errors));
  return map;
}

/** json.Marshal. Throws GoError `json: unsupported value: NaN` and the like. */
export function jsonText(value: GoValue): string {
  return stringifyOrdered(encodeValue(value));
}

/** The same without escapes for `<`, `>` and `&` (Encoder.SetEscapeHTML(false)). */
export function rawJsonText(value: GoValue): string {
  const plain: Readonly<Record<string, string>> = { u003c: "<", u003e: ">", u0026: "&" };
  return jsonText(value).replace(/\\(\\|u003c|u003e|u0026)/g, (escape, name: string) => plain[name] ?? escape);
}

/** json.MarshalIndent with two spaces. */
export function prettyJsonText(value: GoValue): string {
  return pretty(encodeValue(value), "\n");
}

function pretty(json: Json, newLine: string): string {
  const inner = `${newLine}  `;
  if (Array.isArray(json)) {
    if (json.length === 0) return "[]";
    return `[${json.map((item) => inner + pretty(item, inner)).join(",")}${newLine}]`;
  }
  if (!(json instanceof Map)) return stringifyOrdered(json);
  const members = [...(json instanceof RepeatedMap ? json.all : json)];
  if (members.length === 0) return "{}";
  return `{${members.map(([key, item]) => `${inner}${quoteJson(key)}: ${pretty(item, inner)}`).join(",")}${newLine}}`;
}
