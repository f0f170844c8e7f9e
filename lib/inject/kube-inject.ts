import { GoError, toldError } from "../source/errors";
import { stringifyJson } from "../go/json";
import { quote } from "../go/strconv";
import type { Json } from "../go/json-value";
import type { GoType } from "../go/types";
import { decode } from "../k8s/decode";
import { encode } from "../k8s/encode";
import { typesOf } from "../k8s/types";
import { applyJsonPatch, type JsonPatchOperation } from "../patch/json-patch";
import { applyProxyConfig } from "../istio/proxy-config";
import type { ObjectMeta, Pod, PodSpec } from "../istio/pod";
import { podOwner } from "../istio/owner";
import { unmarshalYaml } from "../istio/unmarshal-yaml";
import { printYaml } from "../yaml/print";
import { yamlToJson } from "../yaml/to-json";
import { injectRequired, type InjectDecision } from "./decision";
import type { Document } from "./documents";
import { inAnnotation } from "./in-annotation";
import { injectPod } from "./inject";
import type { Injection, Observers, Owner } from "./injection";
import { injectableType } from "./kinds";
import type { Setup } from "./setup";
import { pointerOfMisfit } from "./workload";

/** A Kubernetes object that holds a pod, as a node. */
export interface WorkloadObject {
  apiVersion?: string;
  kind?: string;
  metadata?: ObjectMeta;
  spec?: WorkloadSpec & PodSpec;
  items?: { raw?: Json; object?: Json }[] | null;
}

interface WorkloadSpec {
  template?: { metadata?: ObjectMeta; spec?: PodSpec } | null;
  jobTemplate?: { metadata?: ObjectMeta; spec?: { template?: { spec?: PodSpec } } };
}

/** What the offline injector did with one object. */
export interface OfflineObject {
  /** The item of a List that it is; absent for a document of its own. */
  readonly item?: number;
  /** Where it stands in its document: "", or `/items/2`, or further in. */
  readonly pointer: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** JSON pointers of the metadata and the pod spec that are injected, inside the object. */
  readonly at: { readonly metadata: string; readonly spec: string };
  readonly decision: InjectDecision;
  readonly input: Pod;
  readonly warning?: string;
  readonly injection?: Injection;
  readonly final?: Pod;
  readonly patch?: ReturnType<typeof injectPod>["patch"];
  readonly error?: GoError;
}

/** What is known of an object before it is injected. */
export type OfflineStart = Pick<OfflineObject, "pointer" | "kind" | "at">;

/** Told of each object as it is done; says who looks on at its steps. */
export interface OfflineObserver {
  observers(object: OfflineStart, injection: Injection): Observers;
  done(object: OfflineObject): void;
}

/**
 * One document as the offline command prints it: injected if it is of a known kind, otherwise as it is.
 * @throws GoError where the document cannot be read or injected; the command stops there.
 * Mirrors IntoResourceFile of pkg/kube/inject/inject.go.
 */
export function intoDocument(document: Document, setup: Setup, observer: OfflineObserver): string {
  const object = readObject(document.text, setup);
  if (!object) return document.text;
  return printYaml(intoObject(object.type, object.node, setup, observer));
}

/** Mirrors FromRawToObject: the kind first, then the whole text as that kind; undefined for a kind that is not known. */
function readObject(text: string, { release }: Setup): { type: GoType; node: WorkloadObject } | undefined {
  const typeMeta = typesOf(release).get("k8s.io/apimachinery/pkg/apis/meta/v1.TypeMeta");
  const { kind = "" } = unmarshalYaml(text, typeMeta) as { kind?: string };
  const type = injectableType(kind, release);
  return type && { type, node: unmarshalYaml(text, type) as WorkloadObject };
}

/**
 * Where in a document the value is that the command cannot read, as a JSON pointer: the first that does not fit its kind, in a List that
 * of the item. Undefined where all do, or the text is no YAML.
 */
export function misfitInText(text: string, setup: Setup): string | undefined {
  try {
    const json = yamlToJson(text);
    const { kind, items } = json instanceof Map ? Object.fromEntries(json) : {};
    const type = typeof kind === "string" ? injectableType(kind, setup.release) : undefined;
    const known = type ?? typesOf(setup.release).get("k8s.io/apimachinery/pkg/apis/meta/v1.TypeMeta");
    const own = pointerOfMisfit(known, yamlToJson(text, known));
    if (own !== undefined || !known.path.endsWith(".List") || !Array.isArray(items)) return own;
    const inItems = items.map((item) => misfitInText(stringifyJson(item), setup));
    const at = inItems.findIndex((pointer) => pointer !== undefined);
    return at < 0 ? undefined : `/items/${at}${inItems[at]}`;
  } catch (error) {
    if (error instanceof GoError) return undefined;
    throw error;
  }
}

/**
 * The object with its pod injected, as JSON.
 * @throws GoError as the command would print it.
 * Mirrors IntoObject of pkg/kube/inject/inject.go.
 */
