import type { Input } from "./input";

/** A set of inputs; undefined is the empty one. Sets are never changed, and joining two costs O(1). */
export type Inputs = InputSet | undefined;

/** Counts how often inputs were gathered: what has been met in a round says so, which is cheaper than a set of what was met. */
let round = 0;

export class InputSet {
  private flat: readonly Input[] | undefined;
  private set: ReadonlySet<Input> | undefined;
  private met = 0;

  private constructor(
    input: Input | undefined,
    private readonly left: Inputs,
    private readonly right: Inputs,
  ) {
    this.flat = input && [input];
  }

  /** The set of one input: always the same for it. */
  static of(input: Input): InputSet {
    return (input.alone ??= new InputSet(input, undefined, undefined));
  }

  static join(a: InputSet, b: InputSet): InputSet {
    return new InputSet(undefined, a, b);
  }

  /** The inputs, each once, in the order in which they were added. O(size) once, then remembered. */
  get list(): readonly Input[] {
    return (this.flat ??= this.flattened());
  }

  get all(): ReadonlySet<Input> {
    return (this.set ??= new Set(this.list));
  }

  private flattened(): readonly Input[] {
    const now = ++round;
    const found: Input[] = [];
    const open: InputSet[] = [this];
    while (open.length > 0) {
      const next = open.pop()!;
      if (next.met === now) continue;
      next.met = now;
      if (!next.flat) {
        open.push(next.right!, next.left!);
        continue;
      }
      for (const input of next.flat) {
        if (input.met === now) continue;
        input.met = now;
        found.push(input);
      }
    }
    return found;
  }
}

/** Both sets. */
export function join(a: Inputs, b: Inputs): Inputs {
  if (!a || a === b) return b;
  return b ? InputSet.join(a, b) : a;
}

export function joinAll(sets: Iterable<Inputs>): Inputs {
  let all: Inputs;
  for (const set of sets) all = join(all, set);
  return all;
}

const NOTHING: ReadonlySet<Input> = new Set();

/** What a set holds. */
export function inputsIn(set: Inputs): ReadonlySet<Input> {
  return set ? set.all : NOTHING;
}

const NONE: readonly Input[] = [];

/** The same in the order in which they were added. */
export function listOf(set: Inputs): readonly Input[] {
  return set ? set.list : NONE;
}

/** Those of some inputs that are not in a set. O(both). */
export function without(inputs: readonly Input[], set: Inputs): readonly Input[] {
  if (!set) return inputs;
  const now = ++round;
  for (const input of set.list) input.met = now;
  return inputs.filter((input) => input.met !== now);
}

/** Whether one of some inputs is in a set. O(both). */
export function meet(set: Inputs, inputs: readonly Input[]): boolean {
  if (!set) return false;
  const now = ++round;
  for (const input of set.list) input.met = now;
  return inputs.some((input) => input.met === now);
}

/** Those of some inputs that are in a set. */
export function shared(set: Inputs, inputs: readonly Input[]): readonly Input[] {
  const list = listOf(set);
  const now = ++round;
  for (const input of list) input.met = now;
  return inputs.filter((input) => input.met === now);
}

/** The inputs that occur more than `limit` times in lists that each count so many times; a list has each once. O(sum of the lists). */
export function moreThan(limit: number, lists: readonly (readonly [readonly Input[], number])[]): Input[] {
  const now = ++round;
  const found: Input[] = [];
  for (const [list, times] of lists) {
    for (const input of list) {
      const before = input.met === now ? input.times : 0;
      input.met = now;
      input.times = before + times;
      if (before <= limit && input.times > limit) found.push(input);
    }
  }
  return found;
}
