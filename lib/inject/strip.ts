import { GoError } from "../source/errors";
import { parseJson } from "../go/json";
import type { GoType } from "../go/types";
import { cloneNode } from "../go/clone";
import { decode } from "../k8s/decode";
import type { Release } from "../k8s/release";
import type { Container, Pod } from "../istio/pod";
import type { Injection } from "./injection";
import { inAnnotation } from "./in-annotation";
import { removeContainers } from "./order";
import { clearPrometheusAnnotations, prometheusPort } from "./prometheus";
import { structsOf } from "./structs";

const STATUS = "sidecar.istio.io/status";
const OVERRIDES = "proxy.istio.io/overrides";

/**
 * The pod without what an earlier injection added: what templates see. The pod itself where there was no injection.
 * Mirrors stripPod of pkg/kube/inject/inject.go.
 */
export function stripPod(injection: Injection): Pod {
  const status = injectionStatus(injection.pod.metadata?.annotations?.get(STATUS), injection.release);
  if (!status) return injection.pod;
  const pod = cloneNode(injection.pod);
  const spec = (pod.spec ??= {});
  for (const name of status.containers) spec.containers = removeContainers(spec.containers, name);
  for (const name of status.initContainers) spec.initContainers = removeContainers(spec.initContainers, name);
  const annotations = pod.metadata!.annotations!;
  const statusPort = String(injection.mesh.defaultConfig?.statusPort ?? 0);
  if (prometheusPort(annotations) === statusPort) clearPrometheusAnnotations(annotations, injection);
  annotations.delete(STATUS);
  return pod;
}

/** The names in the status annotation `text`; undefined where it is absent or not of the status' shape. Mirrors injectionStatus. */
export function injectionStatus(
  text: string | undefined,
  release: Release,
): Record<"containers" | "initContainers", string[]> | undefined {
  if (text === undefined) return undefined;
  try {
    const status = decode(structsOf(release).injectionStatus, parseJson(text)) as {
      containers?: string[];
      initContainers?: string[];
    };
    return { containers: status.containers ?? [], initContainers: status.initContainers ?? [] };
  } catch (error) {
    if (error instanceof GoError) return undefined;
    throw error;
  }
}

/** The containers that an annotation proxy.istio.io/overrides carries. */
export interface Overrides {
  readonly containers: readonly Container[];
  readonly initContainers: readonly Container[];
}

/**
 * What annotation proxy.istio.io/overrides of the pod says.
 * @throws GoError with Go's JSON text where it is not JSON of that shape (`struct` names the Go type that text mentions).
 */
export function parseOverrides(pod: Pod, struct: GoType): Overrides {
  const text = pod.metadata?.annotations?.get(OVERRIDES);
  if (text === undefined) return { containers: [], initContainers: [] };
  const overrides = inAnnotation(OVERRIDES, () => decode(struct, parseJson(text))) as Partial<Overrides>;
  return { containers: overrides.containers ?? [], initContainers: overrides.initContainers ?? [] };
}

/**
 * A copy of the pod with the overridden containers that it lost by stripping put back at the end of their list.
 * @throws GoError as parseOverrides.
 * Mirrors reinsertOverrides of pkg/kube/inject/webhook.go.
 */
export function reinsertOverrides(stripped: Pod, release: Release): Pod {
  const overrides = parseOverrides(stripped, structsOf(release).podOverrides);
  const pod = cloneNode(stripped);
  const spec = (pod.spec ??= {});
  for (const list of ["containers", "initContainers"] as const) {
    for (const container of overrides[list]) {
      if (!spec[list]?.some((c) => (c.name ?? "") === (container.name ?? ""))) (spec[list] ??= []).push(container);
    }
  }
  return pod;
}
