import { describe, expect, test } from "vitest";
import { Typed } from "../../go/value";
import type { GoType } from "../../go/types";
import type { Release } from "../../k8s/release";
import { typesOf } from "../../k8s/types";
import { MESH_CONFIG, messageDescriptor, PROXY_CONFIG, type MessageNode } from "./descriptor";
import { asDuration } from "./duration";
import { freeValue } from "./free-value";
import "./duration-methods";
import "./methods";
import { applyYaml } from "./parse";
import { messageText } from "./print";
import { textFormat } from "./text";

const proxy = (release: Release = 30) => messageDescriptor(release, PROXY_CONFIG);

function read(yaml: string, message = proxy()): MessageNode {
  const node: MessageNode = {};
  applyYaml(message, yaml, node);
  return node;
}

describe("reading", () => {
  test("names in both spellings; the JSON name wins, null leaves alone", () => {
    expect(read("{status_port: 1, meshId: null}")).toEqual({ statusPort: 1 });
    expect(read("{status_port: 1, statusPort: '2'}")).toEqual({ statusPort: 2 });
    expect(read("{status_port: 1, statusPort: null}")).toEqual({});
  });
  test("enums, durations, wrappers, numbers that are not finite", () => {
    expect(
      read("{interceptionMode: TPROXY, controlPlaneAuthPolicy: 77, concurrency: 0, drainDuration: 1m0.5s}"),
    ).toEqual({
      interceptionMode: 1,
      controlPlaneAuthPolicy: 77,
      concurrency: { value: 0 },
      drainDuration: { seconds: 60, nanos: 500000000 },
    });
    expect(read("tracing: {sampling: Infinity}")).toEqual({ tracing: { sampling: Infinity } });
  });
  test("empty lists are nil, empty maps are not", () => {
    const node = read("{extraStatTags: [], proxyMetadata: {}, caCertificatesPem: [null]}");
    expect(node.extraStatTags).toBeUndefined();
    expect(node.proxyMetadata).toEqual(new Map());
    expect(node.caCertificatesPem).toEqual([""]);
  });
  test.each([
    [
      "interceptionMode: redirect",
      'unknown value "\\"redirect\\"" for enum istio.mesh.v1alpha1.ProxyConfig.InboundInterceptionMode',
    ],
    ["interceptionMode: true", "json: cannot unmarshal bool into Go value of type protoreflect.EnumNumber"],
    ["statusPort: 9999999999", "json: cannot unmarshal number 9999999999 into Go value of type int32"],
    ["statusPort: '1.5'", "json: cannot unmarshal number 1.5 into Go value of type int32"],
    ["statusPort: ''", "unexpected end of JSON input"],
    ["statusPort: 'true'", "json: cannot unmarshal bool into Go value of type int32"],
    ["configPath: true", "json: cannot unmarshal bool into Go value of type string"],
    ["tracing: [1]", "json: cannot unmarshal array into Go value of type map[string]json.RawMessage"],
    ["extraStatTags: x", "json: cannot unmarshal string into Go value of type []json.RawMessage"],
    ["drainDuration: x", 'bad Duration: time: invalid duration "x"'],
    ["drainDuration: 5", "json: cannot unmarshal number into Go value of type string"],
    ["concurrency: {value: 1}", "json: cannot unmarshal object into Go value of type int32"],
    ["holdApplicationUntilProxyStarts: 'true'", "json: cannot unmarshal string into Go value of type bool"],
  ])("%s", (yaml, message) => expect(() => read(yaml)).toThrow(message));
  test("free values", () => {
    const values = messageDescriptor(30, "istio.operator.v1alpha1.Values");
    const { global } = read("global: {tag: {a: [1, null, x]}}", values) as { global: { tag: MessageNode } };
    expect(freeValue(global.tag)).toEqual(new Map([["a", [1, null, "x"]]]));
    expect(freeValue((read("global: {tag: null}", values) as { global: { tag: MessageNode } }).global.tag)).toBeNull();
  });
});

