import type { Json, JsonMap } from "../../go/json-value";
import { inject } from "../../inject/answer";
import type { Note } from "../../inject/api";
import { escapeToken } from "../../patch/json-patch";
import { at, maps, setAt, strings, text } from "../json";
import { objectText } from "../object-text";
import { inMetadata, type Subject } from "../subject";
import { INJECT } from "../words";
import {
  CONTROLLER_LABELS,
  INJECTION_ANNOTATIONS,
  INJECTION_LABELS,
  SERVER_ANNOTATIONS,
  SERVER_METADATA,
} from "./injector-marks";

/** The pod's parts in an object, as pointers. */
export interface PodAt {
  readonly metadata: string;
  readonly spec: string;
}

/** A workload with the final pod in its template. */
export interface PutBack {
  readonly workload: JsonMap;
  readonly at: PodAt;
  readonly changed: readonly Note[];
}

/**
 * The workload with its final pod in place of its template, without what says that it is to be injected or was; `sidecar.istio.io/inject`
 * is set to "false" where the injector would otherwise take the pod again. O(size of the object), and an injection.
 */
export function putBack(subject: Subject): PutBack {
  const { own, final, metadata, spec, object } = subject;
  const inner = { metadata: metadata.slice(own.pointer.length), spec: spec.slice(own.pointer.length) };
  // Offline, a CronJob's labels and annotations are those of its Job.
  const offline = object.kind === "CronJob" && subject.request.options?.path === "kube-inject";
  const placed = offline ? { ...inner, metadata: "/spec/jobTemplate/metadata" } : inner;
  const pod = podMetadata(at(final, "metadata"), object.kind);
  const bare = withoutServerFields(own.json);
  let workload = setAt(setAt(bare, placed.spec, tidySpec(at(final, "spec"))), placed.metadata, pod);
  workload = withoutSelected(workload);
  const rest = [...selectorNotes(subject), ...serverNotes(subject)];
  if (!isTakenAgain(subject, workload)) {
    return { workload, at: placed, changed: [...removedNotes(subject, placed, INJECTION_LABELS), ...rest] };
  }
  const labelled = new Set([placed.metadata, inner.metadata]);
  for (const pointer of labelled) workload = setAt(workload, `${pointer}/labels/${escapeToken(INJECT)}`, "false");
  const labels = new Set([...INJECTION_LABELS].filter((name) => name !== INJECT));
  const changed = [labelNote(subject, [...labelled]), ...removedNotes(subject, placed, labels), ...rest];
  return { workload, at: placed, changed };
}

/** Whether the injector would take the pod of a workload; one that it is not called for by webhooks and a namespace that were pasted is safe. */
function isTakenAgain({ request, object }: Subject, workload: JsonMap): boolean {
  const options = { ...request.options, namespace: object.namespace || request.options?.namespace, include: [] };
  const [again] = inject({ ...request, workload: objectText(workload), options }).objects;
  const safe = again?.webhook?.called === false && again.webhook.namespace.given;
  return again?.decision?.inject === true && !safe;
}

function podMetadata(metadata: Json | undefined, kind: string): Json {
  const kept = new Map(metadata instanceof Map ? metadata : []);
  for (const key of SERVER_METADATA) kept.delete(key);
  // A controller names its pods; a Pod that was pasted may itself be one of a controller's.
  if (kind !== "Pod" || kept.has("name")) kept.delete("generateName");
  keep(kept, "labels", (key) => !INJECTION_LABELS.has(key) && !CONTROLLER_LABELS.has(key));
  keep(kept, "annotations", (key) => !INJECTION_ANNOTATIONS.has(key) && !SERVER_ANNOTATIONS.has(key));
  return kept;
}

function keep(map: JsonMap, key: string, wanted: (name: string) => boolean): void {
  const members = map.get(key);
  if (!(members instanceof Map)) return;
  const left = new Map([...members].filter(([name]) => wanted(name)));
  if (left.size > 0) map.set(key, left);
  else map.delete(key);
}

/** The spec without the empty `resources` that Go prints of every container. */
function tidySpec(spec: Json | undefined): Json {
  if (!(spec instanceof Map)) return spec ?? null;
  const tidy = new Map(spec);
  for (const list of ["containers", "initContainers"]) {
    const containers = spec.get(list);
    if (Array.isArray(containers)) tidy.set(list, containers.map(tidyContainer));
  }
  return tidy;
}

function tidyContainer(container: Json): Json {
  const resources = at(container, "resources");
  if (!(container instanceof Map && resources instanceof Map && resources.size === 0)) return container;
  return new Map([...container].filter(([key]) => key !== "resources"));
}

