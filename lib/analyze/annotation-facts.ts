/**
 * The annotations that Istio 1.30 knows, by the kinds that they are for (in the order in which they are told), and those that are
 * deprecated. Facts of istio.io/api/annotation.
 */
const BY_KINDS: Readonly<Record<string, readonly string[]>> = {
  Pod: [
    "ambient.istio.io/bypass-inbound-capture",
    "ambient.istio.io/dns-capture",
    "ambient.istio.io/redirection",
    "inject.istio.io/templates",
    "istio.io/reroute-virtual-interfaces",
    "istio.io/rev",
    "prometheus.istio.io/merge-metrics",
    "proxy.istio.io/config",
    "proxy.istio.io/overrides",
    "readiness.status.sidecar.istio.io/applicationPorts",
    "readiness.status.sidecar.istio.io/failureThreshold",
    "readiness.status.sidecar.istio.io/initialDelaySeconds",
    "readiness.status.sidecar.istio.io/periodSeconds",
    "sidecar.istio.io/agentLogLevel",
    "sidecar.istio.io/bootstrapOverride",
    "sidecar.istio.io/componentLogLevel",
    "sidecar.istio.io/discoveryAddress",
    "sidecar.istio.io/extraStatTags",
    "sidecar.istio.io/inject",
    "sidecar.istio.io/interceptionMode",
    "sidecar.istio.io/logLevel",
    "sidecar.istio.io/nativeSidecar",
    "sidecar.istio.io/proxyCPU",
    "sidecar.istio.io/proxyCPULimit",
    "sidecar.istio.io/proxyImage",
    "sidecar.istio.io/proxyImageType",
    "sidecar.istio.io/proxyMemory",
    "sidecar.istio.io/proxyMemoryLimit",
    "sidecar.istio.io/rewriteAppHTTPProbers",
    "sidecar.istio.io/statsCompression",
    "sidecar.istio.io/statsEvictionInterval",
    "sidecar.istio.io/statsFlushInterval",
    "sidecar.istio.io/statsHistogramBins",
    "sidecar.istio.io/statsHistogramBuckets",
    "sidecar.istio.io/statsInclusionPrefixes",
    "sidecar.istio.io/statsInclusionRegexps",
    "sidecar.istio.io/statsInclusionSuffixes",
    "sidecar.istio.io/status",
    "sidecar.istio.io/userVolume",
    "sidecar.istio.io/userVolumeMount",
    "status.sidecar.istio.io/port",
    "traffic.sidecar.istio.io/excludeInboundPorts",
    "traffic.sidecar.istio.io/excludeInterfaces",
    "traffic.sidecar.istio.io/excludeOutboundIPRanges",
    "traffic.sidecar.istio.io/excludeOutboundPorts",
    "traffic.sidecar.istio.io/includeInboundPorts",
    "traffic.sidecar.istio.io/includeOutboundIPRanges",
    "traffic.sidecar.istio.io/includeOutboundPorts",
    "traffic.sidecar.istio.io/kubevirtInterfaces",
  ],
  Any: ["galley.istio.io/analyze-suppress", "gateway.istio.io/controller-version"],
  AuthorizationPolicy: ["istio.io/dry-run"],
  Gateway: ["gateway.istio.io/name-override", "gateway.istio.io/service-account", "networking.istio.io/service-type"],
  "GatewayClass, Gateway": ["ambient.istio.io/waypoint-inbound-binding"],
  Ingress: ["kubernetes.io/ingress.class"],
  Namespace: ["topology.istio.io/controlPlaneClusters"],
  "Namespace, Service, ServiceEntry": ["networking.istio.io/traffic-distribution"],
  Service: [
    "alpha.istio.io/canonical-serviceaccounts",
    "alpha.istio.io/kubernetes-serviceaccounts",
    "networking.istio.io/exportTo",
    "traffic.istio.io/nodeSelector",
  ],
  WorkloadEntry: [
    "istio.io/autoRegistrationGroup",
    "istio.io/connectedAt",
    "istio.io/disconnectedAt",
    "istio.io/workloadController",
  ],
};

const DEPRECATED: ReadonlySet<string> = new Set([
  "alpha.istio.io/canonical-serviceaccounts",
  "alpha.istio.io/kubernetes-serviceaccounts",
  "sidecar.istio.io/discoveryAddress",
  "sidecar.istio.io/extraStatTags",
  "sidecar.istio.io/inject",
  "sidecar.istio.io/statsCompression",
  "sidecar.istio.io/statsInclusionPrefixes",
  "sidecar.istio.io/statsInclusionRegexps",
  "sidecar.istio.io/statsInclusionSuffixes",
  "traffic.sidecar.istio.io/kubevirtInterfaces",
]);

/** What Istio says of an annotation. */
export interface AnnotationFacts {
  /** The kinds that it is for; `Any` for all. */
  readonly kinds: readonly string[];
  readonly deprecated: boolean;
}

const FACTS: ReadonlyMap<string, AnnotationFacts> = new Map(
  Object.entries(BY_KINDS).flatMap(([kinds, names]) =>
    names.map((name) => [name, { kinds: kinds.split(", "), deprecated: DEPRECATED.has(name) }]),
  ),
);

/** What Istio says of an annotation; undefined for one that it does not know. */
export function annotationFacts(name: string): AnnotationFacts | undefined {
  return FACTS.get(name);
}
