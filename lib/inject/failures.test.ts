import { describe, expect, test } from "vitest";
import { inject, type InjectOptions } from "../index";

const injector = { config: 'policy: enabled\ndefaultTemplates: [sidecar]\ntemplates: {sidecar: ""}', values: "{}" };

/** The text of the line that a failure points at, from its column on. */
function pointedAt(workload: string, options: InjectOptions = {}): { message: string; at: string } {
  const result = inject({ workload, injector, options: { release: "1.30", ...options } });
  const error = result.error ?? result.objects.find((object) => object.error)?.error;
  const { line = 0, column = 0 } = error!.at!;
  return { message: error!.message, at: workload.split("\n")[line - 1]!.slice(column - 1) };
}

const deployment = (spec: string) => `---
# one
kind: ConfigMap
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: a}
spec:
${spec}
`;

describe.each<[path: InjectOptions["path"]]>([["webhook"], ["kube-inject"]])(
  "what does not fit its kind: %s",
  (path) => {
    test.each([
      ["  template:\n    metadata:\n      labels: {a: b, c: [d]}\n    spec: {}", "cannot unmarshal array", "c: [d]}"],
      ["  template:\n    spec:\n      overhead:\n        cpu: lots", "quantities must match", "cpu: lots"],
      ["  replicas: many\n  template: {}", "cannot unmarshal string", "replicas: many"],
    ])("%j", (spec, message, at) => {
      const found = pointedAt(deployment(spec), { path });
      expect(found.message).toContain(message);
      expect(found.at).toBe(at);
    });
  },
);

test("of a Rollout only what is read", () => {
  const rollout = deployment("  strategy: 5\n  template: {spec: {hostNetwork: maybe}}").replace(
    "Deployment",
    "Rollout",
  );
  expect(pointedAt(rollout).at).toBe("hostNetwork: maybe}}");
});

test.each<[options: InjectOptions]>([[{}], [{ path: "kube-inject" }]])(
  "a pod template that is missing: %j",
  (options) => {
    const job = deployment("  paused: true").replace("apps/v1", "v1").replace("Deployment", "ReplicationController");
    expect(pointedAt(job, options)).toEqual({ message: "spec.template is required value", at: "spec:" });
  },
);

test("in an item of a List", () => {
  const list = "kind: List\nitems:\n- {kind: Pod, metadata: {name: a}}\n- kind: Pod\n  spec:\n    nodeName: {a: b}\n";
  expect(pointedAt(list, { path: "kube-inject" }).at).toBe("nodeName: {a: b}");
  expect(pointedAt(list).at).toBe("nodeName: {a: b}");
});

test.each([
  ["proxy.istio.io/overrides", "'{\"containers\": 5}'", {}],
  ["proxy.istio.io/config", "'concurrency: [1]'", { path: "kube-inject" as const }],
  ["sidecar.istio.io/status", "'{\"containers\": {}}'", {}],
  ["prometheus.io/port", "'15090'", { release: "1.31" }],
])("the annotation %s", (name, value, options) => {
  const metadata = `  template:\n    metadata:\n      annotations:\n        first: ""\n        ${name}: ${value}\n    spec: {}`;
  const { at } = pointedAt(deployment(metadata), options);
  // Its key, or a place in its value.
  expect(`${name}: ${value}`.slice(-at.length)).toBe(at);
});

describe("what of the configuration cannot be read", () => {
  const read = {
    config: injector.config,
    values: '{\n  "global": {"hub": "a", "proxy": {"privileged": 5}}\n}',
    mesh: "{}",
  };

  test.each([
    ["values", { values: read.values }, '"privileged": 5}}'],
    [
      "mesh",
      { mesh: "trustDomain: a\ndefaultConfig:\n  discoveryAddress: istiod:15012\n  drainDuration: 1500ms\n" },
      "drainDuration: 1500ms",
    ],
    ["mesh", { mesh: "trustDomain: [a]\n" }, "trustDomain: [a]"],
    ["config", { config: "policy: enabled\ntemplates:\n  a: {b: c}\n" }, "a: {b: c}"],
  ])("%s", (stage, change, at) => {
    const { config, values, mesh } = { ...read, values: "{}", ...change };
    const { configError } = inject({
      workload: "kind: Pod",
      injector: { config, values },
      mesh,
      options: { release: "1.30" },
    });
    const text = { config, values, mesh }[stage]!;
    const { line = 0, column = 0 } = configError!.at!;
    expect(text.split("\n")[line - 1]!.slice(column - 1)).toBe(at);
  });
});

test("what cannot be read has an origin too", () => {
  const workload = deployment("  template:\n    metadata:\n      labels: {a: b, c: [d]}\n    spec: {}");
  const { error } = inject({ workload, injector, options: { include: ["origins"] } }).objects.find((o) => o.error)!;
  expect(error!.origin!.data).toEqual([error!.at]);
  expect(error!.origin!.sentence.en).toBe("The injector fails on line 11, having read your pod's label c (set).");
});

test("a ProxyConfig resource that does not fit is told with its place, and never thrown", () => {
  const proxyConfigs = "kind: ProxyConfig\nspec: {concurrency: 1}\n---\nkind: ProxyConfig\nspec:\n  image: none\n";
  const { configError, objects } = inject({ workload: deployment(""), injector, proxyConfigs });
  expect(objects).toEqual([]);
  expect(configError).toMatchObject({ stage: "proxyConfigs", at: { source: "proxyConfigs", line: 6, column: 3 } });
});
