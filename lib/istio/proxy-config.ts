import type { Json, JsonMap } from "../go/json-value";
import { compareStrings } from "../go/strings";
import type { Release } from "../k8s/release";
import { GoError } from "../source/errors";
import { yamlToJson } from "../yaml/to-json";
import type { MeshConfig, ProxyConfig, ProxyHeaders } from "./mesh-types";
import type { Pod } from "./pod";
import { cloneMessage } from "./protobuf/clone";
import { type MessageNode, messageDescriptor, PROXY_CONFIG } from "./protobuf/descriptor";
import { applyJson } from "./protobuf/parse";
import { messageJson } from "./protobuf/print";
import { printedAndRead } from "./protobuf/yaml-trip";
import { behaviours } from "./releases";

const ANNOTATION = "proxy.istio.io/config";

/** A new ProxyConfig with what istiod assumes where nothing is set. Mirrors DefaultProxyConfig of pkg/config/mesh. */
export function defaultProxyConfig(release: Release): ProxyConfig {
  const config: ProxyConfig = {
    configPath: "./etc/istio/proxy",
    serviceCluster: "istio-proxy",
    drainDuration: { seconds: 45, nanos: 0 },
    terminationDrainDuration: { seconds: 5, nanos: 0 },
    proxyAdminPort: 15000,
    controlPlaneAuthPolicy: 1,
    discoveryAddress: "istiod.istio-system.svc:15012",
    binaryPath: "/usr/local/bin/envoy",
    statNameLength: 189,
    statusPort: 15020,
  };
  if (behaviours(release).zipkinTracingDefault) config.tracing = { zipkin: { address: "zipkin.istio-system:9411" } };
  return config;
}

/**
 * Writes fields over a ProxyConfig: each replaces the old one as a whole, but proxyMetadata is merged by key, and the proxyHeaders keep
 * most old fields that the new ones lack. Changes `target`.
 * @throws GoError `could not parse proxy config: …`
 * Mirrors MergeProxyConfig of pkg/config/mesh.
 */
export function mergeProxyConfig(release: Release, json: Json, target: ProxyConfig): void {
  const { proxyMetadata, proxyHeaders } = target;
  parsing(() => applyJson(messageDescriptor(release, PROXY_CONFIG), json, target));
  if (proxyMetadata && target.proxyMetadata && target.proxyMetadata !== proxyMetadata) {
    target.proxyMetadata = new Map([...proxyMetadata, ...target.proxyMetadata]);
  }
  if (proxyHeaders && target.proxyHeaders && target.proxyHeaders !== proxyHeaders) {
    fillHeaders(target.proxyHeaders, proxyHeaders);
  }
}

function parsing<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof GoError)) throw error;
    throw new GoError(`could not parse proxy config: ${error.message}`, error.position, error.text);
  }
}

/** Mirrors correctProxyHeaders of pkg/config/mesh. */
function fillHeaders(headers: ProxyHeaders, old: ProxyHeaders): void {
  headers.forwardedClientCert ||= old.forwardedClientCert;
  headers.requestId ??= old.requestId;
  headers.attemptCount ??= old.attemptCount;
  headers.server ??= old.server;
  headers.envoyDebugHeaders ??= old.envoyDebugHeaders;
}

/**
 * A MeshConfig whose defaultConfig has what an annotation `proxy.istio.io/config` says. `mesh` stays as it is.
 * @throws GoError `could not parse proxy config: …`
 * Mirrors ApplyProxyConfig of pkg/config/mesh.
 */
export function applyProxyConfig(release: Release, annotation: string, mesh: MeshConfig): MeshConfig {
  const copy = cloneMessage(mesh);
  copy.defaultConfig ??= {};
  mergeProxyConfig(
    release,
    parsing(() => yamlToJson(annotation)),
    copy.defaultConfig,
  );
  return copy;
}

/** A ProxyConfig resource of the cluster. */
export interface ProxyConfigResource {
  readonly name: string;
  readonly namespace: string;
  /** Milliseconds; resources without a time count as the oldest. */
  readonly created: number;
  readonly spec: ProxyConfigSpec;
  /** What it was read from. */
  readonly object: JsonMap;
}

/** istio.networking.v1beta1.ProxyConfig. */
interface ProxyConfigSpec extends MessageNode {
  selector?: { matchLabels?: Map<string, string> };
  concurrency?: ProxyConfig["concurrency"];
  environmentVariables?: Map<string, string>;
  image?: ProxyConfig["image"];
}

/**
 * The ProxyConfig resources among Kubernetes objects, the oldest first.
 * @throws GoError where a spec does not fit.
 * Mirrors sortConfigByCreationTime of pilot/pkg/model/config.go.
 */
export function proxyConfigResources(objects: readonly Json[], release: Release): ProxyConfigResource[] {
  const { proxyConfigsByName } = behaviours(release);
  const byName = (a: ProxyConfigResource, b: ProxyConfigResource): number =>
    proxyConfigsByName
      ? compareStrings(a.name, b.name) || compareStrings(a.namespace, b.namespace)
      : compareStrings(`${a.name}.${a.namespace}`, `${b.name}.${b.namespace}`);
  return objects
    .filter((object): object is JsonMap => object instanceof Map && object.get("kind") === "ProxyConfig")
    .map((object) => readResource(object, release))
    .sort((a, b) => a.created - b.created || byName(a, b));
}

