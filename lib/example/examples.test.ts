import { describe, expect, test } from "vitest";
import { inject, resultText, type InjectResult, type ObjectResult } from "../index";
import { examples } from "./all";
import { EXAMPLES, type ExampleId, isExampleId, loadExample } from "./catalogue";

const results = new Map<ExampleId, InjectResult>();

function resultOf(id: ExampleId): InjectResult {
  const known = results.get(id);
  if (known) return known;
  const request = examples[id];
  // As the page reads it.
  const result = inject({ ...request, options: { ...request.options, include: ["stages", "patch"] } });
  const read = JSON.parse(resultText(result)) as InjectResult;
  results.set(id, read);
  return read;
}

interface Container {
  readonly name: string;
  readonly image: string;
  readonly restartPolicy?: string;
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
  readonly livenessProbe?: object;
  readonly readinessProbe?: object;
  readonly resources?: object;
  readonly securityContext?: object;
}
interface Pod {
  readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
  readonly spec: { readonly initContainers?: readonly Container[]; readonly containers: readonly Container[] };
}

const podOf = (object: ObjectResult) => object.pod as unknown as Pod;
const names = (containers: readonly { readonly name: string }[] | undefined) => containers?.map(({ name }) => name);
const cases = (object: ObjectResult) => Object.fromEntries(object.containers!.map((c) => [c.name, c.case]));

/** The one object of an example that is injected. */
function injected(id: ExampleId): ObjectResult {
  const { configError, error, objects } = resultOf(id);
  expect([configError, error, objects.length]).toEqual([undefined, undefined, 1]);
  const [object] = objects as [ObjectResult];
  expect(object.error).toBeUndefined();
  expect(object.decision?.inject).toBe(true);
  return object;
}

/** The text of the line that an error points at. */
function lineAt(id: ExampleId, at: { readonly source: string; readonly line?: number } | undefined): string {
  const { workload, injector, mesh } = examples[id];
  const text = { workload, injector: injector as string, mesh }[at?.source as "workload"];
  return text?.split("\n")[at!.line! - 1]?.trim() ?? "";
}

describe("the catalogue", () => {
  test("has every example once, under an id that can stand in a link", () => {
    const ids = EXAMPLES.map(({ id }) => id);
    expect(Object.keys(examples).sort()).toEqual([...ids].sort());
    for (const id of ids) expect(encodeURIComponent(id)).toBe(id);
    expect(isExampleId("sidecar")).toBe(true);
    expect(isExampleId("toString")).toBe(false);
  });

  test("loads an example when asked", async () => {
    expect(await loadExample("reinjected")).toBe(examples.reinjected);
  });
});

