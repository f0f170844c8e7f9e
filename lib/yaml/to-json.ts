import type { Json } from "../go/json-value";
import { compareStrings, display } from "../go/strings";
import type { GoType } from "../go/types";
import { Walk } from "./aliases";
import { decodeYaml, rejectKey, toJsonStrictly } from "./decode";
import { checkMerged, isMergeKey, mergedNodes } from "./merge";
import type { YamlDocument, YamlNode } from "./node";
import { parseYaml } from "./parse";
import { resolveScalar } from "./resolve";
import { coerce, jsonInteger, keyText } from "./scalar-text";
import { elementTarget, memberTarget, targetOf, type Target } from "./target";

/**
 * A YAML text as JSON. Mirrors YAMLToJSON of sigs.k8s.io/yaml (v1.3 to v1.6 agree), and, with a `target`, the
 * conversion in its Unmarshal, which turns numbers and booleans into strings where the type wants strings. Only the
 * first document is read; none gives null. Keys come in the order of Go's JSON text (by bytes), each once: of
 * duplicates the last one counts.
 * Throws GoError: `yaml: …` with the position, `unsupported map key of type: …`, `json: unsupported value: NaN`.
 * Unmarshal puts `error converting YAML to JSON: ` before all of these; callers who mirror it must, too.
 */
export function yamlToJson(text: string, target?: GoType): Json {
  return documentToJson(parseYaml(text), target);
}

/** `yamlToJson` of a document that has been parsed. */
export function documentToJson(document: YamlDocument, target?: GoType): Json {
  const { text, root } = document;
  if (!root) return null;
  const jsonTarget = target && targetOf(target);
  const converter = new Converter(text);
  const json = converter.convert(root, jsonTarget);
  // Go decodes everything, then converts keys, then writes JSON: which problem it reports first needs the same stages.
  return converter.suspicious ? toJsonStrictly(decodeYaml(document), jsonTarget) : json;
}

/** Converts in one pass; sets `suspicious` where that may not be what Go's stages give. */
class Converter {
  suspicious = false;
  private readonly walk: Walk;
  // The members of the mappings that are being read, outermost first, up to `count`.
  private readonly keys: string[] = [];
  private readonly values: Json[] = [];
  private count = 0;

  constructor(private readonly text: string) {
    this.walk = new Walk(text);
  }

  convert(node: YamlNode, target: Target | undefined): Json {
    this.walk.visit(node);
    switch (node.kind) {
      case "scalar":
        return this.scalar(node, target);
      case "mapping":
        return this.mapping(node, target);
      case "sequence":
        return this.sequence(node, target);
      case "alias": {
        const json = this.convert(this.walk.follow(node), target);
        this.walk.leave(node);
        return json;
      }
    }
  }

  private scalar(node: YamlNode, target: Target | undefined): Json {
    const scalar = resolveScalar(node, this.text);
    // Invalid bytes are refused in the text itself, but !!binary can give some.
    if (typeof scalar === "string") return node.tag === "" ? scalar : display(scalar);
    if (scalar === null) return null;
    if (target !== undefined && target.kind === "string") return coerce(scalar);
    if (typeof scalar === "boolean") return scalar;
    if (typeof scalar === "number") {
      if (!Number.isFinite(scalar)) this.suspicious = true;
      return scalar;
    }
    return jsonInteger(scalar);
  }

  private sequence(node: YamlNode, target: Target | undefined): Json {
    this.walk.enter(node);
    const element = target && elementTarget(target);
    const out: Json[] = [];
    for (const child of node.children) out.push(this.convert(child, element));
    this.walk.exit();
    return out;
  }

  private mapping(node: YamlNode, target: Target | undefined): Json {
    const base = this.count;
    this.members(node, target);
    const map = sortedMap(this.keys, this.values, base, this.count);
    this.count = base;
    return map;
  }

  private members(node: YamlNode, target: Target | undefined): void {
    this.walk.enter(node);
    const children = node.children;
    for (let i = 0; i < children.length; i += 2) {
      const keyNode = children[i]!;
      const valueNode = children[i + 1]!;
      if (isMergeKey(keyNode)) this.merge(valueNode, target);
      else {
        const key = this.key(keyNode);
        const value = this.convert(valueNode, target && memberTarget(target, key));
        this.keys[this.count] = key;
        this.values[this.count++] = value;
      }
    }
    this.walk.exit();
  }

  private merge(value: YamlNode, target: Target | undefined): void {
    for (const node of mergedNodes(value)) {
      checkMerged(this.walk, node);
      this.walk.visit(node);
      if (node.kind === "alias") {
        const followed = this.walk.follow(node);
        this.walk.visit(followed);
        this.members(followed, target);
        this.walk.leave(node);
      } else this.members(node, target);
    }
  }

  private key(node: YamlNode): string {
    const { walk } = this;
    walk.visit(node);
    if (node.kind === "scalar") {
      const scalar = resolveScalar(node, this.text);
      if (typeof scalar === "string" && node.tag === "") return scalar;
      const key = keyText(scalar);
      this.suspicious ||= key === undefined || !key.isWellFormed();
      return key ?? "";
    }
    if (node.kind === "alias") {
      const key = this.key(walk.follow(node));
      walk.leave(node);
      return key;
    }
    return rejectKey(walk, node);
  }
}

/**
 * The Map of keys[base…limit] and values[base…limit], which are put into Go's order; of equal keys the last one's value
 * stays.
 */
function sortedMap(keys: string[], values: Json[], base: number, limit: number): Map<string, Json> {
  if (limit - base > 24) return sortedLargeMap(keys.slice(base, limit), values.slice(base, limit));
  let end = base;
  for (let i = base; i < limit; i++) {
    const key = keys[i]!;
    const value = values[i]!;
    let at = end;
    while (at > base && isBefore(key, keys[at - 1]!)) at--;
    if (at > base && keys[at - 1] === key) {
      values[at - 1] = value;
      continue;
    }
    for (let k = end; k > at; k--) {
      keys[k] = keys[k - 1]!;
      values[k] = values[k - 1]!;
    }
    keys[at] = key;
    values[at] = value;
    end++;
  }
  const map = new Map<string, Json>();
  for (let i = base; i < end; i++) map.set(keys[i]!, values[i]!);
  return map;
}

function sortedLargeMap(keys: string[], values: Json[]): Map<string, Json> {
  const unsorted = new Map<string, Json>();
  for (let i = 0; i < keys.length; i++) unsorted.set(keys[i]!, values[i]!);
  const map = new Map<string, Json>();
  for (const key of [...unsorted.keys()].sort(compareStrings)) map.set(key, unsorted.get(key)!);
  return map;
}

/** Go's order of strings. Where no character is beyond U+D7FF, JavaScript's is the same. */
function isBefore(a: string, b: string): boolean {
  const c = a.charCodeAt(0);
  const d = b.charCodeAt(0);
  if (c < 0x80 && d < 0x80 && c !== d) return c < d;
  return compareStrings(a, b) < 0;
}
