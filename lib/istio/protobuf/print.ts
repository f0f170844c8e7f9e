import { stringifyOrdered } from "../../go/json";
import type { Json, JsonMap } from "../../go/json-value";
import { sortStrings } from "../../go/strings";
import type { Int } from "../../go/value";
import type { FieldDescriptor, MessageDescriptor, MessageNode } from "./descriptor";
import type { DurationNode } from "./duration";

/**
 * A message as JSON: an object with its fields in declared order under their JSON names (zero values left out), a string for a
 * Duration, the bare value of a wrapper or google.protobuf.Value. 64-bit integers are strings, enums names.
 * Mirrors ToJSON of pkg/util/protomarshal: jsonpb.Marshaler of github.com/golang/protobuf without options.
 */
export function messageJson(message: MessageDescriptor, node: MessageNode): Json {
  switch (message.wellKnown) {
    case "Duration":
      return durationText(node as DurationNode);
    case "Wrapper": {
      const field = message.field("value");
      return singleJson(field, node.value ?? zeroOf(field.kind));
    }
    case "Struct":
      return fieldJson(message.field("fields"), node.fields);
    case "ListValue":
      return fieldJson(message.field("values"), node.values);
    case "Value": {
      const field = message.fields.find((f) => node[f.json] !== undefined);
      return !field || field.json === "nullValue" ? null : singleJson(field, node[field.json]);
    }
    case "IntOrString":
      return ((node.intVal ?? node.strVal) as { value: Json }).value;
    default:
      return fieldsJson(message, node);
  }
}

function fieldsJson(message: MessageDescriptor, node: MessageNode): JsonMap {
  const map: JsonMap = new Map();
  for (const field of message.fields) {
    const value = node[field.json];
    if (isSet(field, value)) map.set(field.json, fieldJson(field, value));
  }
  return map;
}

/** Whether protobuf counts a field as there: members of oneofs and messages by being there, all else by not being zero. */
export function isSet(field: FieldDescriptor, value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (field.repeated) return (value as unknown[]).length > 0;
  if (field.isMap) return (value as Map<string, unknown>).size > 0;
  if (field.inOneof || field.kind === "message") return true;
  return value !== zeroOf(field.kind) || Object.is(value, -0);
}

function zeroOf(kind: string): unknown {
  return kind === "string" ? "" : kind === "bool" ? false : 0;
}

function fieldJson(field: FieldDescriptor, value: unknown): Json {
  if (field.repeated) return ((value ?? []) as unknown[]).map((item) => singleJson(field, item));
  if (!field.isMap) return singleJson(field, value);
  const map = (value ?? new Map()) as Map<string, unknown>;
  return new Map(sortStrings(map.keys()).map((key) => [key, singleJson(field, map.get(key))]));
}

function singleJson(field: FieldDescriptor, value: unknown): Json {
  switch (field.kind) {
    case "message":
      return messageJson(field.message, value as MessageNode);
    case "enum":
      return enumName(field, value as number) ?? (value as number);
    case "int64":
    case "uint64":
      return String(value as Int);
    case "double":
      return Number.isFinite(value)
        ? (value as number)
        : Number.isNaN(value)
          ? "NaN"
          : (value as number) > 0
            ? "Infinity"
            : "-Infinity";
    default:
      return value as string | boolean | number;
  }
}

/** The name of an enum's value, undefined where it has none. The first of several names counts. */
export function enumName(field: FieldDescriptor, value: number): string | undefined {
  return field.enum.values.find((v) => v.number === value)?.name;
}

/** `45s`, `1.500s`, `-0.000000001s`: 0, 3, 6 or 9 decimals. */
function durationText({ seconds = 0, nanos = 0 }: DurationNode): string {
  const negative = seconds < 0 || nanos < 0;
  const fraction = String(Math.abs(nanos))
    .padStart(9, "0")
    .replace(/(?:000){1,3}$/, "");
  const whole = String(seconds).replace("-", "");
  return `${negative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}s`;
}

/** A message as JSON text. Mirrors ToJSON of pkg/util/protomarshal. */
export function messageText(message: MessageDescriptor, node: MessageNode): string {
  return stringifyOrdered(messageJson(message, node));
}
