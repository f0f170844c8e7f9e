import { outcomeSchema, releaseSchema } from "./openapi-compare";
import type { Schema } from "./schema";

const text = (description: string): Schema => ({ type: "string", description });
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const count = (description: string): Schema => ({ type: "integer", minimum: 0, description });
const line: Schema = { type: "integer", minimum: 1, description: "The line of `workload` on which its object begins." };

const side = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: "object",
  description: "What the workloads are injected with. `options.include` and `options.path` are not looked at.",
  properties,
  required: ["injector"],
  additionalProperties: false,
});

const sideState: Schema = {
  type: "object",
  properties: {
    release: releaseSchema,
    configError: { ...ref("ResultError"), description: "This side cannot be used at all: no workload follows." },
  },
  required: ["release"],
};

const change: Schema = {
  type: "object",
  properties: {
    kind: { enum: ["added", "removed", "changed", "moved"] },
    topic: text("What it is about: `image`, `env`, `args`, …"),
    container: text("The container that it is in."),
    label: text("What changed, in the words of the pod."),
    before: text("The value on side A in one line, shortened where it is long."),
    after: text("The value on side B."),
  },
  required: ["kind", "topic", "label"],
};

const typed = (
  type: string,
  description: string,
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
) => ({
  type: "object" as const,
  description,
  properties: { type: { const: type }, ...properties },
  required: ["type", ...Object.keys(properties).filter((name) => !optional.includes(name))],
});

/** The forms of `POST /api/v1/fleet`. `texts` and `options`: those of an injection's request. */
export function fleetSchemas(
  texts: Readonly<Record<"workload" | "injector" | "mesh" | "proxyConfigs" | "namespaces", Schema>>,
  options: Schema,
) {
  const { workload, injector, mesh, proxyConfigs, namespaces } = texts;
  return {
    FleetRequest: {
      type: "object",
      properties: {
        workload: {
          ...workload,
          description: "The workloads: YAML or JSON, documents or Lists as kubectl prints them.",
        },
        a: side({ injector, mesh, proxyConfigs, namespaces, options }),
        b: side({ injector, mesh, proxyConfigs, namespaces, options }),
      },
      required: ["workload", "a", "b"],
      additionalProperties: false,
    },
    FleetLine: {
      description: "One line of the answer.",
      anyOf: [
        typed("start", "The first line.", { a: sideState, b: sideState, objects: count("Objects that were found.") }),
        typed(
          "workload",
          "What an upgrade means for one workload, or for one document that cannot be read. They come as they are done.",
          {
            number: count("How many objects there were before it."),
            line,
            kind: { type: "string" },
            namespace: { type: "string" },
            name: { type: "string" },
            outcome: outcomeSchema,
            injected: {
              type: "object",
              properties: { a: { type: "boolean" }, b: { type: "boolean" } },
              required: ["a", "b"],
            },
            changes: { type: "array", items: change },
            error: { ...ref("ResultError"), description: "The injector's words where it fails in B, or else in A." },
            group: text("The same for workloads with the same change, whatever they are called."),
          },
          ["error"],
        ),
        typed("stopped", "An object that took more time or memory than the server allows; the others go on.", {
          number: count("How many objects there were before it."),
          line,
          title: { type: "string" },
          detail: { type: "string" },
        }),
        typed("progress", "How far it is.", { done: count("Objects that are done."), of: count("All objects.") }),
        typed("end", "The last line of a whole answer.", {
          workloads: count("How many lines of workloads there were."),
          stopped: count("How many objects were stopped."),
          counts: { type: "object", additionalProperties: { type: "integer" }, description: "Workloads by outcome." },
          groups: {
            type: "array",
            description: "Workloads with the same change: those that would start to fail first, then the biggest.",
            items: {
              type: "object",
              properties: {
                group: { type: "string" },
                outcome: outcomeSchema,
                workloads: count("How many."),
                example: count("The number of its first workload."),
              },
              required: ["group", "outcome", "workloads", "example"],
            },
          },
        }),
        typed("problem", "The answer ends here, before its end.", {
          title: { type: "string" },
          detail: { type: "string" },
        }),
      ],
    },
  } satisfies Record<string, Schema>;
}