function withoutServerFields(object: JsonMap): JsonMap {
  // What was taken for a Pod by its looks is to say so.
  const isNamed = object.has("kind");
  const bare = new Map<string, Json>([...(isNamed ? [] : POD_TYPE), ...object]);
  bare.delete("status");
  const metadata = object.get("metadata");
  if (!(metadata instanceof Map)) return bare;
  const kept = new Map([...metadata].filter(([key]) => !SERVER_METADATA.has(key)));
  keep(kept, "annotations", (key) => !SERVER_ANNOTATIONS.has(key));
  return bare.set("metadata", kept);
}

const POD_TYPE = [
  ["apiVersion", "v1"],
  ["kind", "Pod"],
] as const;

/** Selectors cannot ask for labels that are taken away. */
function withoutSelected(workload: JsonMap): JsonMap {
  const selector = at(workload, "spec", "selector");
  if (!(selector instanceof Map)) return workload;
  const kept = new Map(selector);
  keep(kept, "matchLabels", (key) => !INJECTION_LABELS.has(key));
  const expressions = selector.get("matchExpressions");
  if (Array.isArray(expressions)) {
    const left = expressions.filter((expression) => !INJECTION_LABELS.has(text(at(expression, "key"))));
    if (left.length > 0) kept.set("matchExpressions", left);
    else kept.delete("matchExpressions");
  }
  return setAt(workload, "/spec/selector", kept);
}

function labelNote(subject: Subject, metadata: readonly string[]): Note {
  return {
    code: "inject-false",
    pointers: metadata.map((pointer) => `${pointer}/labels/${escapeToken(INJECT)}`),
    places: subject.labels.has(INJECT) ? [inMetadata(subject, "labels", INJECT)] : [],
    sentence: {
      en: `The label ${INJECT} is "false": without it the injector would take the pod again, and add a second layer over this one.`,
      zh: `标签 ${INJECT} 为 "false"：没有它，注入器会再次处理该 Pod，在现有内容上再叠加一层。`,
    },
  };
}

function removedNotes(subject: Subject, { metadata }: PodAt, labels: ReadonlySet<string>): Note[] {
  const { final } = subject;
  const note = (kind: "labels" | "annotations", gone: ReadonlySet<string>, code: string, en: string, zh: string) => {
    const names = [...strings(at(final, "metadata", kind)).keys()].filter((name) => gone.has(name));
    const pasted = subject[kind];
    return names.length === 0
      ? []
      : [
          {
            code,
            pointers: names.map((name) => `${metadata}/${kind}/${escapeToken(name)}`),
            places: names.filter((name) => pasted.has(name)).map((name) => inMetadata(subject, kind, name)),
            sentence: { en: `${en}: ${names.join(", ")}.`, zh: `${zh}:${names.join("、")}。` },
          },
        ];
  };
  return [
    ...note("labels", labels, "labels", "Labels that ask for injection are left out", "去掉了要求注入的标签"),
    ...note(
      "annotations",
      INJECTION_ANNOTATIONS,
      "annotations",
      "Annotations that tell the injector what to do, or in which it remembers what it did, are left out",
      "去掉了指示注入器或供其记录的注解",
    ),
  ];
}

function selectorNotes({ own }: Subject): Note[] {
  const selector = at(own.json, "spec", "selector");
  const asked = [
    ...strings(at(selector, "matchLabels")).keys(),
    ...maps(at(selector, "matchExpressions")).map((expression) => text(expression.get("key"))),
  ].filter((key) => INJECTION_LABELS.has(key));
  if (asked.length === 0) return [];
  return [
    {
      code: "selector",
      pointers: ["/spec/selector"],
      places: [own.pasted.place(`${own.pointer}/spec/selector`)],
      sentence: {
        en: `The selector asked for ${asked.join(", ")}, which the pods no longer have. A selector cannot be changed: delete the workload (--cascade=orphan keeps its pods) and create this one.`,
        zh: `选择器要求 ${asked.join("、")}，而 Pod 已没有这些标签。选择器不可修改：请删除该工作负载(--cascade=orphan 可保留 Pod)后创建此导出。`,
      },
    },
  ];
}

function serverNotes({ own }: Subject): Note[] {
  const metadata = at(own.json, "metadata");
  const gone = [
    ...(metadata instanceof Map ? [...metadata.keys()].filter((key) => SERVER_METADATA.has(key)) : []).map(
      (key) => `/metadata/${key}`,
    ),
    ...(own.json.has("status") ? ["/status"] : []),
  ];
  if (gone.length === 0) return [];
  return [
    {
      code: "server-fields",
      pointers: gone,
      places: gone.map((pointer) => own.pasted.place(own.pointer + pointer)),
      sentence: {
        en: "What the API server and controllers had written into the object is left out.",
        zh: "去掉了 API server 和控制器写入该对象的内容。",
      },
    },
  ];
}
