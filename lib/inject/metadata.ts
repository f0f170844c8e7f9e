import { stringifyJson } from "../go/json";
import type { Pod } from "../istio/pod";
import type { Injection } from "./injection";

/**
 * Sets the network label, the status annotation (what was injected) and the ConfigMap's injectedAnnotations. Changes `pod`.
 * Mirrors applyMetadata of pkg/kube/inject/webhook.go.
 */
export function applyMetadata(pod: Pod, templatePod: Pod, injection: Injection): void {
  const metadata = pod.metadata!;
  injection.origins?.metadata(pod);
  const network = injection.proxyEnvs.get("ISTIO_META_NETWORK");
  if (network !== undefined) metadata.labels!.set("topology.istio.io/network", network);
  metadata.annotations!.set("sidecar.istio.io/status", injectionStatus(templatePod, injection.revision));
  for (const [name, value] of injection.injectedAnnotations) metadata.annotations!.set(name, value);
}

/** The text of the status annotation: names in the template pod's order, `null` for none. Mirrors getInjectionStatus. */
function injectionStatus(templatePod: Pod, revision: string): string {
  const spec = templatePod.spec ?? {};
  const names = (list: readonly { name?: string }[] | null | undefined) =>
    list?.length ? stringifyJson(list.map((item) => item.name ?? "")) : "null";
  return (
    `{"initContainers":${names(spec.initContainers)},"containers":${names(spec.containers)},"volumes":${names(spec.volumes)},` +
    `"imagePullSecrets":${names(spec.imagePullSecrets)},"revision":${stringifyJson(revision || "default")}}`
  );
}
