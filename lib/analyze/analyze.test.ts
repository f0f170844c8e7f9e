import { describe, expect, test } from "vitest";
import { analyze } from ".";

const namespace = (labels: string) => `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels: ${labels}\n`;
const pod = (metadata: string, containers = "[{name: web, image: web}]") =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop, ${metadata}}\nspec: {containers: ${containers}}\n`;

function said(...texts: string[]): [code: string, reference: string][] {
  const files = [{ name: "in.yaml", text: texts.join("---\n") }];
  return analyze(files).messages.map(({ code, reference }) => [code, reference]);
}

describe("analyze", () => {
  test("says that a namespace is not injected at the line of its name", () => {
    const { messages } = analyze([{ name: "a.yaml", text: `# one\n\n${namespace("{}")}` }]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      code: "IST0102",
      level: "Info",
      origin: "Namespace shop",
      reference: "a.yaml:6",
      object: { kind: "Namespace", namespace: "", name: "shop" },
    });
  });

  test.each([
    ["{istio-injection: enabled}", "", ["IST0103"]],
    ["{istio-injection: enabled}", 'labels: {sidecar.istio.io/inject: "False"}', []],
    ["{istio.io/rev: canary}", "", []],
    ["{istio-injection: enabled, istio.io/rev: canary}", "", ["IST0103", "IST0123"]],
    ["{istio.io/dataplane-mode: ambient}", "", []],
  ])("namespace %s, pod %s: %j", (labels, metadata, codes) => {
    expect(said(namespace(labels), pod(metadata)).map(([code]) => code)).toEqual(codes);
  });

  test("image auto of a pod is always wrong, of a Deployment only where no webhook of Istio's matches", () => {
    const auto = "[{name: istio-proxy, image: auto}]";
    expect(said(pod("", auto))).toEqual([["IST0147", "in.yaml:1"]]);
    const deployment = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {template: {metadata: {labels: {a: b}}, spec: {containers: ${auto}}}}\n`;
    const webhook = (value: string) =>
      `apiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata: {name: w}\nwebhooks:\n- name: x.istio.io\n  clientConfig: {url: "https://h/"}\n  objectSelector: {matchLabels: {a: ${value}}}\n`;
    expect(said(deployment, webhook("c"))).toEqual([["IST0146", "in.yaml:1"]]);
    expect(said(deployment, webhook("b"))).toEqual([]);
  });

  test("annotations: unknown, misplaced, deprecated, wrong", () => {
    const off = namespace("{istio-injection: disabled}");
    const code = (metadata: string) => said(off, pod(metadata)).map(([code]) => code);
    expect(code("annotations: {sidecar.istio.io/nope: x}")).toEqual(["IST0108"]);
    expect(code("annotations: {networking.istio.io/exportTo: x}")).toEqual(["IST0107"]);
    expect(code("annotations: {sidecar.istio.io/inject: 'true'}")).toEqual(["IST0135"]);
    expect(code("annotations: {sidecar.istio.io/proxyCPU: lots}")).toEqual(["IST0125"]);
    expect(code("annotations: {example.test/nope: x}")).toEqual([]);
  });

  test("the namespace of the request is where an object is that names none, and the only one that is told of", () => {
    const text = `${namespace("{}")}---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, annotations: {istio.io/no: x}}\n`;
    const origins = (namespace: string) =>
      analyze([{ name: "f", text }], { namespace }).messages.map(({ origin }) => origin);
    expect(origins("other")).toEqual(["Pod other/p"]);
    expect(origins("shop")).toEqual(["Pod shop/p", "Namespace shop"]);
  });

  test("suppressions: by an annotation, and by a code with an origin", () => {
    const text = namespace("{}");
    const suppress = (rule: string) => analyze([{ name: "f", text }], { suppress: [rule] }).messages.length;
    expect([suppress("IST0102=Namespace s*p"), suppress("IST0103=Namespace shop"), suppress("IST0102=x")]).toEqual([
      0, 1, 1,
    ]);
    expect(
      said(text.replace("metadata:", 'metadata:\n  annotations: {galley.istio.io/analyze-suppress: "*"}')),
    ).toEqual([]);
  });

  test("tells what cannot be read, and analyzes the rest", () => {
    const { parseError, messages } = analyze([{ name: "f", text: `a: [\n---\n${namespace("{}")}` }]);
    expect(parseError).toContain("error processing f[0]: failed converting YAML to JSON: yaml: line 1");
    expect(messages.map(({ reference }) => reference)).toEqual(["f:6"]);
  });

  test("a service that a webhook needs and that is not there", () => {
    const webhook = `apiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata: {name: w}\nwebhooks:\n- name: x.istio.io\n  clientConfig: {service: {name: istiod, namespace: mesh}}\n`;
    const service =
      "apiVersion: v1\nkind: Service\nmetadata: {name: istiod, namespace: mesh}\nspec: {ports: [{port: 443, name: https}]}\n";
    expect(said(webhook)).toEqual([["IST0139", "in.yaml:1"]]);
    expect(said(webhook, service)).toEqual([]);
  });
});
