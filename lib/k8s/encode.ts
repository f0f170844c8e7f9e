import { GoError } from "../source/errors";
import { formatFloat } from "../go/strconv";
import { parseJson, sortedEntries } from "../go/json";
import { JsonNumber, type Json } from "../go/json-value";
import { fromBytes } from "../go/strings";
import { isInteger, type GoType } from "../go/types";
import { Typed, typeOf, type GoValue, type Int, type Node } from "../go/value";
import { encodeBase64 } from "../go/base-encodings";
import { leafOf } from "./leaves";
import { ZERO_QUANTITY, type Quantity } from "./quantity";
import { structPlan, type FieldPlan } from "./struct-plan";
import { ZERO_TIME, type GoTime } from "./time";

/** Go's json.Marshal (encoding/json, encode.go), giving data instead of text. */
export interface EncodeOptions {
  /** Integers become float64, as when the text is read again into a Go map; else those beyond 2^53 are JsonNumber. */
  readonly floats?: boolean;
}

/**
 * A node of the type as JSON: Maps in the order of Go's fields, Go maps sorted, so that stringifyOrdered of it is Go's text. Throws
 * GoError for what JSON cannot say (`json: unsupported value: NaN`).
 */
export function encode(type: GoType, node: Node, options: EncodeOptions = {}): Json {
  return encoderOf(type)(node, new State(options.floats ?? false));
}

/** The same for the content of an interface. */
export function encodeValue(value: GoValue, options: EncodeOptions = {}): Json {
  return encodeAny(value, new State(options.floats ?? false));
}

/** How deep Go goes before it looks for cycles. */
const CYCLE_DEPTH = 1000;

class State {
  depth = 0;
  private seen: Set<unknown> | undefined;
  constructor(readonly floats: boolean) {}

  /** On the way into a map, slice or pointer. */
  enter(value: unknown, type: GoType): void {
    if (++this.depth <= CYCLE_DEPTH) return;
    this.seen ??= new Set();
    if (this.seen.has(value)) throw new GoError(`json: unsupported value: encountered a cycle via ${type.name}`);
    this.seen.add(value);
  }

  leave(value: unknown): void {
    if (this.depth-- > CYCLE_DEPTH) this.seen!.delete(value);
  }
}

type Encoder = (node: Node, state: State) => Json;

const encoders = new WeakMap<GoType, Encoder>();

function encoderOf(type: GoType): Encoder {
  let encoder = encoders.get(type);
  if (!encoder) {
    encoders.set(type, (node, state) => encoderOf(type)(node, state));
    encoders.set(type, (encoder = makeEncoder(type)));
  }
  return encoder;
}

function makeEncoder(type: GoType): Encoder {
  switch (leafOf(type)) {
    case "quantity":
      return (node) => String((node as Quantity | undefined) ?? ZERO_QUANTITY);
    case "intOrString":
      return (node) => (typeof node === "string" || typeof node === "number" ? node : 0);
    case "time":
      return type.path === "time.Time" ? (node) => ((node as GoTime) ?? ZERO_TIME).rfc3339Nano() : metaTime;
    case "raw":
      return (node) => (node as { raw?: Json } | undefined)?.raw ?? null;
  }
  const marshal = type.kind === "ptr" ? undefined : type.methods?.get("MarshalJSON")?.call;
  if (marshal) {
    return (node) => {
      try {
        return parseJson(fromBytes(Uint8Array.from(marshal(node ?? {}, [], type) as number[])));
      } catch (error) {
        if (!(error instanceof GoError)) throw error;
        throw new GoError(`json: error calling MarshalJSON for type *${type.name}: ${error.message}`);
      }
    };
  }
  switch (type.kind) {
    case "string":
      return (node) => (node as string | undefined) ?? "";
    case "bool":
      return (node) => (node as boolean | undefined) ?? false;
    case "float64":
      return (node) => float64((node as number | undefined) ?? 0);
    case "float32":
      return (node) => float32((node as number | undefined) ?? 0);
    case "interface":
      return (node, state) => encodeAny((node ?? null) as GoValue, state);
    case "ptr":
      return pointer(type);
    case "slice":
    case "array":
      return slice(type);
    case "map":
      return mapEncoder(type);
    case "struct":
      return struct(type);
  }
  if (isInteger(type.kind)) return (node, state) => integer((node as Int | undefined) ?? 0, state.floats);
  return () => {
    throw new GoError(`json: unsupported type: ${type.name}`);
  };
}

function metaTime(node: Node): Json {
  const time = node as GoTime | null | undefined;
  return !time || time.isZero() ? null : time.rfc3339();
}

function integer(value: Int, floats: boolean): Json {
  if (typeof value === "number") return value;
  return floats ? Number(value) : new JsonNumber(String(value));
}

function float64(value: number): Json {
  if (Number.isFinite(value)) return value;
  throw new GoError(`json: unsupported value: ${formatFloat(value, "g", -1, 64)}`);
}

