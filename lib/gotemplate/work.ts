import type { GoType } from "../go/types";
import { Typed } from "../go/value";

/** Characters, values and elements of a list that is only copied, that a function can go through in the time of one instruction, about. */
const CHARACTERS = 8;
const VALUES = 2;
const ELEMENTS = 8;

/**
 * What it costs, in steps, to go through a value that templates can make as large as they like: texts by length, lists and maps with all
 * that they hold, as often as they hold it. Structs are as the user pasted them, and free. Counting stops beyond `most` steps, so also
 * for a map that holds itself.
 */
export function workOf(value: unknown, most: number): number {
  if (typeof value === "string") return value.length / CHARACTERS;
  if (typeof value !== "object" || value === null) return 0;
  let work = 0;
  const open: unknown[] = [value];
  while (open.length > 0 && work <= most) {
    const next = open.pop();
    work += 1 / VALUES;
    if (typeof next === "string") work += next.length / CHARACTERS;
    else if (next instanceof Typed) {
      if (!holdsStructs(next.type)) open.push(next.node);
    } else if (Array.isArray(next)) {
      // A long list has its price before all of it is looked at.
      if (next.length / VALUES > most) return work + next.length / VALUES;
      for (const item of next) open.push(item);
    } else if (next instanceof Map) {
      for (const [key, item] of next as Map<string, unknown>) {
        work += key.length / CHARACTERS;
        open.push(item);
      }
    }
  }
  return work;
}

/** What it costs to make a value, or to go through it without what it holds. */
export function shallowWorkOf(value: unknown): number {
  if (typeof value === "string") return value.length / CHARACTERS;
  const node = value instanceof Typed ? value.node : value;
  if (Array.isArray(node)) return node.length / ELEMENTS;
  return node instanceof Map ? node.size / ELEMENTS : 0;
}

function holdsStructs({ kind, elem }: GoType): boolean {
  return kind === "struct" || elem?.kind === "struct";
}
