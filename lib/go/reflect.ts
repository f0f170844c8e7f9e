/** What package reflect tells of types: fields, methods, assignability. Types are those of types.ts. */
import { GoError, GoPanic, LimitError } from "../source/errors";
import { ANY, ERROR, predeclared, type GoField, type GoMethod, type GoType } from "./types";
import { type Node, zero } from "./value";

type StructNode = Record<string, unknown>;

/** Whether an identifier is visible outside its package. */
export function isExported(name: string): boolean {
  const c = name.charCodeAt(0);
  return c < 0x80 ? c >= 0x41 && c <= 0x5a : /^\p{Lu}/u.test(name);
}

/**
 * The node of a field of a struct's node; the zero value where it is absent, undefined standing for the zero value of a
 * struct (whose node may be of a class that is not known here).
 */
export function readField(field: GoField, node: Node): Node {
  let value: Node;
  if (field.read) value = field.read(node as StructNode);
  else if (node == null) value = undefined;
  else value = field.inline ? node : (node as StructNode)[field.key];
  return value === undefined && field.type.kind !== "struct" ? zero(field.type) : value;
}

/** All fields of a struct type, unexported ones included; undefined where its table of fields says all there is to say. */
export type FieldProvider = (type: GoType) => readonly GoField[] | undefined;

const providers: FieldProvider[] = [];
const complete = new WeakMap<GoType, readonly GoField[]>();

/** Adds a source of fields that tables leave out: unexported ones show in printed structs and in some errors. */
export function provideFields(provider: FieldProvider): void {
  providers.push(provider);
}

/** The fields of a struct type in order, unexported ones included as far as somebody provides them. */
export function fieldsOf(type: GoType): readonly GoField[] {
  let fields = complete.get(type);
  if (!fields) {
    for (const provide of providers) fields ??= provide(type);
    complete.set(type, (fields ??= type.fields ?? []));
  }
  return fields;
}

/** A field reached through embedded ones: all fields on the way, the named one last. */
export type FieldPath = readonly GoField[];

const fieldCache = new WeakMap<GoType, Map<string, FieldPath | null>>();

/** reflect.Type.FieldByName of a struct type: also fields of embedded structs, by Go's rules of depth and ambiguity. */
export function fieldByName(type: GoType, name: string): FieldPath | undefined {
  let byName = fieldCache.get(type);
  if (!byName) fieldCache.set(type, (byName = new Map()));
  let path = byName.get(name);
  if (path === undefined) byName.set(name, (path = findField(type, name) ?? null));
  return path ?? undefined;
}

interface Embedded {
  readonly type: GoType;
  readonly path: FieldPath;
  /** Whether methods with pointer receivers belong to the method set. */
  readonly pointer: boolean;
}

function embeddedIn(at: Embedded): Embedded[] {
  const found: Embedded[] = [];
  for (const field of fieldsOf(at.type)) {
    if (!field.embedded) continue;
    const isPointer = field.type.kind === "ptr";
    found.push({
      type: isPointer ? field.type.elem! : field.type,
      path: [...at.path, field],
      pointer: isPointer || at.pointer,
    });
  }
  return found;
}

function findField(type: GoType, name: string): FieldPath | undefined {
  let level: Embedded[] = [{ type, path: [], pointer: false }];
  const seen = new Set<GoType>();
  while (level.length > 0) {
    const found: FieldPath[] = [];
    for (const at of level) {
      const field = fieldsOf(at.type).find((f) => f.go === name);
      if (field) found.push([...at.path, field]);
    }
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
    const next: Embedded[] = [];
    for (const at of level) {
      if (seen.has(at.type)) continue;
      seen.add(at.type);
      next.push(...embeddedIn(at));
    }
    level = next;
  }
  return undefined;
}

/** Follows a field path. Throws GoError where an embedded pointer on the way is nil. */
export function readPath(path: FieldPath, node: Node): Node {
  let at = node;
  path.forEach((field, i) => {
    if (i > 0 && path[i - 1]!.type.kind === "ptr" && at == null) {
      const name = path[i - 1]!.type.elem!.name;
      throw new GoError(
        `reflect: indirection through nil pointer to embedded struct field ${name.replace(/^.*\./, "")}`,
      );
    }
    at = readField(field, at);
  });
  return at;
}

/** A method in the method set of a type. */
export interface FoundMethod {
  readonly method: GoMethod;
  /** The embedded fields on the way to the type that has it. */
  readonly path: FieldPath;
  /** The defined type whose method it is. */
  readonly owner: GoType;
}

const methodCache = new WeakMap<GoType, Map<string, FoundMethod | null>>();

