import { describe, expect, test } from "vitest";
import { parseJson } from "../../go/json";
import type { Json } from "../../go/json-value";
import { Input } from "../../provenance/input";
import { InputSet, join, listOf, type Inputs } from "../../provenance/inputs";
import { yamlToJson } from "../../yaml/to-json";
import type { Named } from "./names";
import { reasonOf, sentence, type Leaf, type Telling } from "./sentence";
import type { Origin } from "./tree";

const POD = `
metadata:
  name: shop
  annotations: {kubectl.kubernetes.io/restartedAt: now}
spec:
  template:
    metadata:
      annotations: {prometheus.io/port: "15020", inject.istio.io/templates: gateway}
      labels: {app: shop}
    spec:
      containers: [{name: app, image: x}, {name: istio-proxy, image: auto, resources: {}}]
`;
const VALUES = `{"global": {"hub": "docker.io/istio", "tag": "1.30", "logAsJson": false, "network": "", "imagePullSecrets": [], "proxy": {"logLevel": "warning"}}}`;

const roots = {
  workload: Input.root("workload"),
  values: Input.root("values"),
  mesh: Input.root("mesh"),
  options: Input.root("options"),
  injector: Input.root("injector"),
  default: Input.root("default"),
};
const annotation = (name: string) => roots.workload.at("/spec/template/metadata/annotations").member(name);
const container = (pointer: string) => roots.workload.at(`/spec/template/spec/containers${pointer}`);
const global = (pointer: string) => roots.values.at(`/global${pointer}`);
const templates = annotation("inject.istio.io/templates");

const jsons: Partial<Record<string, Json>> = {
  workload: yamlToJson(POD),
  values: parseJson(VALUES),
  mesh: parseJson("{}"),
};
const pasted = (input: Input): Json | undefined => {
  if (!input.parent) return jsons[input.source];
  const around = pasted(input.parent);
  return around instanceof Map ? around.get(input.key) : Array.isArray(around) ? around[Number(input.key)] : undefined;
};
const named: Named = {
  at: { metadata: "/spec/template/metadata", spec: "/spec/template/spec" },
  pasted,
  has: (input) => pasted(input) !== undefined || input.source === "injector",
};
const telling: Telling = {
  ...named,
  kind: "Deployment",
  reason: (input) => reasonOf(input, named),
  selection: new Set([templates]),
  isCommon: (input) => input === templates,
  deciding: (control, why) => listOf(join(control, why)).filter((input) => input !== templates),
  line: ({ span, place }) => span?.start ?? (place ? 40 : undefined),
};

const of = (...inputs: Input[]): Inputs =>
  inputs.reduce<Inputs>((all, input) => join(all, InputSet.of(input)), undefined);
const template: Origin = {
  step: "template",
  span: { template: "gateway", start: 212, end: 220 },
  data: undefined,
  control: undefined,
};

function told(origin: Partial<Origin>, leaf: Partial<Leaf> = {}) {
  const whole = { ...template, ...(origin.step ? { span: undefined } : {}), ...origin };
  const about = { pointer: "/spec/x", value: undefined, removed: false, why: undefined, ...leaf };
  const { en, zh } = sentence(whole, about, telling);
  return [en, zh];
}

describe("a template's", () => {
  test("value of a setting, because of an annotation that is not there", () => {
    const control = of(templates, container("/1/name"), annotation("sidecar.istio.io/logLevel"));
    expect(told({ data: of(global("/proxy/logLevel")), control }, { value: "warning" })).toEqual([
      "From template gateway, line 212: the value of global.proxy.logLevel, because your pod has no sidecar.istio.io/logLevel annotation.",
      "来自模板 gateway 第 212 行：global.proxy.logLevel 的值，因为你的 Pod 没有注解 sidecar.istio.io/logLevel。",
    ]);
  });

  test("own text, because of flags", () => {
    expect(told({ control: of(templates, global("/logAsJson"), global("/imagePullSecrets")) })).toEqual([
      "From template gateway, line 212: written there as it is, because global.logAsJson is false and global.imagePullSecrets is empty.",
      "来自模板 gateway 第 212 行：模板里就是这样写的，因为 global.logAsJson 是 false，并且 global.imagePullSecrets 是空的。",
    ]);
  });

  test("own text, because the template was selected and for nothing else", () => {
    expect(told({ control: of(templates) })).toEqual([
      'From template gateway, line 212: written there as it is, because your pod\'s inject.istio.io/templates annotation is "gateway".',
      '来自模板 gateway 第 212 行：模板里就是这样写的，因为你的 Pod 的注解 inject.istio.io/templates 是 "gateway"。',
    ]);
  });

  test("text made of several, in place of what the pod had", () => {
    const place = container("/1/image");
    const over: Origin = { step: "workload", place, data: of(place), control: undefined };
    expect(told({ data: of(global("/hub"), global("/tag")), over }, { value: "docker.io/istio/proxyv2:1.30" })).toEqual(
      [
        'From template gateway, line 212: made of global.hub and global.tag, in place of "auto", which your pod had.',
        '来自模板 gateway 第 212 行：由 global.hub、global.tag 得出，取代了你的 Pod 原有的 "auto"。',
      ],
    );
  });

  test("text made of many, of which two are named", () => {
    const data = of(
      global("/hub"),
      annotation("a"),
      roots.mesh.at("/defaultConfig/tracing"),
      roots.options.at("/revision"),
      roots.default.at("/mesh/x"),
    );
    expect(told({ data, control: of(global("/network")) })).toEqual([
      'From template gateway, line 212: made of global.hub, your pod\'s annotation a and 3 more, because global.network is "".',
      '来自模板 gateway 第 212 行：由 global.hub、你的 Pod 的注解 a 等 5 项得出，因为 global.network 是 ""。',
    ]);
  });
});

