import { GoError } from "../../source/errors";
import { stringifyJson } from "../../go/json";
import type { Json } from "../../go/json-value";
import { quote } from "../../go/strconv";
import { parseDuration } from "../../functions/duration";
import { yamlToJson } from "../../yaml/to-json";
import type { FieldDescriptor, MessageDescriptor, MessageNode } from "./descriptor";
import { durationNode } from "./duration";
import { jsonKind, readBool, readDouble, readInteger, readString, typeMismatch } from "./scalar";

const RAW_MAP = "map[string]json.RawMessage";
const RAW_LIST = "[]json.RawMessage";

/**
 * Writes YAML over a message: each field that is there replaces the message's field as a whole; unknown fields are ignored.
 * @throws GoError `yaml: …` where the text is no YAML, else what jsonpb says of the first field that does not fit.
 * Mirrors ApplyYAML of pkg/util/protomarshal, which uses github.com/golang/protobuf/jsonpb.
 */
export function applyYaml(message: MessageDescriptor, text: string, target: MessageNode): void {
  applyJson(message, yamlToJson(text), target);
}

/** The same of JSON as data. Mirrors ApplyJSON of pkg/util/protomarshal. */
export function applyJson(message: MessageDescriptor, json: Json, target: MessageNode): void {
  // Istio reads strictly at first, then once more with unknown fields allowed; only the second reading's outcome shows.
  if (json !== null) readFields(message, json, target);
}

function readFields(message: MessageDescriptor, json: Json, target: MessageNode): void {
  if (!(json instanceof Map)) throw typeMismatch(jsonKind(json), RAW_MAP);
  for (const field of message.fields) {
    // Where both names are there, the JSON name wins.
    const value = json.get(field.json) ?? (json.has(field.json) ? null : json.get(field.name));
    if (value === undefined) continue;
    if (value === null && !isFreeValue(field)) continue;
    const node = readField(field, value);
    for (const sibling of field.siblings) delete target[sibling];
    target[field.json] = node;
  }
}

function isFreeValue(field: FieldDescriptor): boolean {
  if (field.kind !== "message" || field.repeated || field.isMap) return false;
  // An IntOrString reads itself, null included.
  return field.message.wellKnown === "Value" || field.message.wellKnown === "IntOrString";
}

function readField(field: FieldDescriptor, json: Json): unknown {
  if (field.repeated) {
    if (json !== null && !Array.isArray(json)) throw typeMismatch(jsonKind(json), RAW_LIST);
    const list = (json ?? []).map((item) => readSingle(field, item));
    // A list that is set to nothing is Go's nil.
    return list.length === 0 ? undefined : list;
  }
  if (field.isMap) {
    if (json !== null && !(json instanceof Map)) throw typeMismatch(jsonKind(json), RAW_MAP);
    const map = new Map<string, unknown>();
    for (const [key, item] of json ?? []) map.set(key, readSingle(field, item));
    return map;
  }
  return readSingle(field, json);
}

function readSingle(field: FieldDescriptor, json: Json): unknown {
  switch (field.kind) {
    case "message":
      return readMessage(field.message, json);
    case "enum":
      return readEnum(field, json);
    case "string":
      return readString(json);
    case "bool":
      return readBool(json);
    case "double":
      return readDouble(json);
    default:
      return readInteger(json, field.kind);
  }
}

/** A fresh message. Mirrors Unmarshaler.unmarshalMessage of jsonpb. */
function readMessage(message: MessageDescriptor, json: Json): MessageNode {
  const node: MessageNode = {};
  if (message.wellKnown === "IntOrString") return readIntOrString(json);
  if (message.wellKnown === "Value") return readFreeValue(json);
  if (json === null) return node;
  switch (message.wellKnown) {
    case "Duration":
      return { ...readDuration(json) };
    case "Wrapper":
      node.value = readSingle(message.field("value"), json);
      return node;
    case "Struct":
      return readStruct(json);
    case "ListValue":
      return readListValue(json);
    default:
      readFields(message, json, node);
      return node;
  }
}

function readDuration(json: Json) {
  const text = readString(json);
  try {
    return durationNode(parseDuration(text));
  } catch (error) {
    throw error instanceof GoError ? new GoError(`bad Duration: ${error.message}`) : error;
  }
}

/** Names are matched exactly; numbers may be any. */
function readEnum(field: FieldDescriptor, json: Json): number {
  if (typeof json !== "string") return Number(readEnumNumber(json));
  const value = field.enum.values.find((v) => v.name === json);
  if (!value) throw new GoError(`unknown value ${quote(stringifyJson(json))} for enum ${field.enum.name}`);
  return value.number;
}

function readEnumNumber(json: Json) {
  try {
    return readInteger(json, "int32");
  } catch (error) {
    if (!(error instanceof GoError)) throw error;
    throw new GoError(error.message.replace(/int32$/, "protoreflect.EnumNumber"));
  }
}

/** Mirrors IntOrString.UnmarshalJSON of operator/pkg/apis. */
function readIntOrString(json: Json): MessageNode {
  if (typeof json === "string") return { type: 1, strVal: { value: json } };
  if (json !== null && jsonKind(json) !== "number") throw typeMismatch(jsonKind(json), "int32");
  return { type: 0, intVal: { value: readInteger(json, "int32") } };
}

function readFreeValue(json: Json): MessageNode {
  if (json === null) return { nullValue: 0 };
  if (typeof json === "boolean") return { boolValue: json };
  if (typeof json === "string") return { stringValue: json };
  if (Array.isArray(json)) return { listValue: readListValue(json) };
  if (json instanceof Map) return { structValue: readStruct(json) };
  return { numberValue: readDouble(json) };
}

function readListValue(json: Json): MessageNode {
  if (!Array.isArray(json)) throw new GoError(`bad ListValue: ${typeMismatch(jsonKind(json), RAW_LIST).message}`);
  return { values: json.map(readFreeValue) };
}

function readStruct(json: Json): MessageNode {
  if (!(json instanceof Map)) throw new GoError(`bad StructValue: ${typeMismatch(jsonKind(json), RAW_MAP).message}`);
  const fields = new Map<string, MessageNode>();
  for (const [key, value] of json) fields.set(key, readFreeValue(value));
  return { fields };
}
