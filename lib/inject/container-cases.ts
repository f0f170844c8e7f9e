import type { Json, JsonMap } from "../go/json-value";
import { encode } from "../k8s/encode";
import { createJsonPatch } from "../patch/json-patch";
import { findContainer, type Container, type Pod } from "../istio/pod";
import type { ContainerCase } from "./api";
import type { History } from "./history";
import type { Injection } from "./injection";

/** The three cases of reapplyOverwrittenContainers, for each container of the workload and of the templates. */
export function containerCases(injection: Injection, history: History, final: Pod): ContainerCase[] {
  const { pod, podType } = injection;
  const status = pod.metadata?.annotations?.get("sidecar.istio.io/status");
  const cases: ContainerCase[] = [];
  for (const list of ["initContainers", "containers"] as const) {
    for (const { name = "" } of final.spec?.[list] ?? []) {
      const byTemplate = findContainer(name, history.template?.spec?.[list]);
      const own = findContainer(name, pod.spec?.containers) ?? findContainer(name, pod.spec?.initContainers);
      const again =
        status !== undefined && own !== undefined && byTemplate !== undefined && wasInjected(status, list, name);
      const kind = !byTemplate ? "own" : !own ? "injected" : again ? "reinjected" : "overwritten";
      const overwritten = kind === "overwritten" ? putBackFields(name, list, history, podType) : [];
      cases.push({ name, list, case: kind, overwritten });
    }
  }
  return cases;
}

function wasInjected(status: string, list: string, name: string): boolean {
  try {
    const names = (JSON.parse(status) as Record<string, unknown> | null)?.[list];
    return Array.isArray(names) && names.includes(name);
  } catch {
    return false;
  }
}

/** What putting the user's container back changed in it: pointers inside the container. */
function putBackFields(
  name: string,
  list: "containers" | "initContainers",
  history: History,
  podType: Injection["podType"],
): string[] {
  const json = (pod: Pod | undefined): Json => {
    const container = findContainer(name, pod?.spec?.[list]);
    const encoded = encode(podType, { spec: { containers: [container ?? ({} as Container)] } }) as JsonMap;
    return ((encoded.get("spec") as JsonMap).get("containers") as Json[])[0]!;
  };
  return [...new Set(createJsonPatch(json(history.merged), json(history.again)).map(({ path }) => path))].sort();
}
