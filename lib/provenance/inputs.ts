import type { Input } from "./input";

/** A set of inputs; undefined is the empty one. Sets are never changed, and joining two costs O(1). */
export type Inputs = InputSet | undefined;

export class InputSet {
  private flat: ReadonlySet<Input> | undefined;

  private constructor(
    private readonly input: Input | undefined,
    private readonly left: Inputs,
    private readonly right: Inputs,
  ) {}

  static of(input: Input): InputSet {
    return new InputSet(input, undefined, undefined);
  }

  static join(a: InputSet, b: InputSet): InputSet {
    return new InputSet(undefined, a, b);
  }

  /** The inputs, in the order in which they were added. O(size) once, then remembered. */
  get all(): ReadonlySet<Input> {
    return (this.flat ??= this.flattened());
  }

  private flattened(): ReadonlySet<Input> {
    const found = new Set<Input>();
    const seen = new Set<InputSet>();
    const open: InputSet[] = [this];
    while (open.length > 0) {
      const next = open.pop()!;
      if (seen.has(next)) continue;
      seen.add(next);
      if (next.flat) for (const input of next.flat) found.add(input);
      else if (next.input) found.add(next.input);
      else open.push(next.right!, next.left!);
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
