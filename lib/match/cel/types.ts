/** Static types, as far as the API server's checker shows them. */
export type Type =
  | {
      readonly kind:
        "dyn" | "error" | "bool" | "int" | "uint" | "double" | "string" | "bytes" | "null" | "timestamp" | "duration";
    }
  /** A type that is not known yet: of an empty list's elements, of a function that takes anything. */
  | { readonly kind: "param"; readonly name: string }
  | { readonly kind: "list" | "type"; readonly of: Type }
  | { readonly kind: "map"; readonly key: Type; readonly of: Type }
  | { readonly kind: "object"; readonly name: string; readonly fields: Readonly<Record<string, Type>> }
  /** A type of the libraries that only its own functions take. */
  | { readonly kind: "opaque"; readonly name: string; readonly of: readonly Type[] };

export const DYN: Type = { kind: "dyn" };
export const ERROR: Type = { kind: "error" };
export const BOOL: Type = { kind: "bool" };
export const INT: Type = { kind: "int" };
export const STRING: Type = { kind: "string" };
export const list = (of: Type): Type => ({ kind: "list", of });
export const map = (key: Type, of: Type): Type => ({ kind: "map", key, of });
export const opaque = (name: string, ...of: readonly Type[]): Type => ({ kind: "opaque", name, of });
export const optional = (of: Type): Type => opaque("optional_type", of);
export const object = (name: string, fields: Readonly<Record<string, Type>>): Type => ({
  kind: "object",
  name,
  fields,
});

/** What an optional holds; undefined for any other type. */
export function held(type: Type): Type | undefined {
  return type.kind === "opaque" && type.name === "optional_type" ? type.of[0] : undefined;
}

/** The types within a type. */
function parts(type: Type): readonly Type[] {
  if (type.kind === "list" || type.kind === "type") return [type.of];
  if (type.kind === "map") return [type.key, type.of];
  return type.kind === "opaque" ? type.of : [];
}

function nameOf(type: Type): string {
  if (type.kind === "error") return "!error!";
  return type.kind === "object" || type.kind === "opaque" || type.kind === "param" ? type.name : type.kind;
}

/** A type as cel-go's checker prints it (FormatCELType). */
export function typeText(type: Type): string {
  return withParts(nameOf(type), parts(type).map(typeText));
}

/** Types that print themselves by other names than the checker's. */
const OWN: Readonly<Partial<Record<Type["kind"], string>>> = {
  null: "null_type",
  timestamp: "google.protobuf.Timestamp",
  duration: "google.protobuf.Duration",
};

/** A type as it prints itself (String of common/types). */
export function ownText(type: Type): string {
  return withParts(OWN[type.kind] ?? nameOf(type), parts(type).map(ownText));
}

function withParts(name: string, within: readonly string[]): string {
  return within.length === 0 ? name : `${name}(${within.join(", ")})`;
}

const isOpen = ({ kind }: Type) => kind === "dyn" || kind === "error";

/** What is known so far of types that were not. Mirrors mapping, isAssignable and substitute of cel-go's checker. */
export class Unifier {
  private known: ReadonlyMap<string, Type> = new Map();
  private fresh = 0;

  variable(): Type {
    return { kind: "param", name: `_var${this.fresh++}` };
  }

  /** A type with what is known put in; `closed`: what is not known is dyn. */
  substitute(type: Type, closed = false): Type {
    if (type.kind === "param") {
      const found = this.known.get(type.name);
      return found ? this.substitute(found, closed) : closed ? DYN : type;
    }
    return mapParts(type, (part) => this.substitute(part, closed));
  }

  /** Whether types may stand where others are wanted, each for each; what that tells of unknown types is kept if so. */
  fits(types: readonly Type[], wanted: readonly Type[]): boolean {
    const before = this.known;
    this.known = new Map(before);
    if (this.fitAll(types, wanted)) return true;
    this.known = before;
    return false;
  }

  private fitAll(types: readonly Type[], wanted: readonly Type[]): boolean {
    return types.length === wanted.length && types.every((type, i) => this.fit(type, wanted[i]!));
  }

  private fit(type: Type, wanted: Type): boolean {
    if (wanted.kind === "param") {
      const found = this.known.has(wanted.name);
      if (this.bind(type, wanted)) return true;
      if (found) return false;
    }
    if (type.kind === "param") return this.bind(wanted, type);
    if (isOpen(type) || isOpen(wanted)) return true;
    if (type.kind === "null" || wanted.kind === "null") {
      const other = type.kind === "null" ? wanted : type;
      return ["null", "opaque", "object", "duration", "timestamp"].includes(other.kind);
    }
    if (type.kind !== wanted.kind) return false;
    if (type.kind === "type") return true;
    if (type.kind === "object" || type.kind === "opaque") if (nameOf(type) !== nameOf(wanted)) return false;
    return this.fitAll(parts(type), parts(wanted));
  }

  private bind(type: Type, to: Type & { kind: "param" }): boolean {
    if (same(type, to)) return true;
    const found = this.known.get(to.name);
    if (!found) return this.occurs(to, type) ? false : this.learn(to, type);
    if (same(type, found)) return true;
    if (!this.fit(type, found)) return false;
    const general = isAtLeastAsGeneral(type, found) ? type : found;
    if (!this.occurs(to, general)) this.learn(to, general);
    return true;
  }

  private learn({ name }: Type & { kind: "param" }, type: Type): true {
    (this.known as Map<string, Type>).set(name, type);
    return true;
  }

  private occurs(param: Type & { kind: "param" }, within: Type): boolean {
    if (same(param, within)) return true;
    if (within.kind !== "param") return parts(within).some((part) => this.occurs(param, part));
    const found = this.known.get(within.name);
    return found !== undefined && this.occurs(param, found);
  }
}

function mapParts(type: Type, change: (part: Type) => Type): Type {
  if (type.kind === "list" || type.kind === "type") return { kind: type.kind, of: change(type.of) };
  if (type.kind === "map") return map(change(type.key), change(type.of));
  return type.kind === "opaque" ? { ...type, of: type.of.map(change) } : type;
}

export function same(a: Type, b: Type): boolean {
  return a.kind === b.kind && typeText(a) === typeText(b);
}

/** Of two types that fit each other, whether the first says no more than the second. */
export function isAtLeastAsGeneral(a: Type, b: Type): boolean {
  if (a.kind === "dyn" || a.kind === "param") return true;
  if (a.kind !== b.kind) return false;
  if (a.kind === "type") return true;
  const [of, other] = [parts(a), parts(b)];
  if (of.length === 0) return same(a, b);
  return (
    nameOf(a) === nameOf(b) && of.length === other.length && of.every((part, i) => isAtLeastAsGeneral(part, other[i]!))
  );
}
