import { describe, expect, it } from "vitest";
import { behaviours } from "../../istio/releases";
import { proxyConfigResources } from "../../istio/proxy-config";
import type { JsonMap } from "../../go/json-value";
import type { Flow } from "../../provenance/flow";
import { inputsIn, type Inputs } from "../../provenance/inputs";
import { yamlToJson } from "../../yaml/to-json";
import type { InjectRequest } from "../api";
import { injectorTexts, meshText, objectsIn } from "../inputs";
import type { Injection } from "../injection";
import { PastedText } from "../places";
import { compileConfig, podTypeOf, readMesh, readValues, type Setup } from "../setup";
import { reinsertOverrides, stripPod } from "../strip";
import { admit } from "../webhook";
import { kindOf, submittedPod } from "../workload";
import { Sources } from "./sources";
import { InputTree, LeafTree, MapTree } from "./tree";

const CONFIG_MAP = `kind: ConfigMap
data:
  config: |-
    policy: enabled
    defaultTemplates: [sidecar]
    templates:
      sidecar: |
        metadata:
          labels: {{ .Values.global.hub }}
  values: '{"global": {"hub": "h''s", "tag": "1.30.3", "proxy": {"logLevel": "info"}}}'
`;
const DEPLOYMENT = `kind: Deployment
metadata: {name: app}
spec:
  template:
    metadata: {labels: {app: x}}
    spec: {containers: [{name: app}]}
`;

interface Asked extends Partial<InjectRequest> {
  readonly pointer?: string;
}

function setupOf(request: InjectRequest): Setup {
  const release = 30;
  const { config, values } = injectorTexts(request.injector);
  return {
    release,
    behaviours: behaviours(release),
    podType: podTypeOf(release),
    ...compileConfig(config.text, release, new Map()),
    values: readValues(values.text, release),
    mesh: readMesh(meshText(request.mesh).text, release),
    nativeSidecar: false,
    revision: "default",
    compliancePolicy: "",
  };
}

/** The sources of the workload's first document, and what templates would see of it. */
function asked({ pointer = "", ...given }: Asked): { sources: Sources; dot: Flow; injection: Injection } {
  const request = { workload: DEPLOYMENT, injector: CONFIG_MAP, ...given };
  const options = request.options ?? {};
  const setup = setupOf(request);
  const json = yamlToJson(request.workload) as JsonMap;
  const object = pointer === "" ? json : ((json.get("items") as JsonMap[])[Number(pointer.slice(7))] as JsonMap);
  const submitted = submittedPod(object, setup.release)!;
  const proxyConfigs = objectsIn("proxyConfigs", request.proxyConfigs ?? "");
  const admission = {
    namespace: options.namespace ?? "default",
    injectPath: options.injectPath ?? "/inject",
    proxyConfigs: proxyConfigResources(
      proxyConfigs.map((p) => p.json),
      setup.release,
    ),
    namespaces: new Map(),
    openShift: false,
  };
  const injection = admit(submitted.pod, admission, setup).injection!;
  const sources = new Sources({
    setup,
    texts: { ...injectorTexts(request.injector), mesh: meshText(request.mesh) },
    options,
    pasted: new PastedText("workload", request.workload, 1),
    pointer,
    object,
    kind: kindOf(object),
    at: { metadata: pointer + submitted.at.metadata, spec: pointer + submitted.at.spec },
    proxyConfigs,
    namespaces: [],
  });
  const visible = reinsertOverrides(stripPod(injection), setup.release);
  return { sources, dot: sources.dot(visible, injection), injection };
}

const told = (inputs: Inputs) => [...inputsIn(inputs)].map(({ source, pointer }) => `${source}:${pointer}`);
const at = (flow: Flow, ...path: string[]) => path.reduce((from, key) => from.member(key), flow);
const ANNOTATION = "workload:/spec/template/metadata/annotations/proxy.istio.io~1config";
const annotated = (config: string) =>
  DEPLOYMENT.replace("metadata: {labels", `metadata: {annotations: {proxy.istio.io/config: '${config}'}, labels`);

