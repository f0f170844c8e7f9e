import { GoError, toldError, type Position } from "../source/errors";
import type { Json, JsonMap } from "../go/json-value";
import { decode } from "../k8s/decode";
import { applyJsonPatch, type JsonPatchOperation } from "../patch/json-patch";
import { proxyConfigResources } from "../istio/proxy-config";
import { followOrigins } from "./answer-origins";
import type { Decision, InjectRequest, InjectResult, ObjectResult, Place, ResultError } from "./api";
import { containerCases } from "./container-cases";
import { splitDocuments, type Document } from "./documents";
import { errorText } from "./error-text";
import { failureOf } from "./failures";
import { explained, History, told, wants } from "./history";
import { objectsIn, type PastedObject } from "./inputs";
import { makesPods } from "./kinds";
import type { About } from "./origins/sources";
import { locatedObjects } from "./located";
import { PastedText } from "./places";
import type { Setup } from "./setup";
import type { PodPointers, Texts } from "./texts";
import { WebhookStage } from "./webhook-stage";
import { admit, injectAdmitted, type AdmissionRequest } from "./webhook";
import { kindOf, misfitIn, podPointers, readDocument, submittedPod, type SubmittedPod } from "./workload";

/** What the webhook does with every object of a request. Nothing that was pasted makes it throw, but unusable side inputs (InputError). */
export function webhookResult(request: InjectRequest, setup: Setup, texts: Texts): Omit<InjectResult, "release"> {
  const options = request.options ?? {};
  const proxyConfigs = objectsIn("proxyConfigs", request.proxyConfigs ?? "");
  const namespaces = objectsIn("namespaces", request.namespaces ?? "");
  const admission: AdmissionRequest = {
    namespace: options.namespace,
    injectPath: options.injectPath ?? "/inject",
    proxyConfigs: locatedObjects("proxyConfigs", proxyConfigs, (json) => proxyConfigResources(json, setup.release)),
    namespaces: namespaceAnnotations(namespaces),
    openShift: options.platform === "openshift",
  };
  const { documents, error } = splitDocuments(request.workload);
  const configurations = objectsIn("webhooks", request.webhooks ?? "");
  const stage = configurations.length > 0 ? new WebhookStage(configurations, namespaces) : undefined;
  const webhook: Webhook = { setup, texts, options, proxyConfigs, namespaces, admission, stage };
  const objects = documents.flatMap((document, index) => documentResults(document, index, webhook));
  if (error)
    return { objects, error: { stage: "workload", message: error.message, at: workloadPlace(error.position) } };
  const [only] = objects;
  if (!only) return { objects, error: { stage: "workload", message: "the workload is empty", at: workloadPlace() } };
  // Of a single document that cannot be read there is no object to speak of.
  return only.error && documents.length === 1 && only.kind === "" ? { objects: [], error: only.error } : { objects };
}

/** What the webhook knows when an object comes. */
interface Webhook extends Pick<About, "setup" | "texts" | "options" | "proxyConfigs" | "namespaces"> {
  readonly admission: AdmissionRequest;
  /** Absent where no webhook configurations were pasted. */
  readonly stage: WebhookStage | undefined;
}

function workloadPlace(position: Position = { line: 1, column: 1 }): Place {
  return { source: "workload", ...position };
}

function documentResults(document: Document, index: number, webhook: Webhook): ObjectResult[] {
  const pasted = new PastedText("workload", document.text, document.line);
  try {
    const json = readDocument(document);
    if (json === null) return [];
    // Whatever else is no object: the webhook would be sent it as a pod, and say so.
    if (!(json instanceof Map)) decode(webhook.setup.podType, json);
    return [...objectsOf(json)].map(([item, object, pointer]) =>
      admitted(item === undefined ? index : [index, item], object, pointer, pasted, webhook),
    );
  } catch (failure) {
    const told = toldError(failure);
    const error = { stage: "workload", message: errorText(told), at: pasted.at(told.position) };
    return [{ index, kind: "", name: "", namespace: "", makesPods: false, error }];
  }
}

/** The objects of a document: itself, or the items of a List. */
function* objectsOf(json: Json): Generator<[item: number | undefined, object: JsonMap, pointer: string]> {
  if (!(json instanceof Map)) return;
  const items = json.get("items");
  if (!String(json.get("kind") ?? "").endsWith("List") || !Array.isArray(items)) yield [undefined, json, ""];
  else for (const [index, item] of items.entries()) if (item instanceof Map) yield [index, item, `/items/${index}`];
}

