import { GoError } from "../source/errors";
import { isParsedText } from "../go/json";
import { JsonNumber, type Json } from "../go/json-value";
import { FLOAT64, isInteger, type GoType } from "../go/types";
import { toInt, type GoValue, type Node } from "../go/value";
import { decodeBase64 } from "../go/base-encodings";
import { intOrString, quantity, time } from "./decode-leaves";
import { fail, mismatch, numberText, ONCE_MORE, parseInteger, State } from "./decode-state";
import { leafOf, zeroNode } from "./leaves";
import { structPlan, type FieldPlan, type StructPlan } from "./struct-plan";

/**
 * Go's json.Unmarshal into a typed target (encoding/json, decode.go). The order of members shows only in which of several errors is
 * told, and which of two keys wins that differ in case: it is the text's for what parseJson returned, sorted for every other Map, as
 * Go marshals its maps before it decodes them.
 */
export interface DecodeOptions {
  /** The value to decode into, as Unmarshal does with what its target holds; it is changed. */
  readonly into?: Node;
  /** Overrides what the value itself tells about the order of members. */
  readonly order?: "text" | "sorted";
}

/**
 * Decodes JSON into a node of the type; a top-level null gives the zero value. Throws GoError with Go's text for the first value that
 * does not fit (`json: cannot unmarshal number into Go struct field Container.spec.containers.name of type string`), or that of a
 * type's own UnmarshalJSON, which ends the decoding.
 */
export function decode(type: GoType, json: Json, options: DecodeOptions = {}): Node {
  const sorted = options.order ? options.order === "sorted" : !isParsedText(json);
  if (options.into === undefined) {
    try {
      return decoderOf(type)(new State(sorted, false), json, zeroNode(type));
    } catch (error) {
      if (error !== ONCE_MORE && !(error instanceof GoError)) throw error;
    }
  }
  const state = new State(sorted, true);
  const node = decoderOf(type)(state, json, options.into ?? zeroNode(type));
  if (state.failure) throw state.failure;
  return node;
}

type Decoder = (state: State, json: Json, into: Node) => Node;

const decoders = new WeakMap<GoType, Decoder>();

function decoderOf(type: GoType): Decoder {
  let decoder = decoders.get(type);
  if (!decoder) {
    // Types refer to themselves: whoever asks while this one is being made gets it through the table.
    decoders.set(type, (state, json, into) => decoderOf(type)(state, json, into));
    decoders.set(type, (decoder = makeDecoder(type)));
  }
  return decoder;
}

function makeDecoder(type: GoType): Decoder {
  switch (leafOf(type)) {
    case "quantity":
      return quantity;
    case "intOrString":
      return intOrString;
    case "time":
      return time;
    case "raw":
      return (state, json, into) => (json === null ? (into ?? {}) : { raw: state.raw(json) });
  }
  switch (type.kind) {
    case "string":
      return (state, json, into) => {
        if (typeof json === "string") return json;
        return json === null ? into : mismatch(state, json, type, into);
      };
    case "bool":
      return (state, json, into) => {
        if (typeof json === "boolean") return json;
        return json === null ? into : mismatch(state, json, type, into);
      };
    case "float32":
    case "float64":
      return (state, json, into) => floatValue(state, json, type, into);
    case "interface":
      return (state, json) => generic(state, json);
    case "ptr":
      return pointer(type);
    case "slice":
      return slice(type);
    case "map":
      return mapDecoder(type);
    case "struct":
      return struct(type);
  }
  if (isInteger(type.kind)) return integer(type);
  return (state, json, into) => (json === null ? into : mismatch(state, json, type, into));
}

/** The inclusive bounds of Go's integer kinds, by bits and sign. */
function integer(type: GoType): Decoder {
  const unsigned = type.kind.startsWith("u");
  const digits = type.kind.replace(/\D/g, "");
  const bits = BigInt(digits === "" ? 64 : Number(digits));
  const low = unsigned ? 0n : -(1n << (bits - 1n));
  const high = unsigned ? (1n << bits) - 1n : (1n << (bits - 1n)) - 1n;
  const least = Number(low) < Number.MIN_SAFE_INTEGER ? Number.MIN_SAFE_INTEGER : Number(low);
  const most = Number(high) > Number.MAX_SAFE_INTEGER ? Number.MAX_SAFE_INTEGER : Number(high);
  return (state, json, into) => {
    if (typeof json === "number" && Number.isInteger(json) && json >= least && json <= most && !Object.is(json, -0))
      return json;
    if (json === null) return into;
    const text = numberText(json);
    if (text === undefined) return mismatch(state, json, type, into);
    const value = parseInteger(text, unsigned);
    if (value === undefined || value < low || value > high) {
      fail(state, `number ${text}`, type);
      return into;
    }
    return toInt(value);
  };
}

