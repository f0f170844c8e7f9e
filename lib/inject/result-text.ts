import { JsonNumber } from "../go/json-value";
import type { InjectResult } from "./api";

/**
 * The result as JSON text. Numbers are written as they are, so that integers beyond 2^53 survive; object keys keep the order in which
 * Go declares fields, maps that of insertion. O(size).
 */
export function resultText(result: InjectResult): string {
  return write(result);
}

function write(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (value instanceof JsonNumber) return value.text;
  if (typeof value === "string") return JSON.stringify(value.toWellFormed());
  if (typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  const entries: Iterable<[string, unknown]> = value instanceof Map ? value : Object.entries(value);
  const members: string[] = [];
  for (const [key, member] of entries)
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${write(member)}`);
  return `{${members.join(",")}}`;
}
