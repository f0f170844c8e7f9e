import { toBytes } from "../../go/strings";
import { BOOL, INT, STRING, type GoMethod, type GoType, ptrTo } from "../../go/types";
import { toInt, Typed, zero } from "../../go/value";
import { goCamelCase, protoName } from "../../k8s/proto-types";
import { protoEnum } from "../../k8s/proto";
import { RELEASES, type Release } from "../../k8s/release";
import { registerMethods, typesOf, type MethodBody } from "../../k8s/types";
import { type MessageDescriptor, messageDescriptor, type MessageNode } from "./descriptor";
import { asDuration, type DurationNode } from "./duration";
import { messageText } from "./print";
import { textFormat } from "./text";

/**
 * The bodies of the methods that protoc-gen-go gives to Istio's messages and enums, as far as a template can use them: getters (which
 * work on nil), String, MarshalJSON, what a Duration is in Go, and the names that reflection tells.
 */
registerMethods((type, method) => {
  if (!type.path.startsWith("istio.io/api/") && !type.path.startsWith(WELL_KNOWN)) return undefined;
  return type.kind === "struct" ? messageMethod(type, method) : enumMethod(type, method);
});

const WELL_KNOWN = "google.golang.org/protobuf/types/known/";

function messageMethod(type: GoType, method: string): MethodBody | undefined {
  const message = messageOf(type);
  if (!message) return undefined;
  switch (method) {
    case "String":
      return (receiver) => (receiver === null ? "<nil>" : textFormat(message, receiver as MessageNode));
    case "MarshalJSON":
      return (receiver) => [...toBytes(messageText(message, (receiver ?? {}) as MessageNode))];
    case "ProtoReflect":
      return () => reflection(message);
    case "AsDuration":
      return (receiver) => toInt(asDuration(receiver as DurationNode | null));
    case "IsValid":
      return (receiver) => receiver !== null;
    case "Reset":
      return (receiver) => {
        for (const key of Object.keys(receiver as object)) delete (receiver as MessageNode)[key];
        return undefined;
      };
    default:
      return method.startsWith("Get") ? getter(type, message, method.slice(3)) : undefined;
  }
}

/** Reads a field or a member of a oneof; of a nil message, and where it is not set, the zero value. */
function getter(type: GoType, message: MessageDescriptor, go: string): MethodBody | undefined {
  const result = (self: GoType): GoType => self.methods!.get(`Get${go}`)!.out[0]!;
  const member = message.fields.find((field) => goCamelCase(field.name) === go);
  if (member) {
    return (receiver) => (receiver as MessageNode | null)?.[member.json] ?? zero(result(type));
  }
  const field = type.fields?.find((f) => f.go === go);
  if (!field?.read) return undefined;
  return (receiver) => (receiver === null ? null : field.read!(receiver as MessageNode));
}

function enumMethod(type: GoType, method: string): MethodBody | undefined {
  switch (method) {
    case "String": {
      const name = protoName(type.path);
      const release = releaseOf(type);
      const values = release === undefined ? undefined : protoEnum(release, name)?.values;
      return (receiver) => values?.find((v) => v.number === receiver)?.name ?? String(receiver);
    }
    case "Number":
    case "Enum":
      return (receiver) => receiver;
    default:
      return undefined;
  }
}

const releases = new WeakMap<GoType, Release>();

/** The release that a type belongs to: each release has types of its own. */
function releaseOf(type: GoType): Release | undefined {
  let release = releases.get(type);
  if (release === undefined) {
    release = RELEASES.find((r) => typesOf(r).find(type.path) === type);
    if (release !== undefined) releases.set(type, release);
  }
  return release;
}

const messages = new WeakMap<GoType, MessageDescriptor>();

/** The message that a Go struct type is generated from; undefined where it is none. */
export function messageOf(type: GoType): MessageDescriptor | undefined {
  const known = messages.get(type);
  if (known) return known;
  const release = releaseOf(type);
  if (release === undefined) return undefined;
  const name = type.path.startsWith(WELL_KNOWN)
    ? `google.protobuf.${type.path.slice(type.path.lastIndexOf(".") + 1)}`
    : typesOf(release).protoOf(type.path);
  if (!name) return undefined;
  const message = messageDescriptor(release, name);
  messages.set(type, message);
  return message;
}

/** What ProtoReflect returns: a protoreflect.Message that can name its message. */
function reflection(message: MessageDescriptor): Typed {
  return new Typed(REFLECTION, { message });
}

function reflected(receiver: unknown): MessageDescriptor {
  return (receiver as { message: MessageDescriptor }).message;
}

const plain = (name: string, out: GoType, call: MethodBody): [string, GoMethod] => [
  name,
  { name, pointerReceiver: true, in: [], out: [out], variadic: false, call },
];

const opaque = (name: string, path: string, methods: readonly [string, GoMethod][]): GoType =>
  ptrTo({ kind: "struct", name, path, fields: [], methods: new Map(methods) });

const FULL_NAME: GoType = {
  kind: "string",
  name: "protoreflect.FullName",
  path: "google.golang.org/protobuf/reflect/protoreflect.FullName",
  methods: new Map(
    [
      plain("Name", STRING, (receiver) => lastName(receiver as string)),
      plain("Parent", STRING, (receiver) => (receiver as string).slice(0, -lastName(receiver as string).length - 1)),
    ].map(([name, method]) => [name, { ...method, pointerReceiver: false }]),
  ),
};

function lastName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

const DESCRIPTOR = opaque("filedesc.Message", "google.golang.org/protobuf/internal/filedesc.Message", [
  plain("FullName", FULL_NAME, (receiver) => reflected(receiver).name),
  plain("Name", STRING, (receiver) => lastName(reflected(receiver).name)),
  plain("Index", INT, () => 0),
]);

const REFLECTION = opaque("impl.messageState", "google.golang.org/protobuf/internal/impl.messageState", [
  plain("Descriptor", DESCRIPTOR, (receiver) => receiver),
  plain("IsValid", BOOL, () => true),
]);
