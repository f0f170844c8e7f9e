/**
 * A deep copy of a message. Lists and maps without elements become nil in it, as proto.Clone leaves them.
 */
export function cloneMessage<T>(node: T): T {
  return copy(node) as T;
}

function copy(node: unknown): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.length === 0 ? undefined : node.map(copy);
  if (node instanceof Map) {
    return node.size === 0 ? undefined : new Map([...node].map(([key, value]) => [key, copy(value)]));
  }
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) out[key] = copy(value);
  return out;
}
