import { GoError } from "../source/errors";
import type { Json, JsonMap } from "../go/json-value";
import { display, sortStrings } from "../go/strings";
import { Walk } from "./aliases";
import { DecodedMap, type Decoded } from "./decoded";
import { positionAt } from "./errors";
import { goSyntax, typeName } from "./go-syntax";
import { checkMerged, isMergeKey, mergedNodes } from "./merge";
import type { YamlDocument, YamlNode } from "./node";
import { resolveScalar, YamlInt, type Scalar } from "./resolve";
import { elementTarget, memberTarget, type Target } from "./target";
import { coerce, jsonInteger, keyText } from "./scalar-text";

/**
 * Decodes a document as go-yaml does into an interface{}: the first of the stages of sigs.k8s.io/yaml, kept apart where
 * the order of its errors matters. Throws GoError `yaml: …`.
 */
export function decodeYaml(document: YamlDocument): Decoded {
  return document.root ? decode(new Walk(document.text), document.root) : null;
}

function decode(walk: Walk, node: YamlNode): Decoded {
  walk.visit(node);
  return decodeVisited(walk, node);
}

function decodeVisited(walk: Walk, node: YamlNode): Decoded {
  if (node.kind === "scalar") return resolveScalar(node, walk.text);
  if (node.kind === "alias") {
    const value = decode(walk, walk.follow(node));
    walk.leave(node);
    return value;
  }
  if (node.kind === "mapping") {
    const map = new DecodedMap(walk.text);
    decodeMembers(walk, node, map);
    return map;
  }
  walk.enter(node);
  const list = node.children.map((child) => decode(walk, child));
  walk.exit();
  return list;
}

function decodeMembers(walk: Walk, node: YamlNode, map: DecodedMap): void {
  walk.enter(node);
  for (let i = 0; i < node.children.length; i += 2) {
    const keyNode = node.children[i]!;
    const valueNode = node.children[i + 1]!;
    if (isMergeKey(keyNode)) merge(walk, valueNode, map);
    else {
      const key = decode(walk, keyNode);
      if (Array.isArray(key) || key instanceof DecodedMap) throw invalidKey(walk, keyNode, key);
      map.entries.set(identity(key), { key, value: decode(walk, valueNode), node: keyNode });
    }
  }
  walk.exit();
}

function merge(walk: Walk, value: YamlNode, map: DecodedMap): void {
  for (const node of mergedNodes(value)) {
    checkMerged(walk, node);
    walk.visit(node);
    if (node.kind === "alias") {
      const followed = walk.follow(node);
      walk.visit(followed);
      decodeMembers(walk, followed, map);
      walk.leave(node);
    } else decodeMembers(walk, node, map);
  }
}

function invalidKey(walk: Walk, node: YamlNode, key: Decoded): GoError {
  return walk.error(node, `invalid map key: ${goSyntax(key)}`);
}

/**
 * The error for a key that is a collection (already visited): what is wrong inside it, or that it cannot be a key. Does
 * not return.
 */
export function rejectKey(walk: Walk, node: YamlNode): never {
  throw invalidKey(walk, node, decodeVisited(walk, node));
}

let notNumbers = 0;

/** A text for a key that is equal for equal keys only. NaN equals nothing. */
function identity(key: Scalar): string {
  if (typeof key === "string") return `"${key}`;
  if (key instanceof YamlInt) return `${key.unsigned ? "uint64" : "int"} ${key.text}`;
  return Number.isNaN(key) ? `NaN ${notNumbers++}` : `${typeof key} ${String(key)}`;
}

/**
 * The other stages: keys become strings, scalars what the target wants, then JSON. Mirrors convertToJSONableObject and
 * json.Marshal. Go takes the keys of a map at random; here the first problem in order of keys is reported.
 */
export function toJsonStrictly(value: Decoded, target: Target | undefined): Json {
  return marshalable(jsonable(value, target));
}

function jsonable(value: Decoded, target: Target | undefined): Json {
  if (Array.isArray(value)) {
    const element = target && elementTarget(target);
    return value.map((v) => jsonable(v, element));
  }
  if (!(value instanceof DecodedMap)) {
    if (value === null || typeof value === "string") return value;
    if (target?.kind === "string") return coerce(value);
    return value instanceof YamlInt ? jsonInteger(value) : value;
  }
  const map: JsonMap = new Map();
  for (const { key, value: member, node } of value.entries.values()) {
    const name = keyText(key as Scalar);
    if (name === undefined) {
      const message = `unsupported map key of type: ${typeName(key)}, key: ${goSyntax(key, true)}, value: ${goSyntax(member, true)}`;
      throw new GoError(message, positionAt(value.text, node.start));
    }
    map.set(name, jsonable(member, target && memberTarget(target, name)));
  }
  return map;
}

function marshalable(value: Json): Json {
  if (typeof value === "string") return display(value);
  if (typeof value === "number" && !Number.isFinite(value)) {
    const text = Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    throw new GoError(`json: unsupported value: ${text}`);
  }
  if (Array.isArray(value)) return value.map(marshalable);
  if (!(value instanceof Map)) return value;
  const map: JsonMap = new Map();
  for (const key of sortStrings(value.keys())) map.set(display(key), marshalable(value.get(key)!));
  return map;
}
