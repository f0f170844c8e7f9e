import type { ObjectMeta, Pod } from "./pod";
import type { Values } from "./values";

const CLUSTER = "ISTIO_META_CLUSTER_ID";
const NETWORK = "ISTIO_META_NETWORK";

/**
 * The proxy's cluster and network: from the webhook's URL, else the values; a label of the pod (even an empty one) decides the network.
 * Mirrors extractClusterAndNetwork of pkg/kube/inject/inject.go.
 */
export function clusterAndNetwork(
  metadata: ObjectMeta | undefined,
  values: Values,
  proxyEnvs: ReadonlyMap<string, string>,
): { cluster: string; network: string } {
  const cluster = proxyEnvs.get(CLUSTER) || (values.global?.multiCluster?.clusterName ?? "");
  const network =
    metadata?.labels?.get("topology.istio.io/network") ?? (proxyEnvs.get(NETWORK) || (values.global?.network ?? ""));
  return { cluster, network };
}

/**
 * Writes cluster and network, where they are not empty, into the environment that the proxy gets. Changes `proxyEnvs`.
 * Mirrors RunTemplate of pkg/kube/inject/inject.go.
 */
export function writeClusterAndNetwork(proxyEnvs: Map<string, string>, pod: Pod, values: Values): void {
  const { cluster, network } = clusterAndNetwork(pod.metadata, values, proxyEnvs);
  if (cluster !== "") proxyEnvs.set(CLUSTER, cluster);
  if (network !== "") proxyEnvs.set(NETWORK, network);
}
