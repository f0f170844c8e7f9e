import { GoError, LimitError, type Position } from "../source/errors";
import { JsonNumber, type Json, type JsonMap } from "./json-value";
import { RepeatedMap } from "./repeated-map";

export { formatJsonNumber, quoteJson, sortedEntries, stringifyJson, stringifyOrdered } from "./json-print";
export { RepeatedMap };

const MAX_DEPTH = 10000;
const LITERALS: readonly (readonly [text: string, value: Json])[] = [
  ["true", true],
  ["false", false],
  ["null", null],
];

/**
 * Reads a JSON text as Go's encoding/json does (scanner.go, unquote in decode.go): numbers whose text is not what Go prints
 * for their float64 become JsonNumber, objects with repeated keys RepeatedMap. Throws GoError with Go's syntax error,
 * LimitError where it is nested deeper than `deepest`.
 */
export function parseJson(text: string, deepest = Infinity): Json {
  const value = readJson(text, deepest);
  if (value !== null && typeof value === "object") Object.defineProperty(value, FROM_TEXT, { value: true });
  return value;
}

function readJson(text: string, deepest: number): Json {
  try {
    return new Reader(text, false, deepest).read();
  } catch (error) {
    if (error !== REPEATED) throw error;
    return new Reader(text, true, deepest).read();
  }
}

/** Thrown where a key stands twice, which is rare: the text is then read once more with that in mind. */
const REPEATED = new Error("repeated key");

/**
 * On what came out of parseJson. Not a WeakSet: what is in one outlives all quick collections of garbage, and with it the whole value of
 * every request.
 */
const FROM_TEXT = Symbol("from text");

/** Whether this very value came out of parseJson, so that the order of its maps is that of a text (and not of a Go map). */
export function isParsedText(value: Json): boolean {
  return value !== null && typeof value === "object" && FROM_TEXT in value;
}

/** What is being read: the containers that are open, the innermost last. */
interface Frame {
  readonly list: Json[] | undefined;
  map: JsonMap | undefined;
  key: string;
}

class Reader {
  private at = 0;
  constructor(
    private readonly text: string,
    private readonly repeats: boolean,
    private readonly deepest: number,
  ) {}

  /** Iterative, since Go accepts texts nested 10000 deep. */
  read(): Json {
    const { text } = this;
    const stack: Frame[] = [];
    let frame: Frame | undefined;
    for (;;) {
      // A value starts here.
      let value: Json;
      const c = this.skipSpace();
      if (c === 0x7b || c === 0x5b) {
        if (stack.length >= MAX_DEPTH) this.fail("exceeded max depth");
        if (stack.length >= this.deepest) {
          throw new LimitError(`json: nested more than ${this.deepest} levels deep`, positionOf(this.text, this.at));
        }
        this.at++;
        frame = { list: c === 0x5b ? [] : undefined, map: c === 0x7b ? new Map() : undefined, key: "" };
        stack.push(frame);
        const next = this.skipSpace();
        if (next !== (c === 0x5b ? 0x5d : 0x7d)) {
          if (frame.map) this.readKey(frame);
          continue;
        }
        this.at++;
        value = frame.list ?? frame.map!;
        stack.pop();
        frame = stack[stack.length - 1];
      } else value = this.scalar(c);
      // A value ended: put it into what is open, and close what ends.
      for (;;) {
        if (!frame) {
          this.skipSpace();
          if (this.at < text.length) this.fail("after top-level value");
          return value;
        }
        if (frame.list) frame.list.push(value);
        else this.store(frame, value);
        const next = this.skipSpace();
        if (next === 0x2c) {
          this.at++;
          if (frame.map) this.readKey(frame);
          break;
        }
        if (next !== (frame.list ? 0x5d : 0x7d)) {
          this.fail(frame.list ? "after array element" : "after object key:value pair");
        }
        this.at++;
        value = frame.list ?? frame.map!;
        stack.pop();
        frame = stack[stack.length - 1];
      }
    }
  }

