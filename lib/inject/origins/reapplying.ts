import type { Json, JsonMap } from "../../go/json-value";
import { findSidecar, type Container, type Pod } from "../../istio/pod";
import { joinAll, type Inputs } from "../../provenance/inputs";
import type { Merge } from "../overlay";
import { containersAt, mapAt, submittedNames, type Bench } from "./bench";
import { at, enter, inputsAt, type ContainerList } from "./found";
import { mergeTrees, type Patching } from "./merge";
import { InputTree, LeafTree, ListTree, MapTree, type Origin, type Tree } from "./tree";
import { decide, elementKey, originOf, partsOf, type Parts } from "./trees";

export const STATUS = "sidecar.istio.io/status";
export const OVERRIDES = "proxy.istio.io/overrides";
const LISTS: readonly ContainerList[] = ["containers", "initContainers"];

const REAPPLYING: Patching = { step: "reapplied", open: true, directives: false, keepsForms: false };

/** Follows how the user's own containers are put back over those of the templates. */
export class Reapplying {
  /** What decided which are put back. */
  readonly conditions: Inputs;
  private readonly overrides: Origin;
  private readonly remembered: Parts[] = [];

  /** `pod`: before any of them is. */
  constructor(
    private readonly bench: Bench,
    pod: Pod,
    templatePod: Pod,
  ) {
    const annotations = bench.sources.pod.member("metadata").member("annotations");
    const [status, overrides] = [annotations.member(STATUS), annotations.member(OVERRIDES)];
    this.conditions = joinAll([submittedNames(bench, LISTS), status.inputs, overrides.inputs]);
    this.overrides = { step: "reapplied", data: overrides.data, control: overrides.control };
    // Had one been put back, it would have been remembered there.
    mapAt(bench, "reapplied", "metadata", "annotations").addAbsent(OVERRIDES, this.conditions);
    for (const list of LISTS) {
      const names = new Set((templatePod.spec?.[list] ?? []).map(({ name = "" }) => name));
      if (names.size > 0) decideAll(containersAt(bench, pod, list), names, this.conditions);
    }
  }

  /** The pod's tree with the user's container put back into a list. */
  putBack(root: Tree, merge: Merge, list: ContainerList, own: Container): Tree {
    const { injection, everything } = this.bench;
    const tree = this.ownTree(own);
    const [json] = (merge.patch.get("spec") as JsonMap).get(list) as Json[];
    const lacking = tree instanceof LeafTree ? undefined : originOf(tree).data;
    const image = inputsAt(enter({ tree, around: undefined }, "image"));
    const reset = own === findSidecar(injection.pod) ? this.bench.sources.userReset : undefined;
    this.remembered.push(partsOf(tree, json), { data: undefined, control: joinAll([lacking, image, reset]) });
    const origin: Origin = { step: "reapplied", data: undefined, control: undefined };
    const containers = new ListTree(origin, [{ key: elementKey(json!, "name"), tree }]);
    const spec = new MapTree(origin, new Map<string, Tree>([[list, containers]]));
    const patch = new MapTree(origin, new Map<string, Tree>([["spec", spec]]));
    return mergeTrees(root, patch, merge, injection.podType, everything, REAPPLYING);
  }

  /** Where one of the user's containers comes from: what was submitted, or the annotation that remembers it. */
  private ownTree(own: Container): Tree {
    const { injection, sources } = this.bench;
    for (const list of LISTS) {
      const index = injection.pod.spec?.[list]?.indexOf(own) ?? -1;
      const found = index < 0 ? undefined : at(sources.podTree(), "spec", list, String(index)).tree;
      if (found) return own === findSidecar(injection.pod) ? withReset(found, sources.userReset) : found;
    }
    return new LeafTree(this.overrides);
  }

  /** The annotation that remembers them is written; `lists`: what decided which containers templates wrote. */
  remember(bench: Bench, lists: Inputs): void {
    const data = joinAll(this.remembered.map((parts) => parts.data));
    const decided = joinAll(this.remembered.map((parts) => parts.control));
    const control = joinAll([decided, this.conditions, lists, bench.everything]);
    const annotations = mapAt(bench, "reapplied", "metadata", "annotations");
    annotations.members.set(OVERRIDES, new LeafTree({ step: "reapplied", data, control }));
  }
}

/** The pod's own proxy, whose user and group may have been taken away. */
function withReset(container: Tree, reset: Inputs): Tree {
  if (!reset || !(container instanceof InputTree)) return container;
  const input = container.input.member("securityContext");
  const members = ["runAsUser", "runAsGroup"].map((key): [string, Tree] => [
    key,
    new InputTree(input.member(key), reset),
  ]);
  const context = new InputTree(input);
  const parts = new MapTree(originOf(context), new Map(members), undefined, context);
  return new MapTree(originOf(container), new Map<string, Tree>([["securityContext", parts]]), undefined, container);
}

/** One more container of the user's, or one less, and each of the templates' would be another. */
function decideAll(containers: ListTree, names: ReadonlySet<string>, control: Inputs): void {
  for (const [index, { key, tree }] of containers.items.entries()) {
    if (key !== undefined && names.has(key)) containers.items[index] = { key, tree: decide(tree, control) };
  }
}