/** Go prints a float32 with the digits that tell it from other float32. */
function float32(value: number): Json {
  if (!Number.isFinite(value)) return float64(value);
  const size = Math.abs(value);
  const exponent = size !== 0 && (size < 1e-6 || size >= 1e21);
  const text = formatFloat(value, exponent ? "e" : "f", -1, 32);
  const number = Number(text);
  const short = text.replace(/e-0(\d)$/, "e-$1");
  return String(number) === short ? number : new JsonNumber(short);
}

function pointer(type: GoType): Encoder {
  const encodeElem = encoderOf(type.elem!);
  return (node, state) => {
    if (node === null || node === undefined) return null;
    state.enter(node, type);
    const json = encodeElem(node, state);
    state.leave(node);
    return json;
  };
}

function slice(type: GoType): Encoder {
  const encodeElem = encoderOf(type.elem!);
  const bytes = type.kind === "slice" && type.elem!.kind === "uint8";
  return (node, state) => {
    if (node === null || node === undefined) return type.kind === "array" ? [] : null;
    const list = node as readonly Node[];
    if (bytes) return encodeBase64(Uint8Array.from(list as readonly number[]));
    state.enter(node, type);
    const json: Json[] = new Array(list.length) as Json[];
    for (let i = 0; i < list.length; i++) json[i] = encodeElem(list[i], state);
    state.leave(node);
    return json;
  };
}

function mapEncoder(type: GoType): Encoder {
  const encodeElem = encoderOf(type.elem!);
  return (node, state) => {
    if (node === null || node === undefined) return null;
    state.enter(node, type);
    const json = new Map<string, Json>();
    for (const [key, value] of sortedEntries(node as ReadonlyMap<string, Node>))
      json.set(key, encodeElem(value, state));
    state.leave(node);
    return json;
  };
}

function struct(type: GoType): Encoder {
  const { fields } = structPlan(type);
  const encodeField = fields.map(() => undefined as Encoder | undefined);
  const toLookAt = fields.length > MANY_FIELDS ? presentFields(fields) : undefined;
  const all = fields.map((_, i) => i);
  return (node, state) => {
    const source = (node ?? {}) as Record<string, unknown>;
    const json = new Map<string, Json>();
    const indices = toLookAt ? toLookAt(source) : all;
    for (let at = 0; at < indices.length; at++) {
      const i = indices[at]!;
      const field = fields[i]!;
      const value = field.read ? field.read(source) : source[field.key];
      if (value === undefined ? field.omitAbsent : isOmitted(field, value)) continue;
      json.set(field.name, (encodeField[i] ??= encoderOf(field.type))(value, state));
    }
    return json;
  };
}

/** From so many fields on it is quicker to look at what a node has than for what it could have. */
const MANY_FIELDS = 8;

/** Finds the fields of a struct that its node has or that are encoded all the same, in their order. O(what the node has), nearly sorted. */
function presentFields(fields: readonly FieldPlan[]): (source: Record<string, unknown>) => readonly number[] {
  const always = fields.filter((field) => field.read || !field.omitAbsent).map(({ index }) => index);
  const others = new Map<string, number[]>();
  for (const { key, index, read, omitAbsent } of fields) {
    if (read || !omitAbsent) continue;
    others.set(key, [...(others.get(key) ?? []), index]);
  }
  return (source) => {
    const indices = always.slice();
    for (const key in source) {
      const found = others.get(key);
      if (found === undefined) continue;
      for (let i = 0; i < found.length; i++) {
        let at = indices.length;
        for (; at > 0 && indices[at - 1]! > found[i]!; at--) indices[at] = indices[at - 1]!;
        indices[at] = found[i]!;
      }
    }
    return indices;
  };
}

/** Whether omitempty or omitzero drops a value that is present. */
function isOmitted(field: FieldPlan, value: unknown): boolean {
  if (field.omitzero && field.isZero(value)) return true;
  if (!field.omitempty) return false;
  switch (typeof value) {
    case "string":
      // An IntOrString is a struct in Go, which is never empty.
      return value === "" && field.type.kind !== "ptr" && field.type.kind !== "struct";
    case "number":
    case "boolean":
      return !value && field.type.kind !== "ptr" && field.type.kind !== "struct" && field.type.kind !== "interface";
    case "object":
      if (value === null) return field.type.kind !== "struct";
      if (Array.isArray(value)) return value.length === 0 && field.type.kind === "slice";
      return value instanceof Map && value.size === 0 && field.type.kind === "map";
  }
  return false;
}

/** What is in an interface: its dynamic type decides. */
function encodeAny(value: GoValue, state: State): Json {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return float64(value);
  }
  if (value === null) return null;
  if (value instanceof Typed) return encoderOf(value.type)(value.node, state);
  state.enter(value, typeOf(value)!);
  let json: Json;
  if (Array.isArray(value)) json = value.map((element) => encodeAny(element, state));
  else {
    json = new Map<string, Json>();
    for (const [key, element] of sortedEntries(value)) json.set(key, encodeAny(element, state));
  }
  state.leave(value);
  return json;
}
