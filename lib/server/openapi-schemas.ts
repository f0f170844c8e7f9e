import { RELEASES, releaseName } from "../index";
import { compareSchemas, releaseSchema } from "./openapi-compare";
import { fleetSchemas } from "./openapi-fleet";
import { linkSchemas } from "./openapi-links";
import { exportSchema, liveSchema, noteSchema, uninjectedSchema } from "./openapi-variants";
import { webhookSchema } from "./openapi-webhook";
import type { Schema } from "./schema";

const text = (description: string): Schema => ({ type: "string", description });
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const list = (items: Schema, description: string): Schema => ({ type: "array", items, description });

const pod: Schema = {
  type: ["object", "null"],
  description: "A pod as JSON. Integers beyond 2^53 are written in full: read them with a reader that keeps them.",
};

const texts = {
  workload: text("YAML or JSON text: one or several documents of any kind."),
  injector: {
    description:
      "The istio-sidecar-injector ConfigMap as text (alone, in a List or among other documents, as `kubectl get -o yaml` prints it), or the two texts of its data.",
    anyOf: [
      { type: "string" },
      {
        type: "object",
        properties: {
          config: text("The text of `data.config`, or a ConfigMap that has it."),
          values: text("The text of `data.values`."),
        },
        required: ["config", "values"],
        additionalProperties: false,
      },
    ],
  },
  mesh: text("A MeshConfig, or the `istio` ConfigMap as text. Absent: the release's default."),
  proxyConfigs: text("ProxyConfig resources as YAML documents. Used on the webhook path."),
  namespaces: text("Namespace objects as YAML documents: their labels and annotations are looked at."),
  webhooks: text("MutatingWebhookConfiguration objects as YAML documents."),
  observed: text("What kubectl printed (describe, get events, get endpoints): read for `findings`."),
  live: text("Pods as the cluster has them, as YAML documents: compared with their workloads for `live`."),
} satisfies Record<string, Schema>;

const options: Schema = {
  type: "object",
  properties: {
    path: {
      enum: ["webhook", "kube-inject"],
      default: "webhook",
      description: "Which entry point of the injector: the admission webhook, or the offline command.",
    },
    release: {
      enum: ["auto", ...RELEASES.map(releaseName)],
      default: "auto",
      description: "Behave as this release. `auto`: told from the ConfigMap.",
    },
    namespace: {
      type: "string",
      default: "default",
      description: "The namespace of the request, where an object names none.",
    },
    revision: text(
      "The revision of the control plane. Absent: `default` on the webhook path, empty on the kube-inject path.",
    ),
    nativeSidecars: {
      enum: [true, false, "auto"],
      default: "auto",
      description:
        "Whether the proxy runs as a native sidecar. `auto`: what the release does on nodes that are all new enough.",
    },
    platform: { enum: ["", "openshift"], default: "", description: "PLATFORM of the control plane." },
    compliancePolicy: text("COMPLIANCE_POLICY of the control plane, for example `fips-140-2`."),
    injectPath: text("The webhook's URL path, for example `/inject/cluster/c1/net/n1`."),
    include: {
      type: "array",
      items: {
        enum: ["stages", "patch", "origins", "output", "findings", "export", "uninjected", "live", "numberedPlaces"],
      },
      default: ["stages", "patch"],
      description: "What to compute beyond the result itself.",
    },
  },
  additionalProperties: false,
};

const place: Schema = {
  type: "object",
  description: "A place in what was sent. Lines and columns count from 1, columns in UTF-16 units.",
  properties: {
    source: {
      enum: ["workload", "injector", "values", "mesh", "proxyConfigs", "namespaces", "webhooks", "options", "default"],
    },
    pointer: text("JSON pointer (RFC 6901) into the document."),
    line: { type: "integer", minimum: 1 },
    column: { type: "integer", minimum: 1 },
  },
  required: ["source"],
};

const span: Schema = {
  ...place,
  description: "A place with its end: the column behind its last character.",
  properties: {
    ...place.properties,
    endLine: { type: "integer", minimum: 1 },
    endColumn: { type: "integer", minimum: 1 },
  },
};