/** reflect.Type.MethodByName: a method in the method set of `type` (of `*T`: those of T as well). */
export function methodByName(type: GoType, name: string): FoundMethod | undefined {
  const base = type.kind === "ptr" ? type.elem! : type;
  if (!base.methods && !base.fields) return undefined;
  let byName = methodCache.get(type);
  if (!byName) methodCache.set(type, (byName = new Map()));
  let found = byName.get(name);
  if (found === undefined) byName.set(name, (found = findMethod(base, name, type.kind === "ptr") ?? null));
  return found ?? undefined;
}

function findMethod(base: GoType, name: string, pointer: boolean): FoundMethod | undefined {
  let level: Embedded[] = [{ type: base, path: [], pointer }];
  const seen = new Set<GoType>();
  // Tables may list a promoted method with the outer type, known by its signature only.
  let signature: FoundMethod | undefined;
  while (level.length > 0) {
    const found: (FoundMethod | undefined)[] = [];
    for (const at of level) {
      const method = at.type.methods?.get(name);
      if (method) {
        const usable = at.pointer || !method.pointerReceiver;
        found.push(usable ? { method, path: at.path, owner: at.type } : undefined);
      } else if (at.type.fields?.some((f) => f.go === name)) found.push(undefined);
    }
    if (found.length > 0) {
      const first = found.length === 1 ? found[0] : undefined;
      if (!first || first.method.call) return first ?? signature;
      signature ??= first;
    }
    const next: Embedded[] = [];
    for (const at of level) {
      if (seen.has(at.type)) continue;
      seen.add(at.type);
      next.push(...embeddedIn(at));
    }
    level = next;
  }
  return signature;
}

/**
 * Calls a method on a receiver's node (null: a nil pointer) and returns the node of its first result.
 * Throws what the method throws; GoPanic where Go would dereference a nil pointer; LimitError where the table knows the
 * method only by its signature and nothing tells what it does.
 */
export function callMethod(found: FoundMethod, receiver: Node, args: readonly Node[]): Node {
  const { method, owner } = found;
  if (receiver === null && !method.pointerReceiver && owner.kind !== "map" && owner.kind !== "slice") {
    throw nilReceiver(found);
  }
  if (!method.call) {
    const field = accessedField(method, owner);
    if (field) return readField(field, receiver ?? undefined);
    throw new LimitError(`method ${method.name} of ${owner.name} is not available here`);
  }
  return method.call(
    found.path.length > 0 && receiver !== null ? readPath(found.path, receiver) : receiver,
    args,
    owner,
  );
}

function nilReceiver({ method, owner, path }: FoundMethod): GoPanic {
  const promoted = path.length > 0 || owner.fields?.some((f) => f.embedded && methodByName(f.type, method.name));
  if (promoted) return new GoPanic("runtime error: invalid memory address or nil pointer dereference");
  const name = owner.name.replace(/^.*\./, "");
  return new GoPanic(`value method ${owner.path}.${method.name} called using nil *${name} pointer`);
}

/** The field that a generated accessor `GetX` returns. */
function accessedField(method: GoMethod, owner: GoType): GoField | undefined {
  if (!method.name.startsWith("Get") || method.in.length > 0 || method.out.length !== 1) return undefined;
  const path = fieldByName(owner, method.name.slice(3));
  return path?.length === 1 && path[0]!.type === method.out[0] ? path[0] : undefined;
}

/** Whether the interface type has no methods: every value fits. */
export function isEmptyInterface(type: GoType): boolean {
  return type === ANY || (type.kind === "interface" && type.name === ANY.name);
}

/** reflect.Type.Implements for an interface type `target`. */
function implementsType(type: GoType, target: GoType): boolean {
  if (isEmptyInterface(target)) return true;
  if (target === ERROR) return hasTextMethod(type, "Error");
  if (!target.methods) return false;
  for (const name of target.methods.keys()) if (!methodByName(type, name)) return false;
  return true;
}

/** Whether the method set has `name() string`: with Error the type is an error, with String a fmt.Stringer. */
export function hasTextMethod(type: GoType, name: "Error" | "String" | "GoString"): boolean {
  const method = methodByName(type, name)?.method;
  return method !== undefined && method.in.length === 0 && method.out.length === 1 && method.out[0]!.name === "string";
}

/** Whether the type has a name of its own: assignability of different types needs one that has none. */
function isDefined(type: GoType): boolean {
  return type.path !== "" || predeclared(type.name) === type;
}

/** reflect.Type.AssignableTo */
export function assignableTo(type: GoType, target: GoType): boolean {
  if (type === target) return true;
  if (target.kind === "interface") return implementsType(type, target);
  if (type.kind !== target.kind || (isDefined(type) && isDefined(target))) return false;
  return type.elem !== undefined && type.elem === target.elem && type.key === target.key;
}

/** reflect.Type.Comparable: whether == is defined on the type. */
export function isComparable(type: GoType): boolean {
  if (type.kind === "map" || type.kind === "slice" || type.kind === "func") return false;
  if (type.kind === "array") return isComparable(type.elem!);
  return type.kind !== "struct" || !type.fields?.some((field) => !isComparable(field.type));
}