function readResource(object: JsonMap, release: Release): ProxyConfigResource {
  const metadata = object.get("metadata");
  const text = (key: string): string => {
    const value = metadata instanceof Map ? metadata.get(key) : undefined;
    return typeof value === "string" ? value : "";
  };
  const time = Date.parse(text("creationTimestamp"));
  const spec: ProxyConfigSpec = {};
  applyJson(messageDescriptor(release, "istio.networking.v1beta1.ProxyConfig"), object.get("spec") ?? null, spec);
  return {
    name: text("name"),
    namespace: text("namespace"),
    created: Number.isNaN(time) ? Number.MIN_SAFE_INTEGER : time,
    spec,
    object,
  };
}

/**
 * The ProxyConfig of a pod in the webhook. Each layer is laid over the ones before it, without its zero values: the built-in defaults,
 * the mesh's, the resource of the root namespace, that of the pod's namespace, then the annotation with a resource that selects the
 * pod over it. An annotation that cannot be read is left out. `resources`: in order, as proxyConfigResources gives them.
 * Mirrors EffectiveProxyConfig of pilot/pkg/model/proxy_config.go.
 */
export function effectiveProxyConfig(
  release: Release,
  mesh: MeshConfig,
  resources: readonly ProxyConfigResource[],
  pod: Pod,
): ProxyConfig {
  const { ofNamespaces, selecting } = resourcesOf(mesh, resources, pod);
  const annotation = pod.metadata?.annotations?.get(ANNOTATION);
  const annotated = annotation === undefined ? undefined : readAnnotation(release, annotation);
  const own = selecting && asProxyConfig(selecting.spec);
  const layers: (ProxyConfig | undefined)[] = ofNamespaces.map(({ spec }) => asProxyConfig(spec));
  layers.push(annotated ? overlaid(release, {}, [annotated, own]) : own);
  return overlaid(release, { ...meshLayers(release, mesh) }, layers);
}

/** The resources that count for a pod: those of the root namespace and its own (in that order), and the one that selects it. */
export interface PodResources {
  readonly ofNamespaces: readonly ProxyConfigResource[];
  readonly selecting: ProxyConfigResource | undefined;
}

/** Which of the resources (in order, as proxyConfigResources gives them) count for a pod. */
export function resourcesOf(mesh: MeshConfig, resources: readonly ProxyConfigResource[], pod: Pod): PodResources {
  const { namespace = "", labels } = pod.metadata ?? {};
  const of = (name: string) => resources.filter((resource) => resource.namespace === name);
  const root = mesh.rootNamespace ?? "";
  const ofNamespaces: (ProxyConfigResource | undefined)[] = [];
  if (root !== "") ofNamespaces.push(namespaceResource(of(root)));
  if (namespace !== root) ofNamespaces.push(namespaceResource(of(namespace)));
  return {
    ofNamespaces: ofNamespaces.filter((resource) => resource !== undefined),
    selecting: workloadResource(of(namespace), labels),
  };
}

/** Mirrors mergeWithPrecedence of pilot/pkg/model/proxy_config.go, with the weakest layer first. Changes `base`. */
function overlaid(release: Release, base: ProxyConfig, layers: readonly (ProxyConfig | undefined)[]): ProxyConfig {
  const message = messageDescriptor(release, PROXY_CONFIG);
  for (const layer of layers) {
    if (!layer) continue;
    let json: Json;
    try {
      json = printedAndRead(messageJson(message, layer));
    } catch (error) {
      // What YAML cannot hold drops its layer.
      if (error instanceof GoError) continue;
      throw error;
    }
    mergeProxyConfig(release, json, base);
  }
  return base;
}

const meshLayersOf = new WeakMap<ProxyConfig, Map<Release, ProxyConfig>>();

/** The defaults with the mesh's defaultConfig over them: the same for every pod. */
function meshLayers(release: Release, mesh: MeshConfig): ProxyConfig {
  const key = mesh.defaultConfig;
  if (!key) return overlaid(release, {}, [defaultProxyConfig(release)]);
  let byRelease = meshLayersOf.get(key);
  if (!byRelease) meshLayersOf.set(key, (byRelease = new Map()));
  let layers = byRelease.get(release);
  if (!layers) byRelease.set(release, (layers = overlaid(release, {}, [defaultProxyConfig(release), key])));
  return layers;
}

/** What an annotation `proxy.istio.io/config` says; undefined where it cannot be read. Mirrors proxyConfigFromAnnotation. */
export function readAnnotation(release: Release, annotation: string): ProxyConfig | undefined {
  const config: ProxyConfig = {};
  try {
    applyJson(messageDescriptor(release, PROXY_CONFIG), yamlToJson(annotation), config);
  } catch (error) {
    if (error instanceof GoError) return undefined;
    throw error;
  }
  return config;
}

/** The first without a selector. Mirrors mergedNamespaceConfig. */
function namespaceResource(resources: readonly ProxyConfigResource[]): ProxyConfigResource | undefined {
  return resources.find(({ spec }) => !spec.selector);
}

/** The first whose labels the pod has; an empty selector selects none. Mirrors mergedWorkloadConfig. */
function workloadResource(
  resources: readonly ProxyConfigResource[],
  labels: ReadonlyMap<string, string> | null | undefined,
): ProxyConfigResource | undefined {
  return resources.find(({ spec: { selector } }) => {
    const wanted = [...(selector?.matchLabels ?? [])];
    return wanted.length > 0 && wanted.every(([key, value]) => labels?.get(key) === value);
  });
}

/** Mirrors toMeshConfigProxyConfig. */
export function asProxyConfig({ concurrency, environmentVariables, image }: ProxyConfigSpec): ProxyConfig {
  return { concurrency, proxyMetadata: environmentVariables, image };
}
