import type { Container, Pod } from "../../istio/pod";
import { InputSet, join, type Inputs } from "../../provenance/inputs";
import { containersAt, type Bench } from "./bench";
import { elementIn, listIn, sidecarOf } from "./found";
import { LeafTree, ListTree, MapTree, type Origin, type OriginStep, type Tree } from "./tree";
import { originOf, type Parts } from "./trees";

/** The environment of the proxy, which several steps write into. */
export interface ProxyEnv {
  readonly container: Container;
  readonly list: ListTree;
}

/** The proxy's environment, to change; undefined where the pod has no proxy. */
export function proxyEnvAt(bench: Bench, pod: Pod): ProxyEnv | undefined {
  const sidecar = sidecarOf(pod);
  if (!sidecar) return undefined;
  const { container, list } = sidecar;
  const map = elementIn(containersAt(bench, pod, list), "istio-proxy");
  if (!map) return undefined;
  const keys = (container.env ?? []).map(({ name }) => name ?? "");
  const origin: Origin = { step: "api", data: undefined, control: bench.everything };
  return { container, list: listIn(map, "env", keys, "name", origin) };
}

/** An entry that a step writes. */
export function envEntry(step: OriginStep, name: string, value: Parts, over?: Tree): { key: string; tree: Tree } {
  const replaced = over && originOf(over);
  const origin: Origin = { step, data: value.data, control: value.control, over: replaced };
  const named: Origin = { step, data: undefined, control: join(value.data, value.control), over: replaced };
  const members = new Map<string, Tree>([
    ["name", new LeafTree(named)],
    ["value", new LeafTree(origin)],
  ]);
  return { key: name, tree: new MapTree(origin, members) };
}

/** The proxy's cluster, network and whatever the webhook's URL says: before overwriteClusterInfo changes the pod. */
export function clusterInfo(bench: Bench, pod: Pod): void {
  const env = proxyEnvAt(bench, pod);
  if (!env) return;
  const { sources, injection, everything } = bench;
  const { list } = env;
  for (const name of injection.proxyEnvs.keys()) {
    const flow = sources.proxyEnv(name);
    const value: Parts = { data: flow.data, control: join(flow.control, everything) };
    const before = list.items.find((item) => item.key === name)?.tree;
    const others = list.items.filter((item) => item.key !== name);
    list.items.splice(0, list.items.length, ...others, envEntry("clusterInfo", name, value, valueOf(before)));
  }
  for (const name of ["ISTIO_META_CLUSTER_ID", "ISTIO_META_NETWORK"]) {
    if (!injection.proxyEnvs.has(name)) list.absent.push({ key: name, control: sources.proxyEnv(name).inputs });
  }
  // The URL could name any variable.
  list.absent.push({ key: undefined, control: urlOf(bench) });
}

function urlOf({ sources }: Bench): Inputs {
  return InputSet.of(sources.options.member("injectPath"));
}

function valueOf(entry: Tree | undefined): Tree | undefined {
  return entry instanceof MapTree ? (entry.member("value") ?? entry) : entry;
}
