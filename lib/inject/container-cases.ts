import type { Json, JsonMap } from "../go/json-value";
import { stringifyJson } from "../go/json";
import type { GoType } from "../go/types";
import { encode } from "../k8s/encode";
import { escapeToken } from "../patch/json-patch";
import type { Container, Pod } from "../istio/pod";
import type { ContainerCase } from "./api";
import type { History } from "./history";
import type { Injection } from "./injection";

/** The three cases of reapplyOverwrittenContainers, for each container of the workload and of the templates. */
export function containerCases(injection: Injection, history: History, final: Pod): ContainerCase[] {
  const { pod, podType } = injection;
  const status = pod.metadata?.annotations?.get("sidecar.istio.io/status");
  const cases: ContainerCase[] = [];
  const own = new Set([...namesOf(pod.spec?.initContainers), ...namesOf(pod.spec?.containers)]);
  for (const list of ["initContainers", "containers"] as const) {
    const byTemplate = new Set(namesOf(history.template?.spec?.[list]));
    const before = injectedBefore(status, list);
    for (const name of namesOf(final.spec?.[list])) {
      const fromBoth = before.has(name) ? "reinjected" : "overwritten";
      const kind = !byTemplate.has(name) ? "own" : !own.has(name) ? "injected" : fromBoth;
      const overwritten = kind === "overwritten" ? putBackFields(name, list, history, podType) : [];
      cases.push({ name, list, case: kind, overwritten });
    }
  }
  return cases;
}

function namesOf(containers: readonly Container[] | null | undefined): string[] {
  return (containers ?? []).map(({ name = "" }) => name);
}

/** The names that the status annotation of an earlier injection lists. */
function injectedBefore(status: string | undefined, list: string): ReadonlySet<unknown> {
  try {
    const names = (JSON.parse(status ?? "null") as Record<string, unknown> | null)?.[list];
    return new Set(Array.isArray(names) ? names : []);
  } catch {
    return new Set();
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
