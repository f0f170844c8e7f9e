import { sortStrings } from "../go/strings";
import { findSidecar, type Pod } from "../istio/pod";
import type { Injection } from "./injection";

/**
 * Writes what the webhook's URL (or values, or label) says of cluster and network into the proxy's environment: entries of the same
 * name are removed, the new ones appended in the order of their names. Changes `pod`.
 * Mirrors overwriteClusterInfo and updateClusterEnvs of pkg/kube/inject/inject.go.
 */
export function overwriteClusterInfo(pod: Pod, injection: Injection): void {
  const sidecar = findSidecar(pod);
  const { proxyEnvs } = injection;
  injection.origins?.clusterInfo(pod);
  if (!sidecar || proxyEnvs.size === 0) return;
  const kept = (sidecar.env ?? []).filter((env) => !proxyEnvs.has(env.name ?? ""));
  sidecar.env = [...kept, ...sortStrings(proxyEnvs.keys()).map((name) => ({ name, value: proxyEnvs.get(name)! }))];
}
