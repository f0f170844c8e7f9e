import type { Value } from "./value";

/** Prints JSON with two spaces, integers beyond 2^53 in full. */
export function writeJson(value: Value, indent = ""): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    return `[\n${value.map((item) => inner + writeJson(item, inner)).join(",\n")}\n${indent}]`;
  }
  if (value instanceof Map) {
    if (value.size === 0) return "{}";
    const rows = [...value].map(([key, item]) => `${inner}${JSON.stringify(key)}: ${writeJson(item, inner)}`);
    return `{\n${rows.join(",\n")}\n${indent}}`;
  }
  return typeof value === "bigint" ? String(value) : JSON.stringify(value);
}
