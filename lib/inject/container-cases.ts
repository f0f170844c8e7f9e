import type { Json, JsonMap } from "../go/json-value";
import type { GoType } from "../go/types";
import { encode } from "../k8s/encode";
import { createJsonPatch } from "../patch/json-patch";
import { findContainer, type Pod } from "../istio/pod";
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
  podType: GoType,
): string[] {
  if (!history.merged || !history.again) return [];
  const merged = containerOf(encode(podType, history.merged) as JsonMap, list, name);
  const again = containerOf(history.again, list, name);
  return [...new Set(createJsonPatch(merged, again).map(({ path }) => asField(path, again)))].sort();
}

/** A list of plain values, such as the arguments, is replaced as a whole: its elements are told as the list. */
function asField(path: string, container: Json): string {
  const parts = path.split("/").slice(1);
  let node: Json | undefined = container;
  for (const [depth, part] of parts.entries()) {
    if (Array.isArray(node)) {
      if (!(node[0] instanceof Map)) return `/${parts.slice(0, depth).join("/")}`;
      node = node[Number(part)];
    } else node = node instanceof Map ? node.get(part) : undefined;
  }
  return path;
}

function containerOf(pod: JsonMap, list: string, name: string): Json {
  const containers = (pod.get("spec") as JsonMap).get(list);
  const found = Array.isArray(containers)
    ? containers.find((c) => c instanceof Map && c.get("name") === name)
    : undefined;
  return found ?? null;
}
