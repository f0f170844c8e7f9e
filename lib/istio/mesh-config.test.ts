import { describe, expect, test } from "vitest";
import { defaultsOf } from "../k8s/proto";
import { RELEASES } from "../k8s/release";
import { printYaml } from "../yaml/print";
import { applyMeshConfig, defaultMeshConfig, inboundTrafficPolicyMode } from "./mesh-config";
import { MESH_CONFIG, messageDescriptor } from "./protobuf/descriptor";
import { messageJson } from "./protobuf/print";

test.each(RELEASES.map((release) => [release] as const))("the defaults of 1.%i print as istiod's", (release) => {
  const json = messageJson(messageDescriptor(release, MESH_CONFIG), defaultMeshConfig(release));
  expect(printYaml(json)).toBe(defaultsOf(release).defaultMesh);
});

test("fields replace defaults, some are merged", () => {
  const mesh = applyMeshConfig(
    30,
    `
trustDomainAliases: [b, a, b]
defaultConfig: {concurrency: 0, proxyMetadata: {A: "1"}}
defaultProviders: {tracing: [zip]}
extensionProviders:
- {name: zip, zipkin: {service: z, port: 9411}}
- {name: envoy, prometheus: {}}
outboundTrafficPolicy: {}
`,
  );
  expect(mesh.trustDomainAliases).toEqual(["a", "b"]);
  expect(mesh.defaultConfig).toMatchObject({ concurrency: { value: 0 }, statusPort: 15020 });
  expect(mesh.extensionProviders!.map((p) => Object.keys(p).sort())).toEqual([
    ["name", "prometheus"],
    ["name", "stackdriver"],
    ["name", "prometheus"],
    ["name", "zipkin"],
  ]);
  expect(mesh.outboundTrafficPolicy).toEqual({});
  expect(mesh.defaultProviders).toEqual({ tracing: ["zip"] });
});

test("an empty text is the default; the proto name of defaultConfig counts for nothing", () => {
  expect(applyMeshConfig(30, "")).toEqual(defaultMeshConfig(30));
  expect(applyMeshConfig(30, "default_config: {statusPort: 1}").defaultConfig!.statusPort).toBe(15020);
  expect(applyMeshConfig(30, "root_namespace: x").rootNamespace).toBe("x");
});

describe("errors", () => {
  test.each([
    ["a: {", "failed to convert to proto. yaml: line 1: did not find expected node content"],
    ["[]", "failed to convert to proto. json: cannot unmarshal array into Go value of type map[string]json.RawMessage"],
    ["connectTimeout: 2h", "invalid connect timeout: time 2h0m0s must be >1ms and <1h0m0s"],
    ["trustDomain: a_b", '1 error occurred:\n\t* trustDomain: trust domain name "a_b" invalid\n\n'],
    [
      "proxyListenPort: 0\nserviceSettings: [{hosts: [a.1]}]",
      "2 errors occurred:\n\t* invalid proxy listen port: port number 0 must be in the range 1..65535\n\t" +
        '* serviceSettings[0], host `a.1`: domain name "1" invalid (top level domain "1" cannot be all-numeric)\n\n',
    ],
    [
      "localityLbSetting: {failover: [{from: a, to: a}, {from: a/b, to: c}]}",
      "2 errors occurred:\n\t* locality lb failover settings must specify different regions\n\t* locality lb failover only specify region\n\n",
    ],
    [
      'localityLbSetting: {distribute: [{from: "r/*", to: {x: 100}}, {from: r/z, to: {x: 100}}]}',
      "locality r/z overlap with previous specified ones",
    ],
    [
      "meshMTLS: {ecdhCurves: [P-256]}",
      "1 error occurred:\n\t* mesh TLS does not support ECDH curves configuration\n\n",
    ],
  ])("%s", (text, message) => expect(() => applyMeshConfig(30, text)).toThrow(message));
});

test("1.31 checks more", () => {
  const text =
    "defaultTrafficPolicy: {connectionPool: {}}\ndefaultInboundHttpRetryPolicy: {attempts: 1, retryOn: '5xx,503,x'}";
  expect(() => applyMeshConfig(30, text)).not.toThrow();
  expect(() => applyMeshConfig(31, text)).toThrow(
    "2 errors occurred:\n\t* connection pool must have at least one field\n\t" +
      '* invalid default inbound http retry policy: "x" is not a valid retryOn policy\n\n',
  );
});

test("the mode that templates see", () => {
  expect(inboundTrafficPolicyMode(applyMeshConfig(30, "inboundTrafficPolicy: {mode: LOCALHOST}"))).toBe("localhost");
  expect(inboundTrafficPolicyMode(defaultMeshConfig(21))).toBe("passthrough");
});
