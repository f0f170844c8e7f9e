import { GoError } from "../source/errors";
import { parseJson } from "../go/json";
import type { Json, JsonMap } from "../go/json-value";
import type { GoType } from "../go/types";
import { decode } from "../k8s/decode";
import { encode } from "../k8s/encode";
import { misfit } from "../k8s/misfit";
import { escapeToken } from "../patch/json-patch";
import { typesOf } from "../k8s/types";
import type { Release } from "../k8s/release";
import type { ObjectMeta, OwnerReference, Pod, PodSpec } from "../istio/pod";
import { yamlToJson } from "../yaml/to-json";
import type { Document } from "./documents";
import { injectableType, makesPods } from "./kinds";

/** A pod that comes to the webhook, and where its parts stand in the object that makes it. */
export interface SubmittedPod {
  /** As the API server sends it, before the injector reads it. */
  readonly raw: Json;
  readonly pod: Pod;
  readonly at: { readonly metadata: string; readonly spec: string };
}

/** What follows walks a document by recursion; YAML is bounded in the same way. */
const DEEPEST = 1000;

/**
 * A document as data: JSON text as it is (numbers and repeated keys matter), anything else as YAML.
 * @throws GoError with a position.
 */
export function readDocument(document: Document): Json {
  const { text } = document;
  if (/^\s*\{/.test(text)) {
    try {
      return parseJson(text, DEEPEST);
    } catch (error) {
      // Flow style YAML begins with a brace too; if it is not that either, the JSON error tells more.
      try {
        return yamlToJson(text);
      } catch {
        throw error;
      }
    }
  }
  return yamlToJson(text);
}

/**
 * The kind of an object; one without a kind is taken for a pod if it looks like one, as the webhook takes whatever it is sent: it has
 * containers, or metadata and no apiVersion, or nothing that a pod has not.
 */
export function kindOf(object: JsonMap): string {
  const kind = object.get("kind");
  if (typeof kind === "string" && kind !== "") return kind;
  const spec = object.get("spec");
  if (spec instanceof Map && spec.has("containers")) return "Pod";
  if (object.has("metadata") && !object.has("apiVersion")) return "Pod";
  return [...object.keys()].every((key) => POD_KEYS.has(key.toLowerCase())) ? "Pod" : "";
}

/** The keys of a pod, in the case in which they are compared: Go's reader of JSON takes them in any. */
const POD_KEYS = new Set(["apiversion", "kind", "metadata", "spec", "status"]);

/**
 * The pod that an object's controller would submit; undefined for objects that make none.
 * @throws GoError where the object does not fit its type.
 */
export function submittedPod(object: JsonMap, release: Release): SubmittedPod | undefined {
  const kind = kindOf(object);
  if (!makesPods(kind)) return undefined;
  const podType = typesOf(release).get("k8s.io/api/core/v1.Pod");
  if (kind === "Pod") {
    return { raw: object, pod: decode(podType, object) as Pod, at: podPointers(kind) };
  }
  const { metadata, template } = templateOf(object, kind, release);
  const pod: Pod = {
    metadata: controlled(template.metadata ?? {}, metadata.name ?? "", kind, object),
    spec: template.spec,
  };
  return { raw: encode(podType, pod), pod, at: podPointers(kind) };
}

/** Where an object of a kind has the pod that it makes. */
export function podPointers(kind: string): SubmittedPod["at"] {
  if (kind === "Pod") return { metadata: "/metadata", spec: "/spec" };
  const template = kind === "CronJob" ? "/spec/jobTemplate/spec/template" : "/spec/template";
  return { metadata: `${template}/metadata`, spec: `${template}/spec` };
}

/**
 * Where in an object the value is for which `submittedPod` throws, as a JSON pointer; for a pod template that is missing, what should
 * have it.
 */
export function misfitIn(object: JsonMap, release: Release): string {
  const kind = kindOf(object);
  // Of a Rollout only those parts are read that a Deployment has too.
  const type = injectableType(kind === "Rollout" ? "Deployment" : kind, release);
  return (type && pointerOfMisfit(type, kind === "Rollout" ? likeDeployment(object) : object)) ?? "/spec";
}

/** Where in an object the value is that does not fit its type, as a JSON pointer; undefined where all do. */
export function pointerOfMisfit(type: GoType, object: Json): string | undefined {
  const path = misfit(type, object);
  return path.length === 0 ? undefined : path.map((key) => `/${escapeToken(key)}`).join("");
}

function likeDeployment(object: JsonMap): JsonMap {
  const spec = object.get("spec");
  const template = spec instanceof Map ? (spec.get("template") ?? null) : null;
  return new Map<string, Json>([
    ["metadata", object.get("metadata") ?? null],
    ["spec", new Map([["template", template]])],
  ]);
}

interface PodTemplate {
  readonly metadata?: ObjectMeta;
  readonly spec?: PodSpec;
}

function templateOf(object: JsonMap, kind: string, release: Release): { metadata: ObjectMeta; template: PodTemplate } {
  if (kind === "Rollout") {
    const types = typesOf(release);
    const metadata = decode(
      types.get("k8s.io/apimachinery/pkg/apis/meta/v1.ObjectMeta"),
      object.get("metadata") ?? null,
    ) as ObjectMeta;
    const spec = object.get("spec");
    const template = spec instanceof Map ? (spec.get("template") ?? null) : null;
    return {
      metadata: metadata ?? {},
      template: decode(types.get("k8s.io/api/core/v1.PodTemplateSpec"), template) as PodTemplate,
    };
  }
  type Workload = {
    metadata?: ObjectMeta;
    spec?: { template?: PodTemplate; jobTemplate?: { spec?: { template?: PodTemplate } } };
  };
  const { metadata = {}, spec } = decode(injectableType(kind, release)!, object) as Workload;
  if (kind === "CronJob") return { metadata, template: spec?.jobTemplate?.spec?.template ?? {} };
  if (!spec?.template) throw new GoError("spec.template is required value");
  return { metadata, template: spec.template };
}

/**
 * The hash and the timestamp that controllers put into names cannot be known before they run; these stand in for them. The injector
 * takes them off again to find the workload's name.
 */
const HASH = "fake";
const MINUTE = "00000000";

/** The pod template's metadata as the controller completes it: a generated name, its reference, the labels that tell revisions apart. */
function controlled(metadata: ObjectMeta, name: string, kind: string, object: JsonMap): ObjectMeta {
  const labels = new Map(metadata.labels ?? []);
  const apiVersion = object.get("apiVersion");
  let owner: OwnerReference = { apiVersion: typeof apiVersion === "string" ? apiVersion : "", kind, name };
  if (kind === "Deployment" || kind === "Rollout") {
    owner = { apiVersion: "apps/v1", kind: "ReplicaSet", name: `${name}-${HASH}` };
    labels.set(kind === "Rollout" ? "rollouts-pod-template-hash" : "pod-template-hash", HASH);
  } else if (kind === "CronJob") {
    owner = { apiVersion: "batch/v1", kind: "Job", name: `${name}-${MINUTE}` };
  } else if (kind === "DeploymentConfig") {
    owner = { apiVersion: "v1", kind: "ReplicationController", name: `${name}-1` };
    labels.set("deploymentconfig", name);
  }
  const withLabels = labels.size > 0 ? { labels } : {};
  return {
    ...metadata,
    ...withLabels,
    generateName: `${owner.name}-`,
    ownerReferences: [{ ...owner, controller: true }],
  };
}
