import type { GoField, GoType } from "../go/types";
import { Typed } from "../go/value";
import { ptrTo } from "../go/types";
import { protoEnum, protoMessage, type ProtoField, type ProtoMessage } from "./proto";
import type { Release } from "./release";

/** How protoc-gen-go lays out messages in Go: the names of types and fields, oneofs as interfaces with a struct for each member. */

/** What is needed of a TypeTable. */
export interface TypeReader {
  readonly release: Release;
  /** The type of an expression such as `[]string` or `*istio.io/api/mesh/v1alpha1.Tracing`. */
  parse(expression: string): GoType;
}

const GO_PACKAGES: readonly (readonly [proto: string, go: string])[] = [
  ["istio.mesh.v1alpha1", "istio.io/api/mesh/v1alpha1"],
  ["istio.networking.v1alpha3", "istio.io/api/networking/v1alpha3"],
  ["istio.networking.v1beta1", "istio.io/api/networking/v1beta1"],
];
const WELL_KNOWN: Readonly<Record<string, string>> = {
  "google.protobuf.Duration": "google.golang.org/protobuf/types/known/durationpb.Duration",
  "google.protobuf.Struct": "google.golang.org/protobuf/types/known/structpb.Struct",
  "google.protobuf.Value": "google.golang.org/protobuf/types/known/structpb.Value",
  "google.protobuf.ListValue": "google.golang.org/protobuf/types/known/structpb.ListValue",
};
const KNOWN_TYPES = "google.golang.org/protobuf/types/known/";
const SCALARS: Readonly<Record<string, string>> = { double: "float64", float: "float32", bytes: "[]uint8" };

/** The full name that a message or enum would have whose Go type is at that path; "" outside of Istio's API and protobuf's own. */
export function protoName(path: string): string {
  const dot = path.lastIndexOf(".");
  const pkg = GO_PACKAGES.find(([, go]) => go === path.slice(0, dot));
  if (path.startsWith(KNOWN_TYPES)) return `google.protobuf.${path.slice(dot + 1)}`;
  return pkg ? `${pkg[0]}.${path.slice(dot + 1).replaceAll("_", ".")}` : "";
}

/** The path of the Go type of a message or enum, by its full name. */
export function messagePath(name: string): string {
  const known = WELL_KNOWN[name];
  if (known) return known;
  if (name.startsWith("google.protobuf.")) return `google.golang.org/protobuf/types/known/wrapperspb.${name.slice(16)}`;
  for (const [proto, go] of GO_PACKAGES) {
    if (name.startsWith(`${proto}.`)) return `${go}.${name.slice(proto.length + 1).replaceAll(".", "_")}`;
  }
  return name;
}

/**
 * protoc-gen-go's name of a field: lower-case letters after an underscore (which goes) or a digit become upper-case
 * (`enable_64bit_trace_id`: Enable_64BitTraceId).
 */
export function goCamelCase(name: string): string {
  return name.replace(
    /(^|_|[0-9])([a-z])/g,
    (_, before: string, c: string) => before.replace("_", "") + c.toUpperCase(),
  );
}

function elementExpression(kind: string, type: string): string {
  if (kind === "message") return `*${messagePath(type)}`;
  if (kind === "enum") return messagePath(type);
  return SCALARS[kind] ?? kind;
}

/** The Go type of a field as an expression that TypeTable.parse reads. */
function expressionOf(field: ProtoField): string {
  const element = elementExpression(field.kind, field.type);
  if (field.mapKey) return `map[${field.mapKey}]${element}`;
  return field.repeated ? `[]${element}` : element;
}

/** The oneofs of a message by name, with their members. */
function oneofsOf(message: ProtoMessage): Map<string, ProtoField[]> {
  const oneofs = new Map<string, ProtoField[]>();
  for (const field of message.fields) {
    if (!field.oneof) continue;
    const members = oneofs.get(field.oneof) ?? [];
    members.push(field);
    oneofs.set(field.oneof, members);
  }
  return oneofs;
}

const plain = { omitzero: false, inline: false, embedded: false, patchStrategy: [], patchMergeKey: "" } as const;

/** The fields of a message's Go struct, where only the protobuf description is known. */
export function protoFields(table: TypeReader, path: string, message: ProtoMessage): readonly GoField[] {
  const fields: GoField[] = [];
  const seen = new Set<string>();
  for (const field of message.fields) {
    if (!field.oneof) {
      const go = goCamelCase(field.name);
      fields.push({
        ...plain,
        go,
        json: field.name,
        key: field.json,
        type: table.parse(expressionOf(field)),
        omitempty: true,
      });
    } else if (!seen.has(field.oneof)) {
      seen.add(field.oneof);
      const go = goCamelCase(field.oneof);
      const read = oneofRead(table, path, message, go);
      const type = table.parse(oneofInterface(path, go));
      fields.push({ ...plain, go, json: go, key: go, type, omitempty: false, read });
    }
  }
  return fields;
}

const oneofInterface = (path: string, go: string): string => {
  const dot = path.lastIndexOf(".") + 1;
  return `${path.slice(0, dot)}is${path.slice(dot)}_${go}`;
};

/** Whether a type's path is that of the interface of a oneof. */
export function isOneofInterface(path: string): boolean {
  return /\.is[A-Z][A-Za-z0-9_]*_[A-Z][A-Za-z0-9]*$/.test(path);
}

/** The methods that protoc-gen-go makes for a message, in the form of type data; `withJson`: also MarshalJSON. */
export function protoGetters(path: string, message: ProtoMessage, withJson: boolean): string[] {
  const getters = message.fields.map((field) => `.*Get${goCamelCase(field.name)}() ${expressionOf(field)}`);
  for (const name of oneofsOf(message).keys()) {
    const go = goCamelCase(name);
    getters.push(`.*Get${go}() ${oneofInterface(path, go)}`);
  }
  const json = withJson ? [".*MarshalJSON() []uint8,error", ".*UnmarshalJSON([]uint8) error"] : [];
  return [...getters, ...json, ".*ProtoReflect() protoreflect.Message", ".*Reset() ", ".*String() string"];
}

/**
 * Reads the Go interface field of a oneof: a pointer to the struct of the member that is set, such as
 * `*v1alpha1.ProxyConfig_ServiceCluster`; nil if none is.
 */
export function oneofRead(table: TypeReader, path: string, message: ProtoMessage, go: string): GoField["read"] {
  const members = message.fields.filter((field) => field.oneof && goCamelCase(field.oneof) === go);
  let wrappers: GoType[] | undefined;
  return (node) => {
    for (let i = 0; i < members.length; i++) {
      const value = node[members[i]!.json];
      if (value === undefined || value === null) continue;
      wrappers ??= members.map((member) => ptrTo(wrapperType(table, path, message, member)));
      return new Typed(wrappers[i]!, { [members[i]!.json]: value });
    }
    return null;
  };
}

/** The struct that holds one member of a oneof; its name gets an underscore if a nested type has it already. */
function wrapperType(table: TypeReader, path: string, message: ProtoMessage, member: ProtoField): GoType {
  const go = goCamelCase(member.name);
  const nested = `${message.name}.${go}`;
  const taken = (protoMessage(table.release, nested) ?? protoEnum(table.release, nested)) !== undefined;
  const wrapper = `${path}_${go}${taken ? "_" : ""}`;
  const type = table.parse(expressionOf(member));
  return {
    kind: "struct",
    name: wrapper.slice(wrapper.lastIndexOf("/") + 1),
    path: wrapper,
    fields: [{ ...plain, go, json: go, key: member.json, type, omitempty: false }],
    methods: new Map(),
  };
}
