import type { Value, ValueMap } from "./value";

/**
 * A pod without the zero values that Go prints of every typed pod: `status: {}`, a null `creationTimestamp`, `resources: {}` of a
 * container. They say nothing, and would show as differences to a pod that a person wrote.
 */
export function tidyPod(pod: Value): Value {
  if (!(pod instanceof Map)) return pod;
  const tidy = new Map(pod);
  const status = pod.get("status");
  if (status instanceof Map && status.size === 0) tidy.delete("status");
  replace(tidy, "metadata", (metadata) => {
    if (metadata.get("creationTimestamp") !== null) return metadata;
    return without(metadata, "creationTimestamp");
  });
  replace(tidy, "spec", (spec) => {
    const copy = new Map(spec);
    for (const list of ["initContainers", "containers"]) {
      const containers = spec.get(list);
      if (Array.isArray(containers)) copy.set(list, containers.map(tidyContainer));
    }
    return copy;
  });
  return tidy;
}

function tidyContainer(container: Value): Value {
  if (!(container instanceof Map)) return container;
  const resources = container.get("resources");
  return resources instanceof Map && resources.size === 0 ? without(container, "resources") : container;
}

function replace(map: ValueMap, key: string, change: (value: ValueMap) => ValueMap): void {
  const value = map.get(key);
  if (value instanceof Map) map.set(key, change(value));
}

function without(map: ValueMap, key: string): ValueMap {
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}
