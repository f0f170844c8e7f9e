import { clusterAndNetwork } from "../istio/cluster-network";
import { injectPathEnvs } from "../istio/inject-path";
import { sidecarRunsAsApplication } from "../istio/openshift";
import { podOwner } from "../istio/owner";
import { findSidecar, type Pod } from "../istio/pod";
import { effectiveProxyConfig, type ProxyConfigResource } from "../istio/proxy-config";
import { injectRequired, type InjectDecision } from "./decision";
import { injectPod, type Injected } from "./inject";
import type { Injection, Observers } from "./injection";
import type { Setup } from "./setup";

/** What comes with one admission request. */
export interface AdmissionRequest {
  /** Where the pod names none. */
  readonly namespace?: string;
  /** The path of the URL that the API server called. */
  readonly injectPath: string;
  readonly proxyConfigs: readonly ProxyConfigResource[];
  /** Annotations of the namespaces that istiod can see, by name. */
  readonly namespaces: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly openShift: boolean;
}

/** A pod that the webhook was asked about, made ready: decision first, then the parameters of its injection. */
export interface Admission {
  readonly decision: InjectDecision;
  readonly injection?: Injection;
}

/**
 * What the webhook decides about a pod, and the parameters of its injection if it goes on. Changes `pod`: managed fields go, an absent
 * namespace becomes the request's.
 * Mirrors Webhook.inject of pkg/kube/inject/webhook.go.
 */
export function admit(pod: Pod, request: AdmissionRequest, setup: Setup, observers: Observers = {}): Admission {
  const metadata = (pod.metadata ??= {});
  // Not without need: V8 reads objects more slowly from which something was deleted.
  if (metadata.managedFields !== undefined) delete metadata.managedFields;
  if (!metadata.namespace && request.namespace) metadata.namespace = request.namespace;

  const decision = injectRequired(pod, setup.config, setup.behaviours);
  if (!decision.inject) return { decision };

  const proxyConfig = effectiveProxyConfig(setup.release, setup.mesh, request.proxyConfigs, pod);
  const proxyEnvs = injectPathEnvs(request.injectPath);
  const cluster = clusterAndNetwork(pod.metadata, setup.values.typed, proxyEnvs).cluster || "Kubernetes";
  const { release, behaviours, podType, templates, values, mesh, nativeSidecar, revision, compliancePolicy } = setup;
  // Name by name: V8 makes a shape of its own for each object that a large one is spread into, and keeps these long.
  const injection: Injection = {
    release,
    behaviours,
    podType,
    templates,
    values,
    mesh,
    nativeSidecar,
    revision,
    compliancePolicy,
    pod,
    owner: podOwner(setup.release, pod),
    defaultTemplates: setup.config.defaultTemplates,
    aliases: setup.config.aliases,
    injectedAnnotations: setup.config.injectedAnnotations,
    proxyConfig,
    proxyEnvs,
    namespaceAnnotations: request.openShift ? namespaceOf(pod, cluster, request) : undefined,
    record: observers.record,
    origins: observers.origins,
  };
  if (request.openShift && setup.behaviours.openShiftUserReset) resetProxyUser(pod, setup);
  return { decision, injection };
}

/** The injection of an admitted pod. @throws GoError, GoPanic as injectPod. */
export function injectAdmitted(injection: Injection): Injected {
  return injectPod(injection);
}

/** Only the namespaces of the cluster that istiod runs in are known here; it goes by the name `Kubernetes`. */
function namespaceOf(pod: Pod, cluster: string, request: AdmissionRequest): ReadonlyMap<string, string> | undefined {
  return cluster === "Kubernetes" ? request.namespaces.get(pod.metadata!.namespace ?? "") : undefined;
}

/** OpenShift gives every container the same user; for the proxy that would be the application's, so it is taken away again. */
function resetProxyUser(pod: Pod, setup: Setup): void {
  const context = findSidecar(pod)?.securityContext;
  if (!context || !sidecarRunsAsApplication(setup.release, pod)) return;
  delete context.runAsUser;
  delete context.runAsGroup;
}