  private store(frame: Frame, value: Json): void {
    let map = frame.map!;
    if (!this.repeats) {
      const { size } = map;
      map.set(frame.key, value);
      if (map.size === size) throw REPEATED;
      return;
    }
    if (map.has(frame.key) && !(map instanceof RepeatedMap)) {
      const repeated = new RepeatedMap(map);
      repeated.all.push(...map);
      map = frame.map = repeated;
    }
    if (map instanceof RepeatedMap) map.all.push([frame.key, value]);
    map.set(frame.key, value);
  }

  private readKey(frame: Frame): void {
    if (this.skipSpace() !== 0x22) this.fail("looking for beginning of object key string");
    frame.key = this.string();
    if (this.skipSpace() !== 0x3a) this.fail("after object key");
    this.at++;
  }

  private scalar(c: number): Json {
    if (c === 0x22) return this.string();
    if (c === 0x2d || (c >= 0x30 && c <= 0x39)) return this.number(c);
    for (const [word, value] of LITERALS) {
      if (c !== word.charCodeAt(0)) continue;
      for (let k = 1; k < word.length; k++) {
        this.at++;
        if (this.text.charCodeAt(this.at) !== word.charCodeAt(k)) {
          this.failInside(`in literal ${word} (expecting '${word[k]}')`);
        }
      }
      this.at++;
      return value;
    }
    return this.fail("looking for beginning of value");
  }

  private number(first: number): number | JsonNumber {
    const { text } = this;
    const start = this.at;
    if (first === 0x2d) {
      this.at++;
      first = text.charCodeAt(this.at);
      if (!(first >= 0x30 && first <= 0x39)) this.failInside("in numeric literal");
    }
    this.at++;
    if (first !== 0x30) this.digits();
    let c = text.charCodeAt(this.at);
    if (c === 0x2e) {
      this.at++;
      this.needDigits("after decimal point in numeric literal");
      c = text.charCodeAt(this.at);
    }
    if (c === 0x65 || c === 0x45) {
      this.at++;
      c = text.charCodeAt(this.at);
      if (c === 0x2b || c === 0x2d) this.at++;
      this.needDigits("in exponent of numeric literal");
    }
    return numberOf(text.slice(start, this.at));
  }

  private digits(): void {
    for (let c = this.text.charCodeAt(this.at); c >= 0x30 && c <= 0x39;) c = this.text.charCodeAt(++this.at);
  }

  private needDigits(context: string): void {
    const c = this.text.charCodeAt(this.at);
    if (!(c >= 0x30 && c <= 0x39)) this.failInside(context);
    this.digits();
  }

