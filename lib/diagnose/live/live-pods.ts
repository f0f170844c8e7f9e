import type { Json, JsonMap } from "../../go/json-value";
import { InputError, objectsIn, type PastedObject } from "../../inject/inputs";
import { kindOf } from "../../inject/workload";
import { at, maps, strings, text } from "../json";
import type { Subject } from "../subject";

/** A pod of the cluster, and the text that it was pasted in. */
export interface FoundPod {
  readonly source: "live" | "workload";
  readonly pasted: PastedObject;
}

/** The live pods of a request: those of `live`, and the workloads that are pods with a state. What does not read holds none. */
export function livePods(live: string, subjects: readonly Subject[]): FoundPod[] {
  const given = objectsOf(live).filter(({ json }) => kindOf(json) === "Pod");
  const among = subjects.filter(({ object, own }) => object.kind === "Pod" && isLive(own.json)).map(({ own }) => own);
  return [
    ...given.map((pasted) => ({ source: "live" as const, pasted })),
    ...among.map((pasted) => ({ source: "workload" as const, pasted })),
  ];
}

/** Whether a Pod comes from a cluster. */
export function isLive(pod: JsonMap): boolean {
  return at(pod, "metadata", "uid") !== undefined || at(pod, "status", "phase") !== undefined;
}

function objectsOf(live: string): PastedObject[] {
  try {
    return live.trim() === "" ? [] : objectsIn("workload", live);
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

/** Whether a live pod is one of those that an object makes: by its controller's name, or its own; without one by the object's selector. */
export function isMadeBy(pod: JsonMap, { object, own }: Subject): boolean {
  const namespace = text(at(pod, "metadata", "namespace"));
  if (namespace !== "" && object.namespace !== "" && namespace !== object.namespace) return false;
  if (object.kind === "Pod") {
    return !isLive(own.json) && object.name !== "" && object.name === text(at(pod, "metadata", "name"));
  }
  const controller = maps(at(pod, "metadata", "ownerReferences")).find((owner) => owner.get("controller") === true);
  if (controller) return isController(controller, object.kind, object.name);
  const selector = strings(at(own.json, "spec", "selector", "matchLabels"));
  const labels = strings(at(pod, "metadata", "labels"));
  return selector.size > 0 && [...selector].every(([name, value]) => labels.get(name) === value);
}

/** What stands between a workload and its pods, and the end that it gives the workload's name. */
const BETWEEN: Readonly<Record<string, readonly [kind: string, end: RegExp]>> = {
  Deployment: ["ReplicaSet", /^-[a-z0-9]+$/],
  Rollout: ["ReplicaSet", /^-[a-z0-9]+$/],
  CronJob: ["Job", /^-\d{8,10}$/],
  DeploymentConfig: ["ReplicationController", /^-\d+$/],
};

function isController(controller: ReadonlyMap<string, Json>, kind: string, name: string): boolean {
  const [ownerKind, owner] = [text(controller.get("kind")), text(controller.get("name"))];
  const between = BETWEEN[kind];
  if (!between) return ownerKind === kind && owner === name;
  return ownerKind === between[0] && owner.startsWith(name) && between[1].test(owner.slice(name.length));
}
