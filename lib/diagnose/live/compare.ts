import type { Json } from "../../go/json-value";
import type { LiveCause } from "../../inject/api";
import { parseJson } from "../../go/json";
import { at, maps, strings, text } from "../json";
import { sameJson } from "../pod-sides";
import { isOfApiServer } from "./api-server";
import { inNormalForm, leavesOf, type Leaf } from "./leaves";

/** A difference between a live pod and today's, and what made it. */
export interface Difference {
  readonly cause: LiveCause;
  readonly path: readonly string[];
  readonly was: Leaf | undefined;
  readonly now: Leaf | undefined;
}

/** The names that an injection listed in a pod's status annotation. */
interface Status {
  readonly containers: ReadonlySet<string>;
  readonly volumes: ReadonlySet<string>;
  readonly imagePullSecrets: ReadonlySet<string>;
}

const STATUS = "annotations/sidecar.istio.io/status";

/** What all differences of one pod are judged by. */
interface Sight {
  readonly live: ReadonlyMap<string, Leaf>;
  readonly today: ReadonlyMap<string, Leaf>;
  readonly submitted: ReadonlyMap<string, Leaf>;
  /** Undefined where the live pod was never injected. */
  readonly status: Status | undefined;
  /** Paths that kubectl is recorded to have changed. */
  readonly edited: ReadonlySet<string>;
}

/**
 * How a live pod differs from the one that its workload would get today, each difference with what made it. `submitted` is the pod as the
 * workload has it, `today` what the injector makes of it. O(size of the pods).
 */
export function differencesOf(live: Json, submitted: Json, today: Json): Difference[] {
  const sight: Sight = {
    live: leavesOf(inNormalForm(live)),
    today: leavesOf(inNormalForm(today)),
    submitted: leavesOf(inNormalForm(submitted)),
    status: statusOf(live),
    edited: editedPaths(live),
  };
  const paths = new Set([...sight.live.keys(), ...sight.today.keys()]);
  const whole = new Set([...paths].filter((path) => isWholeContainer(path, sight)));
  const found = [...paths].flatMap((path) => {
    const [was, now] = [sight.live.get(path), sight.today.get(path)];
    const steps = (was ?? now)!.path;
    const isInside = steps.length > 2 && whole.has(steps.slice(0, 2).join("/"));
    if (isInside || sameValue(path, was, now)) return [];
    return [{ cause: causeOf(path, steps, was, now, sight), path: steps, was, now }];
  });
  return settled(found, sight);
}

/** Whether a path is that of a container that only one of both pods has. */
function isWholeContainer(path: string, { live, today }: Sight): boolean {
  const steps = (live.get(path) ?? today.get(path))!.path;
  return steps.length === 2 && /ontainers$/.test(steps[0]!) && live.has(path) !== today.has(path);
}

/** Status annotations are equal if they are but for how JSON is written. */
function sameValue(path: string, was: Leaf | undefined, now: Leaf | undefined): boolean {
  if (sameJson(was?.value, now?.value)) return true;
  if (path !== STATUS || !was || !now) return false;
  return sameJson(parsed(was.value), parsed(now.value));
}

function parsed(value: Json): Json {
  try {
    return parseJson(text(value));
  } catch {
    return value;
  }
}

function causeOf(
  path: string,
  steps: readonly string[],
  was: Leaf | undefined,
  now: Leaf | undefined,
  sight: Sight,
): LiveCause {
  if (sight.status?.imagePullSecrets.has(steps[1] ?? "") && steps[0] === "imagePullSecrets") return "old-config";
  if (isOfApiServer(path, was, now) || isLimitRange(steps, now, sight)) return "api-server";
  if (sight.edited.has(path) || steps[0] === "ephemeralContainers") return "by-hand";
  const own = sight.submitted.get(path);
  const ofInjector = isOfInjector(steps, now, own, sight);
  if (ofInjector && !sight.status) return now ? "not-injected" : "other-mutator";
  if (ofInjector) return isOtherRelease(steps, was, now) ? "old-release" : "old-config";
  // What the workload does not have came on the way; what it has otherwise was otherwise when the pod was made.
  return own ? "old-workload" : "other-mutator";
}

