import type { Inputs } from "./inputs";

/** The texts that an origin can name. */
export type InputSource =
  "workload" | "injector" | "values" | "mesh" | "proxyConfigs" | "namespaces" | "webhooks" | "options" | "default";

/**
 * One input: a place in what was pasted, by JSON pointer; it need not exist (an annotation that the pod lacks decides too). There is one
 * object for each place in a run, so inputs are compared by identity.
 */
export class Input {
  /** The last round of gathering inputs that met it: see inputs.ts. */
  met = 0;
  /** How often it has been counted in that round. */
  times = 0;
  /** The set of it alone, once somebody has asked for it: see inputs.ts. */
  alone: Inputs;
  /** What it is as a value that nothing else decided about, once somebody has asked for it: see flow.ts. */
  flow: object | undefined;
  /** What has been looked up of it in what was pasted. */
  facts: object | undefined;
  private members: Map<string, Input> | undefined;
  private path: string | undefined;

  private constructor(
    readonly source: InputSource,
    /** The place that this one is a member of. */
    readonly parent: Input | undefined,
    readonly key: string,
  ) {}

  /** The whole text of a source. Make one for each source of a run. */
  static root(source: InputSource): Input {
    return new Input(source, undefined, "");
  }

  /** The place of a member: a map's key, or a list's index as a decimal number. */
  member(key: string): Input {
    const members = (this.members ??= new Map<string, Input>());
    let member = members.get(key);
    if (!member) members.set(key, (member = new Input(this.source, this, key)));
    return member;
  }

  /** The place at a JSON pointer below this one. */
  at(pointer: string): Input {
    if (pointer === "") return this;
    const tokens = pointer.slice(1).split("/");
    if (!pointer.includes("~")) return tokens.reduce<Input>((input, token) => input.member(token), this);
    return tokens.reduce<Input>(
      (input, token) => input.member(token.replaceAll("~1", "/").replaceAll("~0", "~")),
      this,
    );
  }

  /** RFC 6901, from the root of the source's text. */
  get pointer(): string {
    return (this.path ??= this.parent ? `${this.parent.pointer}/${escaped(this.key)}` : "");
  }
}

function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
