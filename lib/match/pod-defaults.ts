import type { Json, JsonMap } from "../go/json-value";
import { encode } from "../k8s/encode";
import { POD } from "./types";
import type { Node } from "../go/value";

/**
 * A pod as webhooks see it: with what the API server fills in as it reads one. Mirrors SetDefaults_Pod, _PodSpec, _Container, _Probe,
 * _Volume and what they call (k8s.io/kubernetes/pkg/apis/core/v1/defaults.go, 1.35); what other admission plugins add (tokens,
 * tolerations, priority) is not there. `node` is a pod as a node; it stays as it is.
 */
export function defaultedPod(node: Node): Json {
  const pod = encode(POD, node) as JsonMap;
  const metadata = map(pod.get("metadata"));
  if (metadata?.get("creationTimestamp") === null) metadata.delete("creationTimestamp");
  const spec = map(pod.get("spec")) ?? new Map<string, Json>();
  pod.set("spec", spec);
  fill(spec, { dnsPolicy: "ClusterFirst", restartPolicy: "Always", schedulerName: "default-scheduler" });
  fill(spec, { terminationGracePeriodSeconds: 30, enableServiceLinks: true });
  if (spec.get("hostNetwork") !== true) spec.delete("hostNetwork");
  if (!spec.has("securityContext")) spec.set("securityContext", new Map());
  for (const list of ["containers", "initContainers"])
    for (const container of maps(spec.get(list))) containerDefaults(container, spec.get("hostNetwork") === true);
  for (const volume of maps(spec.get("volumes"))) volumeDefaults(volume);
  return pod;
}

function containerDefaults(container: JsonMap, hostNetwork: boolean): void {
  const image = container.get("image");
  fill(container, { terminationMessagePath: "/dev/termination-log", terminationMessagePolicy: "File" });
  fill(container, { imagePullPolicy: isLatest(image) ? "Always" : "IfNotPresent" });
  for (const port of maps(container.get("ports"))) {
    fill(port, { protocol: "TCP" });
    if (hostNetwork) fill(port, { hostPort: port.get("containerPort") ?? 0 });
  }
  for (const probe of ["livenessProbe", "readinessProbe", "startupProbe"]) {
    const found = map(container.get(probe));
    if (!found) continue;
    fill(found, { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 });
    httpDefaults(found);
    const grpc = map(found.get("grpc"));
    if (grpc) fill(grpc, { service: "" });
  }
  const lifecycle = map(container.get("lifecycle"));
  for (const hook of ["postStart", "preStop"]) httpDefaults(map(lifecycle?.get(hook)));
  for (const variable of maps(container.get("env"))) {
    const field = map(map(variable.get("valueFrom"))?.get("fieldRef"));
    if (field) fill(field, { apiVersion: "v1" });
  }
  const resources = map(container.get("resources"));
  const limits = map(resources?.get("limits"));
  if (!limits) return;
  const requests = new Map([...limits, ...(map(resources!.get("requests")) ?? [])]);
  resources!.set("requests", requests);
}

function httpDefaults(handler: JsonMap | undefined): void {
  const http = map(handler?.get("httpGet"));
  if (http) fill(http, { path: "/", scheme: "HTTP" });
}

function volumeDefaults(volume: JsonMap): void {
  const sources = [...volume.keys()].filter((key) => key !== "name");
  if (sources.length === 0) volume.set("emptyDir", new Map());
  for (const source of ["secret", "configMap", "downwardAPI", "projected"]) {
    const found = map(volume.get(source));
    if (found) fill(found, { defaultMode: 420 });
  }
  const host = map(volume.get("hostPath"));
  if (host) fill(host, { type: "" });
  const downward = [map(volume.get("downwardAPI")), ...maps(map(volume.get("projected"))?.get("sources"))];
  for (const source of downward) {
    const token = map(source?.get("serviceAccountToken"));
    if (token) fill(token, { expirationSeconds: 3600 });
    const items = source?.get("items") ?? map(source?.get("downwardAPI"))?.get("items");
    for (const item of maps(items)) {
      const field = map(item.get("fieldRef"));
      if (field) fill(field, { apiVersion: "v1" });
    }
  }
}

/** Whether an image is pulled each time: its tag is `latest`, or it has neither tag nor digest. */
function isLatest(image: Json | undefined): boolean {
  const name = typeof image === "string" ? image : "";
  if (name.includes("@")) return false;
  const tag = /:([^:/]+)$/.exec(name)?.[1];
  return tag === undefined || tag === "latest";
}

function fill(target: JsonMap, values: Readonly<Record<string, Json>>): void {
  for (const [key, value] of Object.entries(values)) if ((target.get(key) ?? null) === null) target.set(key, value);
}

function map(json: Json | undefined): JsonMap | undefined {
  return json instanceof Map ? json : undefined;
}

function maps(json: Json | undefined): JsonMap[] {
  return Array.isArray(json) ? json.filter((item): item is JsonMap => item instanceof Map) : [];
}
