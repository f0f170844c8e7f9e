import type { Json, JsonMap } from "../go/json-value";
import { JsonNumber } from "../go/json-value";
import { unescapeToken } from "../patch/json-patch";

/** The value at a path of JSON; undefined where there is none. */
export function at(json: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  let found = json;
  for (const key of path) {
    if (found instanceof Map) found = found.get(String(key));
    else if (Array.isArray(found)) found = found[Number(key)];
    else return undefined;
  }
  return found;
}

/** A map's entries whose values are strings; none of anything else. */
export function strings(json: Json | undefined): ReadonlyMap<string, string> {
  if (!(json instanceof Map)) return new Map();
  return new Map([...json].filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

/** The maps of a list. */
export function maps(json: Json | undefined): JsonMap[] {
  return Array.isArray(json) ? json.filter((item): item is JsonMap => item instanceof Map) : [];
}

/** A string, or "" for anything else. */
export function text(json: Json | undefined): string {
  return typeof json === "string" ? json : "";
}

/** A scalar as it reads; undefined for none. */
export function scalar(json: Json | undefined): string | undefined {
  if (json instanceof JsonNumber) return json.text;
  return typeof json === "string" || typeof json === "number" || typeof json === "boolean" ? String(json) : undefined;
}

/** A copy of a map with another value at a pointer; maps that are missing on the way are made. */
export function setAt(map: JsonMap, pointer: string, value: Json): JsonMap {
  const [, step = "", ...rest] = pointer.split("/");
  const key = unescapeToken(step);
  const inner = map.get(key);
  const copy = new Map(map);
  if (rest.length === 0) return copy.set(key, value);
  return copy.set(key, setAt(inner instanceof Map ? inner : new Map(), `/${rest.join("/")}`, value));
}
