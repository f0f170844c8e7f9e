import type { Input } from "./input";
import { InputSet, join, type Inputs } from "./inputs";

/**
 * What a value came from while a template runs: `data` is what it was made of (each of them can be changed so that the value changes),
 * `control` what decided that it is this value (nothing that can change the value is in neither). Flows are never changed, but for the
 * members of a MadeFlow, whose container templates can change too.
 */
export abstract class Flow {
  abstract readonly data: Inputs;
  abstract readonly control: Inputs;
  /** The flow of a member, existing or not: of a struct's field by its JSON key, of a map's entry, of a list's element by its decimal index. */
  abstract member(key: string): Flow;
  /** The same value where other inputs decided too. */
  abstract decidedBy(control: Inputs): Flow;

  /** Everything that the value depends on. */
  get inputs(): Inputs {
    return join(this.data, this.control);
  }
}

/** A value that is as it was pasted. */
export class InputFlow extends Flow {
  private set: InputSet | undefined;

  constructor(
    readonly input: Input,
    readonly control: Inputs = undefined,
  ) {
    super();
  }

  get data(): Inputs {
    return (this.set ??= InputSet.of(this.input));
  }

  /** That of an input which nothing decided about: always the same for it. */
  static of(input: Input): InputFlow {
    return (input.flow ??= new InputFlow(input)) as InputFlow;
  }

  member(key: string): Flow {
    const member = this.input.member(key);
    return this.control ? new InputFlow(member, this.control) : InputFlow.of(member);
  }

  decidedBy(control: Inputs): Flow {
    return control ? new InputFlow(this.input, join(this.control, control)) : this;
  }
}

/** A piece of a text: UTF-16 units, and what it was made of. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly flow: Flow;
}

/** A value that was computed: a scalar. `spans`: of a text, which pieces of it came from what; the rest came from `data` and `control` in general. */
export class ScalarFlow extends Flow {
  constructor(
    readonly data: Inputs,
    readonly control: Inputs,
    readonly spans?: readonly TextSpan[],
  ) {
    super();
  }

  /** What a value computed of this one would show if it were taken apart. */
  member(): Flow {
    return this;
  }

  decidedBy(control: Inputs): Flow {
    return control ? new ScalarFlow(this.data, join(this.control, control), this.spans) : this;
  }
}

/** A list or map that a function made (or changed). `members` is shared by all flows of that container; a key that it lacks is `rest`'s. */
export class MadeFlow extends Flow {
  constructor(
    /** What the container itself was made of, without what it holds. */
    readonly data: Inputs,
    readonly control: Inputs,
    readonly members: Map<string, Flow>,
    readonly rest?: Flow,
  ) {
    super();
  }

  member(key: string): Flow {
    const own = this.members.get(key) ?? this.rest?.member(key);
    return own ? own.decidedBy(this.control) : new ScalarFlow(undefined, join(this.data, this.control));
  }

  decidedBy(control: Inputs): Flow {
    return control ? new MadeFlow(this.data, join(this.control, control), this.members, this.rest) : this;
  }
}

/** What came from the template's own text. */
export const LITERAL: Flow = new ScalarFlow(undefined, undefined);
