import { Typed } from "./value";

/** A deep copy of a node or value: Maps, arrays and struct nodes are copied, leaves (Quantity, Time, …) shared, as they never change. */
export function cloneNode<T>(node: T): T {
  return clone(node) as T;
}

function clone(node: unknown): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map(clone);
  if (node instanceof Map) {
    const copy = new Map<unknown, unknown>();
    for (const [key, value] of node) copy.set(key, clone(value));
    return copy;
  }
  if (node instanceof Typed) return new Typed(node.type, clone(node.node));
  if (Object.getPrototypeOf(node) !== Object.prototype) return node;
  const copy: Record<string, unknown> = {};
  for (const key in node) copy[key] = clone((node as Record<string, unknown>)[key]);
  return copy;
}
