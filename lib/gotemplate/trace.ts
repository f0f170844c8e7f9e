import type { Flow } from "../provenance/flow";
import type { Inputs } from "../provenance/inputs";
import type { ListNode, ActionNode, TextNode } from "./node";

/** A piece of the output, and what wrote it. Pieces are in the order of the output and leave no gaps; an action can print nothing. */
export interface Piece {
  readonly node: TextNode | ActionNode;
  /** In the output, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Of an action: what the printed value came from. */
  readonly flow: Flow | undefined;
  /** What the `if`, `with`, `range`, `break` around it read: what decided that it was written. */
  readonly control: Inputs;
}

/** A part of the template that was not run, and what decided that. */
export interface Skip {
  /** Where it would have written, in the output; after the last round of a loop, one round more. */
  readonly at: number;
  readonly body: ListNode;
  readonly control: Inputs;
}

/** What a run of a template leaves behind about where its output came from. Hand a new one to `execute`, read it afterwards. */
export class Trace {
  readonly pieces: Piece[] = [];
  readonly skips: Skip[] = [];
  /** Where the run failed: what the failing statement had read, in its order, and what decided that it ran. */
  failure: { readonly read: Inputs; readonly control: Inputs } | undefined;

  constructor(
    /** What the template's data came from; its members by the JSON keys of the data's fields. */
    readonly dot: Flow,
    /** What the environment came from that `env` reads; its members by the names of the variables. */
    readonly environment?: Flow,
  ) {}
}
