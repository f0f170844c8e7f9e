import type { Walk } from "./aliases";
import type { YamlNode } from "./node";
import { MERGE_TAG } from "./resolve";

/** Whether a key is the merge key `<<`. Mirrors isMerge of decode.go. */
export function isMergeKey(key: YamlNode): boolean {
  return key.value === "<<" && key.kind === "scalar" && (key.implicit || key.tag === MERGE_TAG);
}

/**
 * The mappings (or aliases of mappings) that the value of `<<` stands for, in the order in which they are applied: of a
 * list the last one comes first, so that earlier ones win. Mirrors decoder.merge.
 */
export function mergedNodes(value: YamlNode): readonly YamlNode[] {
  return value.kind === "sequence" ? value.children.toReversed() : [value];
}

/** Throws GoError where a node of `mergedNodes` cannot be merged. */
export function checkMerged(walk: Walk, node: YamlNode): void {
  const target = node.kind === "alias" ? node.target! : node;
  if (target.kind !== "mapping") throw walk.error(node, "map merge requires map or sequence of maps as the value");
}
