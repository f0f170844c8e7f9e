/**
 * The order in which people write pods. Keys that are listed come first, in this order; the others follow sorted, so that two pods
 * with the same keys have them in the same order. A row says for which pointers it holds: `*` stands for one step.
 */
const ORDERS: readonly (readonly [pattern: string, keys: readonly string[]])[] = [
  ["", ["apiVersion", "kind", "metadata", "spec", "status"]],
  ["/metadata", ["name", "generateName", "namespace", "labels", "annotations", "ownerReferences"]],
  ["/metadata/ownerReferences/*", ["apiVersion", "kind", "name"]],
  [
    "/spec",
    [
      "serviceAccountName",
      "serviceAccount",
      "hostNetwork",
      "securityContext",
      "initContainers",
      "containers",
      "ephemeralContainers",
      "volumes",
    ],
  ],
];

/** Wherever in a pod a key of that name holds a list, its items are written like this. */
const ITEM_ORDERS: Readonly<Record<string, readonly string[]>> = {
  env: ["name", "value", "valueFrom"],
  ports: ["name", "containerPort", "hostPort", "protocol"],
  volumeMounts: ["name", "mountPath", "subPath", "readOnly"],
  volumes: ["name"],
  items: ["key", "path"],
  tolerations: ["key", "operator", "value", "effect"],
  matchExpressions: ["key", "operator", "values"],
  hostAliases: ["ip", "hostnames"],
};

const CONTAINER: readonly string[] = [
  "name",
  "image",
  "imagePullPolicy",
  "restartPolicy",
  "command",
  "args",
  "workingDir",
  "ports",
  "envFrom",
  "env",
  "resources",
  "volumeMounts",
  "volumeDevices",
  "lifecycle",
  "startupProbe",
  "readinessProbe",
  "livenessProbe",
  "securityContext",
];

/** Objects that hold a pod's template. What is not listed follows sorted, the template among it. */
const OBJECT: readonly string[] = ["apiVersion", "kind", "metadata", "spec"];
const OBJECT_METADATA: readonly string[] = ["name", "namespace", "labels", "annotations"];

const CONTAINER_LISTS: ReadonlySet<string> = new Set(["containers", "initContainers", "ephemeralContainers"]);
const NONE: readonly string[] = [];
const BY_POINTER = new Map(ORDERS);

/** The keys of the object at `path` (its keys from the pod on), in the order in which people write them. */
export function inWrittenOrder(path: readonly string[], keys: readonly string[]): readonly string[] {
  return ordered(orderFor(path), keys);
}

/** The same in an object that holds a pod's template at `template` (a path; empty for a pod). */
export function inWorkloadOrder(
  template: readonly string[],
  path: readonly string[],
  keys: readonly string[],
): readonly string[] {
  if (template.every((step, i) => path[i] === step)) return inWrittenOrder(path.slice(template.length), keys);
  if (path.length === 0) return ordered(OBJECT, keys);
  return ordered(path.at(-1) === "metadata" ? OBJECT_METADATA : NONE, keys);
}

function ordered(order: readonly string[], keys: readonly string[]): readonly string[] {
  const listed = order.filter((key) => keys.includes(key));
  const others = keys.filter((key) => !order.includes(key));
  return [...listed, ...others.sort((a, b) => (a < b ? -1 : 1))];
}

function orderFor(path: readonly string[]): readonly string[] {
  const list = path.at(-2);
  if (list !== undefined && CONTAINER_LISTS.has(list) && path[0] === "spec" && path.length === 3) return CONTAINER;
  const pointer = path.length < 3 ? path.map((step) => `/${step}`).join("") : `/${path[0]}/${path[1]}/*`;
  const found = path.length > 3 ? undefined : BY_POINTER.get(pointer);
  return found ?? (list === undefined ? undefined : ITEM_ORDERS[list]) ?? NONE;
}
