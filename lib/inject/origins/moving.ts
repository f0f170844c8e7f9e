import type { Pod } from "../../istio/pod";
import { join, joinAll, type Inputs } from "../../provenance/inputs";
import { annotationInputs, containersAt, type Bench } from "./bench";
import { at, elementIn, inputsAt } from "./found";
import { LeafTree, type ListTree, type MapTree, type Origin } from "./tree";
import { decide, originOf } from "./trees";

const PROXY = "istio-proxy";

/**
 * The pod's own istio-proxy moves to the init containers, if `moves`, or could have: before it does. `patch`: the template's, which
 * must have it there; `native`: what decided whether the proxy is a native sidecar.
 */
export function moveToInit(bench: Bench, pod: Pod, patch: MapTree, native: Inputs, moves: boolean): void {
  if (!pod.spec?.containers?.some(({ name }) => name === PROXY)) return;
  const annotated = bench.injection.behaviours.nativeSidecarAnnotation;
  const conditions = joinAll([
    annotated ? annotationInputs(bench, pod, "sidecar.istio.io/nativeSidecar") : undefined,
    native,
    inputsAt(at(patch, "spec", "initContainers", PROXY)),
    bench.everything,
  ]);
  const containers = containersAt(bench, pod, "containers");
  if (!moves) {
    containers.absent.push({ key: PROXY, control: conditions });
    return;
  }
  const index = containers.items.findIndex(({ key }) => key === PROXY);
  const [proxy] = index < 0 ? [] : containers.items.splice(index, 1);
  if (!proxy) return;
  const name = at(patch, "spec", "initContainers", PROXY, "name").tree;
  const by = name ? originOf(name) : patch.origin;
  const origin: Origin = { ...by, data: undefined, control: conditions, over: originOf(proxy.tree) };
  containers.removed.push({ key: PROXY, origin });
  // It was the only one: that there is none is the move's doing.
  if (containers.items.length === 0) {
    const { data, control } = originOf(containers);
    const decided = joinAll([conditions, data, control]);
    containers.origin = { ...by, data: undefined, control: decided, over: containers.origin };
  }
  containersAt(bench, pod, "initContainers").items.push({ key: PROXY, tree: decide(proxy.tree, conditions) });
}

/** Of several containers of one name only the last stays where the injector puts it into its place: before it does. */
export function onlyLast(bench: Bench, pod: Pod): void {
  const placed = { containers: [PROXY], initContainers: [PROXY, "enable-core-dump", "istio-validation", "istio-init"] };
  for (const list of ["containers", "initContainers"] as const) {
    const names = (pod.spec?.[list] ?? []).map(({ name }) => name);
    for (const name of placed[list]) {
      const count = names.filter((other) => other === name).length;
      if (count > 1) dropAllBut(containersAt(bench, pod, list), name, count);
    }
  }
}

function dropAllBut(list: ListTree, key: string, count: number): void {
  let control: Inputs;
  for (let gone = 1; gone < count; gone++) {
    const index = list.items.findIndex((item) => item.key === key);
    if (index < 0) return;
    const [item] = list.items.splice(index, 1);
    control = join(control, item!.tree.control);
  }
  list.absent.push({ key, control });
  // Under another name, the one that stays would leave its place to one of the others.
  const kept = elementIn(list, key);
  const name = kept?.member("name");
  if (!kept || !name) return;
  const { data, ...origin } = originOf(name);
  kept.members.set("name", new LeafTree({ ...origin, data: undefined, control: join(origin.control, data) }));
}
