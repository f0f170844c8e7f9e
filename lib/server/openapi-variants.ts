import type { Schema } from "./schema";

const text = (description: string): Schema => ({ type: "string", description });
const pointers: Schema = { type: "array", items: { type: "string" }, description: "JSON pointers of these values." };
const notes = (description: string): Schema => ({
  type: "array",
  items: { $ref: "#/components/schemas/Note" },
  description,
});

/** Something to know about values of a workload or pod. */
export const noteSchema: Schema = {
  type: "object",
  description: "Something to know about values of a workload or pod.",
  properties: {
    code: text("Stable, in words: `image-tag`."),
    sentence: { $ref: "#/components/schemas/Sentence" },
    pointers: { ...pointers, description: "JSON pointers of these values; of what was taken out, where it stood." },
    places: {
      type: "array",
      items: { $ref: "#/components/schemas/Place" },
      description: "Where in what was sent they stand.",
    },
  },
  required: ["code", "sentence", "pointers", "places"],
};

const lack: Schema = {
  type: "object",
  properties: {
    what: {
      enum: [
        "container",
        "image",
        "command",
        "args",
        "env",
        "mount",
        "port",
        "probe",
        "field",
        "volume",
        "label",
        "annotation",
      ],
    },
    container: text("Of what belongs to a container: its name; otherwise empty."),
    name: text("For example `PROXY_CONFIG`."),
    pointer: text(
      "JSON pointer into the final pod; of an object that is not injected, into the one that it would be if it asked for it.",
    ),
    places: {
      type: "array",
      items: { $ref: "#/components/schemas/Place" },
      description: "Where in the workload it is lacking.",
    },
  },
  required: ["what", "container", "name", "pointer", "places"],
};

const difference: Schema = {
  type: "object",
  properties: {
    cause: {
      enum: ["api-server", "other-mutator", "old-config", "old-release", "old-workload", "by-hand", "not-injected"],
      description: "What made it.",
    },
    path: text("What it is, with names in place of numbers: `containers/istio-proxy/env/PROXY_CONFIG`."),
    pointer: text("JSON pointer into the live pod; absent where only the pod of today has it."),
    line: { type: "integer", minimum: 1 },
    was: { description: "Its value in the live pod." },
    now: { description: "Its value in the pod that would be made today." },
    sentence: { $ref: "#/components/schemas/Sentence" },
  },
  required: ["cause", "path", "sentence"],
};

/** Pods of the cluster. */
export const liveSchema: Schema = {
  type: "array",
  description:
    'With `include: ["live"]`: the Pods of the text `live`, and those of the workloads that come from a cluster, each beside the pod that its workload would get today.',
  items: {
    type: "object",
    properties: {
      name: { type: "string" },
      namespace: { type: "string" },
      source: { enum: ["live", "workload"], description: "The text that it was in." },
      line: { type: "integer", minimum: 1 },
      of: {
        type: "integer",
        minimum: 0,
        description: "The number in `objects` of its workload; absent where that was not given.",
      },
      differences: { type: "array", items: difference },
      wouldChange: { type: "boolean", description: "Whether injecting today would make another pod." },
      restart: {
        type: "object",
        description: "Whether it has to be restarted, and why.",
        properties: { must: { type: "boolean" }, sentence: { $ref: "#/components/schemas/Sentence" } },
        required: ["must", "sentence"],
      },
    },
    required: ["name", "namespace", "source", "differences", "wouldChange", "restart"],
  },
};

/** What a pod without injection would be like. */
export const uninjectedSchema: Schema = {
  type: "object",
  description:
    'With `include: ["uninjected"]`: what it would be like if its pod were created without injection. The pod is `input`.',
  properties: {
    lacks: { type: "array", items: lack, description: "What it would lack of the final pod." },
    failures: notes("What fails, in the order in which it does; pointers into `input`."),
  },
  required: ["lacks", "failures"],
};

/** A workload that needs no injector. */
export const exportSchema: Schema = {
  type: "object",
  description:
    'With `include: ["export"]`, of what is injected: the same workload with what the injector adds in its template, so that it needs no injector. Injecting it changes nothing.',
  properties: {
    workload: {
      type: "object",
      description: "The workload as JSON. Integers beyond 2^53 are written in full.",
    },
    at: {
      type: "object",
      description: "Where in it the pod stands.",
      properties: { metadata: text("JSON pointer of its metadata."), spec: text("JSON pointer of its spec.") },
      required: ["metadata", "spec"],
    },
    changed: notes("How its pod differs from the final one."),
    byHand: notes("What the injector kept up to date, and somebody has to from now on."),
    fromCluster: notes("What it needs that is in the cluster and not in it."),
  },
  required: ["workload", "at", "changed", "byHand", "fromCluster"],
};
