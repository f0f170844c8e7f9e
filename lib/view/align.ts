import { diffArrays } from "diff";
import { equal, type Value } from "./value";

/** Two items of two lists that are the same one, or one that only one list has. Numbers are positions. */
export interface Pair {
  readonly left?: number;
  readonly right?: number;
  /** In both, but it changed places with others. */
  readonly moved?: boolean;
}

/** What tells the items of a list apart, by the key that holds the list. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  containers: ["name"],
  initContainers: ["name"],
  ephemeralContainers: ["name"],
  volumes: ["name"],
  env: ["name"],
  imagePullSecrets: ["name"],
  ownerReferences: ["kind", "name"],
  sysctls: ["name"],
  volumeMounts: ["mountPath"],
  volumeDevices: ["devicePath"],
  ports: ["containerPort", "protocol"],
  items: ["path"],
  hostAliases: ["ip"],
};

/**
 * Pairs the items of two lists: by name where their kind has names (`list` is the key that holds them), otherwise by what stays
 * when the one list is edited into the other. Pairs come in the order of the right list, those that it lacks where they stood.
 */
export function align(list: string, left: readonly Value[], right: readonly Value[]): Pair[] {
  const keys = KEYS[list];
  return keys ? alignByName(keys, left, right) : alignBySequence(left, right);
}

function alignByName(keys: readonly string[], left: readonly Value[], right: readonly Value[]): Pair[] {
  const positions = new Map<string, number[]>();
  for (const [i, item] of left.entries()) {
    const name = nameOf(item, keys);
    const known = positions.get(name);
    if (known) known.push(i);
    else positions.set(name, [i]);
  }
  const found = right.map((item) => positions.get(nameOf(item, keys))?.shift());
  const still = new Set(longestRising(found.filter((i) => i !== undefined)));
  const pairs: Pair[] = found.map((i, j) =>
    i === undefined ? { right: j } : { left: i, right: j, moved: !still.has(i) },
  );
  const gone = new Set(left.keys());
  for (const i of found) if (i !== undefined) gone.delete(i);
  for (const i of gone) {
    const before = pairs.findLastIndex((pair) => pair.left !== undefined && pair.left < i && !pair.moved);
    pairs.splice(before + 1, 0, { left: i });
  }
  return pairs;
}

function nameOf(item: Value, keys: readonly string[]): string {
  return item instanceof Map ? keys.map((key) => String(item.get(key) ?? "")).join("\u0000") : String(item);
}

function alignBySequence(left: readonly Value[], right: readonly Value[]): Pair[] {
  const pairs: Pair[] = [];
  let i = 0;
  let j = 0;
  const edits = diffArrays([...left], [...right], { comparator: equal });
  for (const [at, edit] of edits.entries()) {
    const next = edits[at + 1];
    const items = isObject(edit.value[0]);
    if (edit.removed && next?.added && items) {
      // Objects without a name that differ in place: the same one, changed.
      const both = Math.min(edit.count, next.count);
      for (let k = 0; k < both; k++) pairs.push({ left: i + k, right: j + k });
      for (let k = both; k < edit.count; k++) pairs.push({ left: i + k });
      for (let k = both; k < next.count; k++) pairs.push({ right: j + k });
      i += edit.count;
      j += next.count;
    } else if (edit.added && edits[at - 1]?.removed && items && isObject(edits[at - 1]!.value[0])) {
      continue;
    } else {
      for (let k = 0; k < edit.count; k++) {
        pairs.push(edit.added ? { right: j++ } : edit.removed ? { left: i++ } : { left: i++, right: j++ });
      }
    }
  }
  return pairs;
}

function isObject(value: Value | undefined): boolean {
  return value instanceof Map;
}

/** A longest rising subsequence of different numbers. */
function longestRising(numbers: readonly number[]): number[] {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [at, value] of numbers.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = at;
  }
  const rising: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) rising.unshift(numbers[at]!);
  return rising;
}
