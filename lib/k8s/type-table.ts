/** The tables of Go types, read from types.data.ts. */
import type { GoField, GoMethod, GoType, Kind } from "../go/types";
import { ANY, mapOf, predeclared, ptrTo, sliceOf } from "../go/types";
import { Blocks, type Block } from "./blocks";
import { leafRead } from "./leaf-fields";
import { protoEnum, protoMessage } from "./proto";
import { isOneofInterface, oneofRead, protoFields, protoName, protoGetters } from "./proto-types";
import type { Release } from "./release";
import { GO_TYPES, PACKAGES } from "./types.data";

export type MethodBody = NonNullable<GoMethod["call"]>;
/** Offers the body of a method, or nothing. Asked once for each method, when it is first looked at. */
export type MethodProvider = (type: GoType, method: string) => MethodBody | undefined;

const providers: MethodProvider[] = [];

/** Adds a source of method bodies; earlier ones come first. For module load, before any template runs. */
export function registerMethods(provider: MethodProvider): void {
  providers.push(provider);
}

const blocks = new Blocks(GO_TYPES);
const SHORT_BY_PATH = new Map(Object.entries(PACKAGES).map(([short, path]) => [path, short]));

/** Named types that occur only in methods' signatures; all others of them are opaque structs. */
const OUTSIDE: Readonly<Record<string, Kind>> = {
  "time.Duration": "int64",
  "time.Month": "int",
  "time.Weekday": "int",
  "google.golang.org/protobuf/reflect/protoreflect.EnumNumber": "int32",
  "k8s.io/apimachinery/pkg/api/resource.Scale": "int32",
  "google.golang.org/protobuf/reflect/protoreflect.Message": "interface",
  "google.golang.org/protobuf/reflect/protoreflect.EnumType": "interface",
  "k8s.io/apimachinery/pkg/runtime/schema.ObjectKind": "interface",
  "k8s.io/apimachinery/pkg/apis/meta/v1.Object": "interface",
  "k8s.io/apimachinery/pkg/apis/meta/v1.ListInterface": "interface",
  "io.Writer": "interface",
  "io/fs.FS": "interface",
  "text/template/parse.Node": "interface",
};

/** The methods that the tables do not hold of types that methods return. */
const NAME: Block = { head: "", lines: [".String() string"] };
const OUTSIDE_METHODS: Readonly<Record<string, Block>> = {
  "time.Month": NAME,
  "time.Weekday": NAME,
  "time.Duration": {
    head: "",
    lines: [
      ".Abs() time.Duration",
      ".Hours() float64",
      ".Microseconds() int64",
      ".Milliseconds() int64",
      ".Minutes() float64",
      ".Nanoseconds() int64",
      ".Round(time.Duration) time.Duration",
      ".Seconds() float64",
      ".String() string",
      ".Truncate(time.Duration) time.Duration",
    ],
  },
};

/** What protoc-gen-go gives every enum. */
const ENUM: Block = { head: "", lines: [".Enum() ", ".Number() protoreflect.EnumNumber", ".String() string"] };

function outsideKind(path: string): Kind {
  return OUTSIDE[path] ?? (isOneofInterface(path) ? "interface" : "struct");
}

export class TypeTable {
  private readonly types = new Map<string, DefinedType>();
  private readonly expressions = new Map<string, GoType>();
  constructor(readonly release: Release) {}

  /** The defined type of that import path and name. Throws if the release has no such type. */
  get(path: string): GoType {
    const type = this.find(path);
    if (!type) throw new Error(`no Go type ${path} in 1.${this.release}`);
    return type;
  }

  /** The same, undefined if there is none. */
  find(path: string): GoType | undefined {
    return this.types.get(path) ?? this.define(path);
  }

  /** The full name of the protobuf message of a Go type's path; "" if it is none. */
  protoOf(path: string): string {
    const type = this.find(path);
    return type instanceof DefinedType ? type.proto : "";
  }

  /** The type of an expression such as `[]core.Container`, `map[string]*mesh.Tracing` or `any`, with short or full package names. */
  parse(expression: string): GoType {
    let type = this.expressions.get(expression);
    if (!type) this.expressions.set(expression, (type = this.build(expression)));
    return type;
  }

