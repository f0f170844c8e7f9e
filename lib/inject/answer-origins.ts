import type { Json } from "../go/json-value";
import { InputSet, inputsIn, join } from "../provenance/inputs";
import type { ObjectResult, ResultError } from "./api";
import { OriginBuilder } from "./origins/builder";
import { originsOf } from "./origins/result";
import { failureSentence, type FailedStep } from "./origins/sentence";
import { Sources, type About } from "./origins/sources";
import { tellingOf } from "./origins/told";
import { decide } from "./origins/trees";

/** The origins of one object, as far as it has come. */
export interface Following {
  /** Follows the injection. */
  readonly builder: OriginBuilder;
  /** The origins of the pod that was injected. */
  injected(input: Json, pod: Json): Pick<ObjectResult, "origins" | "removed">;
  /** The origins of a pod that is left alone: whatever decided that could have had it injected. */
  leftAlone(input: Json): Pick<ObjectResult, "origins" | "removed">;
  /** What the step that failed had read. */
  failed(error: ResultError): ResultError;
  /** The same of an object that could not even be read: `pointer` is that of the value in it that is wrong. */
  unread(error: ResultError, pointer: string): ResultError;
}

/** Follows where everything in one pod comes from. */
export function followOrigins(about: About): Following {
  const sources = new Sources(about);
  const builder = new OriginBuilder(sources);
  const { podType } = about.setup;
  return {
    builder,
    injected: (input, pod) => originsOf(builder.tree, pod, input, podType, sources),
    // The offline command prints anew what it leaves alone, as its release does.
    leftAlone: (input) => {
      const decided = join(sources.decided, sources.offline ? sources.release : undefined);
      return originsOf(decide(sources.podTree(), decided), input, input, podType, sources);
    },
    failed: (error) => withOrigin(error, builder.failure, sources),
    unread: (error, pointer) =>
      withOrigin(error, { read: InputSet.of(sources.object.at(pointer)), control: undefined }, sources),
  };
}

function withOrigin(error: ResultError, failed: FailedStep, sources: Sources): ResultError {
  const [read, control] = [inputsIn(failed.read), inputsIn(failed.control)];
  const origin = {
    data: [...read].map((input) => sources.place(input)),
    control: [...control].filter((input) => !read.has(input)).map((input) => sources.place(input)),
    sentence: failureSentence(failed, error.at?.line, tellingOf(sources)),
  };
  return { ...error, origin };
}
