import type { Json, JsonMap } from "../../go/json-value";
import { decode } from "../../k8s/decode";
import { defaultedPod } from "../../match/pod-defaults";
import { POD } from "../../match/types";
import { escapeToken } from "../../patch/json-patch";
import { toldError } from "../../source/errors";
import { at, maps, scalar } from "../json";

/** A part of a pod that is compared as a whole. */
export interface Leaf {
  /** Its keys and names: `containers`, `istio-proxy`, `env`, `PROXY_CONFIG`. */
  readonly path: readonly string[];
  readonly pointer: string;
  readonly value: Json;
}

/** Lists of a container whose items go by a name. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ["env", "name"],
  ["volumeMounts", "mountPath"],
  ["volumeDevices", "devicePath"],
  ["ports", "containerPort"],
]);

/** Lists of a pod's spec whose items go by a name, and are compared whole. */
const NAMED_IN_SPEC: ReadonlySet<string> = new Set(["volumes", "imagePullSecrets"]);

const CONTAINERS: ReadonlySet<string> = new Set(["containers", "initContainers", "ephemeralContainers"]);

/** A pod with the API server's defaults, in normal form; as it is where it does not fit its type. */
export function inNormalForm(pod: Json): Json {
  try {
    return defaultedPod(decode(POD, pod));
  } catch (failure) {
    toldError(failure);
    return pod;
  }
}

/** The parts of a pod by their path. Its status is no part of it. O(size of the pod). */
export function leavesOf(pod: Json): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  const add = (path: readonly string[], pointer: string, value: Json) =>
    leaves.set(path.join("/"), { path, pointer, value });
  for (const [key, value] of entries(at(pod, "metadata"))) {
    const pointer = `/metadata/${escapeToken(key)}`;
    if (key !== "labels" && key !== "annotations") add(["metadata", key], pointer, value);
    else for (const [name, text] of entries(value)) add([key, name], `${pointer}/${escapeToken(name)}`, text);
  }
  for (const [key, value] of entries(at(pod, "spec"))) {
    const pointer = `/spec/${escapeToken(key)}`;
    if (CONTAINERS.has(key))
      for (const [i, container] of maps(value).entries()) addContainer(add, key, container, `${pointer}/${i}`);
    else if (NAMED_IN_SPEC.has(key))
      for (const [i, item] of maps(value).entries())
        add([key, scalar(item.get("name")) ?? String(i)], `${pointer}/${i}`, item);
    else add(["spec", key], pointer, value);
  }
  return leaves;
}

type Add = (path: readonly string[], pointer: string, value: Json) => void;

function addContainer(add: Add, list: string, container: JsonMap, pointer: string): void {
  const name = scalar(container.get("name")) ?? "";
  add([list, name], pointer, name);
  for (const [key, value] of container) {
    const inner = `${pointer}/${escapeToken(key)}`;
    const by = NAMED.get(key);
    if (key === "name") continue;
    if (by === undefined) add([list, name, key], inner, value);
    else
      for (const [i, item] of maps(value).entries())
        add([list, name, key, scalar(item.get(by)) ?? String(i)], `${inner}/${i}`, item);
  }
}

function entries(json: Json | undefined): [string, Json][] {
  return json instanceof Map ? [...json] : [];
}