  private build(expression: string): GoType {
    if (expression === "any") return ANY;
    if (expression.startsWith("*")) return ptrTo(this.parse(expression.slice(1)));
    if (expression.startsWith("[]")) return sliceOf(this.parse(expression.slice(2)));
    if (expression.startsWith("map[")) {
      const end = expression.indexOf("]");
      return mapOf(this.parse(expression.slice(4, end)), this.parse(expression.slice(end + 1)));
    }
    const known = predeclared(expression);
    if (known) return known;
    const dot = expression.lastIndexOf(".");
    const pkg = PACKAGES[expression.slice(0, dot)];
    const path = pkg ? pkg + expression.slice(dot) : expression;
    return this.find(path) ?? this.add(path, outsideKind(path), "", OUTSIDE_METHODS[path]);
  }

  private define(path: string): GoType | undefined {
    const dot = path.lastIndexOf(".");
    const short = SHORT_BY_PATH.get(path.slice(0, dot));
    const block = blocks.get(this.release, short ? short + path.slice(dot) : path);
    if (block) {
      const [, kind, proto = ""] = block.head.split(" ");
      // Of a defined map the head's last word is what it is made of.
      return this.add(path, kind as Kind, kind === "struct" ? proto : "", block, kind === "map" ? proto : "");
    }
    // Messages and enums that are reached only through a oneof or a getter: protobuf's own description has all that is needed.
    const name = protoName(path);
    if (!name) return undefined;
    if (protoMessage(this.release, name)) return this.add(path, "struct", name, undefined);
    if (protoEnum(this.release, name)) return this.add(path, "int32", "", ENUM);
    return undefined;
  }

  /** Whether the messages of that type's package have a MarshalJSON of their own. */
  marshalsJson(path: string): boolean {
    if (path.startsWith(`${PACKAGES["mesh"]}.`))
      return this.get(`${PACKAGES["mesh"]}.MeshConfig`).methods!.has("MarshalJSON");
    // Wrappers and durations have none.
    return path.startsWith("istio.io/api/") || path.includes("/structpb.");
  }

  private add(path: string, kind: Kind, proto: string, block: Block | undefined, made = ""): GoType {
    const type = new DefinedType(this, path, kind, proto, block, made);
    this.types.set(path, type);
    return type;
  }
}

/** A defined type; its fields and methods are read when first asked for. */
class DefinedType implements GoType {
  readonly name: string;
  private ownFields: readonly GoField[] | undefined;
  private ownMethods: ReadonlyMap<string, GoMethod> | undefined;

  constructor(
    private readonly table: TypeTable,
    readonly path: string,
    readonly kind: Kind,
    readonly proto: string,
    private readonly block: Block | undefined,
    private readonly made: string,
  ) {
    this.name = printedName(path);
  }

  private get madeOf(): GoType | undefined {
    return this.made ? this.table.parse(this.made) : undefined;
  }
  get elem(): GoType | undefined {
    return this.madeOf?.elem;
  }
  get key(): GoType | undefined {
    return this.madeOf?.key;
  }

  get fields(): readonly GoField[] | undefined {
    if (this.kind !== "struct") return undefined;
    return (this.ownFields ??= this.readFields());
  }

  private readFields(): readonly GoField[] {
    const message = this.proto ? protoMessage(this.table.release, this.proto) : undefined;
    if (!this.block) return message ? protoFields(this.table, this.path, message) : [];
    const fields: GoField[] = [];
    for (const line of this.block.lines) {
      if (line.startsWith(".")) break;
      const field = parseField(line, this.table);
      const proto = message?.fields.find((f) => f.name === field.json);
      if (proto) fields.push({ ...field, key: proto.json });
      else if (message) fields.push({ ...field, read: oneofRead(this.table, this.path, message, field.go) });
      else fields.push({ ...field, read: leafRead(this.path, field.go) });
    }
    return fields;
  }

  get methods(): ReadonlyMap<string, GoMethod> {
    return (this.ownMethods ??= this.readMethods());
  }

  private readMethods(): ReadonlyMap<string, GoMethod> {
    const methods = new Map<string, GoMethod>();
    const message = this.proto ? protoMessage(this.table.release, this.proto) : undefined;
    const lines =
      this.block?.lines ?? (message ? protoGetters(this.path, message, this.table.marshalsJson(this.path)) : []);
    const isMessage = lines.includes(".*ProtoReflect() protoreflect.Message");
    for (const line of isMessage ? [...lines, ...MESSAGE_METHODS] : lines) {
      if (!line.startsWith(".")) continue;
      const method = new DeclaredMethod(this, line, this.table);
      methods.set(method.name, method);
    }
    return methods;
  }
}

