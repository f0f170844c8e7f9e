/** Labels and annotations of a pod that only say what the injector is to do, or did. */

/** Labels that decide whether and by which revision a pod is injected. */
export const INJECTION_LABELS: ReadonlySet<string> = new Set(["sidecar.istio.io/inject", "istio.io/rev"]);

/** Annotations that do the same, and those in which the injector remembers what it did. */
export const INJECTION_ANNOTATIONS: ReadonlySet<string> = new Set([
  "sidecar.istio.io/inject",
  "inject.istio.io/templates",
  "sidecar.istio.io/status",
  "proxy.istio.io/overrides",
  "istio.io/rev",
]);

/** Labels that a controller gives the pods that it makes. */
export const CONTROLLER_LABELS: ReadonlySet<string> = new Set([
  "pod-template-hash",
  "rollouts-pod-template-hash",
  "deploymentconfig",
]);

/** What the API server and controllers write into an object's metadata. */
export const SERVER_METADATA: ReadonlySet<string> = new Set([
  "uid",
  "resourceVersion",
  "generation",
  "creationTimestamp",
  "managedFields",
  "selfLink",
  "ownerReferences",
]);

/** Annotations that kubectl and controllers write. */
export const SERVER_ANNOTATIONS: ReadonlySet<string> = new Set([
  "kubectl.kubernetes.io/last-applied-configuration",
  "deployment.kubernetes.io/revision",
]);

/** Annotations that nothing but the injector reads as it makes a pod. */
export const IDLE_ANNOTATION =
  /^(?:sidecar\.istio\.io\/|proxy\.istio\.io\/|traffic\.sidecar\.istio\.io\/|(?:readiness\.)?status\.sidecar\.istio\.io\/|prometheus\.istio\.io\/|istio\.io\/reroute-virtual-interfaces$)/;
