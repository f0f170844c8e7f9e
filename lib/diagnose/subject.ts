import type { Json, JsonMap } from "../go/json-value";
import type { ObjectResult, Place } from "../inject/api";
import { splitDocuments } from "../inject/documents";
import type { PastedObject } from "../inject/inputs";
import { PastedText } from "../inject/places";
import { podPointers, readDocument } from "../inject/workload";
import { escapeToken } from "../patch/json-patch";
import { toldError } from "../source/errors";
import { at, strings, text } from "./json";
import { nameOf, type Surroundings } from "./surroundings";

/** One object that makes pods, with all that rules ask of it. */
export interface Subject extends Surroundings {
  readonly object: ObjectResult;
  /** The object as it was pasted. */
  readonly own: PastedObject;
  /** Pointers of the pod's metadata and spec in `own.pasted`. */
  readonly metadata: string;
  readonly spec: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
  /** The Namespace that it lives in, where that was pasted. */
  readonly namespace?: PastedObject;
  readonly namespaceLabels: ReadonlyMap<string, string>;
  readonly input: Json;
  /** After injection; undefined where it failed. */
  readonly final: Json | undefined;
  readonly injected: boolean;
  /** Something in it counts on being injected: an image to be filled in, a label, a template that it names. */
  readonly wants: boolean;
  /** Whether the API server calls the injector; undefined where no webhooks were pasted. */
  readonly called: boolean | undefined;
}

/** The objects of a result that make pods. O(size of the workload text). */
export function subjectsOf(shared: Surroundings): { readonly index: number; readonly subject: Subject }[] {
  const { request, result } = shared;
  const { documents } = splitDocuments(request.workload);
  const read = new Map<number, { pasted: PastedText; json: Json }>();
  return result.objects.flatMap((object, index) => {
    if (!object.makesPods) return [];
    const [document, item] = typeof object.index === "number" ? [object.index] : object.index;
    const source = documents[document];
    if (!source) return [];
    if (!read.has(document)) {
      const pasted = new PastedText("workload", source.text, source.line);
      read.set(document, { pasted, json: attempt(() => readDocument(source)) });
    }
    const { pasted, json } = read.get(document)!;
    const pointer = item === undefined ? "" : `/items/${item}`;
    const own = item === undefined ? json : at(json, "items", item);
    return own instanceof Map ? [{ index, subject: subjectOf({ json: own, pasted, pointer }, object, shared) }] : [];
  });
}

function subjectOf(own: PastedObject, object: ObjectResult, shared: Surroundings): Subject {
  const { metadata, spec } = podPointers(object.kind);
  const template = metadata.split("/").slice(1);
  const labels = strings(at(own.json, ...template, "labels"));
  const annotations = strings(at(own.json, ...template, "annotations"));
  const podSpec = at(own.json, ...spec.split("/").slice(1));
  const name = object.namespace || "default";
  const namespace = shared.namespaces.findLast((other) => nameOf(other) === name);
  const auto = containersOf(podSpec).some(({ json }) => text(json.get("image")) === "auto");
  return {
    ...shared,
    object,
    own,
    metadata: own.pointer + metadata,
    spec: own.pointer + spec,
    labels,
    annotations,
    namespace,
    namespaceLabels: namespace ? strings(at(namespace.json, "metadata", "labels")) : new Map(),
    input: object.input ?? new Map([["spec", podSpec ?? null]]),
    final: object.error ? undefined : object.pod,
    injected: object.decision?.inject === true && object.error === undefined,
    wants:
      auto ||
      labels.get("sidecar.istio.io/inject")?.toLowerCase() === "true" ||
      annotations.has("inject.istio.io/templates") ||
      labels.has("istio.io/rev"),
    called: object.webhook?.called,
  };
}

/** A container of a pod, and where it stands in it. */
export interface PlacedContainer {
  readonly json: JsonMap;
  readonly name: string;
  readonly list: "containers" | "initContainers";
  /** Inside the pod's spec: `/containers/0`. */
  readonly pointer: string;
}

/** The containers of a pod's spec, init containers first. */
export function containersOf(spec: Json | undefined): PlacedContainer[] {
  return (["initContainers", "containers"] as const).flatMap((list) => {
    const all = at(spec, list);
    return (Array.isArray(all) ? all : []).flatMap((json, i) =>
      json instanceof Map ? [{ json, name: text(json.get("name")), list, pointer: `/${list}/${i}` }] : [],
    );
  });
}

/** The containers as they were pasted. */
export function ownContainers({ input }: Subject): PlacedContainer[] {
  return containersOf(at(input, "spec"));
}

/** The containers after injection. */
export function finalContainers({ final }: Subject): PlacedContainer[] {
  return containersOf(at(final, "spec"));
}

/** Where in the pasted workload something of the pod's spec stands. */
export function inSpec({ own, spec }: Subject, pointer: string): Place {
  return own.pasted.place(spec + pointer);
}

/** Where a label or annotation of the pod stands (or should). */
export function inMetadata({ own, metadata }: Subject, kind: "labels" | "annotations", key: string): Place {
  return own.pasted.place(`${metadata}/${kind}/${escapeToken(key)}`);
}

/** Where a label of the Namespace stands (or should). */
export function inNamespace({ namespace }: Subject, key: string): Place | undefined {
  return namespace?.pasted.place(`${namespace.pointer}/metadata/labels/${escapeToken(key)}`);
}

/** Values of the chart, as the injector has them. */
export function value({ values }: Surroundings, ...path: readonly string[]): Json | undefined {
  return at(values, ...path);
}

function attempt(run: () => Json): Json {
  try {
    return run();
  } catch (failure) {
    toldError(failure);
    return null;
  }
}
