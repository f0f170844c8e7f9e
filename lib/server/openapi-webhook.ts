import type { Schema } from "./schema";

const place: Schema = { $ref: "#/components/schemas/Place" };
const string: Schema = { type: "string" };
const strings: Schema = { type: "array", items: string };
const of: Schema = { enum: ["namespace", "object"] };

const reason: Schema = {
  type: "object",
  properties: {
    predicate: { enum: ["rules", "scope", "namespaceSelector", "objectSelector", "matchConditions"] },
    at: place,
    label: {
      type: "object",
      description: "Of a selector: the label that was asked for. `found` is absent where there is no such label.",
      properties: { of, key: string, operator: string, values: strings, found: string },
      required: ["of", "key", "operator", "values"],
    },
    labelAt: place,
    error: { type: "string", description: "What the API server says where this cannot be asked." },
  },
  required: ["predicate", "at"],
};

/** `webhook` of an object: whether the API server calls the injector for it. */
export const webhookSchema: Schema = {
  type: "object",
  description:
    "Whether the API server (Kubernetes 1.35) calls the injector when the pod is created. Only where `webhooks` were sent; what follows is what the injector does if it is called.",
  properties: {
    called: { type: "boolean" },
    by: { type: "string", description: "The injector's webhook that is called." },
    configuration: { type: "string", description: "The configuration that it stands in." },
    also: { ...strings, description: "More of the injector's webhooks that are called: the pod is injected again." },
    because: {
      type: "array",
      items: reason,
      description: "What made it be called; otherwise what kept that webhook from it to which least says no.",
    },
    labels: {
      type: "array",
      items: { type: "object", properties: { of, key: string, value: string }, required: ["of", "key"] },
      description: "Single labels that would turn the answer round, best first. Without a value: taken away.",
    },
    namespace: {
      type: "object",
      description: "The namespace that was looked at. One that was not sent is taken to have no labels.",
      properties: { name: string, given: { type: "boolean" } },
      required: ["name", "given"],
    },
    error: { $ref: "#/components/schemas/ResultError" },
  },
  required: ["called", "because", "labels", "namespace"],
};