test("printing: declared order, zero values left out, wrappers kept", () => {
  const yaml =
    "{statusPort: 0, concurrency: 0, drainDuration: 1.25s, proxyMetadata: {b: '<', a: ''}, interceptionMode: 9, tracing: {}, serviceCluster: ''}";
  expect(messageText(proxy(), read(yaml))).toBe(
    '{"serviceCluster":"","drainDuration":"1.250s","concurrency":0,"interceptionMode":9,"tracing":{},"proxyMetadata":{"a":"","b":"\\u003c"}}',
  );
  const provider = "{name: x, envoyFileAccessLog: {logFormat: {labels: {b: [1, null], a: 1e30}}}}";
  expect(
    messageText(
      messageDescriptor(30, `${MESH_CONFIG}.ExtensionProvider`),
      read(provider, messageDescriptor(30, `${MESH_CONFIG}.ExtensionProvider`)),
    ),
  ).toBe('{"name":"x","envoyFileAccessLog":{"logFormat":{"labels":{"a":1e+30,"b":[1,null]}}}}');
});

test("the text format", () => {
  const yaml =
    '{drainDuration: 61s, proxyMetadata: {b: "x\\"\\n", a: "\\x01é"}, tracing: {sampling: 12.5, zipkin: {}}, interceptionMode: TPROXY}';
  expect(textFormat(proxy(), read(yaml))).toBe(
    'drain_duration:{seconds:61} interception_mode:TPROXY tracing:{zipkin:{} sampling:12.5} proxy_metadata:{key:"a" value:"\\x01é"} proxy_metadata:{key:"b" value:"x\\"\\n"}',
  );
});

test("durations stay within int64", () => {
  expect(asDuration({ seconds: 10 ** 12, nanos: 0 })).toBe((1n << 63n) - 1n);
  expect(asDuration(null)).toBe(0n);
});

describe("methods", () => {
  const type = typesOf(30).get("istio.io/api/mesh/v1alpha1.ProxyConfig");
  const call = (of: GoType, name: string, receiver: unknown) => of.methods!.get(name)!.call!(receiver, [], of);
  test("getters work on nil and reach into oneofs", () => {
    expect(call(type, "GetStatusPort", null)).toBe(0);
    expect(call(type, "GetServiceCluster", { serviceCluster: "c" })).toBe("c");
    expect(call(type, "GetServiceCluster", { tracingServiceName: 0 })).toBe("");
    const name = call(type, "GetClusterName", { serviceCluster: "c" });
    expect(name instanceof Typed && name.type.name).toBe("*v1alpha1.ProxyConfig_ServiceCluster");
    const tracing = typesOf(30).get("istio.io/api/mesh/v1alpha1.Tracing");
    expect(call(tracing, "GetZipkin", null)).toBeNull();
    expect(call(tracing, "GetZipkin", { zipkin: { address: "a" } })).toEqual({ address: "a" });
  });
  test("text and JSON", () => {
    expect(call(type, "String", { statusPort: 1 })).toBe("status_port:1");
    expect(String.fromCharCode(...(call(type, "MarshalJSON", { statusPort: 1 }) as number[]))).toBe('{"statusPort":1}');
  });
  test("enums", () => {
    const mode = typesOf(30).get("istio.io/api/mesh/v1alpha1.ProxyConfig_InboundInterceptionMode");
    expect(call(mode, "String", 1)).toBe("TPROXY");
    expect(call(mode, "String", 9)).toBe("9");
    expect(call(mode, "Number", 2)).toBe(2);
  });
  test("durations and reflection", () => {
    const duration = typesOf(30).get("google.golang.org/protobuf/types/known/durationpb.Duration");
    expect(call(duration, "AsDuration", { seconds: 61, nanos: 5 })).toBe(61000000005);
    expect(call(duration, "GetSeconds", { seconds: 61 })).toBe(61);
    const reflection = call(type, "ProtoReflect", {}) as Typed;
    const descriptor = call(reflection.type.elem!, "Descriptor", reflection.node);
    const descriptorType = reflection.type.elem!.methods!.get("Descriptor")!.out[0]!.elem!;
    expect(call(descriptorType, "FullName", descriptor)).toBe("istio.mesh.v1alpha1.ProxyConfig");
  });
});