function floatValue(state: State, json: Json, type: GoType, into: Node): Node {
  if (json === null) return into;
  const text = numberText(json);
  if (text === undefined) return mismatch(state, json, type, into);
  const value = type.kind === "float32" ? Math.fround(Number(text)) : Number(text);
  if (Number.isFinite(value)) return value;
  fail(state, `number ${text}`, type);
  return into;
}

/** Decoding into an empty interface: always afresh, numbers as float64, of repeated keys the last. */
function generic(state: State, json: Json): GoValue {
  if (json === null || typeof json !== "object") return json;
  if (json instanceof JsonNumber) {
    const value = Number(json.text);
    if (Number.isFinite(value)) return value;
    fail(state, `number ${json.text}`, FLOAT64);
    return null;
  }
  if (Array.isArray(json)) return json.map((element) => generic(state, element));
  const map = new Map<string, GoValue>();
  for (const [key, value] of state.members(json)) map.set(key, generic(state, value));
  return map;
}

function pointer(type: GoType): Decoder {
  const elem = type.elem!;
  const decodeElem = decoderOf(elem);
  return (state, json, into) => (json === null ? null : decodeElem(state, json, into ?? zeroNode(elem)));
}

/** Go keeps elements beyond a shortened slice's length, and shows them again when it grows: they matter where keys repeat. */
const hidden = new WeakMap<Node[], Node[]>();

function slice(type: GoType): Decoder {
  const elem = type.elem!;
  const decodeElem = decoderOf(elem);
  const zero = elem.kind === "struct" ? undefined : zeroNode(elem);
  return (state, json, into) => {
    if (!Array.isArray(json)) {
      if (json === null) return null;
      if (typeof json === "string" && elem.kind === "uint8") return bytes(state, json, into);
      return mismatch(state, json, type, into);
    }
    if (json.length === 0) return [];
    if (!into) {
      const made: Node[] = new Array(json.length);
      for (let i = 0; i < json.length; i++) made[i] = decodeElem(state, json[i]!, zero ?? zeroNode(elem));
      return made;
    }
    const list = into as Node[];
    const before = [...list, ...(hidden.get(list) ?? [])];
    list.length = 0;
    json.forEach((element, i) => list.push(decodeElem(state, element, i < before.length ? before[i] : zeroNode(elem))));
    hidden.set(list, before.slice(list.length));
    return list;
  };
}

function bytes(state: State, text: string, into: Node): Node {
  const decoded = decodeBase64(text);
  if (typeof decoded !== "number") return [...decoded];
  state.fail(() => new GoError(`illegal base64 data at input byte ${decoded}`));
  return into;
}

function mapDecoder(type: GoType): Decoder {
  const elem = type.elem!;
  const decodeElem = decoderOf(elem);
  return (state, json, into) => {
    if (!(json instanceof Map)) return json === null ? null : mismatch(state, json, type, into);
    const map = (into as Map<string, Node> | null) ?? new Map<string, Node>();
    for (const [key, value] of state.members(json)) map.set(key, decodeElem(state, value, zeroNode(elem)));
    return map;
  };
}

function struct(type: GoType): Decoder {
  const plan = structPlan(type);
  const decodeField = plan.fields.map(() => undefined as Decoder | undefined);
  return (state, json, into) => {
    if (!(json instanceof Map)) return json === null ? into : mismatch(state, json, type, into);
    const node = (into ?? {}) as Record<string, Node>;
    if (!state.exact) {
      // Nothing is there before: no key comes twice, and what is decoded into is new.
      for (const [key, value] of state.members(json)) {
        const field = plan.byName.get(key) ?? foldedField(state, plan, key);
        if (!field) continue;
        const after = (decodeField[field.index] ??= decoderOf(field.type))(state, value, field.zero);
        if (after !== undefined) node[field.key] = after;
      }
      return node;
    }
    const { struct: outer, path } = state;
    const depth = path.length;
    for (const [key, value] of state.members(json)) {
      const field = plan.byName.get(key) ?? foldedField(state, plan, key);
      if (!field) continue;
      state.struct = type;
      path.push(...field.through, field.name);
      const decoder = (decodeField[field.index] ??= decoderOf(field.type));
      const before = node[field.key];
      const after = decoder(state, value, before === undefined ? field.zero : before);
      if (after !== undefined) node[field.key] = after;
      path.length = depth;
    }
    state.struct = outer;
    return node;
  };
}

/** The field whose name differs from the key in case only. Then another key may mean the same field, and order counts. */
function foldedField(state: State, plan: StructPlan, key: string): FieldPlan | undefined {
  const field = plan.byFolded(key);
  if (field && !state.exact) throw ONCE_MORE;
  return field;
}