  /** Reads the string whose opening quote is at `at`. */
  private string(): string {
    const { text } = this;
    const start = ++this.at;
    let odd = false;
    for (let i = start; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 0x22) {
        this.at = i + 1;
        const s = text.slice(start, i);
        // Bytes that are not UTF-8 read as U+FFFD.
        return odd ? s.toWellFormed() : s;
      }
      if (c === 0x5c) return this.escapedString(start, i);
      if (c < 0x20) {
        this.at = i;
        this.fail("in string literal");
      }
      if (c >= 0xd800 && c <= 0xdfff) odd = true;
    }
    this.at = text.length;
    return this.fail("in string literal");
  }

  private escapedString(start: number, firstEscape: number): string {
    const { text } = this;
    let out = text.slice(start, firstEscape);
    this.at = firstEscape;
    for (;;) {
      const from = this.at;
      let c = text.charCodeAt(this.at);
      while (c >= 0x20 && c !== 0x22 && c !== 0x5c) c = text.charCodeAt(++this.at);
      out += text.slice(from, this.at);
      if (c === 0x22) {
        this.at++;
        return out.toWellFormed();
      }
      if (c !== 0x5c) this.fail("in string literal");
      this.at++;
      out += this.escape();
    }
  }

  /** Reads what follows a backslash. Surrogates pair up only when both are escapes; alone they become U+FFFD. */
  private escape(): string {
    const { text } = this;
    const c = text[this.at] ?? "";
    const simple = ESCAPES.get(c);
    if (simple !== undefined) {
      this.at++;
      return simple;
    }
    if (c !== "u") this.failInside("in string escape code");
    this.at++;
    const unit = this.hex();
    if (unit < 0xd800 || unit > 0xdfff) return String.fromCharCode(unit);
    if (unit <= 0xdbff && text[this.at] === "\\" && text[this.at + 1] === "u") {
      const back = this.at;
      this.at += 2;
      const low = this.hex();
      if (low >= 0xdc00 && low <= 0xdfff) return String.fromCharCode(unit, low);
      this.at = back;
    }
    return "\ufffd";
  }

  private hex(): number {
    let value = 0;
    for (let k = 0; k < 4; k++) {
      const digit = hexDigit(this.text.charCodeAt(this.at));
      if (digit < 0) this.failInside("in \\u hexadecimal character escape");
      value = value * 16 + digit;
      this.at++;
    }
    return value;
  }

  /** The next character that is not white space (NaN at the end). */
  private skipSpace(): number {
    const { text } = this;
    let c = text.charCodeAt(this.at);
    while (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09) c = text.charCodeAt(++this.at);
    return c;
  }

  /** An error at the current character, in a state in which a space may follow. */
  private fail(context: string): never {
    if (this.at >= this.text.length) throw new GoError("unexpected end of JSON input", positionOf(this.text, this.at));
    throw this.invalidCharacter(firstByte(this.text, this.at), context);
  }

  /** The same inside of a number, an escape or a literal: there Go's scanner sees the end of the text as a space. */
  private failInside(context: string): never {
    throw this.invalidCharacter(this.at >= this.text.length ? 0x20 : firstByte(this.text, this.at), context);
  }

  private invalidCharacter(byte: number, context: string): GoError {
    return new GoError(`invalid character ${quoteByte(byte)} ${context}`, positionOf(this.text, this.at));
  }
}

const ESCAPES = new Map([
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["\\", "\\"],
  ["/", "/"],
  ['"', '"'],
]);

function hexDigit(c: number): number {
  if (c >= 0x30 && c <= 0x39) return c - 0x30;
  const lower = c | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** A JSON number as data: a JavaScript number where Go prints the same text for its float64, else the text. */
export function numberOf(text: string): number | JsonNumber {
  const value = Number(text);
  // JavaScript and encoding/json print floats alike, save for negative zero.
  if (String(value) === text || text === "-0") return value;
  return new JsonNumber(text);
}

function positionOf(text: string, at: number): Position {
  let line = 1;
  let start = 0;
  for (let i = text.indexOf("\n"); i >= 0 && i < at; i = text.indexOf("\n", i + 1)) {
    line++;
    start = i + 1;
  }
  return { line, column: at - start + 1 };
}

/** The first byte of the UTF-8 form of the character at `at`. */
function firstByte(text: string, at: number): number {
  const c = text.codePointAt(at)!;
  if (c < 0x80) return c;
  if (c < 0x800) return 0xc0 | (c >> 6);
  if (c >= 0xdc80 && c <= 0xdcff) return c - 0xdc00;
  return c < 0x10000 ? 0xe0 | (c >> 12) : 0xf0 | (c >> 18);
}

const BYTE_NAMES = new Map([
  [0x07, "\\a"],
  [0x08, "\\b"],
  [0x09, "\\t"],
  [0x0a, "\\n"],
  [0x0b, "\\v"],
  [0x0c, "\\f"],
  [0x0d, "\\r"],
  [0x27, "\\'"],
  [0x5c, "\\\\"],
]);

/** Go's quoteChar: the byte is taken for a code point, so that a letter beyond ASCII shows as the Latin-1 sign of its first byte. */
function quoteByte(byte: number): string {
  const name = BYTE_NAMES.get(byte);
  if (name !== undefined) return `'${name}'`;
  if (byte < 0x20 || byte === 0x7f) return `'\\x${byte.toString(16).padStart(2, "0")}'`;
  if ((byte >= 0x80 && byte <= 0xa0) || byte === 0xad) return `'\\u00${byte.toString(16)}'`;
  return `'${String.fromCharCode(byte)}'`;
}