describe("the workload's", () => {
  test("own field", () => {
    const place = container("/0/image");
    expect(told({ step: "workload", place, data: of(place) }, { pointer: "/spec/containers/3/image" })).toEqual([
      "From your Deployment, line 40: image of your container app, as you wrote it.",
      "来自你的 Deployment 第 40 行：你的容器 app 的 image，保持你写的样子。",
    ]);
  });

  test("metadata as its controller completes it", () => {
    expect(told({ step: "workload", data: of(roots.workload.at("/metadata/name")) }, { value: "shop-fake-" })).toEqual([
      "As the controller of your Deployment writes it: made of field metadata.name of your Deployment.",
      "由你的 Deployment 的控制器写入：由你的 Deployment 的字段 metadata.name 得出。",
    ]);
  });

  test("own container, put back", () => {
    const place = container("/1/resources");
    expect(told({ step: "reapplied", place, data: of(place), over: template }, { value: new Map() })).toEqual([
      "From your Deployment, line 40: the value of resources of your container istio-proxy, put back (your own container wins over the template's), in place of what template gateway, line 212, has.",
      "来自你的 Deployment 第 40 行：你的容器 istio-proxy 的 resources 的值，由注入器放回（你自己的容器优先于模板），取代了模板 gateway 第 212 行的内容。",
    ]);
  });
});

test.each<[what: string, origin: Partial<Origin>, pointer: string, en: string, zh: string]>([
  [
    "cluster",
    { step: "clusterInfo", data: of(roots.options.at("/injectPath")) },
    "/spec/containers/0/env/0/value",
    "its cluster and network: the value of the option injectPath, which is not given.",
    "集群和网络：选项 injectPath 的值（未给出）。",
  ],
  [
    "scraping",
    { step: "prometheusMerge", data: of(roots.mesh.at("/defaultConfig/statusPort")) },
    "/metadata/annotations/prometheus.io~1port",
    "metrics too: the value of defaultConfig.statusPort of the mesh config, which is not given.",
    "应用的指标：网格配置中的 defaultConfig.statusPort 的值（未给出）。",
  ],
  [
    "what is scraped",
    { step: "prometheusMerge" },
    "/spec/containers/0/env/0/value",
    "where your application has its metrics.",
    "在哪里提供指标。",
  ],
  [
    "a probe",
    { step: "rewriteProbes" },
    "/spec/containers/0/readinessProbe/httpGet/port",
    "which asks your application.",
    "再由它访问你的应用。",
  ],
  ["probers", { step: "rewriteProbes" }, "/spec/containers/0/env/7/value", "where your probes lead.", "原本指向哪里。"],
  [
    "status",
    { step: "metadata" },
    "/metadata/annotations/sidecar.istio.io~1status",
    "to remember what it added.",
    "添加了什么。",
  ],
  [
    "network",
    { step: "metadata" },
    "/metadata/labels/topology.istio.io~1network",
    "the pod's network.",
    "网络的标签。",
  ],
  [
    "injected",
    { step: "metadata", data: of(roots.injector.at("/injectedAnnotations/a.b~1c")) },
    "/metadata/annotations/a.b~1c",
    'the value of injectedAnnotations["a.b/c"] of the injector\'s config.',
    '注入器配置中的 injectedAnnotations["a.b/c"] 的值。',
  ],
  [
    "overrides",
    { step: "reapplied" },
    "/metadata/annotations/proxy.istio.io~1overrides",
    "of your own containers.",
    "恢复了哪些内容。",
  ],
  ["the API's form", { step: "api" }, "/spec/containers/0/resources", "where nothing is.", "就是这样写的。"],
])("a step's own: %s", (_, origin, pointer, en, zh) => {
  expect(told(origin, { pointer })).toEqual([expect.stringMatching(ending(en)), expect.stringMatching(ending(zh))]);
});

const ending = (text: string) => new RegExp(`${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);

describe("what was removed", () => {
  test("by a step, because of what decided, with what was there", () => {
    const place = annotation("prometheus.io/port");
    const over: Origin = { step: "workload", place, data: of(place), control: undefined };
    const control = of(roots.mesh.at("/enablePrometheusMerge"));
    expect(told({ step: "prometheusMerge", control, over }, { removed: true })).toEqual([
      'Taken away by the injector, which lets Prometheus ask the agent instead, because enablePrometheusMerge of the mesh config is not set; your pod had "15020" on line 40.',
      '被注入器去掉：Prometheus 改为访问 istio-agent，因为没有设置网格配置中的 enablePrometheusMerge；你的 Pod 原来有 "15020"（第 40 行）。',
    ]);
  });

  test("by a template", () => {
    expect(told({}, { removed: true })).toEqual([
      'Taken away by template gateway, line 212, because your pod\'s inject.istio.io/templates annotation is "gateway".',
      '被模板 gateway 第 212 行去掉，因为你的 Pod 的注解 inject.istio.io/templates 是 "gateway"。',
    ]);
  });
});
