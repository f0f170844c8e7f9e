import type { Pod } from "../../istio/pod";
import { InputSet, join } from "../../provenance/inputs";
import { mapAt, type Bench } from "./bench";
import { LeafTree, type MapTree, type Origin } from "./tree";
import { originOf, type Parts } from "./trees";

const NETWORK = "topology.istio.io/network";

/** The network label, the status annotation and the config's annotations: before applyMetadata changes the pod. `status`: its parts. */
export function metadataApplied(bench: Bench, pod: Pod, status: Parts): void {
  const { sources, injection, everything } = bench;
  const network = sources.proxyEnv("ISTIO_META_NETWORK");
  const labels = mapAt(bench, "metadata", "metadata", "labels");
  if (!injection.proxyEnvs.has("ISTIO_META_NETWORK")) labels.addAbsent(NETWORK, network.inputs);
  else
    write(labels, NETWORK, pod.metadata!.labels!, { data: network.data, control: join(network.control, everything) });

  const annotations = mapAt(bench, "metadata", "metadata", "annotations");
  const has = pod.metadata!.annotations!;
  const revision = InputSet.of(sources.options.member("revision"));
  const made: Parts = { data: join(status.data, revision), control: join(status.control, everything) };
  write(annotations, "sidecar.istio.io/status", has, made);
  // The config could name any annotation.
  const named = sources.config.member("injectedAnnotations");
  if (!sources.offline) annotations.absentAny = join(annotations.absentAny, InputSet.of(named));
  for (const name of injection.injectedAnnotations.keys()) {
    write(annotations, name, has, { data: InputSet.of(named.member(name)), control: everything });
  }
}

/** A label or annotation over the one that is there. */
function write(map: MapTree, key: string, there: ReadonlyMap<string, string>, made: Parts): void {
  const before = there.has(key) ? map.member(key) : undefined;
  const origin: Origin = { step: "metadata", ...made, over: before && originOf(before) };
  map.members.set(key, new LeafTree(origin));
  map.dropAbsent(key);
}
