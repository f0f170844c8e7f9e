import type { Position } from "../source/errors";
import { positionAt } from "./errors";
import { isMergeKey, mergedNodes } from "./merge";
import type { Located, YamlDocument, YamlNode } from "./node";
import { resolveScalar } from "./resolve";
import { keyText } from "./scalar-text";

/**
 * The node of the value at a path (keys as they are in JSON, indexes as decimal numbers) in what `yamlToJson` makes of
 * the document: through aliases and `<<`, and of duplicate keys the one that counts. With `nearest`, the innermost node
 * on the way if there is no such value; otherwise undefined.
 */
export function locate(
  document: YamlDocument,
  path: readonly (string | number)[],
  nearest = false,
): Located | undefined {
  if (!document.root) return undefined;
  let found: Located = { node: document.root };
  for (const step of path) {
    const next = locateMember(document, found.node, String(step));
    if (!next) return nearest ? found : undefined;
    found = next;
  }
  return found;
}

/** One step of `locate`: the member of a mapping or the element of a sequence. */
export function locateMember(document: YamlDocument, parent: YamlNode, key: string): Located | undefined {
  const node = content(parent);
  if (node.kind === "mapping") return member(document, node, key, 0);
  const element = node.kind === "sequence" ? node.children[Number(key)] : undefined;
  return element && { node: element };
}

/** `locate` by JSON pointer (RFC 6901): `/spec/containers/0/image`. */
export function locatePointer(document: YamlDocument, pointer: string, nearest = false): Located | undefined {
  const steps = pointer.split("/").slice(1);
  return locate(
    document,
    steps.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~")),
    nearest,
  );
}

/** Line and column of a node's first character. */
export function positionOf(document: YamlDocument, node: YamlNode): Position {
  return positionAt(document.text, node.start);
}

function content(node: YamlNode): YamlNode {
  return node.kind === "alias" ? node.target! : node;
}

/**
 * More nested merges than this are not followed: no real text has them, and an alias may lead back to its own mapping.
 */
const MAX_MERGES = 20;

function member(document: YamlDocument, mapping: YamlNode, key: string, merges: number): Located | undefined {
  let known = document.members.get(mapping);
  if (!known) {
    if (hasMerge(mapping)) return mergedMember(document, mapping, key, merges);
    // With the document, so that they go with it: what a WeakMap holds outlives its key by many collections of young objects.
    document.members.set(mapping, (known = membersOf(document, mapping)));
  }
  return known.get(key);
}

function hasMerge(mapping: YamlNode): boolean {
  for (let i = 0; i < mapping.children.length; i += 2) if (isMergeKey(mapping.children[i]!)) return true;
  return false;
}

function membersOf(document: YamlDocument, mapping: YamlNode): Map<string, Located> {
  const found = new Map<string, Located>();
  for (let i = 0; i < mapping.children.length; i += 2) {
    const key = mapping.children[i]!;
    const text = keyOf(document, key);
    if (text !== undefined) found.set(text, { node: mapping.children[i + 1]!, key });
  }
  return found;
}

function mergedMember(document: YamlDocument, mapping: YamlNode, key: string, merges: number): Located | undefined {
  // The last one counts, and a `<<` counts where it stands.
  for (let i = mapping.children.length - 2; i >= 0; i -= 2) {
    const keyNode = mapping.children[i]!;
    const valueNode = mapping.children[i + 1]!;
    if (isMergeKey(keyNode)) {
      if (merges >= MAX_MERGES) continue;
      for (const merged of mergedNodes(valueNode).toReversed()) {
        const target = content(merged);
        const found = target.kind === "mapping" ? member(document, target, key, merges + 1) : undefined;
        if (found) return found;
      }
    } else if (keyOf(document, keyNode) === key) return { node: valueNode, key: keyNode };
  }
  return undefined;
}

function keyOf(document: YamlDocument, node: YamlNode): string | undefined {
  const scalar = content(node);
  return scalar.kind === "scalar" ? keyText(resolveScalar(scalar, document.text)) : undefined;
}
