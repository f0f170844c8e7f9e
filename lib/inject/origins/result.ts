import type { Json } from "../../go/json-value";
import { QUANTITY } from "../../k8s/leaf-fields";
import type { GoType } from "../../go/types";
import type { Origin as ToldOrigin, Origins } from "../api";
import { removedFrom } from "./removed";
import { join, type Inputs } from "../../provenance/inputs";
import { eachLeaf, originAt, rootSpot, type Spot } from "./spot";
import { teller, type Told } from "./told";
import type { Origin, Tree } from "./tree";

/** What the origins of a pod are told with. */
export interface OriginSources extends Told {
  /** The pod as it was submitted. */
  podTree(): Tree;
  /** What was pasted at a place of the pod, where the pod is patched as it was pasted. */
  formAt(pointer: string): Inputs;
}

/**
 * Whether something in an element of a list can keep more of what was pasted at its place than it says, since a list is patched element
 * by element: a quantity its form (`1Gi`, `1024Mi`), an empty map the fields that no release knows.
 */
function keepsForm({ type }: Spot, value: Json, pointer: string): boolean {
  const of = type?.kind === "ptr" ? type.elem : type;
  return (of?.path === QUANTITY || value instanceof Map) && /\/\d+\//.test(pointer);
}

/** A field that the release does not know is what was pasted at its place, whatever a template writes there. */
function asPasted(origin: Origin, { type }: Spot, pointer: string, sources: OriginSources): Origin {
  const pasted = type === undefined && origin.step !== "workload" ? sources.formAt(pointer) : undefined;
  if (!pasted) return origin;
  return { step: "workload", place: pasted.list[0], data: pasted, control: join(origin.control, origin.data) };
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
    const around = keepsForm(spot, value, pointer) ? join(spot.control, sources.formAt(pointer)) : spot.control;
    origins[pointer] = tell(asPasted(originAt(spot), spot, pointer, sources), around, {
      pointer,
      value,
      removed: false,
      why: spot.why,
    });
  });
  const submitted = rootSpot(sources.podTree(), podType, pasted);
  return {
    origins,
    removed: removedFrom({ json: input, spot: submitted }, { json: pod, spot: final }, tell, sources),
  };
}
