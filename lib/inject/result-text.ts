import { JsonNumber } from "../go/json-value";

/**
 * A result (of an injection, or of what is made of injections) as JSON text. Numbers are written as they are, so that integers beyond 2^53 survive; object keys keep the order in which
 * Go declares fields, maps that of insertion. O(size).
 */
export function resultText(result: object): string {
  return new Writer().write(result);
}

/** A writer concatenates as it goes: a pod and its patch are some thousand small values, and lists of their texts would cost as much as these. */
class Writer {
  /** Origins share places and lists of them, a few hundred of them thousands of times; a pod shares lists with its patch. */
  private readonly shared = new Map<object, string>();

  write(value: unknown): string {
    if (typeof value === "string") return quoted(value);
    if (value === null || value === undefined) return "null";
    if (typeof value === "bigint") return String(value);
    if (typeof value !== "object") return JSON.stringify(value) ?? "null";
    if (Array.isArray(value)) return value.length === 0 ? "[]" : this.list(value);
    if (value instanceof JsonNumber) return value.text;
    if (value instanceof Map) return this.entries(value as Map<string, unknown>);
    if ("source" in value) return this.place(value);
    if ("toJSON" in value && typeof value.toJSON === "function") return this.write(value.toJSON());
    return this.members(value as Record<string, unknown>);
  }

  private list(list: readonly unknown[]): string {
    let text = this.shared.get(list);
    if (text === undefined) this.shared.set(list, (text = this.elements(list)));
    return text;
  }

  private elements(list: readonly unknown[]): string {
    let text = `[${this.write(list[0])}`;
    for (let i = 1; i < list.length; i++) text += "," + this.write(list[i]);
    return `${text}]`;
  }

  private place(value: object): string {
    let text = this.shared.get(value);
    if (text === undefined) this.shared.set(value, (text = this.members(value as Record<string, unknown>)));
    return text;
  }

  private entries(map: ReadonlyMap<string, unknown>): string {
    let text = "";
    for (const [key, member] of map)
      if (member !== undefined) text += (text === "" ? keyText(key) : `,${keyText(key)}`) + this.write(member);
    return `{${text}}`;
  }

  private members(object: Readonly<Record<string, unknown>>): string {
    let text = "";
    for (const key of Object.keys(object)) {
      const member = object[key];
      if (member !== undefined) text += (text === "" ? keyText(key) : `,${keyText(key)}`) + this.write(member);
    }
    return `{${text}}`;
  }
}

/** The keys met most: nearly all are names of fields, of which there are some hundreds. A pod's own labels must not fill the memory. */
const keyTexts = new Map<string, string>();
const KEYS_KEPT = 2048;
const LONGEST_KEY = 64;

/** A key as JSON, with its colon. */
function keyText(key: string): string {
  let text = keyTexts.get(key);
  if (text === undefined) {
    text = `${quoted(key)}:`;
    if (keyTexts.size < KEYS_KEPT && key.length <= LONGEST_KEY) keyTexts.set(key, text);
  }
  return text;
}

/** Texts that JSON has as they are: printable ASCII without quotes and backslashes. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** JSON.stringify, where what is no Unicode becomes U+FFFD. */
function quoted(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  return JSON.stringify(text.isWellFormed() ? text : text.toWellFormed());
}
