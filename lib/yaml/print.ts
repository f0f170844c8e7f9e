import { formatFloat } from "../go/float";
import { formatJsonNumber, stringifyJson } from "../go/json";
import { JsonNumber, type Json, type JsonMap } from "../go/json-value";
import { byteLength, display } from "../go/strings";
import { GoError, LimitError } from "../source/errors";
import { DecodedMap, type Decoded } from "./decoded";
import { decodeYaml } from "./decode";
import { compareKeys } from "./key-order";
import { parseYaml } from "./parse";
import { writeDoubleQuoted, writeLiteral, writePlain, writeSingleQuoted } from "./print-scalar";
import { resolvePlain, YamlInt } from "./resolve";
import { shapeOf, type Shape } from "./scalar-style";
import { Writer } from "./writer";

const MAX_DEPTH = 1000;
/** Longer keys (in bytes) are written with `?`. */
const SIMPLE_KEY_BYTES = 128;
/** Longer keys (in characters, as JSON) cannot be read again. */
const READABLE_KEY = 1024;
/** A character takes at most this in JSON. */
const LONGEST_ESCAPE = 6;

/**
 * Prints JSON as YAML. Mirrors JSONToYAML of sigs.k8s.io/yaml, and Marshal of what encodes to that JSON (invalid bytes
 * in strings stand as U+FFFD): Go writes JSON text, reads it as YAML and prints what it has read, with go-yaml's order
 * of keys, quoting and folding (beyond column 80).
 * Throws GoError where the JSON cannot be read as YAML: `yaml: control characters are not allowed` for U+007F, or a key
 * of more than 1024 characters. Marshal returns these errors as they are.
 */
export function printYaml(value: Json): string {
  const printer = new Printer(false);
  const text = printer.print(value);
  if (!printer.unstable) return text;
  const json = stringifyJson(value);
  return new Printer(true).print(asJson(decodeYaml(parseYaml(json))));
}

/** What was read from JSON, as JSON again: numbers as texts that say whether they are integers. */
function asJson(value: Decoded): Json {
  if (Array.isArray(value)) return value.map(asJson);
  if (value instanceof YamlInt) return new JsonNumber(value.text);
  if (typeof value === "number") return new JsonNumber(Object.is(value, -0) ? "-0.0" : formatFloat(value, "g", -1, 64));
  if (!(value instanceof DecodedMap)) return value;
  const map: JsonMap = new Map();
  for (const { key, value: member } of value.entries.values()) map.set(key as string, asJson(member));
  return map;
}

class Printer {
  /** Something was met that reading the JSON text as YAML may change or refuse. */
  unstable = false;
  private readonly writer = new Writer();
  private depth = 0;

  /** `reread`: the value has been read from its JSON text already. */
  constructor(private readonly reread: boolean) {}

  print(value: Json): string {
    this.value(value, false);
    this.writer.writeIndent();
    return this.writer.out;
  }

  /** A value; `inMapping`: of a key, so that a list need not be indented. */
  private value(value: Json, inMapping: boolean): void {
    if (typeof value === "string") this.string(value);
    else if (value === null) writePlain(this.writer, "null", false);
    else if (typeof value === "boolean") writePlain(this.writer, value ? "true" : "false", false);
    else if (typeof value === "number") this.number(value);
    else if (value instanceof JsonNumber) this.numberText(value.text);
    else if (Array.isArray(value)) this.list(value, inMapping);
    else this.map(value);
  }

  private number(value: number): void {
    if (Number.isSafeInteger(value)) return writePlain(this.writer, String(value), false);
    if (!Number.isFinite(value)) {
      const text = Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
      throw new GoError(`json: unsupported value: ${text}`);
    }
    this.numberText(formatJsonNumber(value));
  }

  /** A number in JSON is to YAML whatever a plain scalar of that text is. */
  private numberText(text: string): void {
    const scalar = resolvePlain(text);
    if (scalar instanceof YamlInt) writePlain(this.writer, scalar.text, false);
    else if (typeof scalar === "number") writePlain(this.writer, formatFloat(scalar, "g", -1, 64), false);
    else this.string(text);
  }

  private string(value: string): void {
    if (!value.isWellFormed()) value = display(value);
    const shape = shapeOf(value, false);
    this.note(shape);
    const indent = this.writer.indent;
    this.writer.indent = indent < 0 ? 2 : indent + 2;
    this.scalar(value, shape, true);
    this.writer.indent = indent;
  }

  private note(shape: Shape): void {
    if (shape.unstable && !this.reread) this.unstable = true;
  }

  private scalar(value: string, shape: Shape, fold: boolean): void {
    switch (shape.style) {
      case "plain":
        return writePlain(this.writer, value, fold);
      case "single":
        return writeSingleQuoted(this.writer, value, fold);
      case "double":
        return writeDoubleQuoted(this.writer, value, fold);
      case "literal":
        return writeLiteral(this.writer, value);
    }
  }

  private list(list: Json[], inMapping: boolean): void {
    const { writer } = this;
    if (list.length === 0) return this.empty("[", "]");
    this.enter();
    const indent = writer.indent;
    if (indent < 0) writer.indent = 0;
    else if (!inMapping || writer.indention) writer.indent += 2;
    for (const element of list) {
      writer.writeIndent();
      writer.indicator("-", true, false, true);
      this.value(element, false);
    }
    writer.indent = indent;
    this.depth--;
  }

  private empty(open: string, close: string): void {
    this.writer.indicator(open, true, true, false);
    this.writer.indicator(close, false, false, false);
  }

  private map(map: ReadonlyMap<string, Json>): void {
    const { writer } = this;
    if (map.size === 0) return this.empty("{", "}");
    this.enter();
    const indent = writer.indent;
    writer.indent = indent < 0 ? 0 : indent + 2;
    for (const key of this.sortedKeys(map)) {
      writer.writeIndent();
      const text = key.isWellFormed() ? key : display(key);
      const shape = shapeOf(text, true);
      this.note(shape);
      if (shape.multiline || (text.length > SIMPLE_KEY_BYTES / 4 && byteLength(text) > SIMPLE_KEY_BYTES))
        this.longKey(text);
      else {
        this.key(text, shape);
        writer.indicator(":", false, false, false);
      }
      this.value(map.get(key)!, true);
    }
    writer.indent = indent;
    this.depth--;
  }

  private sortedKeys(map: ReadonlyMap<string, Json>): string[] {
    const keys = [...map.keys()];
    return keys.length > 1 ? keys.sort(compareKeys) : keys;
  }

  private key(text: string, shape: Shape): void {
    const indent = this.writer.indent;
    this.writer.indent = indent + 2;
    this.scalar(text, shape, false);
    this.writer.indent = indent;
  }

  /** `? key` and, on a line of its own, `:`. */
  private longKey(text: string): void {
    if (text.length > READABLE_KEY / LONGEST_ESCAPE) this.unstable ||= !this.reread;
    this.writer.indicator("?", true, false, true);
    this.string(text);
    this.writer.writeIndent();
    this.writer.indicator(":", true, false, true);
  }

  private enter(): void {
    if (++this.depth > MAX_DEPTH) throw new LimitError(`yaml: nested more than ${MAX_DEPTH} levels deep`);
  }
}
