import { ASPECTS } from "../compare/situation";
import type { Schema } from "./schema";

const text = (description: string): Schema => ({ type: "string", description });
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** The release that the engine behaves as. */
export const releaseSchema: Schema = {
  type: "object",
  properties: { name: text("For example `1.30`."), from: text("Where that was found.") },
  required: ["name", "from"],
};

/** What became of a workload from one side to the other. */
export const outcomeSchema: Schema = {
  enum: ["same", "changed", "starts-to-fail", "stops-failing", "fails", "only-a", "only-b"],
  description: "`fails`: on both sides.",
};

const aspects: Schema = { type: "array", items: { enum: ASPECTS } };

const side: Schema = {
  type: "object",
  properties: {
    release: releaseSchema,
    configError: { ...ref("ResultError"), description: "This side cannot be used at all: there are no objects." },
    error: { ...ref("ResultError"), description: "A document of the workload cannot be read." },
  },
  required: ["release"],
};

const object: Schema = {
  type: "object",
  description: "The object as an injection's result has it.",
  properties: {
    index: { description: "The number of its document, or that and its number in the List." },
    kind: { type: "string" },
    name: { type: "string" },
    namespace: { type: "string" },
    decision: { type: "object" },
    templates: { type: "array" },
    error: ref("ResultError"),
  },
  required: ["index", "kind", "name", "namespace"],
};

const value: Schema = { description: "A value of the pod." };

const change: Schema = {
  type: "object",
  properties: {
    kind: { enum: ["added", "removed", "changed", "moved"] },
    topic: text("What it is about: `image`, `env`, `args`, …"),
    container: text("The container that it is in."),
    label: text("What changed, in the words of the pod."),
    before: { ...value, description: "The value on side A." },
    after: { ...value, description: "The value on side B." },
    left: text("JSON pointer into the pod of A."),
    right: text("JSON pointer into the pod of B."),
    cause: {
      type: "object",
      properties: {
        by: { ...aspects, description: "Each made it alone, or (`together`) it goes away without any of them." },
        together: { type: "boolean" },
        a: { ...ref("Span"), description: "Where what stands there was written, in the texts of A." },
        b: { ...ref("Span"), description: "The same in the texts of B." },
        template: text("The template that wrote it."),
        inputs: {
          type: "array",
          maxItems: 4,
          description:
            "Inputs that are not the same on both sides and make it, found by trying: each alone, or the fewest that are needed together.",
          items: {
            type: "object",
            properties: {
              place: ref("Place"),
              side: {
                type: "string",
                enum: ["a", "b"],
                description: "In whose texts the place is: B's, unless only A has it.",
              },
              a: text("What A holds, as JSON."),
              b: text("What B holds, as JSON."),
            },
            required: ["place", "side"],
          },
        },
        moreInputs: { type: "integer", minimum: 1, description: "How many more inputs make it." },
        untried: {
          type: "boolean",
          description: "Not all inputs could be tried one by one: some of those that are told may have no part in it.",
        },
        sentence: ref("Sentence"),
      },
      required: ["by", "together", "inputs", "sentence"],
    },
  },
  required: ["kind", "topic", "label", "cause"],
};

/** The forms of `POST /api/v1/compare`. */
export const compareSchemas = {
  CompareRequest: {
    type: "object",
    properties: {
      a: ref("InjectRequest"),
      b: { ...ref("InjectRequest"), description: "`options.include` of neither side is looked at." },
      step: text(
        "The step whose pods are compared: `submitted`, the id of a stage such as `mergedPod:sidecar`, or `final` (default).",
      ),
      stepB: text("The step of B, where it is another one than that of A."),
    },
    required: ["a", "b"],
    additionalProperties: false,
  },
  CompareResult: {
    type: "object",
    properties: {
      a: side,
      b: side,
      differs: { ...aspects, description: "What differs between the two requests." },
      objects: {
        type: "array",
        items: {
          type: "object",
          properties: {
            outcome: outcomeSchema,
            a: object,
            b: object,
            podA: { type: ["object", "null"], description: "The pod of A at the compared step." },
            podB: { type: ["object", "null"], description: "The pod of B at the compared step." },
            changes: { type: "array", items: change },
          },
          required: ["outcome", "changes"],
        },
      },
    },
    required: ["a", "b", "differs", "objects"],
  },
} satisfies Record<string, Schema>;
