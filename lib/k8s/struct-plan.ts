import type { GoType } from "../go/types";
import type { Node } from "../go/value";
import { zeroNode } from "./leaves";
import { GoTime } from "./time";

/** How a struct goes through JSON: what encoding/json's cachedTypeFields knows of it. */
export interface StructPlan {
  /** In the order in which they are encoded; those of inlined structs stand in their place. */
  readonly fields: readonly FieldPlan[];
  readonly byName: ReadonlyMap<string, FieldPlan>;
  /** The field whose name equals the key but for the case of letters. */
  byFolded(key: string): FieldPlan | undefined;
}

export interface FieldPlan {
  readonly index: number;
  readonly name: string;
  /** The property of the struct's node. */
  readonly key: string;
  readonly type: GoType;
  /** The Go names of the inlined structs that it is in. */
  readonly through: readonly string[];
  readonly omitempty: boolean;
  readonly omitzero: boolean;
  /** Encoding leaves the field out where its node has no such property. */
  readonly omitAbsent: boolean;
  /** Whether a value that is present is Go's zero value; for omitzero. */
  readonly isZero: (value: unknown) => boolean;
  readonly read: ((structNode: Record<string, unknown>) => unknown) | undefined;
  readonly patchStrategy: readonly string[];
  readonly patchMergeKey: string;
  /** The zero value where it is immutable, undefined for structs, which are made anew. */
  readonly zero: Node;
}

const plans = new WeakMap<GoType, StructPlan>();

/** The plan of a struct type, made once. */
export function structPlan(type: GoType): StructPlan {
  let plan = plans.get(type);
  if (!plan) plans.set(type, (plan = makePlan(type)));
  return plan;
}

function makePlan(type: GoType): StructPlan {
  const fields: FieldPlan[] = [];
  collect(type, [], fields);
  const byName = new Map(fields.map((field) => [field.name, field]));
  let folded: Map<string, FieldPlan> | undefined;
  const byFolded = (key: string): FieldPlan | undefined => {
    if (!folded) {
      folded = new Map();
      for (const field of fields) if (!folded.has(fold(field.name))) folded.set(fold(field.name), field);
    }
    return folded.get(fold(key));
  };
  return { fields, byName, byFolded };
}

function collect(type: GoType, through: readonly string[], fields: FieldPlan[]): void {
  for (const field of type.fields ?? []) {
    if (field.inline || (field.embedded && field.json === "" && field.type.kind === "struct")) {
      collect(field.type, [...through, field.go], fields);
      continue;
    }
    if (field.json === "") continue;
    const zero = field.type.kind === "struct" ? undefined : zeroNode(field.type);
    const { key, omitempty, omitzero, read, patchStrategy, patchMergeKey } = field;
    const omitAbsent = omitzero || (omitempty && field.type.kind !== "struct");
    fields.push({
      index: fields.length,
      name: field.json,
      key,
      type: field.type,
      through,
      omitempty,
      omitzero,
      omitAbsent,
      isZero,
      read,
      patchStrategy,
      patchMergeKey,
      zero,
    });
  }
}

/** reflect's IsZero, or the type's own where it is a time. */
function isZero(value: unknown): boolean {
  if (value instanceof GoTime) return value.isZero();
  if (Array.isArray(value) || value instanceof Map) return false;
  if (typeof value === "object" && value !== null) return Object.values(value).every(isZero);
  return !value;
}

/** Go's foldName: ASCII letters in upper case, and the two signs beyond ASCII that fold to ASCII letters. */
function fold(name: string): string {
  return name.replace(/[a-z\u017f\u212a]/g, (c) => (c === "\u017f" ? "S" : c === "\u212a" ? "K" : c.toUpperCase()));
}
