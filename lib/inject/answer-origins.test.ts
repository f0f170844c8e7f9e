import { describe, expect, test } from "vitest";
import { stringifyJson } from "../go/json";
import type { Json } from "../go/json-value";
import { examples } from "../example/all";
import type { ExampleId } from "../example/catalogue";
import { escapeToken } from "../patch/json-patch";
import { inject } from "./answer";
import type { InjectRequest, ObjectResult, Origin } from "./api";
import { resultText } from "./result-text";

/** The leaves of a pod: scalars, and empty maps and lists. */
function leavesOf(json: Json, pointer = ""): string[] {
  const members: Iterable<[string | number, Json]> =
    json instanceof Map ? json : Array.isArray(json) ? json.entries() : [];
  const leaves = [...members].flatMap(([key, member]) => leavesOf(member, `${pointer}/${escapeToken(String(key))}`));
  return leaves.length > 0 ? leaves : [pointer];
}

function withOrigins(request: InjectRequest): ObjectResult[] {
  const options = { ...request.options, include: ["origins" as const] };
  return [...inject({ ...request, options }).objects];
}

/** What an origin says: the step, the line that one would edit, and the pointers of the data. */
function said({ step, template, at, data }: Origin, request: InjectRequest) {
  const texts: Partial<Record<string, string>> = {
    workload: request.workload,
    injector: request.injector as string,
    values: request.injector as string,
    mesh: request.mesh,
  };
  const line = texts[at!.source]?.split("\n")[at!.line! - 1]?.trim();
  const from = template === undefined ? step : `${step} ${template}`;
  return { from, line, data: data.map(({ source, pointer }) => `${source} ${pointer}`) };
}

/** The names of the variables of a pod's first container. */
function names(pod: Json): string[] {
  const { spec } = JSON.parse(stringifyJson(pod)) as { spec: { containers: { env: { name: string }[] }[] } };
  return spec.containers[0]!.env.map(({ name }) => name);
}

const ids = Object.keys(examples) as ExampleId[];

describe.each([["webhook" as const], ["kube-inject" as const]])("every example: %s", (path) => {
  test.each(ids)("%s: each leaf has its origin, and nothing else is different", (id) => {
    const request = { ...examples[id], options: { ...examples[id].options, path } };
    const plain = inject({ ...request, options: { ...request.options, include: ["patch"] } });
    const result = inject({ ...request, options: { ...request.options, include: ["patch", "origins"] } });
    const without = result.objects.map((object) => {
      const { origins, removed, error, ...rest } = object;
      expect(Object.keys(origins ?? {}).sort()).toEqual(origins ? leavesOf(object.pod!).sort() : []);
      expect(origins !== undefined).toBe(object.pod !== undefined);
      for (const origin of Object.values({ ...origins, ...removed })) {
        expect(origin.at).toBeDefined();
        expect(origin.sentence).toEqual({ en: expect.stringMatching(/\.$/), zh: expect.stringMatching(/。$/) });
      }
      if (!error) return rest;
      expect(error.origin?.sentence.en).toBeTruthy();
      return { ...rest, error: { ...error, origin: undefined } };
    });
    expect(resultText({ ...result, objects: without })).toBe(resultText(plain));
  });
});

