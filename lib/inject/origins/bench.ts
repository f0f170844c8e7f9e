import type { Json } from "../../go/json-value";
import type { Pod } from "../../istio/pod";
import type { Flow } from "../../provenance/flow";
import type { Input } from "../../provenance/input";
import { join, joinAll, type Inputs } from "../../provenance/inputs";
import type { Injection } from "../injection";
import { at, enter, inputsAt, listIn, mapIn, partsAt, sidecarOf, type ContainerList } from "./found";
import type { ListTree, MapTree, Origin, OriginStep, Tree } from "./tree";
import type { Parts } from "./trees";

/** What the pipeline must know of what was pasted. */
export interface PipelineSources {
  /** The pod as it was submitted. */
  podTree(): Tree;
  readonly pod: Flow;
  /** A Pod as it was pasted, which the webhook's patch is applied to; undefined for what makes pods. */
  readonly pastedPod: Json | undefined;
  /** Whether the offline command injects, which leaves parts of the config unread. */
  readonly offline: boolean;
  readonly mesh: Flow;
  readonly values: Flow;
  readonly options: Input;
  /** The injector's config, by its own keys. */
  readonly config: Input;
  /** What decided that the pod is injected, what selected the templates, what told the release. */
  readonly decided: Inputs;
  readonly selection: Inputs;
  readonly release: Inputs;
  /** What decides whether user and group of the pod's own istio-proxy are taken away before the injection (OpenShift). */
  readonly userReset: Inputs;
  /** The environment that templates see. */
  readonly environment: Flow;
  /** What templates see. */
  dot(visiblePod: Pod, injection: Injection): Flow;
  /** An environment variable that the injector gives to the proxy. */
  proxyEnv(name: string): Flow;
}

/** What a step of the pipeline works with while it changes the tree of the pod. */
export interface Bench {
  readonly root: MapTree;
  readonly sources: PipelineSources;
  readonly injection: Injection;
  /** What decided that anything is injected at all. */
  readonly everything: Inputs;
}

/** A map of the pod by its path from the root, to change. */
export function mapAt({ root, everything }: Bench, step: OriginStep, ...path: readonly string[]): MapTree {
  const origin: Origin = { step, data: undefined, control: everything };
  return path.reduce((map, key) => mapIn(map, key, origin), root);
}

/** The containers of a list of the pod, to look into. */
export function containersAt(bench: Bench, pod: Pod, list: ContainerList): ListTree {
  const origin: Origin = { step: "api", data: undefined, control: bench.everything };
  const names = (pod.spec?.[list] ?? []).map(({ name }) => name ?? "");
  return listIn(mapAt(bench, "api", "spec"), list, names, "name", origin);
}

/** An annotation or label of the pod as it is now: what its value was made of, or what decided that it is not there. */
export function textOf(bench: Bench, pod: Pod, of: "annotations" | "labels", name: string): Parts {
  const found = at(bench.root, "metadata", of, name);
  if (pod.metadata?.[of]?.has(name)) return partsAt(found);
  const absent = bench.sources.pod.member("metadata").member(of).member(name);
  return { data: undefined, control: join(absent.inputs, found.around) };
}

/** The same where it does not matter whether it is there. */
export function annotationInputs(bench: Bench, pod: Pod, name: string): Inputs {
  const { data, control } = textOf(bench, pod, "annotations", name);
  return join(data, control);
}

/** The names of all containers that were submitted in those lists, and that there are no more. */
export function submittedNames({ sources, injection }: Bench, lists: readonly ContainerList[]): Inputs {
  const spec = sources.pod.member("spec");
  const inputs = lists.map((list) => {
    const flow = spec.member(list);
    const names = (injection.pod.spec?.[list] ?? []).map((_, i) => flow.member(String(i)).member("name").inputs);
    return join(joinAll(names), flow.inputs);
  });
  return joinAll(inputs);
}

/** What decided whether, and in which list, the pod has a container of the proxy. */
export function sidecarInputs(bench: Bench, pod: Pod): Inputs {
  const first = sidecarOf(pod)?.list === "containers";
  const lists: readonly ContainerList[] = first ? ["containers"] : ["containers", "initContainers"];
  const found = lists.map((list) => {
    containersAt(bench, pod, list);
    return inputsAt(enter(at(bench.root, "spec", list, "istio-proxy"), "name"));
  });
  return join(joinAll(found), submittedNames(bench, lists));
}
