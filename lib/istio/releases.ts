import { NEWEST, RELEASES, type Release } from "../k8s/release";

/**
 * What differs between releases of the injector, as data: a row a difference. `since` is the first release that has it, `until` the
 * last one (none: it is still so). The injector's code asks `behaviours(release)` instead of comparing release numbers. Rows that
 * nothing asks for are told by the data of lib/k8s (fields, messages, annotations). Template functions: lib/functions/libraries.ts.
 */
interface Difference {
  readonly since?: Release;
  readonly until?: Release;
  /** What it changes, and where in Istio's source. */
  readonly what: string;
}

const DIFFERENCES = {
  // Selection and owners (pkg/kube/inject/inject.go, webhook.go)
  podOwnerHeuristicsOffline: {
    since: 21,
    what: "kube-inject of a Pod derives DeploymentMeta and TypeMeta from the controller, as the webhook does; before, from the document (inject.go, IntoObject).",
  },
  fullDeploymentMeta: {
    until: 21,
    what: "`.DeploymentMeta` is a whole metav1.ObjectMeta; later a NamespacedName with Name and Namespace only (inject.go, SidecarTemplateData).",
  },
  rolloutOwner: {
    since: 22,
    what: "A ReplicaSet of an Argo Rollout counts as kind Rollout, apiVersion v1alpha1 (pkg/kube/util.go, GetDeployMetaFromPod).",
  },
  cronJobOwnerV1: {
    since: 22,
    what: "The CronJob that owns a Job has apiVersion batch/v1; before batch/v1beta1 (pkg/kube/util.go, GetDeployMetaFromPod).",
  },
  strictInjectLabel: {
    since: 27,
    what: "The inject label or annotation must be exactly `true` or `false`, anything else leaves the default; before, y/yes/true/on in any case inject and other text does not (inject.go, injectRequired).",
  },

  // Template data (inject.go, SidecarTemplateData)
  inboundTrafficPolicyMode: { since: 22, what: "Templates have `.InboundTrafficPolicyMode`." },
  nativeSidecarsField: { since: 27, what: "Templates have `.NativeSidecars`." },
  proxyInitImageField: {
    since: 31,
    what: "Templates have `.ProxyInitImage`, made like the proxy's image (inject.go, RunTemplate).",
  },
  nilValuesFail: {
    since: 23,
    what: "A nil values map is an error; before, templates run with a nil map (webhook.go, ValuesConfig; inject.go, RunTemplate).",
  },

  // Native sidecars (webhook.go, inject.go)
  nativeSidecarAnnotation: {
    since: 24,
    what: "Annotation sidecar.istio.io/nativeSidecar `true` or `false` overrides whether the proxy moves to the init containers (inject.go, reapply and template loop).",
  },
  nativeSidecarDetection: {
    since: 27,
    what: "ENABLE_NATIVE_SIDECARS is text (true, false, auto; auto asks the nodes' kubelets) and templates read `.NativeSidecars`; before it is a boolean and templates read the environment variable (pilot/pkg/features, webhook.go, DetectNativeSidecar).",
  },

  // Proxy image (inject.go, ProxyImage)
  imageVariant: { since: 22, what: "The image type starts as values global.variant; before, as empty." },
  emptyImageTypeKeepsVariant: {
    since: 31,
    what: "A ProxyConfig image with empty imageType leaves the variant; before, it clears it.",
  },

  // Annotation validation (pkg/kube/inject/validate.go)
  enableCoreDumpChecked: { until: 24, what: "sidecar.istio.io/enableCoreDump must be a boolean." },
  resourceAnnotationsChecked: {
    since: 27,
    what: "sidecar.istio.io/proxyCPU, proxyMemory and their limits must be quantities.",
  },
  interfaceAnnotationsChecked: {
    since: 30,
    what: "excludeInterfaces, kubevirtInterfaces and istio.io/reroute-virtual-interfaces must be lists of interface names.",
  },

  // ProxyConfig and MeshConfig checks (pkg/config/validation/agent/validation.go, before 1.22 pkg/config/validation/validation.go)
  confgurationSpelling: { until: 20, what: "Texts about private key providers spell `confguration`." },
  drainDurationLimit: { until: 21, what: "A drain duration above one hour is an error." },
  oldCredentialNameText: {
    until: 21,
    what: "The text about credentialName does not name the CA CRL, and a CA CRL is not looked at.",
  },
  configMapCredentialName: {
    since: 26,
    what: "TLS settings with a `configmap://` credentialName are checked (always an error without a namespace).",
  },
  connectionSettings: { since: 31, what: "ProxyConfig connectionSettings are checked." },
  meshTrafficChecks: {
    since: 31,
    what: "zoneAwareLbSetting, defaultTrafficPolicy and defaultInboundHttpRetryPolicy of the MeshConfig are checked.",
  },

  // Defaults (pkg/config/mesh/mesh.go, DefaultProxyConfig)
  zipkinTracingDefault: {
    until: 21,
    what: "The default ProxyConfig has tracing.zipkin.address zipkin.istio-system:9411.",
  },
  inboundTrafficPolicyDefault: { since: 22, what: "The default MeshConfig has inboundTrafficPolicy PASSTHROUGH." },

  // Values (operator/pkg/apis/values_types.proto)
  kubernetesTypedValues: {
    since: 22,
    until: 28,
    what: "Some values (global.proxy.lifecycle, tolerations, affinities, selectors …) must fit the Kubernetes protobuf messages; otherwise they are free objects.",
  },

  // Probes (webhook.go; pkg/kube/inject/app_probe.go)
  lifecycleHandlersRewritten: {
    since: 25,
    what: "httpGet and tcpSocket handlers of preStop and postStart are rewritten like probes.",
  },
  probersAppendedOnReinjection: {
    since: 27,
    what: "Re-injection appends ISTIO_KUBE_APP_PROBERS if the proxy lacks it; before, new probers are lost.",
  },

  // Prometheus (webhook.go, applyPrometheusMerge)
  scrapeTargets: {
    since: 31,
    what: "Annotation prometheus.istio.io/scrape-targets adds scrape targets to the merged metrics.",
  },
  scrapePortsChecked: { since: 31, what: "Ports to scrape must be valid and not reserved." },
  securePortAnnotation: {
    since: 31,
    what: "ENVOY_SECURE_MERGED_METRICS_PORT of the proxy becomes annotation prometheus.istio.io/secure-port.",
  },

  // Kubernetes API types (go.mod)
  creationTimestampNull: {
    until: 27,
    what: "An unset metadata.creationTimestamp prints as null; later it is omitted.",
  },

  patchOfFloats: {
    until: 25,
    what: "The JSON patch is made of float64 numbers; later integers beyond 2^53 stay as they are (go.mod, gomodules.xyz/jsonpatch).",
  },

  // OpenShift (pkg/kube/inject/openshift.go)
  openShiftUserReset: {
    since: 23,
    what: "The user of a pod's own istio-proxy is cleared when it is that of the application.",
  },
  openShiftInitContainers: {
    since: 27,
    what: "That comparison looks at init containers too; before, at containers only.",
  },

  // ProxyConfig resources (pilot/pkg/model/config.go, sortConfigByCreationTime)
  proxyConfigsByName: {
    since: 23,
    what: "Resources of equal age are ordered by name, then namespace; before, by the text `name.namespace`.",
  },
} satisfies Record<string, Difference>;

export type Behaviour = keyof typeof DIFFERENCES;

/** For each difference, whether a release has it. */
export type Behaviours = Readonly<Record<Behaviour, boolean>>;

function holds(difference: Difference, release: Release): boolean {
  return release >= (difference.since ?? 0) && release <= (difference.until ?? NEWEST);
}

const table = new Map<Release, Behaviours>(
  RELEASES.map((release) => [
    release,
    Object.fromEntries(
      Object.entries(DIFFERENCES).map(([name, difference]) => [name, holds(difference, release)]),
    ) as Behaviours,
  ]),
);

/** What a release of the injector does, one switch for each difference. */
export function behaviours(release: Release): Behaviours {
  return table.get(release)!;
}

/** The differences as text, for documentation: name, releases and what it changes. */
export function differences(): readonly (Difference & { readonly name: Behaviour })[] {
  return Object.entries(DIFFERENCES).map(([name, difference]) => ({ name: name as Behaviour, ...difference }));
}