function intoObject(
  type: GoType,
  node: WorkloadObject,
  setup: Setup,
  observer: OfflineObserver,
  pointer = "",
  item?: number,
): Json {
  if (type.path.endsWith(".List")) return intoList(type, node, setup, observer, pointer);

  const { metadata, spec, at } = podOf(type, node);
  const owner = ownerOf(type, node, metadata, spec, setup);
  const input: Pod = { metadata, spec };
  const base = {
    item,
    pointer,
    kind: node.kind ?? "",
    name: node.metadata?.name ?? "",
    namespace: node.metadata?.namespace ?? "",
    at,
    input,
  };
  const name = metadata.name || owner.name;
  const fullName = quote(owner.namespace ? `${owner.namespace}/${name}` : name);
  const who = owner.kind ? `${owner.kind} ${fullName}` : fullName;
  const decision = injectRequired(input, OFFLINE_POLICY, setup.behaviours);
  const skip = (why: string): Json => {
    observer.done({ ...base, decision, warning: `===> Skipping injection because ${who} has ${why}\n` });
    return encode(type, node);
  };
  if (spec.hostNetwork) return skip("host networking enabled");

  let injection: Injection | undefined;
  try {
    // The annotation changes the whole MeshConfig here, and its errors count even where the pod is not injected.
    const annotation = metadata.annotations?.get("proxy.istio.io/config");
    const mesh =
      annotation === undefined
        ? setup.mesh
        : inAnnotation("proxy.istio.io/config", () => applyProxyConfig(setup.release, annotation, setup.mesh));
    if (!decision.inject) return skip("sidecar injection disabled");
    const parameters = {
      ...setup,
      pod: input,
      owner,
      // The policy, the default templates, aliases and injected annotations of the ConfigMap are not read offline.
      defaultTemplates: ["sidecar"],
      aliases: new Map<string, readonly string[]>(),
      injectedAnnotations: new Map<string, string>(),
      mesh,
      proxyConfig: mesh.defaultConfig ?? {},
      proxyEnvs: new Map<string, string>(),
      namespaceAnnotations: undefined,
    };
    injection = { ...parameters, ...observer.observers(base, parameters) };
    const { pod, patch } = injectPod(injection);
    observer.done({ ...base, decision, injection, final: pod, patch });
    return encode(type, withPod(node, at, patched(input, patch, setup)));
  } catch (error) {
    const told = toldError(error);
    observer.done({ ...base, decision, injection, error: told });
    throw told;
  }
}

/** The offline command has a policy of its own: everything that does not say no. */
const OFFLINE_POLICY = { policy: "enabled", neverInjectSelector: [], alwaysInjectSelector: [] };

function intoList(type: GoType, node: WorkloadObject, setup: Setup, observer: OfflineObserver, pointer: string): Json {
  const items = node.items?.map((entry, index) => {
    const inner = readObject(stringifyJson(entry.raw ?? null), setup);
    if (!inner) return entry;
    return { raw: intoObject(inner.type, inner.node, setup, observer, `${pointer}/items/${index}`, index) };
  });
  return encode(type, { ...node, items });
}

/** The offline command applies the patch itself; what the patch does not mention stays exactly as it was. Mirrors applyJSONPatchToPod. */
function patched(input: Pod, patch: readonly JsonPatchOperation[], { podType }: Setup): Pod {
  return decode(podType, applyJsonPatch(encode(podType, input), patch)) as Pod;
}

interface PodParts {
  readonly metadata: ObjectMeta;
  readonly spec: PodSpec;
  readonly at: { readonly metadata: string; readonly spec: string };
}

/** Where an object of a kind has its pod. The metadata of a CronJob's pod is not the pod template's but the job template's. */
function podOf(type: GoType, node: WorkloadObject): PodParts {
  if (type.path.endsWith(".Pod")) {
    return { metadata: node.metadata ?? {}, spec: node.spec ?? {}, at: { metadata: "/metadata", spec: "/spec" } };
  }
  if (type.path.endsWith(".CronJob")) {
    const job = node.spec?.jobTemplate;
    const at = { metadata: "/spec/jobTemplate/metadata", spec: "/spec/jobTemplate/spec/template/spec" };
    return { metadata: job?.metadata ?? {}, spec: job?.spec?.template?.spec ?? {}, at };
  }
  const template = node.spec?.template;
  if (template == null && isPointer(type)) throw new GoError("spec.template is required value");
  const at = { metadata: "/spec/template/metadata", spec: "/spec/template/spec" };
  return { metadata: template?.metadata ?? {}, spec: template?.spec ?? {}, at };
}

function isPointer(type: GoType): boolean {
  const spec = type.fields!.find((field) => field.go === "Spec")!.type;
  return spec.fields!.find((field) => field.go === "Template")!.type.kind === "ptr";
}

/** The object with its pod replaced. */
function withPod(node: WorkloadObject, at: PodParts["at"], pod: Pod): WorkloadObject {
  const { metadata, spec } = pod;
  if (at.spec === "/spec") return { ...node, metadata, spec };
  if (at.metadata.startsWith("/spec/jobTemplate")) {
    const job = node.spec?.jobTemplate ?? {};
    const template = { ...job.spec?.template, spec };
    return { ...node, spec: { ...node.spec, jobTemplate: { ...job, metadata, spec: { ...job.spec, template } } } };
  }
  return { ...node, spec: { ...node.spec, template: { ...node.spec?.template, metadata, spec } } };
}

function ownerOf(type: GoType, node: WorkloadObject, metadata: ObjectMeta, spec: PodSpec, setup: Setup): Owner {
  const isPod = type.path.endsWith(".Pod");
  if (isPod && setup.behaviours.podOwnerHeuristicsOffline) {
    return podOwner(setup.release, { apiVersion: node.apiVersion, kind: node.kind, metadata, spec });
  }
  const { name = "", namespace = "" } = node.metadata ?? {};
  return { apiVersion: node.apiVersion ?? "", kind: node.kind ?? "", name, namespace, metadata: node.metadata };
}
