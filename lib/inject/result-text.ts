import { JsonNumber } from "../go/json-value";

/**
 * A result (of an injection, or of what is made of injections) as JSON text. Numbers are written as they are, so that integers beyond 2^53 survive; object keys keep the order in which
 * Go declares fields, maps that of insertion. O(size).
 */
export function resultText(result: object): string {
  return new Writer().write(result);
}

class Writer {
  /** Origins share places and lists of them, a few hundred of them thousands of times. */
  private readonly shared = new Map<object, string>();

  write(value: unknown): string {
    if (value === null || value === undefined) return "null";
    if (value instanceof JsonNumber) return value.text;
    if (typeof value === "bigint") return String(value);
    if (typeof value === "string") return JSON.stringify(value.toWellFormed());
    if (typeof value !== "object") return JSON.stringify(value) ?? "null";
    if (Array.isArray(value)) return `[${value.map((element) => this.write(element)).join(",")}]`;
    if ("source" in value) return this.once(value);
    return this.members(value instanceof Map ? (value as Map<string, unknown>) : Object.entries(value));
  }

  private once(value: object): string {
    let text = this.shared.get(value);
    if (text === undefined) this.shared.set(value, (text = this.members(Object.entries(value))));
    return text;
  }

  private members(entries: Iterable<[string, unknown]>): string {
    const members: string[] = [];
    for (const [key, member] of entries)
      if (member !== undefined) members.push(`${JSON.stringify(key)}:${this.write(member)}`);
    return `{${members.join(",")}}`;
  }
}
