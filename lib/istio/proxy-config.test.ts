import { expect, test } from "vitest";
import type { Json } from "../go/json-value";
import { yamlToJson } from "../yaml/to-json";
import { applyMeshConfig, defaultMeshConfig } from "./mesh-config";
import type { Pod } from "./pod";
import {
  applyProxyConfig,
  defaultProxyConfig,
  effectiveProxyConfig,
  mergeProxyConfig,
  proxyConfigResources,
} from "./proxy-config";

const ANNOTATION = "proxy.istio.io/config";

function pod(annotation?: string, labels: Record<string, string> = {}): Pod {
  return {
    metadata: {
      namespace: "shop",
      labels: new Map(Object.entries(labels)),
      annotations: new Map(annotation === undefined ? [] : [[ANNOTATION, annotation]]),
    },
  };
}

const resource = (name: string, namespace: string, spec: string): Json =>
  yamlToJson(`{kind: ProxyConfig, metadata: {name: ${name}, namespace: ${namespace}}, spec: ${spec}}`);

test("merging: whole fields, but proxyMetadata by key and proxyHeaders partly", () => {
  const config = defaultProxyConfig(30);
  mergeProxyConfig(
    30,
    yamlToJson(
      "{proxyMetadata: {A: '1', B: '1'}, proxyHeaders: {server: {value: x}, requestId: {}}, image: {imageType: a}}",
    ),
    config,
  );
  mergeProxyConfig(
    30,
    yamlToJson("{proxyMetadata: {B: '2'}, proxyHeaders: {requestId: {disabled: true}}, image: {}}"),
    config,
  );
  expect(Object.fromEntries(config.proxyMetadata!)).toEqual({ A: "1", B: "2" });
  expect(config.proxyHeaders).toMatchObject({ server: { value: "x" }, requestId: { disabled: { value: true } } });
  expect(config.image).toEqual({});
});

test("a member of a oneof replaces the other", () => {
  const config = defaultProxyConfig(30);
  mergeProxyConfig(30, yamlToJson("tracingServiceName: CANONICAL_NAME_ONLY"), config);
  expect(config).toMatchObject({ tracingServiceName: 1 });
  expect("serviceCluster" in config).toBe(false);
});

test("the annotation over the mesh leaves the mesh alone", () => {
  const mesh = applyMeshConfig(30, "defaultConfig: {proxyMetadata: {A: '1'}, interceptionMode: TPROXY}");
  const annotated = applyProxyConfig(30, "{interceptionMode: REDIRECT, statusPort: 1, proxyMetadata: {B: '2'}}", mesh);
  expect(annotated.defaultConfig).toMatchObject({ interceptionMode: 0, statusPort: 1 });
  expect([...annotated.defaultConfig!.proxyMetadata!.keys()]).toEqual(["A", "B"]);
  expect(mesh.defaultConfig).toMatchObject({ interceptionMode: 1, statusPort: 15020 });
  expect(() => applyProxyConfig(30, "concurrency: [1]", mesh)).toThrow(
    "could not parse proxy config: json: cannot unmarshal array into Go value of type int32",
  );
});

test("in the webhook zero values never override, wrappers do", () => {
  const mesh = applyMeshConfig(30, "defaultConfig: {interceptionMode: TPROXY, concurrency: 4}");
  const config = effectiveProxyConfig(30, mesh, [], pod("{interceptionMode: REDIRECT, statusPort: 0, concurrency: 0}"));
  expect(config).toMatchObject({ interceptionMode: 1, statusPort: 15020, concurrency: { value: 0 } });
});

test("weakest first: root namespace, namespace, annotation, selecting resource", () => {
  const resources = proxyConfigResources(
    [
      resource("global", "istio-system", "{concurrency: 1, environmentVariables: {G: g, NS: g, A: g, W: g}}"),
      resource("z", "shop", "{environmentVariables: {NS: later}}"),
      resource("a", "shop", "{environmentVariables: {NS: own, A: own, W: own}, image: {imageType: debug}}"),
      resource("w", "shop", "{selector: {matchLabels: {app: x}}, environmentVariables: {W: w}}"),
      resource("none", "shop", "{selector: {}, environmentVariables: {X: x}}"),
      yamlToJson("{kind: Pod}"),
    ],
    30,
  );
  const annotated = pod("{proxyMetadata: {A: a, W: a}}", { app: "x", more: "y" });
  const config = effectiveProxyConfig(30, defaultMeshConfig(30), resources, annotated);
  expect(Object.fromEntries(config.proxyMetadata!)).toEqual({ G: "g", NS: "own", A: "a", W: "w" });
  expect(config).toMatchObject({ concurrency: { value: 1 }, image: { imageType: "debug" } });
  expect(
    effectiveProxyConfig(30, defaultMeshConfig(30), resources, pod("{", { app: "y" })).proxyMetadata!.get("W"),
  ).toBe("own");
});

test("resources of equal age by name: until 1.22 with the namespace behind a dot", () => {
  const objects = [resource("a-b", "n", "{}"), resource("a", "n", "{}")];
  expect(proxyConfigResources(objects, 22).map((r) => r.name)).toEqual(["a-b", "a"]);
  expect(proxyConfigResources(objects, 23).map((r) => r.name)).toEqual(["a", "a-b"]);
});

test("what YAML cannot hold drops its layer", () => {
  expect(
    effectiveProxyConfig(30, defaultMeshConfig(30), [], pod('{meshId: "a\\u007f", concurrency: 3}')).concurrency,
  ).toBeUndefined();
});

test("tracing was a default until 1.21", () => {
  expect(defaultProxyConfig(21).tracing).toEqual({ zipkin: { address: "zipkin.istio-system:9411" } });
  expect(defaultProxyConfig(22).tracing).toBeUndefined();
});
