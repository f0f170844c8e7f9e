/** JSON as the page holds it: objects keep the order of their keys, integers beyond 2^53 keep all their digits. */
export type Value = null | boolean | number | bigint | string | Value[] | ValueMap;
export type ValueMap = Map<string, Value>;

/** Whether two values are the same JSON. The order of an object's keys does not count. */
export function equal(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => equal(item, b[i]));
  if (!(a instanceof Map) || !(b instanceof Map) || a.size !== b.size) return false;
  for (const [key, item] of a) if (!b.has(key) || !equal(item, b.get(key))) return false;
  return true;
}

/** The value at a JSON pointer (RFC 6901), undefined where there is none. */
export function at(value: Value | undefined, pointer: string): Value | undefined {
  let found = value;
  for (const step of steps(pointer)) {
    if (found instanceof Map) found = found.get(step);
    else if (Array.isArray(found)) found = found[Number(step)];
    else return undefined;
  }
  return found;
}

/** The keys of a JSON pointer, unescaped. */
export function steps(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A JSON pointer one step longer. */
export function child(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
