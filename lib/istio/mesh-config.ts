import { sortStrings } from "../go/strings";
import type { Json } from "../go/json-value";
import type { Release } from "../k8s/release";
import { GoError } from "../source/errors";
import { yamlToJson } from "../yaml/to-json";
import { prefixError } from "./errors";
import type { ExtensionProvider, MeshConfig } from "./mesh-types";
import { MESH_CONFIG, messageDescriptor } from "./protobuf/descriptor";
import "./protobuf/duration-methods";
import "./protobuf/methods";
import { applyJson } from "./protobuf/parse";
import { printedAndRead } from "./protobuf/yaml-trip";
import { defaultProxyConfig, mergeProxyConfig } from "./proxy-config";
import { behaviours } from "./releases";
import { meshConfigError } from "./validate-mesh-config";

export type { MeshConfig, ProxyConfig } from "./mesh-types";

/** A new MeshConfig with what istiod assumes where nothing is set. Mirrors DefaultMeshConfig of pkg/config/mesh. */
export function defaultMeshConfig(release: Release): MeshConfig {
  const mesh: MeshConfig = {
    enableTracing: true,
    protocolDetectionTimeout: { seconds: 0, nanos: 0 },
    ingressService: "istio-ingressgateway",
    ingressControllerMode: 3,
    ingressClass: "istio",
    trustDomain: "cluster.local",
    trustDomainAliases: [],
    enableAutoMtls: { value: true },
    outboundTrafficPolicy: { mode: 1 },
    localityLbSetting: { enabled: { value: true } } as MeshConfig["localityLbSetting"],
    certificates: [],
    defaultConfig: defaultProxyConfig(release),
    rootNamespace: "istio-system",
    proxyListenPort: 15001,
    proxyInboundListenPort: 15006,
    connectTimeout: { seconds: 10, nanos: 0 },
    defaultServiceExportTo: ["*"],
    defaultVirtualServiceExportTo: ["*"],
    defaultDestinationRuleExportTo: ["*"],
    dnsRefreshRate: { seconds: 60, nanos: 0 },
    serviceSettings: [],
    enablePrometheusMerge: { value: true },
    defaultProviders: {},
    extensionProviders: [
      { name: "prometheus", prometheus: {} },
      { name: "stackdriver", stackdriver: {} },
      { name: "envoy", envoyFileAccessLog: { path: "/dev/stdout" } },
    ],
  };
  if (behaviours(release).inboundTrafficPolicyDefault) mesh.inboundTrafficPolicy = { mode: 0 };
  return mesh;
}

/**
 * The MeshConfig that a text makes over the defaults: its fields replace them, but defaultConfig and defaultProviders are merged field
 * by field, extensionProviders by name, trustDomainAliases as sets.
 * @throws GoError `failed to convert to proto. …` where the text does not fit, else what validation finds.
 * Mirrors ApplyMeshConfig of pkg/config/mesh.
 */
export function applyMeshConfig(release: Release, text: string): MeshConfig {
  const mesh = defaultMeshConfig(release);
  const { defaultConfig, defaultProviders, extensionProviders, trustDomainAliases } = mesh;
  mesh.defaultConfig = defaultProxyConfig(release);
  const json = readInto(release, text, mesh);

  mesh.defaultConfig = defaultConfig;
  const ownConfig = extract(json, "defaultConfig", "failed to extract proxy config");
  if (ownConfig !== undefined) mergeProxyConfig(release, ownConfig, mesh.defaultConfig!);

  mesh.defaultProviders = defaultProviders;
  const ownProviders = extract(json, "defaultProviders", "failed to extract default providers");
  if (ownProviders !== undefined) {
    const field = messageDescriptor(release, MESH_CONFIG).field("defaultProviders");
    applyOrFail("could not parse default providers:", () => applyJson(field.message, ownProviders, defaultProviders!));
  }

  // Where the text names none, the list is the default one itself, and each replaces its own.
  mesh.extensionProviders = mergeProviders(extensionProviders ?? [], mesh.extensionProviders ?? []);
  mesh.trustDomainAliases = sortStrings(new Set([...(mesh.trustDomainAliases ?? []), ...(trustDomainAliases ?? [])]));

  const error = meshConfigError(release, mesh);
  if (error) throw error;
  return mesh;
}

function readInto(release: Release, text: string, mesh: MeshConfig): Json {
  return applyOrFail("failed to convert to proto.", () => {
    const json = yamlToJson(text);
    applyJson(messageDescriptor(release, MESH_CONFIG), json, mesh);
    return json;
  });
}

function applyOrFail<T>(prefix: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof GoError ? prefixError(error, prefix) : error;
  }
}

/** One key of the text, printed as YAML and read again as Istio does. Only this spelling of the key counts. */
function extract(json: Json, key: string, prefix: string): Json | undefined {
  const value = json instanceof Map ? json.get(key) : undefined;
  return value === undefined || value === null ? undefined : applyOrFail(prefix, () => printedAndRead(value));
}

function mergeProviders(
  previous: readonly ExtensionProvider[],
  named: readonly ExtensionProvider[],
): ExtensionProvider[] {
  const merged = [...previous];
  for (const provider of named) {
    const at = merged.findIndex((p) => (p.name ?? "") === (provider.name ?? ""));
    if (at < 0) merged.push(provider);
    else merged[at] = { ...provider, name: merged[at]!.name };
  }
  return merged;
}

const LOCALHOST = 1;

/** `.InboundTrafficPolicyMode` of templates: `localhost` or `passthrough`. Mirrors InboundTrafficPolicyMode of pkg/kube/inject/inject.go. */
export function inboundTrafficPolicyMode(mesh: MeshConfig): string {
  return mesh.inboundTrafficPolicy?.mode === LOCALHOST ? "localhost" : "passthrough";
}
