import { Blocks } from "./blocks";
import { DEFAULTS, PROTO_ENUMS, PROTO_MESSAGES } from "./types.data";
import type { Release } from "./release";

/** What protobuf says about the messages of Istio's API: fields by proto name and JSON name, enums, and the injector's defaults. */

export interface ProtoField {
  /** The name in the .proto file: `drain_duration`. */
  readonly name: string;
  /** The JSON name: `drainDuration`. Nodes of messages are keyed by it. */
  readonly json: string;
  /** Protobuf's kind: string, bool, int32, double, enum, message, …; of a map's values if it is a map. */
  readonly kind: string;
  /** The full name of the message or enum, else "". */
  readonly type: string;
  readonly repeated: boolean;
  /** The kind of a map's keys; "" if the field is no map. */
  readonly mapKey: string;
  /** The name of the oneof it is a member of, else "". */
  readonly oneof: string;
}

export interface ProtoMessage {
  readonly name: string;
  /** In declared order. */
  readonly fields: readonly ProtoField[];
}

export interface ProtoEnum {
  readonly name: string;
  readonly values: readonly { readonly name: string; readonly number: number }[];
}

export interface Defaults {
  /** The default MeshConfig as YAML. */
  readonly defaultMesh: string;
  readonly validatedAnnotations: readonly string[];
  readonly istioFunctions: readonly string[];
  readonly ignoredNamespaces: readonly string[];
  /** The full name of the message that `values` must fit. */
  readonly valuesMessage: string;
}

const messages = new Blocks(PROTO_MESSAGES);
const enums = new Blocks(PROTO_ENUMS);
const defaultLists = new Blocks(DEFAULTS);
const caches = new Map<string, unknown>();

/** `make(key)` once for each key. */
function cached<T>(key: string, make: () => T): T {
  if (!caches.has(key)) caches.set(key, make());
  return caches.get(key) as T;
}

/** The message of that full name (`istio.mesh.v1alpha1.ProxyConfig`) in a release; undefined if it has none. The same object each time. */
export function protoMessage(release: Release, name: string): ProtoMessage | undefined {
  return cached(`m${release}${name}`, () => {
    const block = messages.get(release, name);
    return block && { name, fields: block.lines.map(parseField) };
  });
}

/** The enum of that full name in a release; undefined if it has none. The same object each time. */
export function protoEnum(release: Release, name: string): ProtoEnum | undefined {
  return cached(`e${release}${name}`, () => {
    const block = enums.get(release, name);
    if (!block) return undefined;
    const values = block.lines.map((line) => {
      const [value = "", number] = line.split(" ");
      return { name: value, number: Number(number) };
    });
    return { name, values };
  });
}

/** Default MeshConfig, validated annotations, template functions, ignored namespaces and the values message of a release. */
export function defaultsOf(release: Release): Defaults {
  return cached(`d${release}`, () => {
    const list = (name: string): readonly string[] => defaultLists.get(release, name)?.lines ?? [];
    return {
      defaultMesh: `${list("defaultMesh").join("\n")}\n`,
      validatedAnnotations: list("validatedAnnotations"),
      istioFunctions: list("istioFunctions"),
      ignoredNamespaces: list("ignoredNamespaces"),
      valuesMessage: list("valuesMessage")[0] ?? "",
    };
  });
}

/** `name[=json] kind [type [oneof]]` */
function parseField(line: string): ProtoField {
  const [names = "", kinds = "", type = "", oneof = ""] = line.split(" ");
  const [name = "", json = camelCase(name)] = names.split("=");
  const repeated = kinds.startsWith("[]");
  const parts = kinds.split(":");
  const [mapKey, kind] = parts.length === 3 ? [parts[1]!, parts[2]!] : ["", repeated ? kinds.slice(2) : kinds];
  return { name, json, kind, type, repeated, mapKey, oneof };
}

/** The JSON name that protobuf gives a field by default. */
function camelCase(name: string): string {
  return name.replace(/_+([a-z0-9])/g, (_, c: string) => c.toUpperCase());
}