describe("places", () => {
  it("are those of the pasted text: in the config's block, in values on one line, in one item of a List", () => {
    const list = `kind: List\nitems:\n- kind: ConfigMap\n- ${DEPLOYMENT.replaceAll("\n", "\n  ").trim()}\n`;
    const { sources } = asked({ workload: list, pointer: "/items/1" });
    expect(sources.place(sources.config.at("/defaultTemplates/0"))).toEqual({
      source: "injector",
      pointer: "/data/config",
      line: 5,
      column: 24,
    });
    const [level] = inputsIn(at(sources.values, "global", "proxy", "logLevel").data);
    const values = CONFIG_MAP.split("\n")[9]!;
    expect(sources.place(level!)).toEqual({
      source: "values",
      pointer: "/global/proxy/logLevel",
      line: 10,
      column: values.indexOf('"logLevel"') + 1,
    });
    const [label] = inputsIn(at(sources.pod, "metadata", "labels", "app").data);
    expect(sources.place(label!)).toMatchObject({ pointer: "/items/1/spec/template/metadata/labels/app", line: 8 });
    expect([sources.has(label!), sources.has(label!.member("x"))]).toEqual([true, false]);
  });

  it("show what a template's text is written as", () => {
    const { sources, injection } = asked({});
    const { text } = injection.templates.get("sidecar")!;
    const start = text.indexOf("{{");
    const line = CONFIG_MAP.split("\n")[8]!;
    expect(sources.span({ template: "sidecar", start, end: text.indexOf("}}") + 2 })).toEqual({
      source: "injector",
      pointer: "/data/config",
      line: 9,
      column: line.indexOf("{{") + 1,
      endLine: 9,
      endColumn: line.length + 1,
    });
  });
});

describe("the pod", () => {
  it("is what was pasted and what its controller makes", () => {
    const { sources, dot } = asked({});
    const tree = sources.podTree() as MapTree;
    const metadata = tree.members.get("metadata") as MapTree;
    expect((tree.members.get("spec") as InputTree).input.pointer).toBe("/spec/template/spec");
    expect(told((metadata.member("generateName") as LeafTree).origin.data)).toEqual(["workload:/metadata/name"]);
    const labels = metadata.member("labels") as MapTree;
    expect((labels.member("pod-template-hash") as LeafTree).origin.step).toBe("api");
    expect((labels.member("app") as InputTree).input.pointer).toBe("/spec/template/metadata/labels/app");
    expect(told(at(dot, "DeploymentMeta", "Name").data)).toEqual(["workload:/metadata/name"]);
    expect(told(at(dot, "TypeMeta", "kind").data)).toEqual(["workload:/kind"]);
    const namespace = at(dot, "ObjectMeta", "namespace");
    expect(told(namespace.data)).toEqual(["default:/namespace"]);
    expect(told(namespace.control)).toEqual([
      "workload:/spec/template/metadata/namespace",
      "workload:/metadata/namespace",
      "options:/namespace",
    ]);
  });

  it("is seen without what an earlier injection added, and with its overrides", () => {
    const workload = `kind: Pod
metadata:
  annotations:
    sidecar.istio.io/status: '{"containers":["istio-proxy"]}'
    proxy.istio.io/overrides: '{"containers":[{"name":"istio-proxy"}]}'
    prometheus.io/port: "15020"
spec: {containers: [{name: istio-proxy}, {name: app, image: i}]}
`;
    const { dot } = asked({ workload });
    expect(told(at(dot, "Spec", "containers", "0", "image").data)).toEqual(["workload:/spec/containers/1/image"]);
    const overrides = "workload:/metadata/annotations/proxy.istio.io~1overrides";
    expect(told(at(dot, "Spec", "containers", "1", "name").data)).toEqual([overrides]);
    const port = at(dot, "ObjectMeta", "annotations", "prometheus.io/port");
    expect(told(port.data)).toEqual([]);
    expect(told(port.control)).toContain("mesh:/defaultConfig/statusPort");
  });

  it("tells its owner from a controller's reference", () => {
    const workload = `kind: Pod
metadata:
  generateName: a-
  labels: {pod-template-hash: "12"}
  ownerReferences: [{kind: Node}, {kind: ReplicaSet, name: a-12, apiVersion: apps/v1, controller: true}]
spec: {containers: [{name: app}]}
`;
    const { dot } = asked({ workload });
    expect(told(at(dot, "DeploymentMeta", "Name").data)).toEqual(["workload:/metadata/ownerReferences/1/name"]);
    expect(told(at(dot, "TypeMeta", "apiVersion").control)).toEqual(
      expect.arrayContaining([
        "workload:/metadata/generateName",
        "workload:/metadata/ownerReferences/0/controller",
        "workload:/metadata/labels/pod-template-hash",
      ]),
    );
  });
});

