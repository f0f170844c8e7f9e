import { JsonNumber } from "../go/json-value";

/**
 * A result (of an injection, or of what is made of injections) as JSON text. Numbers are written as they are, so that integers beyond 2^53
 * survive; object keys keep the order in which Go declares fields, maps that of insertion. O(size).
 */
export function resultText(result: object): string {
  const pieces: string[] = [];
  resultPieces(result, (piece) => pieces.push(piece));
  return pieces.join("");
}

/**
 * The same, passed on piece by piece. There is never more of it in the heap than a piece: an answer of many megabytes as one string would
 * break a heap's limit at once, where V8 can only end the whole process.
 */
export function resultPieces(result: object, pass: (piece: string) => void): void {
  new Writer(pass).stream(result);
}

/** How deep in a result values are small enough to be written as one text each: origins, stages, a pod's metadata and spec. */
const DEEP = 4;
/** Characters after which what has been written is passed on. */
const PIECE = 1 << 16;

/** A writer concatenates as it goes: a pod and its patch are some thousand small values, and lists of their texts would cost as much as these. */
class Writer {
  /** Origins share places and lists of them, a few hundred of them thousands of times; a pod shares lists with its patch. */
  private readonly shared = new Map<object, string>();
  private written = "";

  constructor(private readonly pass: (piece: string) => void) {}

  /** Writes a value and passes it on, piece by piece. */
  stream(value: unknown): void {
    this.go(value, 0);
    this.pass(this.written);
  }

  private go(value: unknown, depth: number): void {
    if (
      depth === DEEP ||
      typeof value !== "object" ||
      value === null ||
      value instanceof JsonNumber ||
      "source" in value
    )
      return this.put(this.text(value));
    if (Array.isArray(value)) {
      this.put("[");
      for (let i = 0; i < value.length; i++) {
        if (i > 0) this.put(",");
        this.go(value[i], depth + 1);
      }
      return this.put("]");
    }
    if ("toJSON" in value && typeof value.toJSON === "function") return this.go(value.toJSON(), depth);
    let before = "{";
    for (const [key, member] of value instanceof Map ? (value as Map<string, unknown>) : Object.entries(value)) {
      if (member === undefined) continue;
      this.put(before + keyText(key));
      this.go(member, depth + 1);
      before = ",";
    }
    this.put(before === "{" ? "{}" : "}");
  }

  private put(text: string): void {
    this.written += text;
    if (this.written.length < PIECE) return;
    this.pass(this.written);
    this.written = "";
  }

  private text(value: unknown): string {
    if (typeof value === "string") return quoted(value);
    if (value === null || value === undefined) return "null";
    if (typeof value === "bigint") return String(value);
    if (typeof value !== "object") return JSON.stringify(value) ?? "null";
    if (Array.isArray(value)) return value.length === 0 ? "[]" : this.list(value);
    if (value instanceof JsonNumber) return value.text;
    if (value instanceof Map) return this.entries(value as Map<string, unknown>);
    if ("source" in value) return this.place(value);
    if ("toJSON" in value && typeof value.toJSON === "function") return this.text(value.toJSON());
    return this.members(value as Record<string, unknown>);
  }

  private list(list: readonly unknown[]): string {
    let text = this.shared.get(list);
    if (text === undefined) this.shared.set(list, (text = this.elements(list)));
    return text;
  }

  private elements(list: readonly unknown[]): string {
    let text = `[${this.text(list[0])}`;
    for (let i = 1; i < list.length; i++) text += "," + this.text(list[i]);
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
      if (member !== undefined) text += (text === "" ? keyText(key) : `,${keyText(key)}`) + this.text(member);
    return `{${text}}`;
  }

  private members(object: Readonly<Record<string, unknown>>): string {
    let text = "";
    for (const key of Object.keys(object)) {
      const member = object[key];
      if (member !== undefined) text += (text === "" ? keyText(key) : `,${keyText(key)}`) + this.text(member);
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
