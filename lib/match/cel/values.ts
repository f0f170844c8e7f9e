/** Values of CEL as it runs: int is bigint, double is number, uint its own class, lists are arrays, maps are Maps. */
export type Value = null | boolean | bigint | number | string | Uint | Optional | Value[] | ValueMap;
export type ValueMap = ReadonlyMap<string | bigint | boolean, Value>;

export class Uint {
  constructor(readonly value: bigint) {}
}

/** An optional value; `undefined` is none. */
export class Optional {
  constructor(readonly value: Value | undefined) {}
}

/** What an expression fails with, in cel-go's words. */
export class RunError extends Error {}

/** The name of a value's type. */
export function typeName(value: Value): string {
  if (value === null) return "null_type";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "bigint") return "int";
  if (typeof value === "number") return "double";
  if (typeof value === "string") return "string";
  if (value instanceof Uint) return "uint";
  if (value instanceof Optional) return "optional_type";
  return Array.isArray(value) ? "list" : "map";
}

/** A number of any of CEL's three kinds; undefined for anything else. */
export function asNumber(value: Value): bigint | number | undefined {
  if (typeof value === "bigint" || typeof value === "number") return value;
  return value instanceof Uint ? value.value : undefined;
}

/** Equality across types: numbers by value, anything else only within its type. Never fails. */
export function equal(a: Value, b: Value): boolean {
  const [x, y] = [asNumber(a), asNumber(b)];
  // Loose equality compares a bigint and a number by value.
  if (x !== undefined && y !== undefined) return x == y;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => equal(item, b[i]!));
  if (a instanceof Optional)
    return (
      b instanceof Optional &&
      (a.value === undefined ? b.value === undefined : b.value !== undefined && equal(a.value, b.value))
    );
  if (a instanceof Map) {
    if (!(b instanceof Map) || a.size !== b.size) return false;
    return [...a].every(([key, item]) => {
      const other = lookUp(b, key as Value);
      return other !== undefined && equal(item as Value, other);
    });
  }
  return a === b;
}

/** The value under a key of a map; a double that is an integer finds it. */
export function lookUp(map: ValueMap, key: Value): Value | undefined {
  const number = asNumber(key);
  if (number === undefined) return map.get(key as string | boolean);
  return Number.isInteger(Number(number)) ? map.get(BigInt(number)) : undefined;
}
