import { GoError } from "../source/errors";
import { atoi, parseBool, quote } from "../go/strconv";
import { stringifyJson } from "../go/json";
import type { Json } from "../go/json-value";
import { findSidecar, type Pod } from "../istio/pod";
import { inAnnotation } from "./in-annotation";
import type { Injection } from "./injection";

const PATH = "prometheus_io_path";
const PORT = "prometheus_io_port";
const SCRAPE = "prometheus_io_scrape";
const SCRAPE_TARGETS = "prometheus_istio_io_scrape_targets";
const SECURE_PORT = "prometheus_istio_io_secure_port";

/** Ports of the data plane that must not be scraped as the application's, with the reason. Mirrors istioReservedPorts of pilot-agent. */
const RESERVED_PORTS: ReadonlyMap<number, string> = new Map([
  [15000, "Envoy admin"],
  [15001, "outbound traffic capture"],
  [15004, "pilot debug"],
  [15006, "inbound traffic capture"],
  [15008, "HBONE tunnel"],
  [15020, "pilot-agent status / merged Prometheus"],
  [15021, "Envoy health"],
  [15053, "DNS proxy"],
  [15090, "Envoy Prometheus (already merged)"],
]);

interface ScrapeTarget {
  readonly port: string;
  readonly path: string;
}

interface ScrapeConfiguration {
  scrape: string;
  path: string;
  port: string;
  targets: ScrapeTarget[];
}

/** An annotation's name as Prometheus would make a label of it: so `prometheus.io/port` and `prometheus-io/port` are the same. */
function sanitize(name: string): string {
  return name.replace(/[^a-zA-Z0-9_]/gu, "_");
}

/**
 * Moves the pod's own `prometheus.io/*` annotations into the proxy's environment and points them at the agent, which merges the
 * application's metrics with Envoy's. Changes `pod`.
 * @throws GoError where a port may not be scraped (1.31).
 * Mirrors applyPrometheusMerge of pkg/kube/inject/webhook.go.
 */
export function mergePrometheus(pod: Pod, injection: Injection): void {
  const annotations = pod.metadata!.annotations!;
  const statusPort = injection.mesh.defaultConfig?.statusPort ?? 0;
  const wanted = scrapeWanted(annotations) && mergeEnabled(annotations, injection);
  const merged = prometheusPort(annotations) === String(statusPort);
  injection.origins?.prometheusMerge(pod, prometheusNames(annotations, injection), { wanted, merged });
  if (!wanted || merged) return;

  const scrape = scrapeConfiguration(annotations, injection.behaviours.scrapeTargets);
  if (injection.behaviours.scrapePortsChecked) {
    const read = scrape.targets.length > 0 ? SCRAPE_TARGETS : PORT;
    const name = [...annotations.keys()].findLast((name) => sanitize(name) === read) ?? "";
    inAnnotation(name, () => checkPorts(scrape, statusPort));
  }
  const sidecar = findSidecar(pod);
  if (sidecar && (scrape.scrape || scrape.path || scrape.port || scrape.targets.length > 0)) {
    (sidecar.env ??= []).push({ name: "ISTIO_PROMETHEUS_ANNOTATIONS", value: scrapeText(scrape) });
  }
  clearPrometheusAnnotations(annotations, injection);
  annotations.set("prometheus.io/port", String(statusPort));
  annotations.set("prometheus.io/path", "/stats/prometheus");
  annotations.set("prometheus.io/scrape", "true");
}

/**
 * Publishes the proxy's ENVOY_SECURE_MERGED_METRICS_PORT as an annotation unless the pod has one. Changes `pod`.
 * Mirrors applySecurePrometheusAnnotation (1.31).
 */
export function securePrometheus(pod: Pod, injection: Injection): void {
  const annotations = pod.metadata!.annotations!;
  for (const name of annotations.keys()) if (sanitize(name) === SECURE_PORT) return;
  const port = findSidecar(pod)?.env?.find(
    (env) => env.name === "ENVOY_SECURE_MERGED_METRICS_PORT" && env.value && env.value !== "0",
  );
  if (!port) return;
  injection.origins?.securePort(pod, port.name!, "prometheus.istio.io/secure-port");
  annotations.set("prometheus.istio.io/secure-port", port.value!);
}

/** The value of the first annotation that counts as `prometheus.io/port`. Mirrors getPrometheusPort. */
export function prometheusPort(annotations: ReadonlyMap<string, string>): string | undefined {
  for (const [name, value] of annotations) if (sanitize(name) === PORT) return value;
  return undefined;
}

/** Removes every annotation that Prometheus would read, in any spelling. Mirrors clearPrometheusAnnotations. */
export function clearPrometheusAnnotations(annotations: Map<string, string>, injection: Injection): void {
  for (const { name } of prometheusNames(annotations, injection)) annotations.delete(name);
}