describe("the gateway", () => {
  const request = examples.gateway;
  const { origins, pod } = withOrigins(request)[0]!;
  const proxy = (pointer: string) => origins![`/spec/containers/0/${pointer}`]!;

  test("the log level of the proxy", () => {
    expect(said(proxy("args/5"), request)).toEqual({
      from: "template gateway",
      line: '- {{ annotation .ObjectMeta "sidecar.istio.io/logLevel" .Values.global.proxy.logLevel }}',
      data: ["values /global/proxy/logLevel"],
    });
    const absent = "/spec/template/metadata/annotations/sidecar.istio.io~1logLevel";
    expect(proxy("args/5").control).toContainEqual(expect.objectContaining({ source: "workload", pointer: absent }));
    expect(proxy("args/5").sentence).toEqual({
      en: `From template gateway, line ${proxy("args/5").at!.line}: the value of global.proxy.logLevel, because your pod has no sidecar.istio.io/logLevel annotation.`,
      zh: `来自模板 gateway 第 ${proxy("args/5").at!.line} 行：global.proxy.logLevel 的值，因为你的 Pod 没有注解 sidecar.istio.io/logLevel。`,
    });
  });

  test("the image, in place of auto", () => {
    expect(said(proxy("image"), request)).toEqual({
      from: "template gateway",
      line: 'image: {{ annotation .ObjectMeta "sidecar.istio.io/proxyImage" .ProxyImage }}',
      data: ["values /global/hub", "values /global/proxy/image", "values /global/tag"],
    });
    expect(said(proxy("image").over!, request)).toEqual({
      from: "workload",
      line: "image: auto   # the injector fills it in",
      data: ["workload /spec/template/spec/containers/0/image"],
    });
    expect(proxy("image").sentence.en).toMatch(/, in place of "auto", which your pod had\.$/);
  });

  test("resources that were put back", () => {
    expect(said(proxy("resources/requests/cpu"), request)).toEqual({
      from: "reapplied",
      line: "requests: {cpu: 500m, memory: 512Mi}   # this gateway is busy",
      data: ["workload /spec/template/spec/containers/0/resources/requests/cpu"],
    });
    expect(said(proxy("resources/requests/cpu").over!, request).from).toBe("template gateway");
  });

  test("the cluster, which the injector writes over the template's", () => {
    const value = proxy(`env/${names(pod!).indexOf("ISTIO_META_CLUSTER_ID")}/value`);
    expect(said(value, request)).toEqual({
      from: "clusterInfo",
      line: '"multiCluster": {"clusterName": "cluster1"},',
      data: ["values /global/multiCluster/clusterName"],
    });
    expect(said(value.over!, request).line).toMatch(/^- \{name: ISTIO_META_CLUSTER_ID, /);
  });
});

describe("the sidecar", () => {
  const request = examples.sidecar;
  const { origins } = withOrigins(request)[0]!;

  test("probes lead to the agent", () => {
    const port = origins!["/spec/containers/0/readinessProbe/httpGet/port"]!;
    expect(said(port, request)).toMatchObject({
      from: "rewriteProbes",
      data: ["default /mesh/defaultConfig/statusPort"],
    });
    expect(port.control).toContainEqual(
      expect.objectContaining({ source: "values", pointer: "/sidecarInjectorWebhook/rewriteAppHTTPProbe" }),
    );
    expect(said(port.over!, request).line).toBe("httpGet: {path: /ready, port: http}");
  });

  test("metrics do too", () => {
    const port = origins!["/metadata/annotations/prometheus.io~1port"]!;
    expect(port.step).toBe("prometheusMerge");
    expect(said(port.over!, request).line).toBe('prometheus.io/port: "9464"');
  });

  test("the status annotation comes from what was rendered", () => {
    const status = origins!["/metadata/annotations/sidecar.istio.io~1status"]!;
    expect(said(status, request)).toMatchObject({ from: "metadata", data: ["options /revision"] });
    expect(status.control).toContainEqual(expect.objectContaining({ source: "options", pointer: "/nativeSidecars" }));
  });

  test("an application's own image is nobody else's", () => {
    const image = origins!["/spec/containers/0/image"]!;
    expect(said(image, request)).toEqual({
      from: "workload",
      line: "image: registry.example.com/shop/orders:2.14.0",
      data: ["workload /spec/template/spec/containers/0/image"],
    });
    expect(image.control.filter(({ source }) => source === "values")).toEqual([]);
  });
});

test("a pod that is left alone: what decided could have had it injected", () => {
  const { origins, decision } = withOrigins(examples["not-injected"])[0]!;
  expect(decision!.inject).toBe(false);
  const [reason] = decision!.because;
  for (const { step, data, control } of Object.values(origins!)) {
    expect(["workload", "api"]).toContain(step);
    expect([...data, ...control].map(({ pointer }) => pointer)).toContain(reason!.pointer);
  }
});

test("a failure: what the failing expression had read", () => {
  const request = examples["broken-template-run"];
  const { error } = withOrigins(request)[0]!;
  expect(said({ ...error!.origin!, step: "template", at: error!.at }, request).line).toContain("(index $app.Ports 0)");
  expect(error!.origin!.data.map(({ pointer }) => pointer)).toContain("/spec/template/spec/containers/0/ports");
  expect(error!.origin!.sentence.en).toMatch(
    /^Template \w+ fails on line \d+, having read .*ports of your container .* \(not set\)/,
  );
});