/** Whether the namespace's LimitRange gave a container its resources: its admission plugin says so in an annotation. */
function isLimitRange(steps: readonly string[], now: Leaf | undefined, { live }: Sight): boolean {
  const isUnset = !now || (now.value instanceof Map && now.value.size === 0);
  return steps[2] === "resources" && isUnset && live.has("annotations/kubernetes.io/limit-ranger");
}

/** Whether something is the injector's business: it made it today, or it had made it then. */
function isOfInjector(steps: readonly string[], now: Leaf | undefined, own: Leaf | undefined, sight: Sight): boolean {
  if (now && !sameJson(now.value, own?.value)) return true;
  const [list = "", name = ""] = steps;
  if (own) return false;
  if (/^(?:init)?[cC]ontainers$/.test(list)) {
    const isSubmitted = sight.submitted.has(`${list}/${name}`);
    return sight.status?.containers.has(name) === true && (!isSubmitted || name.startsWith("istio-"));
  }
  if (list === "volumes") return sight.status?.volumes.has(name) === true;
  return /^(?:labels|annotations)$/.test(list) && /(?:^|\.)istio\.io\//.test(name);
}

function isOtherRelease(steps: readonly string[], was: Leaf | undefined, now: Leaf | undefined): boolean {
  if (steps.at(-1) !== "image" || !was || !now) return false;
  const [then, today] = [imageParts(text(was.value)), imageParts(text(now.value))];
  return then.name === today.name && then.tag !== today.tag;
}

function imageParts(image: string): { readonly name: string; readonly tag: string } {
  const [, name = image, tag = ""] = /^(.*?)(?::([^:/@]+))?(?:@.*)?$/.exec(image) ?? [];
  return { name: name.split("/").at(-1)!, tag };
}

/**
 * What is more in the injector's own containers may be of an older template, or of another mutator: where nothing else tells of an older
 * injection, it is another mutator's.
 */
function settled(found: readonly Difference[], sight: Sight): Difference[] {
  const isOld = found.some(({ cause, now }) => cause === "old-release" || (cause === "old-config" && now));
  if (isOld) return [...found];
  return found.map((one) => {
    const isMore = one.cause === "old-config" && !one.now && one.path.length > 2 && sight.status;
    return isMore ? { ...one, cause: "other-mutator" as const } : one;
  });
}

function statusOf(live: Json): Status | undefined {
  const annotation = strings(at(live, "metadata", "annotations")).get("sidecar.istio.io/status");
  if (annotation === undefined) return undefined;
  const json = parsed(annotation);
  const names = (key: string) => {
    const list = at(json, key);
    return Array.isArray(list) ? list.map(text) : [];
  };
  return {
    containers: new Set([...names("containers"), ...names("initContainers")]),
    volumes: new Set(names("volumes")),
    imagePullSecrets: new Set(names("imagePullSecrets")),
  };
}

/** What managedFields say that kubectl changed after the pod was there: labels, annotations, images. */
function editedPaths(live: Json): Set<string> {
  const edited = new Set<string>();
  for (const entry of maps(at(live, "metadata", "managedFields"))) {
    if (!text(entry.get("manager")).startsWith("kubectl") || at(entry, "subresource") !== undefined) continue;
    const fields = entry.get("fieldsV1");
    for (const kind of ["labels", "annotations"]) {
      const names = at(fields, "f:metadata", `f:${kind}`);
      for (const key of names instanceof Map ? names.keys() : [])
        if (key.startsWith("f:")) edited.add(`${kind}/${key.slice(2)}`);
    }
    for (const list of ["containers", "initContainers"]) {
      const items = at(fields, "f:spec", `f:${list}`);
      for (const [key, value] of items instanceof Map ? items : []) {
        const name = /^k:\{"name":"([^"]+)"\}$/.exec(key)?.[1];
        if (name !== undefined && value instanceof Map && value.has("f:image")) edited.add(`${list}/${name}/image`);
      }
    }
  }
  return edited;
}
