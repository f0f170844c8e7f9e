import type { Outline } from "./outline";
import { readJson } from "./read-json";
import { at, type Value } from "./value";
import { writeJson } from "./write-json";

/** The outline of a document that is JSON; undefined for anything else. Items of a list are printed anew. */
export function jsonOutline(text: string): Outline | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  let json: Value;
  try {
    json = readJson(text);
  } catch {
    return undefined;
  }
  const textAt = (pointer: string) => {
    const value = at(json, pointer);
    return typeof value === "string" ? value : "";
  };
  const keysOf = (pointer: string): ReadonlySet<string> => {
    const value = at(json, pointer);
    return new Set(value instanceof Map ? value.keys() : []);
  };
  const items = at(json, "/items");
  return {
    keys: keysOf(""),
    kind: textAt("/kind"),
    name: textAt("/metadata/name") || textAt("/metadata/generateName"),
    data: keysOf("/data"),
    spec: keysOf("/spec"),
    ...(Array.isArray(items) ? { items: items.map((item) => writeJson(item).split("\n")) } : {}),
  };
}
