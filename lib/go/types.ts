/** Go's types as the template engine's reflection sees them. Mirrors the parts of package reflect that show in results. */

export type Kind =
  | "bool"
  | "int"
  | "int8"
  | "int16"
  | "int32"
  | "int64"
  | "uint"
  | "uint8"
  | "uint16"
  | "uint32"
  | "uint64"
  | "uintptr"
  | "float32"
  | "float64"
  | "complex64"
  | "complex128"
  | "string"
  | "interface"
  | "map"
  | "slice"
  | "array"
  | "ptr"
  | "struct"
  | "func";

/** A field of a struct type. */
export interface GoField {
  /** The name in Go. */
  readonly go: string;
  /** The name in JSON; "" where there is none. */
  readonly json: string;
  /** The property of the struct's node that holds this field (the JSON name, or the Go name where there is none). */
  readonly key: string;
  readonly type: GoType;
  readonly omitempty: boolean;
  readonly omitzero: boolean;
  /** Inlined in JSON: the field shares its struct's node. */
  readonly inline: boolean;
  readonly embedded: boolean;
  readonly patchStrategy: readonly string[];
  readonly patchMergeKey: string;
  /** Where the value is not simply `node[key]` (a protobuf oneof): reads the field's node from its struct's node. */
  readonly read?: (structNode: Record<string, unknown>) => unknown;
}

/** A method of a named type. `call` is absent where it is known only by signature. */
export interface GoMethod {
  readonly name: string;
  readonly pointerReceiver: boolean;
  readonly in: readonly GoType[];
  readonly out: readonly GoType[];
  readonly variadic: boolean;
  /** `receiver`: the node of the receiver (null: a nil pointer); arguments and result are nodes of `in` and `out[0]`. */
  readonly call?: (receiver: unknown, args: readonly unknown[], type: GoType) => unknown;
}

export interface GoType {
  readonly kind: Kind;
  /** As reflect's Type.String prints it: `v1.Container`, `*int64`, `map[string]interface {}`. */
  readonly name: string;
  /** The full import path and name of a defined type (`k8s.io/api/core/v1.Container`), otherwise "". */
  readonly path: string;
  /** Of ptr, slice, array, map. */
  readonly elem?: GoType;
  /** Of map. */
  readonly key?: GoType;
  /** Of struct: in declared order. */
  readonly fields?: readonly GoField[];
  /** Of defined types: by name, without those promoted from embedded fields. */
  readonly methods?: ReadonlyMap<string, GoMethod>;
}

const basics = new Map<string, GoType>();
function basic(kind: Kind, name: string = kind): GoType {
  const type: GoType = { kind, name, path: "" };
  basics.set(name, type);
  return type;
}

for (const kind of ["int8", "int16", "uint", "uint16", "uintptr", "float32", "complex64"] as const) basic(kind);
export const BOOL = basic("bool");
export const INT = basic("int");
export const INT32 = basic("int32");
export const INT64 = basic("int64");
export const UINT8 = basic("uint8");
export const UINT32 = basic("uint32");
export const UINT64 = basic("uint64");
export const FLOAT64 = basic("float64");
export const COMPLEX128 = basic("complex128");
export const STRING = basic("string");
export const ANY = basic("interface", "interface {}");
export const ERROR: GoType = basic("interface", "error");

/** The predeclared type of that name (`int64`, `interface {}`, `error`, …), if it is one. */
export function predeclared(name: string): GoType | undefined {
  return basics.get(name);
}

// Composite types are made once for each element type, so that identical types are the same object, as in reflect.
const ptrs = new WeakMap<GoType, GoType>();
const slices = new WeakMap<GoType, GoType>();
const maps = new WeakMap<GoType, WeakMap<GoType, GoType>>();

/** `*elem` */
export function ptrTo(elem: GoType): GoType {
  let type = ptrs.get(elem);
  if (!type) ptrs.set(elem, (type = { kind: "ptr", name: `*${elem.name}`, path: "", elem }));
  return type;
}

/** `[]elem` */
export function sliceOf(elem: GoType): GoType {
  let type = slices.get(elem);
  if (!type) slices.set(elem, (type = { kind: "slice", name: `[]${elem.name}`, path: "", elem }));
  return type;
}

/** `map[key]elem` */
export function mapOf(key: GoType, elem: GoType): GoType {
  let byElem = maps.get(key);
  if (!byElem) maps.set(key, (byElem = new WeakMap()));
  let type = byElem.get(elem);
  if (!type) byElem.set(elem, (type = { kind: "map", name: `map[${key.name}]${elem.name}`, path: "", key, elem }));
  return type;
}

/** A struct type of fields by their JSON names: for what is only read. `path` "" for one without a name of its own. */
export function structType(path: string, name: string, fields: Readonly<Record<string, GoType>>): GoType {
  return {
    kind: "struct",
    name,
    path,
    fields: Object.entries(fields).map(([json, type]) => ({
      go: json[0]!.toUpperCase() + json.slice(1),
      json,
      key: json,
      type,
      omitempty: true,
      omitzero: false,
      inline: false,
      embedded: false,
      patchStrategy: [],
      patchMergeKey: "",
    })),
  };
}

export const ANY_SLICE = sliceOf(ANY);
export const ANY_MAP = mapOf(STRING, ANY);
export const STRING_SLICE = sliceOf(STRING);
export const STRING_MAP = mapOf(STRING, STRING);

const SIGNED = new Set<Kind>(["int", "int8", "int16", "int32", "int64"]);
const UNSIGNED = new Set<Kind>(["uint", "uint8", "uint16", "uint32", "uint64", "uintptr"]);
export const isSigned = (kind: Kind): boolean => SIGNED.has(kind);
export const isUnsigned = (kind: Kind): boolean => UNSIGNED.has(kind);
export const isInteger = (kind: Kind): boolean => SIGNED.has(kind) || UNSIGNED.has(kind);