describe("what is injected", () => {
  test("the gateway: a stub becomes a proxy", () => {
    const object = injected("gateway");
    expect(object.templates).toMatchObject([{ name: "gateway", from: "annotation" }]);
    expect(cases(object)).toEqual({ "istio-proxy": "overwritten" });
  });

  test("a plain sidecar: beside the application, its probes and metrics led through the agent", () => {
    const object = injected("sidecar");
    expect(object.templates).toMatchObject([{ name: "sidecar", from: "default" }]);
    const { metadata, spec } = podOf(object);
    expect(names(spec.initContainers)).toEqual(["istio-init"]);
    expect(names(spec.containers)).toEqual(["orders", "istio-proxy"]);
    expect(spec.containers[0]).toMatchObject({
      readinessProbe: { httpGet: { path: "/app-health/orders/readyz", port: 15020 }, periodSeconds: 5 },
      livenessProbe: { httpGet: { path: "/app-health/orders/livez", port: 15020 } },
    });
    expect(metadata.annotations["prometheus.io/port"]).toBe("15020");
  });

  test("an overwritten istio-proxy: what is the workload's own wins, the rest is the template's", () => {
    const object = injected("overwritten-proxy");
    expect(cases(object)).toMatchObject({ "istio-proxy": "overwritten" });
    const proxy = podOf(object).spec.containers.find(({ name }) => name === "istio-proxy");
    expect(proxy).toMatchObject({
      image: "docker.io/istio/proxyv2:1.30.3",
      resources: { requests: { cpu: "750m", memory: "512Mi" }, limits: { cpu: "2", memory: "512Mi" } },
    });
    const env = Object.fromEntries(proxy!.env!.map(({ name, value }) => [name, value]));
    expect(env).toMatchObject({
      PROXY_XDS_DEBUG_VIA_AGENT: "false",
      PILOT_CERT_PROVIDER: "kubernetes",
      ISTIO_META_CLUSTER_ID: "cluster1",
    });
  });

  test("custom templates: an alias selects three, and the workload's own field stays", () => {
    const object = injected("custom-templates");
    expect(object.templates).toMatchObject([
      { name: "sidecar", from: "alias" },
      { name: "hardened", from: "alias" },
      { name: "telemetry", from: "alias" },
    ]);
    const [ledger] = podOf(object).spec.containers;
    expect(ledger!.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
      readOnlyRootFilesystem: false,
    });
    expect(names(ledger!.env)).toContain("OTEL_SERVICE_NAME");
  });

  test("a re-injected pod: nothing but the proxy's release changes", () => {
    const object = injected("reinjected");
    expect(cases(object)).toEqual({ "istio-init": "reinjected", cache: "own", "istio-proxy": "reinjected" });
    expect(object.patch).toEqual([
      { op: "replace", path: "/spec/initContainers/0/image", value: "docker.io/istio/proxyv2:1.30.3" },
      { op: "replace", path: "/spec/containers/1/image", value: "docker.io/istio/proxyv2:1.30.3" },
    ]);
  });

  test("a native sidecar: it starts before the application's own init containers", () => {
    const object = injected("native-sidecar");
    const { initContainers, containers } = podOf(object).spec;
    expect(names(initContainers)).toEqual(["istio-init", "istio-proxy", "wait-for-database"]);
    expect(initContainers![1]!.restartPolicy).toBe("Always");
    expect(names(containers)).toEqual(["migrate"]);
  });

  test("what is not injected: a reason each, and one that asks", () => {
    const { objects } = resultOf("not-injected");
    expect(objects.map(({ decision }) => decision?.reason)).toEqual([
      "host-network",
      "ignored-namespace",
      "label",
      "never-inject-selector",
      "policy-disabled",
      "label",
    ]);
    expect(objects.map(({ decision }) => decision?.inject)).toEqual([false, false, false, false, false, true]);
  });
});

describe("what is broken", () => {
  test.each([
    ["broken-template", "config", "template: inject:8: unexpected", "{{- if eq .Values"],
    ["broken-values", "values", "could not parse configuration values: yaml: line 3", '"tag": "1.30.3",'],
    ["broken-mesh", "mesh", "yaml: line 3: could not find expected ':'", "accessLogFile:/dev/stdout"],
  ] as const)("%s: the configuration cannot be used", (id, stage, message, line) => {
    const { configError } = resultOf(id);
    expect(configError).toMatchObject({ stage, message: expect.stringContaining(message) });
    expect(lineAt(id, configError!.at)).toContain(line);
  });

  test("broken-workload: the text cannot be read", () => {
    const { error, configError } = resultOf("broken-workload");
    expect(configError).toBeUndefined();
    expect(error?.message).toBe("yaml: line 17: mapping values are not allowed in this context");
    expect(lineAt("broken-workload", error?.at)).toBe("ports:");
  });

  test.each([
    ["broken-template-run", "selected", "slice index out of range", "(index $app.Ports 0).ContainerPort"],
    ["broken-rendering", "rendered:sidecar", "invalid JSON document", "value: {{ index .ObjectMeta.Annotations"],
    ["broken-annotation", "input", "prefix length out of range", "excludeOutboundIPRanges: 10.0.0.0/8,192.168.0.0/33"],
    ["broken-template-name", "selected", 'requested template "gateways" not found', "inject.istio.io/templates"],
  ] as const)("%s: the injection fails", (id, stage, message, line) => {
    const { configError, error, objects } = resultOf(id);
    expect([configError, error, objects.length]).toEqual([undefined, undefined, 1]);
    expect(objects[0]!.decision?.inject).toBe(true);
    expect(objects[0]!.error).toMatchObject({ stage, message: expect.stringContaining(message) });
    expect(lineAt(id, objects[0]!.error!.at)).toContain(line);
  });
});
