import type { Pod } from "../../istio/pod";
import { join, joinAll, type Inputs } from "../../provenance/inputs";
import type { PrometheusName } from "../prometheus";
import { annotationInputs, mapAt, textOf, type Bench } from "./bench";
import { at, partsAt } from "./found";
import { envEntry, proxyEnvAt } from "./proxy-env";
import { LeafTree, type MapTree, type Origin } from "./tree";
import { originOf, type Parts } from "./trees";

const STEP = "prometheusMerge";

const CANONICAL = { port: "prometheus.io/port", path: "prometheus.io/path", scrape: "prometheus.io/scrape" };
const TARGETS = "prometheus.istio.io/scrape-targets";
const NOTHING: Parts = { data: undefined, control: undefined };

/** Whether metrics are to be merged, and whether the pod's annotations say already what they would be made to. */
export interface Merging {
  readonly wanted: boolean;
  readonly merged: boolean;
}

/** The pod's own scrape annotations move into the proxy's environment: before mergePrometheus changes the pod. Gives what it looks at. */
export function prometheusMerge(bench: Bench, pod: Pod, found: readonly PrometheusName[], merging: Merging): Inputs {
  const named = (label: PrometheusName["label"]) => found.filter((n) => n.label === label).map(({ name }) => name);
  const targeted = named("prometheus_istio_io_scrape_targets");
  const read = (label: PrometheusName["label"], canonical: string): Parts => {
    const own = named(label);
    const parts = (own.length > 0 ? own : [canonical]).map((name) => textOf(bench, pod, "annotations", name));
    return { data: joinAll(parts.map((p) => p.data)), control: joinAll(parts.map((p) => p.control)) };
  };
  const port = read("prometheus_io_port", CANONICAL.port);
  const path = read("prometheus_io_path", CANONICAL.path);
  const scrape = read("prometheus_io_scrape", CANONICAL.scrape);
  const withTargets = bench.injection.behaviours.scrapeTargets;
  const targets = withTargets ? read("prometheus_istio_io_scrape_targets", TARGETS) : NOTHING;
  const conditions = joinAll([
    annotationInputs(bench, pod, "prometheus.istio.io/merge-metrics"),
    bench.sources.mesh.member("enablePrometheusMerge").inputs,
    all(scrape),
    all(port),
    statusPort(bench).inputs,
    bench.everything,
  ]);
  const annotations = mapAt(bench, STEP, "metadata", "annotations");
  const own = found.map(({ name }) => name);
  const { data, control } = statusPort(bench);
  if (!merging.wanted || merging.merged) {
    for (const name of own) annotations.addAbsent(name, conditions);
    const canonical = named("prometheus_io_port").every((name) => name === CANONICAL.port);
    const before = merging.wanted && canonical ? annotations.member(CANONICAL.port) : undefined;
    // Any other port would be made this one.
    if (before) {
      const decided = joinAll([control, port.data, port.control]);
      const over = originOf(before);
      annotations.members.set(CANONICAL.port, new LeafTree({ step: STEP, data, control: decided, over }));
    }
    return conditions;
  }
  if (own.length > 0) {
    // A list of targets says port and path too.
    const made = targeted.length > 0 ? [targets, scrape] : [scrape, path, port];
    const control = joinAll([port, path, scrape, targets].map((part) => part.control));
    const data = joinAll(made.map((part) => part.data));
    const replaced = targeted.length > 0 ? join(port.data, path.data) : undefined;
    const env = proxyEnvAt(bench, pod);
    const value: Parts = { data, control: join(join(control, replaced), conditions) };
    env?.list.items.push(envEntry(STEP, "ISTIO_PROMETHEUS_ANNOTATIONS", value));
  }
  for (const name of own) takeAway(annotations, name, { step: STEP, data: undefined, control: conditions });
  write(annotations, CANONICAL.port, { step: STEP, data, control: join(control, conditions) });
  write(annotations, CANONICAL.path, { step: STEP, data: undefined, control: conditions });
  write(annotations, CANONICAL.scrape, { step: STEP, data: undefined, control: conditions });
  return joinAll([conditions, path.data, targets.data]);
}

/** The annotation that tells the port of merged metrics, made of a variable of the proxy: before securePrometheus writes it. */
export function securePort(bench: Bench, pod: Pod, variable: string, annotation: string): void {
  const sidecar = proxyEnvAt(bench, pod);
  if (!sidecar) return;
  const entry = sidecar.list.items.find((item) => item.key === variable)?.tree;
  const { data, control } = entry ? partsAt(at(entry, "value")) : NOTHING;
  const absent = annotationInputs(bench, pod, annotation);
  const origin: Origin = { step: STEP, data, control: joinAll([control, absent, bench.everything]) };
  write(mapAt(bench, STEP, "metadata", "annotations"), annotation, origin);
}

function statusPort({ sources }: Bench) {
  return sources.mesh.member("defaultConfig").member("statusPort");
}

function all({ data, control }: Parts): Inputs {
  return join(data, control);
}

function takeAway(map: MapTree, key: string, origin: Origin): void {
  const before = map.member(key);
  map.remove(key, { ...origin, over: before && originOf(before) });
}

function write(map: MapTree, key: string, origin: Origin): void {
  const over = map.removed.get(key)?.over;
  map.restore(key, new LeafTree(over ? { ...origin, over } : origin));
}
