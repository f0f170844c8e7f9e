import { JsonNumber, type Json } from "../../go/json-value";
import type { Input } from "../../provenance/input";
import type { PodPointers } from "../texts";

/** What people call an input. */
export type Name =
  | { readonly is: "annotation" | "label"; readonly of: "pod" | "object" | "namespace"; readonly key: string }
  /** `field`: "" for the whole container. */
  | { readonly is: "container"; readonly container: string; readonly field: string }
  | { readonly is: "field"; readonly path: string }
  | { readonly is: "values" | "mesh" | "proxyConfigs" | "injector" | "namespaces" | "webhooks"; readonly path: string }
  | { readonly is: "options" | "default"; readonly path: string };

/** What an input holds: `text` where it is short enough to be told. */
export type State = { readonly is: "absent" | "set" | "empty" } | { readonly is: "value"; readonly text: string };

/** The value that was pasted at an input; undefined where there is none, or where it is not data. */
export type Pasted = (input: Input) => Json | undefined;

/** What naming inputs needs to know of the pod. */
export interface Named {
  /** Where the object has its pod, in what was pasted. */
  readonly at: PodPointers;
  /** The value that was pasted at an input; undefined where there is none. */
  readonly pasted: Pasted;
  /** Whether there is something at an input's place. */
  has(input: Input): boolean;
}

/** The longest value that a sentence tells. */
const LONGEST = 40;

export function stateOf(input: Input, named: Named): State {
  const value = named.pasted(input);
  if (value === undefined) return { is: named.has(input) ? "set" : "absent" };
  if (value instanceof Map) return { is: value.size > 0 ? "set" : "empty" };
  if (Array.isArray(value)) return { is: value.length > 0 ? "set" : "empty" };
  const text = value instanceof JsonNumber ? value.text : JSON.stringify(value);
  return text.length > LONGEST ? { is: "set" } : { is: "value", text };
}

/** What people call an input. */
export function nameOf(input: Input, named: Named): Name {
  const { source, pointer } = input;
  if (source === "workload") return inWorkload(input, named);
  if (source === "namespaces")
    return metadataName(steps(pointer), "namespace") ?? { is: source, path: dotted(pointer) };
  // The injector's config is a text inside its ConfigMap.
  return {
    is: source,
    path: dotted(source === "injector" ? pointer.replace(/^.*?\/data\/config(?=\/|$)/, "") : pointer),
  };
}

function inWorkload(input: Input, named: Named): Name {
  const { pointer } = input;
  const { metadata, spec } = named.at;
  if (pointer.startsWith(`${metadata}/`)) {
    const own = metadataName(["metadata", ...steps(pointer.slice(metadata.length))], "pod");
    if (own) return own;
  }
  if (pointer.startsWith(`${spec}/`)) {
    const inner = pointer.slice(spec.length);
    const [, list, index, field] = /^\/((?:init|ephemeral)?[cC]ontainers)\/(\d+)(.*)$/.exec(inner) ?? [];
    if (list !== undefined) {
      const name = named.pasted(above(input, pointer.length - field!.length).member("name"));
      const container = typeof name === "string" ? name : `${list}[${index}]`;
      return { is: "container", container, field: dotted(field!) };
    }
  }
  // An item of a List is an object of its own.
  const path = pointer.replace(/^\/items\/\d+(?=\/)/, "");
  return metadataName(steps(path), "object") ?? { is: "field", path: dotted(path) };
}

/** The input with the first characters of an input's pointer. */
function above(input: Input, length: number): Input {
  let found = input;
  while (found.pointer.length > length) found = found.parent!;
  return found;
}

function metadataName(path: readonly string[], of: "pod" | "object" | "namespace"): Name | undefined {
  // A namespace can be an item of a List.
  const at = path.indexOf("metadata") + 1;
  const [map, key] = path.slice(at);
  if (at === 0 || (at > 1 && of !== "namespace") || key === undefined || path.length !== at + 2) return undefined;
  if (map === "annotations") return { is: "annotation", of, key };
  return map === "labels" ? { is: "label", of, key } : undefined;
}

/** `global.proxy.logLevel`, `spec.containers[0].image`, `labels["a.b/c"]` of a JSON pointer. */
export function dotted(pointer: string): string {
  return steps(pointer).reduce((path, step) => {
    if (/^\d+$/.test(step)) return `${path}[${step}]`;
    if (!/^[\w-]+$/.test(step)) return `${path}[${JSON.stringify(step)}]`;
    return path === "" ? step : `${path}.${step}`;
  }, "");
}

function steps(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}
