import { JsonNumber, type Json } from "../go/json-value";
import { uncomparable, unhashable } from "./errors";

/** Go's interface comparison and its use as a map key, for JSON values. */

/** A JavaScript value that is identical for equal scalars; undefined for maps and lists, which cannot be keys. */
export function scalarKey(value: Json): unknown {
  if (value === null || typeof value !== "object") return value;
  return value instanceof JsonNumber ? `\0${value.text}` : undefined;
}

/** The same as the key of a Go map; throws GoPanic for maps and lists. */
export function hashKey(value: Json): unknown {
  const key = scalarKey(value);
  if (key === undefined) throw unhashable(value);
  return key;
}

/** `a == b` of interfaces. Throws GoPanic for two maps or two lists. */
export function equalScalars(a: Json, b: Json): boolean {
  const key = scalarKey(a);
  if (key !== undefined) return key === scalarKey(b);
  if (scalarKey(b) === undefined && Array.isArray(a) === Array.isArray(b)) throw uncomparable(a);
  return false;
}

/** Where values stand in a list of values, by the first that is equal. A value that is undefined equals none. */
export class Positions {
  private readonly first = new Map<unknown, number>();
  private readonly compound: Json[] = [];
  private size = 0;
  constructor(values: readonly (Json | undefined)[]) {
    for (const value of values) this.add(value);
  }

  /** Appends a value to the list. */
  add(value: Json | undefined): void {
    const at = this.size++;
    if (value === undefined) return;
    const key = scalarKey(value);
    if (key === undefined) this.compound.push(value);
    else if (!this.first.has(key)) this.first.set(key, at);
  }

  /** The position, -1 if it is not there. Throws GoPanic as `equalScalars` does. */
  of(value: Json): number {
    const key = scalarKey(value);
    if (key !== undefined) return this.first.get(key) ?? -1;
    for (const other of this.compound) equalScalars(value, other);
    return -1;
  }
}
