import type { Value } from "./value";

/** A value in one line, for a table or a tooltip: what it says, shortened at `limit` characters. */
export function shortText(value: Value | undefined, limit = 200): string {
  const text = value === undefined ? "" : flow(value);
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}

function flow(value: Value): string {
  if (typeof value === "string") return value.replaceAll("\n", "⏎");
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (!(value instanceof Map)) return String(value);
  const name = value.get("name");
  // An environment variable or the like: its name is told elsewhere.
  if (typeof name === "string" && value.size === 2) {
    const [, item] = [...value].find(([key]) => key !== "name")!;
    return flow(item);
  }
  return `{${[...value].map(([key, item]) => `${key}: ${flow(item)}`).join(", ")}}`;
}
