/** Values for inputs that a request lacks: by Go type, and by protobuf message. */
import type { Json } from "../lib/go/json-value";
import type { GoType } from "../lib/go/types";
import { isInteger } from "../lib/go/types";
import type { FieldDescriptor, MessageDescriptor } from "../lib/istio/protobuf/descriptor";
import { structPlan } from "../lib/k8s/struct-plan";
import type { Random } from "./random";

const LEAVES: Readonly<Record<string, Json>> = {
  Quantity: "100m",
  IntOrString: 8081,
  Time: "2021-02-03T04:05:06Z",
  MicroTime: "2021-02-03T04:05:06.000000Z",
  FieldsV1: new Map<string, Json>(),
  RawExtension: new Map<string, Json>(),
};

/** A value of a Kubernetes type: of a struct, its name and some field. */
export function sampleOf(type: GoType, random: Random, words: readonly string[], deep = 3): Json {
  const leaf = LEAVES[type.path.slice(type.path.lastIndexOf(".") + 1)];
  if (leaf !== undefined) return leaf;
  if (isInteger(type.kind)) return random.pick([0, 1, 7, 80, 1337, 15021]);
  switch (type.kind) {
    case "ptr":
      return sampleOf(type.elem!, random, words, deep);
    case "bool":
      return random.chance(0.7);
    case "slice":
    case "array":
      return deep > 0 ? [sampleOf(type.elem!, random, words, deep - 1)] : [];
    case "map":
      return new Map(deep > 0 ? [["added", sampleOf(type.elem!, random, words, deep - 1)]] : []);
    case "struct":
      return sampleStruct(type, random, words, deep);
    default:
      return random.pick(words);
  }
}

function sampleStruct(type: GoType, random: Random, words: readonly string[], deep: number): Json {
  const { fields, byName } = structPlan(type);
  const value = new Map<string, Json>();
  if (byName.has("name")) value.set("name", random.pick(["added", "istio-proxy", "istio-token", "app"]));
  const open = fields.filter((field) => !value.has(field.name));
  if (open.length > 0 && deep > 0) {
    const field = random.pick(open);
    value.set(field.name, sampleOf(field.type, random, words, deep - 1));
  }
  return value;
}

/** A path to a field of a message, and a value for it. */
export function sampleField(
  message: MessageDescriptor,
  random: Random,
  words: readonly string[],
): { path: string[]; value: Json } {
  const field = random.pick(message.fields) as FieldDescriptor | undefined;
  if (!field) return { path: [], value: new Map() };
  if (!field.isMap && !field.repeated && field.kind === "message" && !field.message!.wellKnown) {
    const inner = sampleField(field.message!, random, words);
    return { path: [field.json, ...inner.path], value: inner.value };
  }
  const value = sampleScalar(field, random, words);
  if (field.isMap) return { path: [field.json, "ADDED"], value };
  return { path: [field.json], value: field.repeated ? [value] : value };
}

/** A value for a field, or for an element of it. */
export function sampleScalar(field: FieldDescriptor, random: Random, words: readonly string[]): Json {
  switch (field.kind) {
    case "bool":
      return random.chance(0.7);
    case "string":
    case "bytes":
      return random.pick(words);
    case "enum":
      return random.pick(field.enum.values).name;
    case "message":
      return sampleMessage(field.message!, random, words);
    default:
      return random.pick([0, 1, 2, 5, 15020]);
  }
}

function sampleMessage(message: MessageDescriptor, random: Random, words: readonly string[]): Json {
  switch (message.wellKnown) {
    case "Duration":
      return random.pick(["0s", "5s", "1.5s", "1h"]);
    case "Wrapper":
      return random.pick<Json>([true, false, 1, 2]);
    case undefined: {
      const { path, value } = sampleField(message, random, words);
      return path.reduceRight<Json>((inner, key) => new Map([[key, inner]]), value);
    }
    default:
      return new Map<string, Json>();
  }
}