function admitted(
  index: ObjectResult["index"],
  object: JsonMap,
  pointer: string,
  pasted: PastedText,
  webhook: Webhook,
): ObjectResult {
  const { setup, admission } = webhook;
  const metadata = object.get("metadata");
  const own = (key: string) =>
    metadata instanceof Map && typeof metadata.get(key) === "string" ? (metadata.get(key) as string) : "";
  const kind = kindOf(object);
  // A pod comes as it is; for anything else an absent namespace is the one that kubectl would take.
  const namespace = own("namespace") || (admission.namespace ?? (kind === "Pod" ? "" : "default"));
  const about = { index, kind, name: own("name") || own("generateName"), namespace, makesPods: makesPods(kind) };
  const read = { pasted, pointer, object, kind };
  let submitted: SubmittedPod | undefined;
  try {
    submitted = submittedPod(object, setup.release);
  } catch (failure) {
    return { ...about, templates: [], stages: [], error: unreadable(toldError(failure), read, webhook) };
  }
  if (submitted) {
    const at = inDocument(submitted.at, pointer);
    const called = webhook.stage && { webhook: webhook.stage.of({ raw: submitted.raw, namespace, pasted, at }) };
    return Object.assign(about, called, injectedPod(submitted, namespace, read, webhook));
  }
  const because = [pasted.place(`${pointer}/kind`)];
  return { ...about, decision: { inject: false, reason: "not-a-workload", because } };
}

/** An object that was pasted. */
type ReadObject = Pick<About, "pasted" | "pointer" | "object" | "kind">;

/** What does not even make a pod is wrong where it does not fit its kind. */
function unreadable(failure: GoError, read: ReadObject, webhook: Webhook): ResultError {
  const { pasted, pointer, object, kind } = read;
  const misfit = misfitIn(object, webhook.setup.release);
  const error = { stage: "input", message: errorText(failure), at: pasted.place(pointer + misfit) };
  if (!wants(webhook.options, "origins")) return error;
  return followOrigins({ ...webhook, ...read, at: inDocument(podPointers(kind), pointer) }).unread(error, misfit);
}

function inDocument({ metadata, spec }: PodPointers, pointer: string): PodPointers {
  return { metadata: pointer + metadata, spec: pointer + spec };
}

function injectedPod(
  submitted: SubmittedPod,
  namespace: string,
  read: ReadObject,
  webhook: Webhook,
): Omit<ObjectResult, "index" | "kind" | "name" | "namespace" | "makesPods"> {
  const { setup, texts, options, admission } = webhook;
  const { pasted, pointer } = read;
  const { raw, pod } = submitted;
  const at = inDocument(submitted.at, pointer);
  const history = new History(setup, options);
  const origins = wants(options, "origins") ? followOrigins({ ...webhook, ...read, at }) : undefined;
  let decision: Decision | undefined;
  try {
    const observers = { record: history, origins: origins?.builder };
    const { decision: decided, injection } = admit(pod, { ...admission, namespace }, setup, observers);
    decision = explained(decided, at, pasted, texts);
    if (!injection) {
      return { decision, templates: [], input: raw, stages: [], patch: [], pod: raw, ...origins?.leftAlone(raw) };
    }
    const { patch, pod: final } = injectAdmitted(injection);
    const result = patched(raw, patch);
    return {
      decision,
      ...told(history, at, pasted, texts),
      input: raw,
      containers: containerCases(injection, history, final),
      ...(wants(options, "patch") ? { patch } : {}),
      pod: result,
      ...(result === undefined ? {} : origins?.injected(raw, result)),
    };
  } catch (failure) {
    const error = failureOf(toldError(failure), history, at, pasted, texts);
    return { decision, ...told(history, at, pasted, texts), input: raw, error: origins?.failed(error) ?? error };
  }
}

/**
 * The pod as it was sent with the patch applied. The API server applies it to an object in normal form, so what the pod's own text leaves
 * out is made; absent where even so the patch does not apply.
 */
function patched(raw: Json, patch: readonly JsonPatchOperation[]): Json | undefined {
  try {
    return applyJsonPatch(raw, patch, true);
  } catch (error) {
    if (error instanceof GoError) return undefined;
    throw error;
  }
}

function namespaceAnnotations(objects: readonly PastedObject[]): Map<string, ReadonlyMap<string, string>> {
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const { json } of objects) {
    const metadata = json.get("metadata");
    if (!(metadata instanceof Map) || typeof metadata.get("name") !== "string") continue;
    const annotations = metadata.get("annotations");
    const entries =
      annotations instanceof Map ? [...annotations].filter((e): e is [string, string] => typeof e[1] === "string") : [];
    found.set(metadata.get("name") as string, new Map(entries));
  }
  return found;
}