const sentence: Schema = {
  type: "object",
  description: "The same for people.",
  properties: { en: text("In English."), zh: text("In Chinese.") },
  required: ["en", "zh"],
};

const inputs = {
  data: {
    ...ref("Places"),
    description: "The inputs that the value was made of: each can be changed so that the leaf changes.",
  },
  control: {
    ...ref("Places"),
    description:
      "The inputs that decided that it is there, or that it is this value, those that do not exist included; the nearest first. No others but `data` can change the leaf.",
  },
  sentence: ref("Sentence"),
};

const origin: Schema = {
  type: "object",
  description: "Where a leaf of the final pod comes from.",
  properties: {
    step: {
      enum: ["template", "workload", "reapplied", "clusterInfo", "prometheusMerge", "rewriteProbes", "metadata", "api"],
      description:
        "What put it there. `workload`: it was submitted. `reapplied`: the workload's own container was put back over the template's. `api`: Kubernetes writes it where nobody set it.",
    },
    template: text("Of step `template`: its name."),
    at: { ...ref("Span"), description: "The lines to edit in order to change it." },
    ...inputs,
    over: { ...ref("Origin"), description: "What it replaced." },
  },
  required: ["step", "data", "control", "sentence"],
};

const places: Schema = {
  description:
    'Places, or with `include: ["numberedPlaces"]` their numbers in the result\'s `places`, as runs: the first number of each run and how many follow one another from there.',
  anyOf: [
    { type: "array", items: ref("Place") },
    { type: "array", items: { type: "integer", minimum: 0 } },
  ],
};

const origins = (description: string): Schema => ({
  type: "object",
  description: `${description} By JSON pointer; with \`include: ["origins"]\`.`,
  additionalProperties: ref("Origin"),
});

const resultError: Schema = {
  type: "object",
  description: "An error of the injector itself.",
  properties: {
    stage: text("The step that failed."),
    message: text("The injector's own words, byte for byte."),
    at: ref("Place"),
    origin: {
      type: "object",
      description: 'What the failing expression read, and what decided that it ran; with `include: ["origins"]`.',
      properties: inputs,
      required: ["data", "control", "sentence"],
    },
  },
  required: ["stage", "message"],
};

const finding: Schema = {
  type: "object",
  description: "Something that is wrong, or not what one would expect, and how we know.",
  properties: {
    code: text(
      "`IST0123` where istioctl analyze has a code for it, otherwise `IX101`. Codes never change their meaning.",
    ),
    rule: text("The rule in words."),
    severity: { enum: ["error", "warning", "info"] },
    likelihood: { type: "integer", minimum: 0, description: "0 to 100; findings stand in this order." },
    places: {
      type: "array",
      items: { type: "object", properties: { ...place.properties, source: { type: "string" } }, required: ["source"] },
    },
    sentence: ref("Sentence"),
    about: list(
      { type: "string" },
      "JSON pointers into the final pod of what it is about, where its places are elsewhere.",
    ),
    references: list({ type: "string" }, "Issues of istio/istio or others, or `source`: read from the injector."),
    fix: {
      type: "object",
      description: "Edits of the texts as they were sent that mend it.",
      properties: { title: ref("Sentence") },
    },
    ask: text("The command that answers what no YAML tells."),
  },
  required: ["code", "rule", "severity", "likelihood", "places", "sentence", "references"],
};
const findings = list(finding, 'With `include: ["findings"]`: what is wrong, the likeliest first.');

const because = list(ref("Place"), "What in the texts decided it.");

