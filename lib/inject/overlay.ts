import { GoError, GoPanic, LimitError, toldError } from "../source/errors";
import type { Json, JsonMap } from "../go/json-value";
import type { GoType } from "../go/types";
import { decode } from "../k8s/decode";
import { encode } from "../k8s/encode";
import { strategicMerge } from "../patch/strategic-merge";
import type { Container, Pod } from "../istio/pod";
import type { YamlDocument } from "../yaml/node";
import { parseYaml } from "../yaml/parse";
import { documentToJson } from "../yaml/to-json";

/** A rendered text that was read. */
export interface RenderedPatch {
  readonly patch: JsonMap;
  readonly document: YamlDocument;
}

/**
 * A rendered text as the patch that it is: an empty document is an empty patch.
 * @throws GoError `invalid JSON document` where it is not YAML or not a map, as patchHandleUnmarshal of webhook.go hides the reason.
 */
export function patchOf(text: string): RenderedPatch {
  let document: YamlDocument;
  let json: Json;
  try {
    document = parseYaml(text);
    json = documentToJson(document);
  } catch (error) {
    if (toldError(error) instanceof LimitError) throw error;
    throw new GoError("invalid JSON document", toldError(error).position);
  }
  if (json !== null && !(json instanceof Map)) throw new GoError("invalid JSON document", { line: 1, column: 1 });
  return { patch: json ?? new Map<string, Json>(), document };
}

/** A strategic merge that was done. */
export interface Merge {
  readonly original: JsonMap;
  readonly patch: JsonMap;
  readonly result: JsonMap;
}

/**
 * The pod with the patch strategically merged over it; both go through JSON, so numbers pass through float64. `told` learns of the merge.
 * @throws GoError `strategic merge: …` or `unmarshal patched pod: …`.
 * Mirrors applyOverlayYAML of pkg/kube/inject/webhook.go.
 */
export function overlay(pod: Pod, patch: JsonMap, podType: GoType, told?: (merge: Merge) => void): Pod {
  return merged(encode(podType, pod, { floats: true }) as JsonMap, patch, podType, false, told);
}

/** The pod with one container merged over it, keeping integers exact. Mirrors applyContainer and applyInitContainer. */
export function overlayContainer(
  pod: Pod,
  list: "containers" | "initContainers",
  container: Container,
  podType: GoType,
  told?: (merge: Merge) => void,
): Pod {
  // Without an empty list the `null` of `containers` would delete all of the pod's containers.
  const spec = list === "containers" ? { containers: [container] } : { containers: [], initContainers: [container] };
  const patch = encode(podType, { spec }) as JsonMap;
  return merged(encode(podType, pod) as JsonMap, patch, podType, true, told);
}

function merged(
  original: JsonMap,
  patch: JsonMap,
  podType: GoType,
  integers: boolean,
  told: ((merge: Merge) => void) | undefined,
): Pod {
  let result: JsonMap;
  try {
    result = strategicMerge(original, patch, podType, { integers });
  } catch (error) {
    throw prefixed("strategic merge: ", error);
  }
  let pod: Pod;
  try {
    pod = decode(podType, result) as Pod;
  } catch (error) {
    throw prefixed("unmarshal patched pod: ", error);
  }
  told?.({ original, patch, result });
  return pod;
}

/** The error with a prefix before its text, as fmt.Errorf("…: %v") makes it; other exceptions as they are. */
export function prefixed(prefix: string, error: unknown): unknown {
  if (!(error instanceof GoError) || error instanceof LimitError) return error;
  const Class = error instanceof GoPanic ? GoPanic : GoError;
  return new Class(prefix + error.message, error.position, error.text);
}
