import type { Json } from "../../go/json-value";
import { QUANTITY } from "../../k8s/leaf-fields";
import type { GoType } from "../../go/types";
import type { Origin as ToldOrigin, Origins } from "../api";
import { removedFrom } from "./removed";
import { join, type Inputs } from "../../provenance/inputs";
import { eachLeaf, originAt, rootSpot, type Spot } from "./spot";
import { teller, type Told } from "./told";
import type { Tree } from "./tree";

/** What the origins of a pod are told with. */
export interface OriginSources extends Told {
  /** The pod as it was submitted. */
  podTree(): Tree;
  /** What was pasted at a place of the pod, where the pod is patched as it was pasted. */
  formAt(pointer: string): Inputs;
}

/**
 * Whether a quantity (`1Gi`, `1024Mi`) in an element of a list: it is patched by its place in the list, so what stood there keeps its form
 * where it says the same.
 */
function isForm({ type }: Spot, pointer: string): boolean {
  const of = type?.kind === "ptr" ? type.elem : type;
  return of?.path === QUANTITY && /\/\d+\//.test(pointer);
}

/**
 * The origin of each leaf of `pod` (a scalar, or an empty map or list) by its JSON pointer, and of each leaf of `input` that has no
 * counterpart in `pod`, by its pointer there: what took it away, over what it was. `tree` is the final pod's. O(leaves × inputs of each).
 */
export function originsOf(
  tree: Tree,
  pod: Json,
  input: Json,
  podType: GoType,
  sources: OriginSources,
): { readonly origins: Origins; readonly removed: Origins } {
  const { pasted } = sources;
  const tell = teller(sources);
  // Without a prototype it is a dictionary from the start, and `__proto__` a name like any other.
  const origins = Object.create(null) as Record<string, ToldOrigin>;
  const final = rootSpot(tree, podType, pasted);
  eachLeaf(pod, "", final, pasted, (pointer, spot, value) => {
    const around = isForm(spot, pointer) ? join(spot.control, sources.formAt(pointer)) : spot.control;
    origins[pointer] = tell(originAt(spot), around, { pointer, value, removed: false, why: spot.why });
  });
  const submitted = rootSpot(sources.podTree(), podType, pasted);
  return {
    origins,
    removed: removedFrom({ json: input, spot: submitted }, { json: pod, spot: final }, pasted, tell, sources.decided),
  };
}