const objectResult: Schema = {
  type: "object",
  description: "What became of one object of the workload text.",
  properties: {
    index: {
      description: "The document, counted from 0; inside a List the document and the item.",
      anyOf: [
        { type: "integer", minimum: 0 },
        { type: "array", items: { type: "integer", minimum: 0 }, minItems: 2, maxItems: 2 },
      ],
    },
    kind: { type: "string" },
    name: { type: "string" },
    namespace: { type: "string" },
    makesPods: { type: "boolean", description: "Whether it is a pod or something that makes pods." },
    webhook: webhookSchema,
    decision: {
      type: "object",
      description: "Whether the pod is injected, and why.",
      properties: {
        inject: { type: "boolean" },
        reason: {
          enum: [
            "host-network",
            "ignored-namespace",
            "label",
            "annotation",
            "never-inject-selector",
            "always-inject-selector",
            "policy-enabled",
            "policy-disabled",
            "policy-unknown",
            "not-a-workload",
          ],
        },
        because,
      },
      required: ["inject", "reason", "because"],
    },
    findings,
    export: exportSchema,
    uninjected: uninjectedSchema,
    templates: list(
      {
        type: "object",
        properties: { name: { type: "string" }, from: { enum: ["annotation", "default", "alias"] }, because },
        required: ["name", "from", "because"],
      },
      "The selected templates, in the order in which they are merged.",
    ),
    input: { ...pod, description: `${pod.description} As the webhook receives it.` },
    stages: list(
      {
        anyOf: [
          {
            type: "object",
            properties: { id: { type: "string" }, text: { type: "string" } },
            required: ["id", "text"],
          },
          { type: "object", properties: { id: { type: "string" }, pod }, required: ["id", "pod"] },
        ],
      },
      "The steps in the order in which they ran: rendered, templatePod and mergedPod for each template, then what follows.",
    ),
    containers: list(
      {
        type: "object",
        properties: {
          name: { type: "string" },
          list: { enum: ["containers", "initContainers"] },
          case: { enum: ["injected", "overwritten", "reinjected", "own"] },
          overwritten: list(
            { type: "string" },
            "JSON pointers inside the container of what the workload's own text put back.",
          ),
        },
        required: ["name", "list", "case", "overwritten"],
      },
      "What became of each container.",
    ),
    patch: list(
      {
        type: "object",
        properties: { op: { enum: ["add", "remove", "replace"] }, path: { type: "string" }, value: {} },
        required: ["op", "path"],
      },
      "The JSON patch (RFC 6902) from input to the final pod.",
    ),
    pod: { ...pod, description: `${pod.description} The input with the patch applied.` },
    origins: origins("Of each leaf of `pod`, a scalar or an empty object or array: where it comes from."),
    removed: origins("Of each leaf that `input` has and `pod` has not: what took it away, over what it was."),
    warnings: list({ type: "string" }, "Warnings of the injector."),
    error: ref("ResultError"),
  },
  required: ["index", "kind", "name", "namespace", "makesPods"],
};

const injectResult: Schema = {
  type: "object",
  properties: {
    release: releaseSchema,
    findings,
    live: liveSchema,
    configError: { ...ref("ResultError"), description: "The ConfigMap or the mesh cannot be used at all." },
    objects: list(ref("ObjectResult"), "The objects of the workload text, in order."),
    error: { ...ref("ResultError"), description: "No object could be read at all." },
    places: list(ref("Place"), 'What `numberedPlaces` numbers, from 0; with `include: ["numberedPlaces"]`.'),
    output: text("kube-inject: the whole text that the offline command prints, byte for byte. Absent after an error."),
  },
  required: ["release", "objects"],
};

const problem: Schema = {
  type: "object",
  description: "What is wrong with a request, or why it could not be served (RFC 9457).",
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    field: text("JSON pointer to the field of the request body that is wrong."),
    line: { type: "integer", minimum: 1, description: "Where the body stops being JSON." },
    column: { type: "integer", minimum: 1 },
    requestId: { type: "string", description: "Names this request in the server's log." },
  },
  required: ["type", "title", "status", "detail", "requestId"],
};

/** The forms of the API's request, result and problem. Requests are checked with them, so that the description cannot be wrong. */
export const schemas = {
  InjectRequest: {
    type: "object",
    properties: { ...texts, options },
    required: ["workload", "injector"],
    additionalProperties: false,
  },
  InjectResult: injectResult,
  ObjectResult: objectResult,
  ResultError: resultError,
  Place: place,
  Span: span,
  Origin: origin,
  Places: places,
  Sentence: sentence,
  Note: noteSchema,
  Problem: problem,
  ...compareSchemas,
  ...fleetSchemas(texts, options),
  ...linkSchemas,
} satisfies Record<string, Schema>;
