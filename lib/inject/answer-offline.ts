import { toldError, type GoError } from "../source/errors";
import type { Json } from "../go/json-value";
import { encode } from "../k8s/encode";
import { applyJsonPatch } from "../patch/json-patch";
import { followOrigins, type Following } from "./answer-origins";
import type { InjectOptions, InjectRequest, InjectResult, ObjectResult, Place } from "./api";
import { containerCases } from "./container-cases";
import { splitDocuments, type Document } from "./documents";
import { errorText } from "./error-text";
import { failureOf } from "./failures";
import { explained, History, told, wants } from "./history";
import { intoDocument, misfitInText, type OfflineObject, type OfflineObserver, type OfflineStart } from "./kube-inject";
import type { About } from "./origins/sources";
import { PastedText } from "./places";
import type { Setup } from "./setup";
import type { Texts } from "./texts";
import { readDocument } from "./workload";

/** What the offline command does with a request; it stops at its first error. */
export function offlineResult(request: InjectRequest, setup: Setup, texts: Texts): Omit<InjectResult, "release"> {
  const options = request.options ?? {};
  const { documents, error } = splitDocuments(request.workload);
  const objects: ObjectResult[] = [];
  let output = "";
  for (const [index, document] of documents.entries()) {
    const pasted = new PastedText("workload", document.text, document.line);
    const follow = (object: OfflineStart) =>
      wants(options, "origins")
        ? followOrigins(aboutObject(object, document, pasted, setup, texts, options))
        : undefined;
    let history = new History(setup, options);
    let origins: Following | undefined;
    const observer: OfflineObserver = {
      observers: (object) => {
        history = new History(setup, options);
        origins = follow(object);
        return { record: history, origins: origins?.builder };
      },
      done: (object) => {
        const following = origins ?? follow(object);
        objects.push(objectResult(index, object, history, following, setup, pasted, texts, options));
        origins = undefined;
      },
    };
    const before = objects.length;
    try {
      output += intoDocument(document, setup, observer) + "---\n";
    } catch (failure) {
      const told = toldError(failure);
      if (objects.slice(before).some((object) => object.error)) return { objects };
      const at = unreadable(told, document, pasted, setup);
      return { objects, error: { stage: "workload", message: errorText(told), at } };
    }
    if (objects.length === before) objects.push(untouched(index, document, pasted));
  }
  if (error)
    return {
      objects,
      error: { stage: "workload", message: error.message, at: { source: "workload", ...error.position } },
    };
  return { objects, ...(wants(options, "output") ? { output } : {}) };
}

/** Where a document stands that the command cannot read. */
function unreadable(error: GoError, document: Document, pasted: PastedText, setup: Setup): Place {
  if (error.position) return pasted.at(error.position);
  const withoutTemplate = error.message === "spec.template is required value" ? "/spec" : undefined;
  const pointer = withoutTemplate ?? misfitInText(document.text, setup);
  return pointer === undefined ? pasted.at(undefined) : pasted.place(pointer);
}

/** What the origins of an object are told of: the object as it was pasted. */
function aboutObject(
  { pointer, kind, at }: OfflineStart,
  document: Document,
  pasted: PastedText,
  setup: Setup,
  texts: Texts,
  options: InjectOptions,
): About {
  const steps = pointer.split("/").slice(1);
  const object = steps.reduce<Json | undefined>(
    (json, step) => (json instanceof Map ? json.get(step) : Array.isArray(json) ? json[Number(step)] : undefined),
    readDocument(document),
  );
  return {
    setup,
    texts,
    options,
    pasted,
    pointer,
    object: object instanceof Map ? object : new Map<string, Json>(),
    kind,
    at: { metadata: pointer + at.metadata, spec: pointer + at.spec },
    proxyConfigs: [],
    namespaces: [],
  };
}

/** A document that the offline command copies as it is. */
function untouched(index: number, document: Document, pasted: PastedText): ObjectResult {
  let json: Json = null;
  try {
    json = readDocument(document);
  } catch {
    // It was readable enough to tell its kind; more is not needed.
  }
  const text = (value: Json | undefined) => (typeof value === "string" ? value : "");
  const object = json instanceof Map ? json : new Map<string, Json>();
  const metadata = object.get("metadata");
  const names = metadata instanceof Map ? metadata : new Map<string, Json>();
  return {
    index,
    kind: text(object.get("kind")),
    name: text(names.get("name")),
    namespace: text(names.get("namespace")),
    makesPods: false,
    decision: { inject: false, reason: "not-a-workload", because: [pasted.place("/kind")] },
  };
}

function objectResult(
  index: number,
  object: OfflineObject,
  history: History,
  origins: Following | undefined,
  setup: Setup,
  pasted: PastedText,
  texts: Texts,
  options: InjectOptions,
): ObjectResult {
  const { kind, name, namespace, item, pointer, injection, final, patch } = object;
  const at = { metadata: pointer + object.at.metadata, spec: pointer + object.at.spec };
  const input = encode(setup.podType, object.input);
  const about = {
    index: item === undefined ? index : ([index, item] as const),
    kind,
    name,
    namespace,
    makesPods: true,
    decision: explained(object.decision, at, pasted, texts),
    input,
    ...(object.warning === undefined ? {} : { warnings: [object.warning] }),
  };
  if (object.error) {
    const error = failureOf(object.error, history, at, pasted, texts);
    return { ...about, ...told(history, at, pasted, texts), error: origins?.failed(error) ?? error };
  }
  if (!injection || !final || !patch) {
    return { ...about, templates: [], stages: [], patch: [], pod: input, ...origins?.leftAlone(input) };
  }
  const pod = applyJsonPatch(input, patch);
  return {
    ...about,
    ...told(history, at, pasted, texts),
    containers: containerCases(injection, history, final),
    ...(wants(options, "patch") ? { patch } : {}),
    pod,
    ...origins?.injected(input, pod),
  };
}
