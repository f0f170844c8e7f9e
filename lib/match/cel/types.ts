/** Static types, as far as the API server's checker shows them. */
export type Type =
  /** `free`: of an empty list, fits anything; `error`: something was told already. */
  | { readonly kind: "free" | "error" }
  | { readonly kind: "dyn" | "bool" | "int" | "uint" | "double" | "string" | "bytes" | "null" }
  | { readonly kind: "list" | "optional"; readonly of: Type }
  | { readonly kind: "map"; readonly key: Type; readonly of: Type }
  | { readonly kind: "object"; readonly name: string; readonly fields: Readonly<Record<string, Type>> }
  /** A type of the libraries that only its own functions take. */
  | { readonly kind: "opaque"; readonly name: string };

export const DYN: Type = { kind: "dyn" };
export const FREE: Type = { kind: "free" };
export const ERROR: Type = { kind: "error" };
export const BOOL: Type = { kind: "bool" };
export const INT: Type = { kind: "int" };
export const STRING: Type = { kind: "string" };
export const list = (of: Type): Type => ({ kind: "list", of });
export const map = (key: Type, of: Type): Type => ({ kind: "map", key, of });
export const optional = (of: Type): Type => ({ kind: "optional", of });
export const opaque = (name: string): Type => ({ kind: "opaque", name });
export const object = (name: string, fields: Readonly<Record<string, Type>>): Type => ({
  kind: "object",
  name,
  fields,
});

/** A type as cel-go prints it. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case "list":
      return `list(${typeText(type.of)})`;
    case "optional":
      return `optional_type(${typeText(type.of)})`;
    case "map":
      return `map(${typeText(type.key)}, ${typeText(type.of)})`;
    case "object":
    case "opaque":
      return type.name;
    case "free":
      return "dyn";
    default:
      return type.kind;
  }
}

/** Whether a value of a type may stand where another is wanted. */
export function fits(type: Type, wanted: Type): boolean {
  if (["dyn", "free", "error"].includes(type.kind) || ["dyn", "free", "error"].includes(wanted.kind)) return true;
  if (type.kind === "null") return ["null", "object", "opaque", "optional"].includes(wanted.kind);
  if (type.kind !== wanted.kind) return false;
  if (type.kind === "list" || type.kind === "optional") return fits(type.of, (wanted as typeof type).of);
  if (type.kind === "map") {
    const other = wanted as typeof type;
    return fits(type.key, other.key) && fits(type.of, other.of);
  }
  return typeText(type) === typeText(wanted);
}

/** One type for two: the one that holds both, or dyn. */
export function joined(a: Type, b: Type): Type {
  if (a.kind === "free") return b;
  if (b.kind === "free" || typeText(a) === typeText(b)) return a;
  if (a.kind === "list" && b.kind === "list") return list(joined(a.of, b.of));
  return a.kind === "dyn" || b.kind === "dyn" || !fits(a, b) ? DYN : a;
}
