import { protoEnum, protoMessage, type ProtoEnum, type ProtoField } from "../../k8s/proto";
import type { Release } from "../../k8s/release";

/** A message's value: an object keyed by the fields' JSON names (see lib/go/value.ts). */
export type MessageNode = Record<string, unknown>;

/** Messages whose JSON is not an object of their fields. */
export type WellKnown = "Duration" | "Wrapper" | "Struct" | "Value" | "ListValue" | "IntOrString";

/** A protobuf message of a release, with its fields' types looked up. */
export class MessageDescriptor {
  readonly wellKnown: WellKnown | undefined;
  private own: readonly FieldDescriptor[] | undefined;

  constructor(
    readonly release: Release,
    readonly name: string,
  ) {
    this.wellKnown = wellKnownType(name);
  }

  /** In declared order, as protobuf prints and reads them. */
  get fields(): readonly FieldDescriptor[] {
    return (this.own ??= this.readFields());
  }

  private readFields(): FieldDescriptor[] {
    const message = protoMessage(this.release, this.name);
    if (!message) throw new Error(`no message ${this.name} in 1.${this.release}`);
    return message.fields.map((field) => new FieldDescriptor(this.release, field, siblings(field, message.fields)));
  }

  /** The field of that JSON name, which the message must have. */
  field(json: string): FieldDescriptor {
    const field = this.fields.find((f) => f.json === json);
    if (!field) throw new Error(`no field ${json} in ${this.name}`);
    return field;
  }
}

export class FieldDescriptor {
  readonly name: string;
  readonly json: string;
  readonly kind: string;
  readonly repeated: boolean;
  readonly isMap: boolean;
  readonly inOneof: boolean;
  private ownMessage: MessageDescriptor | undefined;

  constructor(
    private readonly release: Release,
    private readonly field: ProtoField,
    /** JSON names of the other members of its oneof. */
    readonly siblings: readonly string[],
  ) {
    this.name = field.name;
    this.json = field.json;
    this.kind = field.kind;
    this.repeated = field.repeated;
    this.isMap = field.mapKey !== "";
    this.inOneof = field.oneof !== "";
  }

  /** The message of the field, its elements or its map's values. Only where the kind is message. */
  get message(): MessageDescriptor {
    return (this.ownMessage ??= messageDescriptor(this.release, this.field.type));
  }

  /** The enum of the field or its elements. Only where the kind is enum. */
  get enum(): ProtoEnum {
    const found = protoEnum(this.release, this.field.type);
    if (!found) throw new Error(`no enum ${this.field.type} in 1.${this.release}`);
    return found;
  }
}

function siblings(field: ProtoField, fields: readonly ProtoField[]): string[] {
  if (!field.oneof) return [];
  return fields.filter((other) => other.oneof === field.oneof && other !== field).map((other) => other.json);
}

function wellKnownType(name: string): WellKnown | undefined {
  // Until 1.23 the operator's types had a package of their own.
  if (name === "istio.operator.v1alpha1.IntOrString" || name === "v1alpha1.IntOrString") return "IntOrString";
  const prefix = "google.protobuf.";
  if (!name.startsWith(prefix)) return undefined;
  const short = name.slice(prefix.length);
  if (short === "Duration" || short === "Struct" || short === "Value" || short === "ListValue") return short;
  return short.endsWith("Value") ? "Wrapper" : undefined;
}

const descriptors = new Map<Release, Map<string, MessageDescriptor>>();

/** The message of that full name; the same object each time. */
export function messageDescriptor(release: Release, name: string): MessageDescriptor {
  let ofRelease = descriptors.get(release);
  if (!ofRelease) descriptors.set(release, (ofRelease = new Map()));
  let descriptor = ofRelease.get(name);
  if (!descriptor) ofRelease.set(name, (descriptor = new MessageDescriptor(release, name)));
  return descriptor;
}

export const MESH_CONFIG = "istio.mesh.v1alpha1.MeshConfig";
export const PROXY_CONFIG = "istio.mesh.v1alpha1.ProxyConfig";
