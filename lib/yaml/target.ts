import type { GoField, GoType } from "../go/types";

/**
 * A Go type as yaml.Unmarshal of sigs.k8s.io/yaml looks at it before it decodes: only to find out which scalars end in
 * strings. Undefined stands for everything else, also for types that decode themselves.
 */
export type Target =
  | { readonly kind: "string" }
  | { readonly kind: "struct"; readonly type: GoType; readonly fields: Fields }
  | { readonly kind: "map" | "slice"; readonly type: GoType; elem?: Target | null };

interface Fields {
  /** By JSON name. */
  readonly exact: ReadonlyMap<string, Field>;
  /** By JSON name with case folded: the first field of that name. */
  readonly folded: ReadonlyMap<string, Field>;
}

interface Field {
  readonly type: GoType;
  readonly addressable: boolean;
  target?: Target | null;
}

const STRING_TARGET: Target = { kind: "string" };
const addressableTargets = new WeakMap<GoType, Target | null>();
const otherTargets = new WeakMap<GoType, Target | null>();

/**
 * The target that a type is. Mirrors indirect of sigs.k8s.io/yaml (fields.go): pointers are followed; a type with
 * UnmarshalJSON or UnmarshalText is left alone where such a method can be seen, which takes a pointer or an addressable
 * value (elements of maps are not).
 */
export function targetOf(type: GoType, addressable = true): Target | undefined {
  const cache = addressable ? addressableTargets : otherTargets;
  let target = cache.get(type);
  if (target === undefined) cache.set(type, (target = makeTarget(type, addressable) ?? null));
  return target ?? undefined;
}

function makeTarget(type: GoType, addressable: boolean): Target | undefined {
  while (type.kind === "ptr" && type.elem) {
    type = type.elem;
    addressable = true;
  }
  if (addressable && decodesItself(type)) return undefined;
  switch (type.kind) {
    case "string":
      return STRING_TARGET;
    case "struct":
      return { kind: "struct", type, fields: fieldsOf(type, addressable) };
    case "map":
    case "slice":
      return { kind: type.kind, type };
  }
  return undefined;
}

/** The target of the elements of a list: only a slice has one. */
export function elementTarget(target: Target): Target | undefined {
  return target.kind === "slice" ? contentTarget(target) : undefined;
}

/** The target of a key's value: only structs and maps have one. */
export function memberTarget(target: Target, key: string): Target | undefined {
  if (target.kind === "map") return contentTarget(target);
  if (target.kind !== "struct") return undefined;
  const field = target.fields.exact.get(key) ?? target.fields.folded.get(fold(key));
  if (!field) return undefined;
  if (field.target === undefined) field.target = targetOf(field.type, field.addressable) ?? null;
  return field.target ?? undefined;
}

/** Elements of slices are made addressable, those of maps are not. */
function contentTarget(target: Extract<Target, { kind: "map" | "slice" }>): Target | undefined {
  if (target.elem === undefined) target.elem = targetOf(target.type.elem!, target.kind === "slice") ?? null;
  return target.elem ?? undefined;
}

/** Whether *type has a method UnmarshalJSON or UnmarshalText, be it promoted from an embedded field. */
function decodesItself(type: GoType): boolean {
  let level = [type];
  const seen = new Set<GoType>();
  while (level.length > 0) {
    const next: GoType[] = [];
    let found = 0;
    for (const t of level) {
      if (seen.has(t)) continue;
      seen.add(t);
      if (t.methods?.has("UnmarshalJSON") || t.methods?.has("UnmarshalText")) found++;
      for (const field of t.fields ?? []) if (field.embedded) next.push(followPointer(field.type));
    }
    // Two at the same depth hide each other.
    if (found > 0) return found === 1;
    level = next;
  }
  return false;
}

function followPointer(type: GoType): GoType {
  return type.kind === "ptr" ? type.elem! : type;
}

interface Candidate {
  readonly name: string;
  /** The indexes that lead to the field, through embedded structs. */
  readonly index: readonly number[];
  readonly tagged: boolean;
}

/**
 * The fields that encoding/json would use. Mirrors typeFields of sigs.k8s.io/yaml, and its quirk: for a field that
 * comes from an embedded struct, the target is that struct, not the field.
 */
function fieldsOf(type: GoType, addressable: boolean): Fields {
  const exact = new Map<string, Field>();
  const folded = new Map<string, Field>();
  for (const { name, index } of visibleFields(type)) {
    const field: Field = { type: type.fields![index[0]!]!.type, addressable };
    exact.set(name, field);
    const foldedName = fold(name);
    if (!folded.has(foldedName)) folded.set(foldedName, field);
  }
  return { exact, folded };
}

/** In order of declaration, hidden ones left out. */
function visibleFields(type: GoType): Candidate[] {
  const byName = new Map<string, Candidate[]>();
  const visited = new Set<GoType>();
  let level: { type: GoType; index: number[]; count: number }[] = [{ type, index: [], count: 1 }];
  while (level.length > 0) {
    const next = new Map<GoType, { type: GoType; index: number[]; count: number }>();
    for (const { type: struct, index, count } of level) {
      if (visited.has(struct)) continue;
      visited.add(struct);
      struct.fields?.forEach((field, i) => {
        const path = [...index, i];
        if (isExplored(field)) {
          const embedded = followPointer(field.type);
          const known = next.get(embedded);
          if (known) known.count++;
          else next.set(embedded, { type: embedded, index: path, count: 1 });
        } else if (field.json !== "") {
          const candidate = { name: field.json, index: path, tagged: field.json !== field.go };
          const list = byName.get(field.json) ?? [];
          byName.set(field.json, list);
          list.push(candidate);
          if (count > 1) list.push(candidate);
        }
      });
    }
    level = [...next.values()];
  }
  const fields = [...byName.values()].flatMap((list) => dominant(list) ?? []);
  return fields.sort((a, b) => compareIndex(a.index, b.index));
}

/** An embedded struct without a name of its own in JSON: its fields count as the outer struct's. */
function isExplored(field: GoField): boolean {
  return field.inline || (field.embedded && field.json === "" && followPointer(field.type).kind === "struct");
}

function dominant(list: Candidate[]): Candidate | undefined {
  const depth = Math.min(...list.map((f) => f.index.length));
  const top = list.filter((f) => f.index.length === depth);
  const tagged = top.filter((f) => f.tagged);
  const choice = tagged.length > 0 ? tagged : top;
  return choice.length === 1 ? choice[0] : undefined;
}

function compareIndex(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

/** The name with ASCII letters in lower case; ſ and the Kelvin sign fold too, as in encoding/json. */
function fold(name: string): string {
  const lower = name.toLowerCase();
  return lower.includes("\u017f") ? lower.replaceAll("\u017f", "s") : lower;
}