describe("mesh and proxy config", () => {
  const mesh = "default_config: {}\nroot_namespace: r\ndefaultConfig: {status_port: 1, proxyMetadata: {A: m, B: m}}";

  it("come from the mesh by either spelling, or from a default that the mesh could replace", () => {
    const { sources } = asked({ mesh });
    expect(told(at(sources.mesh, "rootNamespace").data)).toEqual(["mesh:/root_namespace"]);
    expect(told(at(sources.mesh, "defaultConfig", "statusPort").data)).toEqual(["mesh:/defaultConfig/status_port"]);
    const merge = at(sources.mesh, "enablePrometheusMerge", "value");
    expect(told(merge.data)).toEqual(["default:/mesh/enablePrometheusMerge"]);
    expect(told(merge.control)).toEqual(["mesh:/enablePrometheusMerge"]);
  });

  it("have providers by name: one of a default's name takes its place", () => {
    const { sources } = asked({
      mesh: "extensionProviders: [{name: own}, {name: envoy, envoyFileAccessLog: {path: p}}]",
    });
    const providers = at(sources.mesh, "extensionProviders");
    expect(told(at(providers, "0", "name").data)).toEqual(["default:/mesh/extensionProviders/0/name"]);
    expect(told(at(providers, "2", "name").data)).toEqual(["default:/mesh/extensionProviders/2/name"]);
    const path = at(providers, "2", "envoyFileAccessLog", "path");
    expect(told(path.data)).toEqual(["mesh:/extensionProviders/1/envoyFileAccessLog/path"]);
    expect(told(path.control)).toEqual(["mesh:/extensionProviders/1/name"]);
    expect(told(at(providers, "3", "name").data)).toEqual(["mesh:/extensionProviders/0/name"]);
  });

  it("are laid over each other field by field, proxyMetadata by key", () => {
    const workload = annotated("{proxyMetadata: {A: a}, concurrency: 2}");
    const proxyConfigs =
      "kind: ProxyConfig\nmetadata: {namespace: r}\nspec: {concurrency: 3, environmentVariables: {C: c}}\n";
    const { dot } = asked({ mesh, workload, proxyConfigs });
    const metadata = at(dot, "ProxyConfig", "proxyMetadata");
    expect(told(at(metadata, "A").data)).toEqual([ANNOTATION]);
    expect(told(at(metadata, "B").data)).toEqual(["mesh:/defaultConfig/proxyMetadata/B"]);
    expect(told(at(metadata, "B").control)).toContain(ANNOTATION);
    const own = at(metadata, "C");
    expect(told(own.data)).toEqual(["proxyConfigs:/spec/environmentVariables/C"]);
    expect(told(own.control)).toEqual(
      expect.arrayContaining([ANNOTATION, "proxyConfigs:/metadata/namespace", "mesh:/root_namespace"]),
    );
    expect(told(metadata.data)).toHaveLength(3);
    expect(told(at(dot, "ProxyConfig", "concurrency", "value").data)).toEqual([ANNOTATION]);
    expect(told(at(dot, "ProxyConfig", "statusPort").control)).toEqual([ANNOTATION]);
  });
});

describe("what the injector makes by itself", () => {
  it("names only what is in the image as its data", () => {
    const { dot } = asked({});
    const image = at(dot, "ProxyImage");
    expect(told(image.data)).toEqual(["values:/global/hub", "values:/global/tag"]);
    expect(told(image.control)).toEqual(
      expect.arrayContaining([
        "values:/global/proxy/image",
        "values:/global/variant",
        "mesh:/defaultConfig/image",
        ANNOTATION,
      ]),
    );
  });

  it("takes cluster and network from the first that tells them", () => {
    const { sources } = asked({ options: { injectPath: "/inject/cluster/c1" } });
    expect(told(sources.proxyEnv("ISTIO_META_CLUSTER_ID").data)).toEqual(["options:/injectPath"]);
    const network = sources.proxyEnv("ISTIO_META_NETWORK");
    expect(told(network.data)).toEqual(["values:/global/network"]);
    expect(told(network.control)).toEqual([
      "workload:/spec/template/metadata/labels/topology.istio.io~1network",
      "options:/injectPath",
    ]);
  });

  it("says what was looked at to decide, select and tell the release", () => {
    const { sources } = asked({});
    expect(told(sources.decided)).toEqual(
      expect.arrayContaining([
        "workload:/spec/template/spec/hostNetwork",
        "injector:/data/config/policy",
        "workload:/spec/template/metadata/labels/sidecar.istio.io~1inject",
        "workload:/spec/template/metadata/annotations/sidecar.istio.io~1inject",
        "injector:/data/config/neverInjectSelector",
        "options:/namespace",
      ]),
    );
    expect(told(sources.selection)).toEqual([
      "workload:/spec/template/metadata/annotations/inject.istio.io~1templates",
      "injector:/data/config/defaultTemplates",
      "injector:/data/config/defaultTemplates/0",
      "injector:/data/config/aliases/sidecar",
    ]);
    expect(told(sources.release)).toEqual(["options:/release", "values:/global/tag"]);
  });
});
