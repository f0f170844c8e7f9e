import type { Decision, Place, SelectedTemplate } from "../index";
import { type PodText, podText } from "./pod-text";
import type { ObjectView } from "./result";
import { tidyPod } from "./tidy";
import { at, type Value } from "./value";

/** What a step is, which is what it is called on the page. */
export type StepKind =
  | "submitted"
  | "selected"
  | "rendered"
  | "templatePod"
  | "mergedPod"
  | "reapplied"
  | "clusterInfo"
  | "prometheusMerge"
  | "securePrometheus"
  | "rewriteProbes"
  | "metadata"
  | "final"
  | "workload"
  | "output"
  | "other";

/** One thing to look at: a pod or a text on the way from what was submitted to what comes out. */
export interface Step {
  readonly id: string;
  readonly kind: StepKind;
  /** For what is made for each selected template. */
  readonly template?: string;
  /** The pod, for steps that have one. */
  readonly pod?: Value;
  /** The step whose pod this one starts from: comparing the two shows what the step does. */
  readonly after?: string;
}

const KINDS: ReadonlySet<string> = new Set([
  "rendered",
  "templatePod",
  "mergedPod",
  "reapplied",
  "clusterInfo",
  "prometheusMerge",
  "securePrometheus",
  "rewriteProbes",
  "metadata",
  "final",
]);

export interface StepTexts {
  readonly steps: readonly Step[];
  /** The text of a step and the places of its values. Made when first asked for. */
  text(id: string): PodText;
}

/** The workload text and what the offline command prints of it, which it has instead of one pod's steps. */
export interface Offline {
  readonly workload: string;
  readonly output: string;
}

/** The steps of one object, in order. */
export function stepsOf(object: ObjectView | undefined, offline?: Offline): StepTexts {
  const steps: Step[] = [];
  const texts = new Map<string, PodText>();
  const plain = (text: string): PodText => ({ text, places: new Map() });

  if (offline) {
    steps.push({ id: "workload", kind: "workload" });
    texts.set("workload", plain(offline.workload));
  }
  let last: string | undefined;
  if (object?.input !== undefined) {
    steps.push({ id: "submitted", kind: "submitted", pod: tidyPod(inNamespace(object.input, object)) });
    last = "submitted";
  }
  if (object?.decision) {
    steps.push({ id: "selected", kind: "selected" });
    texts.set("selected", plain(selectionText(object.decision, object.templates)));
  }
  const stages = object?.stages ?? [];
  for (const stage of stages) {
    const [name = "", template] = split(stage.id);
    const kind = (KINDS.has(name) ? name : "other") as StepKind;
    const common = { id: stage.id, kind, ...(template === undefined ? {} : { template }) };
    if ("text" in stage) {
      steps.push(common);
      texts.set(stage.id, plain(stage.text));
      continue;
    }
    const pod = tidyPod(stage.pod);
    if (kind === "templatePod") {
      const earlier = steps.findLast((step) => step.kind === "templatePod");
      steps.push({ ...common, pod, ...(earlier ? { after: earlier.id } : {}) });
      continue;
    }
    steps.push({ ...common, pod, ...(last === undefined ? {} : { after: last }) });
    last = stage.id;
  }
  if (offline) {
    steps.push({ id: "output", kind: "output", after: "workload" });
    texts.set("output", plain(offline.output));
  }
  const byId = new Map(steps.map((step) => [step.id, step]));

  return {
    steps,
    text(id) {
      const known = texts.get(id);
      if (known) return known;
      const pod = byId.get(id)?.pod;
      const made = pod === undefined ? plain("") : podText(pod);
      texts.set(id, made);
      return made;
    },
  };
}

/** Whether the pod is injected, with which templates, and what decided so, as YAML in the words of the API. */
function selectionText({ inject, reason, because }: Decision, templates: readonly SelectedTemplate[] = []): string {
  const places = (all: readonly Place[], indent: string) =>
    all.length === 0
      ? [`${indent}because: []`]
      : [`${indent}because:`, ...all.map((place) => `${indent}- ${placeText(place)}`)];
  return [
    "decision:",
    `  inject: ${inject}`,
    `  reason: ${reason}`,
    ...places(because, "  "),
    templates.length === 0 ? "templates: []" : "templates:",
    ...templates.flatMap(({ name, from, because: why }) => [
      `- name: ${podText(name).text.trimEnd()}`,
      `  from: ${from}`,
      ...places(why, "  "),
    ]),
    "",
  ].join("\n");
}

function placeText({ source, line, pointer }: Place): string {
  return [source, ...(line === undefined ? [] : [`line ${line}`]), ...(pointer === undefined ? [] : [pointer])].join(
    " ",
  );
}

/** The request that brings a pod names its namespace, which the injector takes over before anything else: it is no change of its. */
function inNamespace(pod: Value, { stages = [] }: ObjectView): Value {
  const namespace = at(
    stages.flatMap((stage) => ("pod" in stage && !stage.id.startsWith("templatePod:") ? [stage.pod] : []))[0],
    "/metadata/namespace",
  );
  const metadata = at(pod, "/metadata");
  if (namespace === undefined || !(pod instanceof Map) || !(metadata instanceof Map)) return pod;
  return new Map(pod).set("metadata", new Map(metadata).set("namespace", namespace));
}

/** `rendered:gateway` is of the template `gateway`, whose name may hold colons. */
function split(id: string): [name: string, template?: string] {
  const colon = id.indexOf(":");
  return colon < 0 ? [id] : [id.slice(0, colon), id.slice(colon + 1)];
}