/** `.*Name(in,in) out,out` of type data. The signature's types are looked up when first asked for. */
class DeclaredMethod implements GoMethod {
  readonly name: string;
  readonly pointerReceiver: boolean;
  readonly variadic: boolean;
  private signature: { in: readonly GoType[]; out: readonly GoType[] } | undefined;
  private body: MethodBody | null | undefined;

  constructor(
    private readonly owner: DefinedType,
    private readonly line: string,
    private readonly table: TypeTable,
  ) {
    this.pointerReceiver = line.startsWith(".*");
    this.name = line.slice(this.pointerReceiver ? 2 : 1, line.indexOf("("));
    this.variadic = VARIADIC.has(`${owner.path}.${this.name}`);
  }

  private types(): { in: readonly GoType[]; out: readonly GoType[] } {
    if (this.signature) return this.signature;
    const open = this.line.indexOf("(");
    const close = this.line.indexOf(")");
    const list = (text: string): GoType[] => (text ? text.split(",").map((e) => this.table.parse(e)) : []);
    return (this.signature = {
      in: list(this.line.slice(open + 1, close)),
      out: list(this.line.slice(close + 1).trim()),
    });
  }
  get in(): readonly GoType[] {
    return this.types().in;
  }
  get out(): readonly GoType[] {
    return this.types().out;
  }

  get call(): MethodBody | undefined {
    if (this.body === undefined) this.body = bodyOf(this.owner, this.name) ?? null;
    return this.body ?? undefined;
  }
}

/** What protoc-gen-go makes for every message beside what the tables hold. Templates cannot call it, and are told why. */
const MESSAGE_METHODS = [".*Descriptor() []uint8,[]int", ".*ProtoMessage() "];

/** The methods in the table that take any number of their last argument. */
const VARIADIC = new Set(["Option", "ParseFS", "ParseFiles"].map((name) => `text/template.Template.${name}`));

/** A method's body: its own, else that of the embedded struct it is promoted from. */
function bodyOf(type: GoType, method: string): MethodBody | undefined {
  for (const provide of providers) {
    const body = provide(type, method);
    if (body) return body;
  }
  for (const field of type.fields ?? []) {
    const body = field.embedded ? field.type.methods?.get(method)?.call : undefined;
    if (!body) continue;
    if (field.inline) return (receiver, args) => body(receiver, args, field.type);
    // A leaf struct that was never set has no node at all; what reads its fields knows that.
    return (receiver, args) => {
      const node = receiver as Record<string, unknown>;
      return body(field.read ? field.read(node) : (node[field.key] ?? {}), args, field.type);
    };
  }
  return undefined;
}

/** As reflect prints it: the package's name, which is the path's last element, and the type's. */
function printedName(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.replace(/^inf\.v0\./, "inf.");
}

/** `Go json,flags type` */
function parseField(line: string, table: TypeTable): GoField {
  const first = line.indexOf(" ");
  const second = line.indexOf(" ", first + 1);
  const go = line.slice(0, first);
  const [tag = "", ...flags] = line.slice(first + 1, second).split(",");
  const value = (name: string): string => flags.find((f) => f.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
  const strategy = value("strategy");
  const embedded = flags.includes("embedded");
  // A field without a tag goes by its Go name in JSON too; `-` keeps it out.
  const json = tag === "-" ? "" : tag || (embedded ? "" : go);
  return {
    go,
    json,
    key: json || go,
    type: table.parse(line.slice(second + 1)),
    omitempty: flags.includes("omitempty"),
    omitzero: flags.includes("omitzero"),
    inline: flags.includes("inline"),
    embedded,
    patchStrategy: strategy ? strategy.split("+") : [],
    patchMergeKey: value("merge"),
  };
}

const tables = new Map<Release, TypeTable>();

/** The Go types of a release; the same table and the same types each time. */
export function typesOf(release: Release): TypeTable {
  let table = tables.get(release);
  if (!table) tables.set(release, (table = new TypeTable(release)));
  return table;
}
