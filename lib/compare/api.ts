import type { InjectRequest, InjectResult, ObjectResult, Place, ResultError, Sentence, Span } from "../inject/api";
import type { Change } from "../view/changes";
import type { Value } from "../view/value";
import type { Aspect } from "./situation";

/** What is compared. */
export interface CompareRequest {
  readonly a: InjectRequest;
  readonly b: InjectRequest;
  /** The step whose pods are compared: `submitted`, the id of a stage, or `final` (default). */
  readonly step?: string;
  /** The step of B, where it is another one than that of A. */
  readonly stepB?: string;
}

/** What became of one pod on its way from situation A to situation B. */
export type Outcome =
  | "same"
  | "changed"
  /** Injection works in A and fails in B. */
  | "starts-to-fail"
  | "stops-failing"
  /** It fails in both. */
  | "fails"
  | "only-a"
  | "only-b";

/** One side of a compared object. */
export type ComparedObject = Pick<
  ObjectResult,
  "index" | "kind" | "name" | "namespace" | "decision" | "templates" | "error"
>;

/** An input that a change hangs on, with what it holds on each side; absent where it holds nothing. */
export interface DifferingInput {
  readonly place: Place;
  /** On which side the place is: in B, unless only A has it. */
  readonly side: "a" | "b";
  readonly a?: string;
  readonly b?: string;
}

/** What made a change. */
export interface Cause {
  /** The aspects that made it, by trying: each makes it alone, or (`together`) it goes away without any of them. */
  readonly by: readonly Aspect[];
  readonly together: boolean;
  /** Where what stands there was written, on each side. */
  readonly a?: Span;
  readonly b?: Span;
  /** The template that wrote it. */
  readonly template?: string;
  /**
   * The inputs that are not the same on both sides and make it: each alone, or the fewest that are needed together; four at most. Where
   * they could not all be tried (`untried`), those that it was made of, or that decided.
   */
  readonly inputs: readonly DifferingInput[];
  /** How many more inputs than those make it. */
  readonly moreInputs?: number;
  readonly untried?: boolean;
  readonly sentence: Sentence;
}

/** A difference of the two pods, with what made it. */
export interface ComparedChange extends Change {
  readonly cause: Cause;
}

/** One object in both situations. */
export interface ObjectComparison {
  readonly outcome: Outcome;
  readonly a?: ComparedObject;
  readonly b?: ComparedObject;
  /** The pods of the compared step. */
  readonly podA?: Value;
  readonly podB?: Value;
  readonly changes: readonly ComparedChange[];
}

/** One side as a whole. */
export interface ComparedSide extends Pick<InjectResult, "release"> {
  readonly configError?: ResultError;
  readonly error?: ResultError;
}

/** What a comparison says. */
export interface CompareResult {
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  /** What differs between the two requests. */
  readonly differs: readonly Aspect[];
  readonly objects: readonly ObjectComparison[];
}
