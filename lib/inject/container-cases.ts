import type { Json, JsonMap } from "../go/json-value";
import { stringifyJson } from "../go/json";
import type { GoType } from "../go/types";
import { encode } from "../k8s/encode";
import { escapeToken } from "../patch/json-patch";
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

/** What putting the user's container back changed in it: pointers inside the container as it is then. */
function putBackFields(
  name: string,
  list: "containers" | "initContainers",
  history: History,
  podType: GoType,
): string[] {
  if (!history.merged || !history.again) return [];
  const merged = containerOf(encode(podType, history.merged) as JsonMap, list, name);
  const again = containerOf(history.again, list, name);
  const changed: string[] = [];
  compare(merged, again, "", changed);
  return changed;
}

function containerOf(pod: JsonMap, list: string, name: string): Json {
  const containers = (pod.get("spec") as JsonMap).get(list);
  const found = Array.isArray(containers)
    ? containers.find((c) => c instanceof Map && c.get("name") === name)
    : undefined;
  return found ?? null;
}

/** What the elements of a container's lists are known by, which is how strategic merge matches them. */
const MERGE_KEYS = ["name", "mountPath", "containerPort", "devicePath"];

/** The pointers of what differs. Elements are matched by their merge key: one that only moved has not changed; other lists are whole. */
function compare(before: Json | undefined, after: Json, pointer: string, changed: string[]): void {
  if (before instanceof Map && after instanceof Map) {
    for (const [key, value] of after) compare(before.get(key), value, `${pointer}/${escapeToken(key)}`, changed);
    return;
  }
  const key = mergeKey(after);
  if (key === undefined || !Array.isArray(before) || !Array.isArray(after)) {
    if (stringifyJson(before ?? null) !== stringifyJson(after)) changed.push(pointer);
    return;
  }
  for (const [index, element] of after.entries()) {
    const value = (element as JsonMap).get(key);
    const match = before.find((other) => other instanceof Map && other.get(key) === value);
    compare(match, element, `${pointer}/${index}`, changed);
  }
}

function mergeKey(list: Json): string | undefined {
  if (!Array.isArray(list) || list.length === 0) return undefined;
  return MERGE_KEYS.find((key) => list.every((element) => element instanceof Map && element.has(key)));
}
