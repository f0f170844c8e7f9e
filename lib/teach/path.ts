import type { Value } from "../view/value";

/**
 * The way to a value of a pod: keys of objects, and of lists the name of an item (or its mountPath or key) or its index:
 * `["spec", "containers", "istio-proxy", "env", "POD_NAME"]`.
 */
export type Path = readonly (string | number)[];

/** A value as plain JSON. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** What an item of a list is called by, in this order. */
const NAMES = ["name", "mountPath", "key"] as const;

/** The value that a path leads to; undefined where there is none. */
export function at(value: Value | undefined, path: Path): Value | undefined {
  const [step, ...rest] = path;
  if (step === undefined || value === undefined) return value;
  if (value instanceof Map) return at(value.get(String(step)), rest);
  if (!Array.isArray(value)) return undefined;
  if (typeof step === "number") return at(value.at(step), rest);
  const item = value.find((one) => one instanceof Map && NAMES.some((name) => one.get(name) === step));
  return at(item, rest);
}

/** A value as plain JSON; integers beyond 2^53 as text. */
export function plain(value: Value | undefined): Plain | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "bigint") return String(value);
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, item]) => [key, plain(item) as Plain]));
  }
  return Array.isArray(value) ? value.map((item) => plain(item) as Plain) : value;
}
