import { decodeBase64 } from "../go/base-encodings";
import { scanFloat } from "../go/float";
import { scanInt, scanUint } from "../go/integer";
import { fromBytes } from "../go/strings";
import type { Int } from "../go/value";
import { yamlError } from "./errors";
import type { YamlNode } from "./node";
import { isTimestamp } from "./timestamp";

/** An integer of YAML: Go's int, or uint64 beyond its range. */
export class YamlInt {
  constructor(readonly value: Int) {}

  /** Go's uint64: what does not fit an int64. */
  get unsigned(): boolean {
    return typeof this.value === "bigint" && this.value > MAX_INT64;
  }

  /** In decimal. */
  get text(): string {
    return String(this.value);
  }
}

const MAX_INT64 = 2n ** 63n - 1n;

/** What a scalar can be: a number is a float64. Timestamps are strings, as go-yaml gives them to untyped targets. */
export type Scalar = null | boolean | string | number | YamlInt;

const TAG = "tag:yaml.org,2002:";
const STR_TAG = `${TAG}str`;
export const MERGE_TAG = `${TAG}merge`;
const BINARY_TAG = `${TAG}binary`;

const WORDS = new Map<string, Scalar>();
for (const word of ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"]) WORDS.set(word, true);
for (const word of ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"]) WORDS.set(word, false);
for (const word of ["", "~", "null", "Null", "NULL"]) WORDS.set(word, null);
for (const word of [".nan", ".NaN", ".NAN"]) WORDS.set(word, NaN);
for (const word of [".inf", ".Inf", ".INF"]) {
  WORDS.set(word, Infinity);
  WORDS.set(`+${word}`, Infinity);
  WORDS.set(`-${word}`, -Infinity);
}

const LONGEST_WORD = 5;

/** Floats as YAML writes them; other forms that Go reads (`0x1p3`, `Inf`) are strings here. */
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;

/** What a plain scalar without a tag is. Mirrors resolve of go-yaml's resolve.go. */
export function resolvePlain(text: string): Scalar {
  if (text === "") return null;
  const c = text.charCodeAt(0);
  if (c >= 0x30 && c <= 0x39) return resolveNumber(text);
  switch (c) {
    case 0x2b: // +
    case 0x2d: // -
      return resolveWord(text) ?? resolveNumber(text);
    case 0x2e: {
      const word = resolveWord(text);
      if (word !== undefined) return word;
      const float = scanFloat(text, 64);
      return typeof float === "number" ? float : text;
    }
    case 0x7e: // ~, and y n t f o in both cases
    case 0x79:
    case 0x59:
    case 0x6e:
    case 0x4e:
    case 0x74:
    case 0x54:
    case 0x66:
    case 0x46:
    case 0x6f:
    case 0x4f: {
      const word = resolveWord(text);
      return word === undefined ? text : word;
    }
  }
  return text;
}

function resolveWord(text: string): Scalar | undefined {
  return text.length <= LONGEST_WORD ? WORDS.get(text) : undefined;
}

/** Something that starts with a digit or a sign: an integer in any of Go's bases, a float, or a string. */
function resolveNumber(text: string): Scalar {
  let underscore = false;
  let decimal = true;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x30 && c <= 0x39) continue;
    if (c === 0x5f) underscore = true;
    else if (!isNumberCharacter(c)) return text;
    decimal = false;
  }
  if (decimal && text.length < 16 && (text.length === 1 || text.charCodeAt(0) !== 0x30))
    return new YamlInt(Number(text));
  const plain = underscore ? text.replaceAll("_", "") : text;
  const int = scanInt(plain, 0, 64);
  if (typeof int !== "string") return new YamlInt(int);
  const uint = scanUint(plain, 0, 64);
  if (typeof uint !== "string") return new YamlInt(uint);
  if (FLOAT.test(plain)) {
    const float = Number(plain);
    if (Number.isFinite(float)) return float;
  }
  return resolveBinaryNumber(plain) ?? text;
}

/** A sign, a dot, a hexadecimal digit or the letter of a base: whatever has none but these may be a number. */
function isNumberCharacter(c: number): boolean {
  if (c === 0x2b || c === 0x2d || c === 0x2e) return true;
  const lower = c | 0x20;
  return (lower >= 0x61 && lower <= 0x66) || lower === 0x78 || lower === 0x6f;
}

/** `0b` followed by what Go's ParseInt takes in base 2, a sign included: `0b-1` is -1. */
function resolveBinaryNumber(plain: string): YamlInt | undefined {
  if (plain.startsWith("0b")) {
    const int = scanInt(plain.slice(2), 2, 64);
    if (typeof int !== "string") return new YamlInt(int);
  } else if (plain.startsWith("-0b")) {
    const int = scanInt(`-${plain.slice(3)}`, 2, 64);
    if (typeof int !== "string") return new YamlInt(int);
  }
  return undefined;
}

/**
 * What a scalar node is, its tag and style considered. Mirrors decoder.scalar for an untyped target.
 * Throws GoError `yaml: cannot decode !!str … as a !!int` where the content does not fit the tag; `text` is for its
 * position.
 */
export function resolveScalar(node: YamlNode, text: string): Scalar {
  if (node.tag === "") return node.implicit ? resolvePlain(node.value) : node.value;
  if (node.tag === BINARY_TAG) {
    const bytes = decodeBase64(node.value);
    if (typeof bytes === "number") throw yamlError(text, node.start, "!!binary value contains invalid base64 data");
    return fromBytes(bytes);
  }
  if (!RESOLVABLE.has(node.tag) || node.tag === STR_TAG) return node.value;
  const wanted = `!!${node.tag.slice(TAG.length)}`;
  const scalar = resolvePlain(node.value);
  const found = wanted === "!!timestamp" && isTimestamp(node.value) ? "!!timestamp" : kindOf(scalar);
  if (found === wanted) return scalar;
  if (wanted === "!!float" && scalar instanceof YamlInt && !scalar.unsigned) return Number(scalar.value);
  throw yamlError(text, node.start, `cannot decode ${found} \`${node.value}\` as a ${wanted}`);
}

const RESOLVABLE = new Set(["str", "bool", "int", "float", "null", "timestamp"].map((name) => TAG + name));

function kindOf(scalar: Scalar): string {
  if (scalar === null) return "!!null";
  if (typeof scalar === "boolean") return "!!bool";
  if (typeof scalar === "number") return "!!float";
  return typeof scalar === "string" ? "!!str" : "!!int";
}