/** An annotation that Prometheus reads. */
export interface PrometheusName {
  readonly name: string;
  readonly label: PrometheusLabel;
}

type PrometheusLabel = typeof PATH | typeof PORT | typeof SCRAPE | typeof SCRAPE_TARGETS;

/** The annotations that Prometheus would read, in whatever spelling they are there. */
function prometheusNames(annotations: ReadonlyMap<string, string>, { behaviours }: Injection): PrometheusName[] {
  const labels = new Set<string>([PATH, PORT, SCRAPE, ...(behaviours.scrapeTargets ? [SCRAPE_TARGETS] : [])]);
  return [...annotations.keys()]
    .map((name) => ({ name, label: sanitize(name) as PrometheusLabel }))
    .filter(({ label }) => labels.has(label));
}

/** Absent or unparsable: wanted. */
function scrapeWanted(annotations: ReadonlyMap<string, string>): boolean {
  for (const [name, value] of annotations) {
    if (sanitize(name) !== SCRAPE) continue;
    const wanted = booleanOrUndefined(value);
    if (wanted !== undefined) return wanted;
  }
  return true;
}

function mergeEnabled(annotations: ReadonlyMap<string, string>, injection: Injection): boolean {
  const annotation = annotations.get("prometheus.istio.io/merge-metrics");
  const asked = annotation === undefined ? undefined : booleanOrUndefined(annotation);
  const { enablePrometheusMerge: byMesh } = injection.mesh;
  return asked ?? (byMesh ? (byMesh.value ?? false) : true);
}

/** Go's strconv.ParseBool without its error. */
export function booleanOrUndefined(text: string): boolean | undefined {
  try {
    return parseBool(text);
  } catch {
    return undefined;
  }
}

function scrapeConfiguration(annotations: ReadonlyMap<string, string>, withTargets: boolean): ScrapeConfiguration {
  const scrape: ScrapeConfiguration = { scrape: "", path: "", port: "", targets: [] };
  for (const [name, value] of annotations) {
    const label = sanitize(name);
    if (label === PORT) scrape.port = value;
    else if (label === SCRAPE) scrape.scrape = value;
    else if (label === PATH) scrape.path = value;
    else if (label === SCRAPE_TARGETS && withTargets) scrape.targets = scrapeTargets(value) ?? scrape.targets;
  }
  const first = scrape.targets[0];
  // Agents that do not know targets scrape the first one.
  return first ? { ...scrape, port: first.port, path: first.path } : scrape;
}

/** `port[:path]` items; undefined if one has no port. Mirrors ParseScrapeTargets of pilot-agent. */
function scrapeTargets(text: string): ScrapeTarget[] | undefined {
  const targets: ScrapeTarget[] = [];
  for (const item of text.split(",")) {
    const entry = item.trim();
    if (entry === "") continue;
    const colon = entry.indexOf(":");
    const port = (colon < 0 ? entry : entry.slice(0, colon)).trim();
    if (port === "") return undefined;
    targets.push({ port, path: (colon < 0 ? "" : entry.slice(colon + 1).trim()) || "/metrics" });
  }
  return targets;
}

function checkPorts(scrape: ScrapeConfiguration, statusPort: number): void {
  if (scrape.targets.length > 0) {
    for (const { port } of scrape.targets)
      checkPort(port, statusPort, "invalid prometheus scrape targets: ", "target port");
  } else if (scrape.port !== "") {
    checkPort(scrape.port, statusPort, "invalid prometheus scrape configuration: ", "port");
  }
}

function checkPort(text: string, statusPort: number, prefix: string, what: string): void {
  let port = 0;
  try {
    port = Number(atoi(text));
  } catch {
    // Not a number: the range check below says so.
  }
  if (port < 1 || port > 65535) throw new GoError(`${prefix}invalid ${what} ${quote(text)}`);
  if (port === statusPort) throw new GoError(`${prefix}${what} ${text} conflicts with agent port`);
  const reason = RESERVED_PORTS.get(port);
  if (reason) throw new GoError(`${prefix}${what} ${text} is reserved for Istio (${reason}) and cannot be scraped`);
}

function scrapeText({ scrape, path, port, targets }: ScrapeConfiguration): string {
  const field = (name: string, value: Json) => `${stringifyJson(name)}:${stringifyJson(value)}`;
  const fields = [field("scrape", scrape), field("path", path), field("port", port)];
  if (targets.length > 0) {
    fields.push(`"targets":[${targets.map((t) => `{${field("port", t.port)},${field("path", t.path)}}`).join(",")}]`);
  }
  return `{${fields.join(",")}}`;
}
