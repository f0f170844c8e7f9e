import { align } from "./align";
import { inWrittenOrder } from "./pod-order";
import { child, equal, type Value, type ValueMap } from "./value";

export type ChangeKind = "added" | "removed" | "changed" | "moved";

/** What a change is about, for colours, filters and counts. */
export type ChangeTopic =
  | "container"
  | "image"
  | "args"
  | "env"
  | "mount"
  | "volume"
  | "port"
  | "probe"
  | "lifecycle"
  | "security"
  | "resources"
  | "label"
  | "annotation"
  | "field";

/** One difference between two pods. */
export interface Change {
  readonly kind: ChangeKind;
  readonly topic: ChangeTopic;
  /** The container it is in. */
  readonly container?: string;
  /** What changed, in the words of the pod: `POD_NAME`, `securityContext.runAsUser`. */
  readonly label: string;
  /** JSON pointers of the value in the left and the right pod, where they have it. */
  readonly left?: string;
  readonly right?: string;
  readonly before?: Value;
  readonly after?: Value;
}

const CONTAINER_LISTS: readonly string[] = ["initContainers", "containers", "ephemeralContainers"];

/** Topics of a container's fields; other fields are `field`. */
const TOPICS: Readonly<Record<string, ChangeTopic>> = {
  image: "image",
  args: "args",
  command: "args",
  env: "env",
  envFrom: "env",
  volumeMounts: "mount",
  ports: "port",
  startupProbe: "probe",
  readinessProbe: "probe",
  livenessProbe: "probe",
  lifecycle: "lifecycle",
  securityContext: "security",
  resources: "resources",
};

/** The differences from one pod to another, in the order in which the pods are written. */
export function podChanges(left: Value, right: Value): Change[] {
  const changes: Change[] = [];
  const a = mapOf(left);
  const b = mapOf(right);
  for (const key of keysOf(a, b, [])) {
    if (key === "metadata") metadataChanges(mapOf(a.get(key)), mapOf(b.get(key)), changes);
    else if (key === "spec") specChanges(mapOf(a.get(key)), mapOf(b.get(key)), changes);
    else
      valueChanges(
        a.get(key),
        b.get(key),
        { topic: "field", label: key, path: [key], left: `/${key}`, right: `/${key}` },
        changes,
      );
  }
  return changes;
}

function metadataChanges(left: ValueMap, right: ValueMap, changes: Change[]): void {
  for (const key of keysOf(left, right, ["metadata"])) {
    const pointer = child("/metadata", key);
    const place = { path: ["metadata", key], left: pointer, right: pointer };
    const topic = key === "labels" ? "label" : key === "annotations" ? "annotation" : undefined;
    if (!topic) {
      valueChanges(left.get(key), right.get(key), { ...place, topic: "field", label: key }, changes);
      continue;
    }
    const a = mapOf(left.get(key));
    const b = mapOf(right.get(key));
    for (const name of keysOf(a, b, place.path)) {
      const at = child(pointer, name);
      valueChanges(
        a.get(name),
        b.get(name),
        { topic, label: name, path: [...place.path, name], left: at, right: at },
        changes,
      );
    }
  }
}

function specChanges(left: ValueMap, right: ValueMap, changes: Change[]): void {
  let listsDone = false;
  for (const key of keysOf(left, right, ["spec"])) {
    const pointer = child("/spec", key);
    if (CONTAINER_LISTS.includes(key)) {
      if (!listsDone) containerChanges(left, right, changes);
      listsDone = true;
    } else if (key === "volumes") {
      listChanges(
        left.get(key),
        right.get(key),
        { topic: "volume", label: "", path: ["spec", key], left: pointer, right: pointer },
        changes,
      );
    } else {
      const topic = key === "securityContext" ? "security" : "field";
      valueChanges(
        left.get(key),
        right.get(key),
        { topic, label: key, path: ["spec", key], left: pointer, right: pointer },
        changes,
      );
    }
  }
}

interface Located {
  readonly list: string;
  readonly index: number;
  readonly container: ValueMap;
}

/** Containers over all lists: one that leaves a list and comes up in another is the same one, moved. */
function containerChanges(left: ValueMap, right: ValueMap, changes: Change[]): void {
  const gone = new Map<string, Located>();
  const come: { right: Located; left?: Located; moved: boolean }[] = [];
  for (const list of CONTAINER_LISTS) {
    const a = listOf(left.get(list));
    const b = listOf(right.get(list));
    for (const pair of align(list, a, b)) {
      const from = pair.left === undefined ? undefined : { list, index: pair.left, container: mapOf(a[pair.left]) };
      if (pair.right !== undefined) {
        const to = { list, index: pair.right, container: mapOf(b[pair.right]) };
        come.push({ right: to, left: from, moved: pair.moved ?? false });
      } else if (from) gone.set(nameOf(from.container), from);
    }
  }
  for (const found of come) {
    const name = nameOf(found.right.container);
    const from = found.left ?? gone.get(name);
    if (!found.left) gone.delete(name);
    oneContainer(name, from, found.right, found.moved, changes);
  }
  for (const [name, from] of gone) {
    const pointer = child(`/spec/${from.list}`, from.index);
    changes.push({
      kind: "removed",
      topic: "container",
      container: name,
      label: from.list,
      left: pointer,
      before: from.container,
    });
  }
}

