import { applyProxyConfig } from "../istio/proxy-config";
import type { Container, Pod } from "../istio/pod";
import type { Injection } from "./injection";

const PROXY = "istio-proxy";

/**
 * Puts the containers into their final order: the proxy last (so that `kubectl exec` still means the application), or first if
 * the application must wait for it; among init containers validation, iptables and core dump where they work. Changes `pod`.
 * @throws GoError where annotation proxy.istio.io/config does not parse.
 * Mirrors reorderPod of pkg/kube/inject/webhook.go.
 */
export function orderContainers(pod: Pod, injection: Injection): void {
  injection.origins?.ordered(pod);
  const annotation = injection.pod.metadata?.annotations?.get("proxy.istio.io/config");
  const mesh =
    annotation === undefined ? injection.mesh : applyProxyConfig(injection.release, annotation, injection.mesh);
  const hold =
    mesh.defaultConfig?.holdApplicationUntilProxyStarts?.value ||
    injection.values.typed.global?.proxy?.holdApplicationUntilProxyStarts?.value;

  const spec = pod.spec!;
  spec.containers = hold ? moveFirst(spec.containers, PROXY) : moveLast(spec.containers, PROXY);
  let init: readonly Container[] | null | undefined = spec.initContainers;
  if (init?.some((c) => c.name === PROXY)) {
    for (const name of ["enable-core-dump", PROXY, "istio-validation", "istio-init"]) init = moveFirst(init, name);
  } else {
    init = moveFirst(init, "istio-validation");
    for (const name of ["istio-init", "enable-core-dump"]) init = moveLast(init, name);
  }
  spec.initContainers = init as Container[];
}

/** All containers without those of that name. Mirrors modifyContainers with Remove. */
export function removeContainers(list: readonly Container[] | null | undefined, name: string): Container[] {
  return (list ?? []).filter((c) => (c.name ?? "") !== name);
}

// Of several containers of one name only the last stays: modifyContainers remembers a single match.
function moveFirst(list: readonly Container[] | null | undefined, name: string): Container[] {
  const match = list?.findLast((c) => c.name === name);
  return match ? [match, ...removeContainers(list, name)] : [...(list ?? [])];
}

function moveLast(list: readonly Container[] | null | undefined, name: string): Container[] {
  const match = list?.findLast((c) => c.name === name);
  return match ? [...removeContainers(list, name), match] : [...(list ?? [])];
}
