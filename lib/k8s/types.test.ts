import { describe, expect, it } from "vitest";
import { STRING, UINT32 } from "../go/types";
import { Typed } from "../go/value";
import { defaultsOf, protoEnum, protoMessage } from "./proto";
import { Quantity } from "./quantity";
import { RELEASES } from "./release";
import { typesOf } from "./types";

const POD = "k8s.io/api/core/v1.Pod";
const PROXY = "istio.io/api/mesh/v1alpha1.ProxyConfig";

describe("typesOf", () => {
  it("gives the same types each time, others for each release", () => {
    expect(typesOf(30).get(POD)).toBe(typesOf(30).get(POD));
    expect(typesOf(30).get(POD)).not.toBe(typesOf(29).get(POD));
    expect(() => typesOf(30).get("k8s.io/api/core/v1.Nope")).toThrow("no Go type");
  });

  it("prints names as reflection does", () => {
    const types = typesOf(30);
    const field = (path: string, go: string) => types.get(path).fields!.find((f) => f.go === go)!;
    expect(types.get(POD).name).toBe("v1.Pod");
    expect(field("k8s.io/api/core/v1.PodSpec", "Containers").type.name).toBe("[]v1.Container");
    expect(field("k8s.io/api/core/v1.ResourceRequirements", "Limits").type.name).toBe("v1.ResourceList");
    expect(field(PROXY, "DrainDuration").type.name).toBe("*durationpb.Duration");
    expect(types.parse("map[string][]*mesh.Tracing").name).toBe("map[string][]*v1alpha1.Tracing");
  });

  it("knows what a release has", () => {
    const has = (release: (typeof RELEASES)[number], path: string, go: string): boolean =>
      typesOf(release)
        .get(path)
        .fields!.some((f) => f.go === go);
    expect(has(29, "k8s.io/api/core/v1.PodSpec", "WorkloadRef")).toBe(true);
    expect(has(31, "k8s.io/api/core/v1.PodSpec", "WorkloadRef")).toBe(false);
    expect(has(20, "istio.io/istio/pkg/kube/inject.SidecarTemplateData", "InboundTrafficPolicyMode")).toBe(false);
    for (const release of RELEASES) expect(typesOf(release).get(POD).fields!.length).toBe(4);
  });

  it("reads tags", () => {
    const spec = typesOf(30).get("k8s.io/api/core/v1.PodSpec");
    const volumes = spec.fields!.find((f) => f.go === "Volumes")!;
    expect(volumes).toMatchObject({
      json: "volumes",
      omitempty: true,
      patchStrategy: ["merge", "retainKeys"],
      patchMergeKey: "name",
    });
    const meta = typesOf(30).get(POD).fields![0]!;
    expect(meta).toMatchObject({ go: "TypeMeta", json: "", inline: true, embedded: true });
  });

  it("keys messages by their protobuf JSON names", () => {
    const proxy = typesOf(30).get(PROXY);
    expect(typesOf(30).protoOf(PROXY)).toBe("istio.mesh.v1alpha1.ProxyConfig");
    expect(proxy.fields!.find((f) => f.go === "ConfigPath")).toMatchObject({ json: "config_path", key: "configPath" });
  });

  it("reads a oneof as a pointer to its member's struct", () => {
    const read = typesOf(30)
      .get(PROXY)
      .fields!.find((f) => f.go === "ClusterName")!.read!;
    const value = read({ serviceCluster: "x" }) as Typed;
    expect(value.type.name).toBe("*v1alpha1.ProxyConfig_ServiceCluster");
    expect(value.node).toEqual({ serviceCluster: "x" });
    expect((read({ tracingServiceName: 1 }) as Typed).type.name).toBe("*v1alpha1.ProxyConfig_TracingServiceName_");
    expect(read({})).toBeNull();
  });

  it("makes the types of messages that only protobuf describes", () => {
    const zipkin = typesOf(30).get("istio.io/api/mesh/v1alpha1.MeshConfig_ExtensionProvider_ZipkinTracingProvider");
    expect(zipkin.fields!.find((f) => f.go === "MaxTagLength")).toMatchObject({ key: "maxTagLength", type: UINT32 });
    expect(zipkin.methods!.get("GetService")!.out[0]).toBe(STRING);
    expect(zipkin.methods!.get("Descriptor")!.out.map((type) => type.name)).toEqual(["[]uint8", "[]int"]);
  });

  it("calls methods, promoted ones too", () => {
    const pod = typesOf(30).get(POD);
    const call = (name: string, node: unknown): unknown => pod.methods!.get(name)!.call!(node, [], pod);
    expect(call("GetName", { metadata: { name: "x" } })).toBe("x");
    expect(call("GetName", {})).toBe("");
    expect(call("GetLabels", {})).toBeNull();
    const time = typesOf(30).get("k8s.io/apimachinery/pkg/apis/meta/v1.Time");
    expect(time.methods!.get("IsZero")!.call!(undefined, [], time)).toBe(true);
    const list = typesOf(30).get("k8s.io/api/core/v1.ResourceList");
    const cpu = list.methods!.get("Cpu")!.call!(new Map([["cpu", new Quantity(1500n, -3, "DecimalSI")]]), [], list);
    expect(String(cpu)).toBe("1500m");
  });
});

describe("protobuf", () => {
  it("describes messages, enums and defaults of each release", () => {
    const mesh = protoMessage(20, "istio.mesh.v1alpha1.MeshConfig")!;
    expect(mesh.fields.find((f) => f.name === "connect_timeout")).toMatchObject({
      json: "connectTimeout",
      kind: "message",
      type: "google.protobuf.Duration",
    });
    expect(mesh.fields.some((f) => f.name === "inbound_traffic_policy")).toBe(false);
    const metadata = protoMessage(30, "istio.mesh.v1alpha1.ProxyConfig")!.fields.find(
      (f) => f.name === "proxy_metadata",
    );
    expect(metadata).toMatchObject({ mapKey: "string", kind: "string", repeated: false });
    expect(protoEnum(30, "istio.mesh.v1alpha1.AuthenticationPolicy")!.values[1]).toEqual({
      name: "MUTUAL_TLS",
      number: 1,
    });
    expect(defaultsOf(20).valuesMessage).toBe("v1alpha1.Values");
    expect(defaultsOf(31).defaultMesh).toContain("proxyListenPort: 15001\n");
  });
});