function oneContainer(name: string, from: Located | undefined, to: Located, moved: boolean, changes: Change[]): void {
  const right = child(`/spec/${to.list}`, to.index);
  const left = from && child(`/spec/${from.list}`, from.index);
  const label = to.list;
  if (!from) changes.push({ kind: "added", topic: "container", container: name, label, right });
  else if (moved || from.list !== to.list)
    changes.push({ kind: "moved", topic: "container", container: name, label, left, right });

  if (from && equal(from.container, to.container)) return;
  const a = from?.container ?? new Map<string, Value>();
  const path = ["spec", to.list, String(to.index)];
  for (const key of keysOf(a, to.container, path)) {
    if (key === "name") continue;
    const spot = {
      topic: TOPICS[key] ?? "field",
      label: key,
      container: name,
      path: [...path, key],
      left: child(left ?? "", key),
      right: child(right, key),
    };
    const perItem = key === "args" || key === "command" || key === "env" || key === "volumeMounts" || key === "ports";
    (perItem ? listChanges : valueChanges)(
      a.get(key),
      to.container.get(key),
      { ...spot, label: perItem ? "" : key },
      changes,
    );
  }
}

interface Spot {
  readonly topic: ChangeTopic;
  readonly label: string;
  readonly container?: string;
  readonly path: readonly string[];
  readonly left: string;
  readonly right: string;
}

/** A change for each item, called by its name. */
function listChanges(left: Value | undefined, right: Value | undefined, spot: Spot, changes: Change[]): void {
  if (equal(left, right)) return;
  const a = listOf(left);
  const b = listOf(right);
  const list = spot.path.at(-1)!;
  for (const pair of align(list, a, b)) {
    const before = pair.left === undefined ? undefined : a[pair.left];
    const after = pair.right === undefined ? undefined : b[pair.right];
    const place = {
      ...spot,
      label: itemLabel(list, after ?? before!),
      left: pair.left === undefined ? spot.left : child(spot.left, pair.left),
      right: pair.right === undefined ? spot.right : child(spot.right, pair.right),
    };
    if (pair.moved && equal(before, after))
      changes.push({ ...base(place), kind: "moved", left: place.left, right: place.right, before, after });
    else if (spot.topic === "volume" || spot.topic === "env" || before === undefined || after === undefined)
      whole(before, after, place, changes);
    else valueChanges(before, after, place, changes);
  }
}

/** One change for a value, however deep it differs. */
function whole(before: Value | undefined, after: Value | undefined, spot: Spot, changes: Change[]): void {
  if (equal(before, after)) return;
  changes.push({
    ...base(spot),
    kind: before === undefined ? "added" : after === undefined ? "removed" : "changed",
    ...(before === undefined ? {} : { left: spot.left, before }),
    ...(after === undefined ? {} : { right: spot.right, after }),
  });
}

/** A change for each field that differs, a whole object counting as one when only one side has it. */
function valueChanges(before: Value | undefined, after: Value | undefined, spot: Spot, changes: Change[]): void {
  if (before instanceof Map && after instanceof Map) {
    for (const key of keysOf(before, after, spot.path)) {
      const deeper = {
        ...spot,
        label: spot.label === "" ? key : `${spot.label}.${key}`,
        path: [...spot.path, key],
        left: child(spot.left, key),
        right: child(spot.right, key),
      };
      valueChanges(before.get(key), after.get(key), deeper, changes);
    }
  } else whole(before, after, spot, changes);
}

function base(spot: Spot): Pick<Change, "topic" | "label" | "container"> {
  return {
    topic: spot.topic,
    label: spot.label,
    ...(spot.container === undefined ? {} : { container: spot.container }),
  };
}

/** Keys of both, as people write them. */
function keysOf(left: ValueMap, right: ValueMap, path: readonly string[]): readonly string[] {
  return inWrittenOrder(path, [...new Set([...right.keys(), ...left.keys()])]);
}

function mapOf(value: Value | undefined): ValueMap {
  return value instanceof Map ? value : new Map<string, Value>();
}

function listOf(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? value : [];
}

function nameOf(container: ValueMap): string {
  return String(container.get("name") ?? "");
}

function itemLabel(list: string, item: Value): string {
  if (!(item instanceof Map)) return String(item);
  const port = item.get("containerPort");
  const name = list === "volumeMounts" ? item.get("mountPath") : (item.get("name") ?? port);
  return name === undefined ? list : String(name);
}
