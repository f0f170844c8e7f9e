import { describe, expect, test } from "vitest";
import { examples } from "../example/all";
import { exampleRequest } from "../example";
import type { InjectRequest } from "../inject/api";
import { inject } from "../inject/answer";
import { compare } from "./compare";

const config = (image: string, more = "") => `policy: enabled
defaultTemplates: [sidecar]
templates:
  sidecar: |
    spec:
      containers:
      - name: istio-proxy
        image: ${image}
        args: [proxy]
${more}`;
const workload = (name = "app", annotations = "{}") => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec:
  template:
    metadata: {annotations: ${annotations}}
    spec: {containers: [{name: app, image: a}]}
`;
const request = (changes: Partial<InjectRequest> = {}): InjectRequest => ({
  workload: workload(),
  injector: { config: config("proxy:{{ .Values.tag }}"), values: '{"tag": "1"}' },
  options: { release: "1.30" },
  ...changes,
});
const only = (a: InjectRequest, b: InjectRequest) => {
  const { objects, differs } = compare({ a, b });
  expect(objects).toHaveLength(1);
  return { ...objects[0]!, differs };
};

describe("compare", () => {
  test("the same situation twice", () => {
    expect(only(request(), request())).toMatchObject({ outcome: "same", changes: [], differs: [] });
  });

  test("two steps of one situation: the steps made the difference, and an aspect where it made it alone", () => {
    const [object] = compare({ a: request(), b: request(), step: "submitted", stepB: "final" }).objects;
    expect(object!.outcome).toBe("changed");
    const added = object!.changes.find(({ container, kind }) => container === "istio-proxy" || kind === "added")!;
    expect(added.cause.by).toEqual(["step"]);
    const b = request({ workload: workload("app", "{a: b}") });
    const mixed = compare({ a: request(), b, step: "submitted", stepB: "final" }).objects[0]!;
    const by = (label: string) => mixed.changes.find((change) => change.label === label)!.cause.by;
    expect(by("a")).toEqual(["workload"]);
    expect(mixed.changes.filter(({ label }) => label !== "a").every(({ cause }) => cause.by.includes("step"))).toBe(
      true,
    );
  });

  test("an absent option is the same as its default", () => {
    const named = request({
      options: { release: "1.30", path: "webhook", nativeSidecars: "auto", injectPath: "/inject" },
    });
    expect(only(request(), named).differs).toEqual([]);
  });

  test("another value, with what it holds on each side", () => {
    const b = request({ injector: { config: config("proxy:{{ .Values.tag }}"), values: '{"tag": "2"}' } });
    const { outcome, differs, changes } = only(request(), b);
    expect([outcome, differs]).toEqual(["changed", ["values"]]);
    expect(changes.map(({ label, before, after }) => [label, before, after])).toEqual([
      ["image", "proxy:1", "proxy:2"],
    ]);
    const { by, inputs, sentence } = changes[0]!.cause;
    expect(by).toEqual(["values"]);
    expect(inputs).toMatchObject([{ place: { source: "values", pointer: "/tag" }, a: '"1"', b: '"2"' }]);
    expect(sentence.en).toBe('tag is "1" in A and "2" in B.');
    expect(sentence.zh).toBe('tag 在 A 中为 "1"，在 B 中为 "2"。');
  });

  test("of values that a line hangs on, only the one that made it is told", () => {
    const line =
      '        {{- if ne .Values.tag "0" }}\n        args: [proxy, --json={{ .Values.json }}]\n        {{- end }}\n';
    const of = (values: string) =>
      request({
        injector: { config: config("proxy:{{ .Values.tag }}").replace("        args: [proxy]\n", line), values },
      });
    const { changes } = only(of('{"tag": "1", "json": false}'), of('{"tag": "2", "json": true}'));
    // The argument goes away and comes anew.
    const told = changes.map(({ cause }) => cause.inputs.map(({ place }) => place.pointer).join());
    expect([...new Set(told)].sort()).toEqual(["/json", "/tag"]);
    // What only both together make keeps both.
    const both = request({
      injector: {
        config: config("proxy:{{ if and .Values.x .Values.y }}b{{ else }}a{{ end }}"),
        values: '{"x": false, "y": false}',
      },
    });
    const [change] = only(both, {
      ...both,
      injector: { ...(both.injector as { config: string }), values: '{"x": true, "y": true}' },
    }).changes;
    expect(change!.cause.inputs.map(({ place }) => place.pointer).sort()).toEqual(["/x", "/y"]);
  });

  const causesOf = (image: string, a: string, b: string) => {
    const of = (values: string) => request({ injector: { config: config(image), values } });
    const { changes } = only(of(a), of(b));
    return changes.map(({ cause }) => cause);
  };

  test("what two values make only together, without a third that differs too", () => {
    const image = '{{ if ne .Values.tag "0" }}{{ if and .Values.x .Values.y }}b{{ else }}a{{ end }}{{ end }}';
    const [cause] = causesOf(
      image,
      '{"tag": "1", "x": false, "y": false, "z": 1}',
      '{"tag": "2", "x": true, "y": true, "z": 2}',
    );
    expect(cause!.inputs.map(({ place }) => place.pointer).sort()).toEqual(["/x", "/y"]);
    expect(cause!.sentence.en).toBe("y is false in A and true in B; and x is false in A and true in B: only together.");
    expect(cause!.untried).toBeUndefined();
  });

  test("of thirty values that are looked at, the two that make it", () => {
    const names = Array.from({ length: 30 }, (_, i) => `v${i}`);
    const looked = names.map((name) => `{{ if eq .Values.${name} 5.0 }}{{ end }}`).join("");
    const values = (x: number) => JSON.stringify(Object.fromEntries(names.map((name) => [name, x])));
    const image = `${looked}{{ if and (eq .Values.v7 2.0) (eq .Values.v23 2.0) }}b{{ else }}a{{ end }}`;
    const [cause] = causesOf(image, values(1), values(2));
    expect(cause!.inputs.map(({ place }) => place.pointer).sort()).toEqual(["/v23", "/v7"]);
    expect(cause).not.toHaveProperty("moreInputs");
  });

  test("more inputs than are told, and more than can be tried", () => {
    const names = Array.from({ length: 6 }, (_, i) => `v${i}`);
    const values = (list: readonly string[], x: number) =>
      JSON.stringify(Object.fromEntries(list.map((name) => [name, x])));
    const sum = (list: readonly string[]) => list.map((name) => `{{ .Values.${name} }}`).join("-");
    const [cause] = causesOf(sum(names), values(names, 1), values(names, 2));
    expect(cause!.inputs).toHaveLength(4);
    expect(cause!.moreInputs).toBe(2);
    expect(cause!.sentence.en).toMatch(/; and 2 more inputs differ: only together\.$/);
    const many = Array.from({ length: 90 }, (_, i) => `w${i}`);
    const [wide] = causesOf(sum(many), values(many, 1), values(many, 2));
    expect(wide).toMatchObject({ moreInputs: 86, untried: true });
    expect(wide!.sentence.en).toContain("some may have no part in it");
    expect(wide!.sentence.en).not.toContain("only together");
  });

  test("of a thousand inputs no more is tried than there are trials", () => {
    const names = Array.from({ length: 1000 }, (_, i) => `w${i}`);
    const values = (x: number) => JSON.stringify(Object.fromEntries(names.map((name) => [name, x])));
    const sum = names.map((name) => `{{ .Values.${name} }}`).join("");
    const [wide] = causesOf(sum, values(1), values(2));
    expect(wide).toMatchObject({ moreInputs: 996, untried: true });
  });

  test("two annotations of the workload, of which one makes the change", () => {
    const image =
      '{{ if eq (index .ObjectMeta.Annotations "a") "9" }}z{{ else }}{{ index .ObjectMeta.Annotations "b" }}{{ end }}';
    const of = (annotations: string) =>
      request({ injector: { config: config(image), values: "{}" }, workload: workload("app", annotations) });
    const { changes } = only(of("{a: old, b: one}"), of("{a: new, b: two}"));
    const { inputs } = changes.find(({ label }) => label === "image")!.cause;
    expect(inputs).toMatchObject([{ place: { source: "workload" }, a: '"one"', b: '"two"' }]);
  });

  test("the same in a List, where the object stands elsewhere on each side", () => {
    const image =
      '{{ if eq (index .ObjectMeta.Annotations "a") "9" }}z{{ else }}{{ index .ObjectMeta.Annotations "b" }}{{ end }}';
    const item = (name: string, annotations: string) =>
      workload(name, annotations)
        .split("\n")
        .map((line, i) => (line === "" ? "" : `${i === 0 ? "- " : "  "}${line}`))
        .join("\n");
    const list = (...items: string[]) => `apiVersion: v1\nkind: List\nitems:\n${items.join("")}`;
    const of = (text: string) => request({ injector: { config: config(image), values: "{}" }, workload: text });
    const { objects } = compare({
      a: of(list(item("app", "{a: old, b: one}"), item("other", "{a: old, b: same}"))),
      b: of(list(item("other", "{a: old, b: same}"), item("app", "{a: new, b: two}"))),
    });
    expect(objects.map(({ outcome }) => outcome)).toEqual(["changed", "same"]);
    const { cause } = objects[0]!.changes.find(({ label }) => label === "image")!;
    expect(cause.inputs).toMatchObject([
      { side: "b", place: { pointer: "/items/1/spec/template/metadata/annotations/b" }, a: '"one"', b: '"two"' },
    ]);
    expect(cause.untried).toBeUndefined();
    expect(cause.sentence.en).toBe(
      'spec.template.metadata.annotations.b of your workload is "one" in A and "two" in B.',
    );
  });

  test("ProxyConfigs are found by their names, and tried", () => {
    const image = "{{ with .ProxyConfig.ProxyMetadata.IMAGE }}{{ . }}{{ end }}";
    const proxyConfig = (name: string, namespace: string, image: string) =>
      `apiVersion: networking.istio.io/v1beta1\nkind: ProxyConfig\nmetadata: {name: ${name}, namespace: ${namespace}}\n` +
      `spec: {environmentVariables: {IMAGE: ${image}, OTHER: ${image}}}\n`;
    const of = (...texts: string[]) =>
      request({ injector: { config: config(image), values: "{}" }, proxyConfigs: texts.join("---\n") });
    const a = of(proxyConfig("mine", "shop", "one"), proxyConfig("theirs", "bank", "one"));
    const b = of(proxyConfig("theirs", "bank", "two"), proxyConfig("mine", "shop", "two"));
    const [change] = only(a, b).changes;
    expect(change).toMatchObject({ label: "image", before: "one", after: "two" });
    expect(change!.cause.by).toEqual(["proxyConfigs"]);
    expect(change!.cause.inputs).toMatchObject([
      {
        place: { source: "proxyConfigs", line: 9, pointer: "/spec/environmentVariables/IMAGE" },
        a: '"one"',
        b: '"two"',
      },
    ]);
    expect(change!.cause.untried).toBeUndefined();
    // Where A has none, what is left away from that of B tells what it needs.
    const cause = only(of(), b).changes[0]!.cause;
    expect(cause.inputs.map(({ place }) => place.pointer)).toContain("/spec/environmentVariables/IMAGE");
    expect(cause.inputs.map(({ place }) => place.pointer)).not.toContain("/spec/environmentVariables/OTHER");
    expect(cause.untried).toBeUndefined();
  });

  test("an annotation of the namespace among several that differ", () => {
    const namespace = (name: string, uid: string, other: string) =>
      `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n  annotations: {openshift.io/sa.scc.uid-range: ${uid}, x: ${other}}\n`;
    const of = (...namespaces: string[]): InjectRequest => ({
      ...request({ injector: { config: config('"{{ .ProxyUID }}"'), values: "{}" } }),
      namespaces: namespaces.join("---\n"),
      options: { release: "1.30", platform: "openshift" },
    });
    const a = of(namespace("shop", "1000/10", "p"), namespace("bank", "5/5", "p"));
    const b = of(namespace("bank", "6/6", "q"), namespace("shop", "2000/10", "q"));
    const { changes } = only(a, b);
    expect(changes.map(({ label }) => label)).toContain("image");
    for (const { cause } of changes)
      expect(cause).toMatchObject({
        by: ["namespaces"],
        inputs: [
          {
            place: { source: "namespaces", pointer: "/metadata/annotations/openshift.io~1sa.scc.uid-range" },
            a: '"1000/10"',
            b: '"2000/10"',
          },
        ],
      });
  });

  test("an option and a value, of which each is needed", () => {
    const of = (revision: string, x: string) =>
      request({
        injector: { config: config("proxy-{{ .Revision }}{{ .Values.x }}"), values: JSON.stringify({ x }) },
        options: { release: "1.30", revision },
      });
    const { cause } = only(of("one", "a"), of("two", "b")).changes.find(({ label }) => label === "image")!;
    expect(cause.inputs.map(({ place }) => `${place.source} ${place.pointer}`).sort()).toEqual([
      "options /revision",
      "values /x",
    ]);
    expect(cause).toMatchObject({ by: ["values", "revision"], together: true });
    expect(cause.untried).toBeUndefined();
  });

  test("another line of the template, with its line on each side", () => {
    const b = request({
      injector: {
        config: config("proxy:{{ .Values.tag }}", "        env: [{name: NEW, value: x}]\n"),
        values: '{"tag": "1"}',
      },
    });
    const { changes } = only(request(), b);
    expect(changes.map(({ kind, label }) => [kind, label])).toEqual([["added", "NEW"]]);
    expect(changes[0]!.cause).toMatchObject({
      by: ["templates"],
      template: "sidecar",
      b: { source: "injector", line: 10 },
    });
    expect(changes[0]!.cause.sentence.en).toBe("Template sidecar of B writes it on line 10, that of A does not.");
  });

  test("each change has its own cause where several things differ", () => {
    const b = request({
      workload: workload("app", '{example.com/team: "two"}'),
      injector: { config: config("proxy:{{ .Values.tag }}", "        tty: true\n"), values: '{"tag": "2"}' },
    });
    const { changes, differs } = only(request(), b);
    expect(differs).toEqual(["workload", "templates", "values"]);
    const causes = Object.fromEntries(changes.map(({ label, cause }) => [label, cause.by]));
    expect(causes).toMatchObject({ "example.com/team": ["workload"], image: ["values"], tty: ["templates"] });
  });

  test("what only two differences together make", () => {
    const optional = "        {{ if .Values.debug }}tty: true{{ end }}\n";
    const b = request({
      injector: { config: config("proxy:{{ .Values.tag }}", optional), values: '{"tag": "1", "debug": true}' },
    });
    const { changes } = only(request(), b);
    expect(changes.map(({ label, cause: { by, together } }) => [label, by, together])).toEqual([
      ["tty", ["templates", "values"], true],
    ]);
    expect(changes[0]!.cause.sentence.en).toContain("only together");
  });

  test("the release alone", () => {
    const proxy = exampleRequest;
    const [a, b] = ["1.20", "1.30"].map((release) => ({ ...proxy, options: { ...proxy.options, release } })) as [
      InjectRequest,
      InjectRequest,
    ];
    const { differs, changes } = only(a, b);
    expect(differs).toEqual(["release"]);
    for (const { cause } of changes) expect(cause.by).toEqual(["release"]);
  });

  test("what starts to fail has its error, and no changes", () => {
    const b = request({ injector: { config: config("{{ fail `no` }}"), values: '{"tag": "1"}' } });
    const { outcome, changes, b: after } = only(request(), b);
    expect([outcome, changes]).toEqual(["starts-to-fail", []]);
    expect(after!.error!.message).toContain("error calling fail: no");
    expect(only(b, request()).outcome).toBe("stops-failing");
    expect(only(b, b).outcome).toBe("fails");
  });

  test("objects are paired by name, and told where only one side has them", () => {
    const two = `${workload("one")}---\n${workload("two")}`;
    const other = `${workload("two")}---\n${workload("three")}`;
    const outcomes = (a: string, b: string) =>
      compare({ a: request({ workload: a }), b: request({ workload: b }) }).objects.map((o) => [
        (o.a ?? o.b)!.name,
        o.outcome,
      ]);
    expect(outcomes(`${two}---\n${workload("four")}`, two)).toEqual([
      ["one", "same"],
      ["two", "same"],
      ["four", "only-a"],
    ]);
    expect(outcomes(two, other)).toEqual([
      ["one", "changed"],
      ["two", "same"],
    ]);
  });

  test("a side that cannot be used has its error", () => {
    const result = compare({ a: request(), b: request({ injector: "kind: ConfigMap\n" }) });
    expect(result.objects).toEqual([]);
    expect(result.b.configError!.message).toContain("config");
    expect(result.a.configError).toBeUndefined();
  });

  test("the pods of another step", () => {
    const b = request({ injector: { config: config("proxy:{{ .Values.tag }}"), values: '{"tag": "2"}' } });
    const at = (step: string) => compare({ a: request(), b, step }).objects[0]!.changes.map(({ label }) => label);
    expect(at("submitted")).toEqual([]);
    expect(at("templatePod:sidecar")).toEqual(["image"]);
  });

  test("the causes of every example against every other release say which releases", () => {
    for (const example of Object.values(examples)) {
      const a = { ...example, options: { ...example.options, release: "1.24" } };
      const b = { ...example, options: { ...example.options, release: "1.30" } };
      const { objects } = compare({ a, b });
      expect(objects.length > 0 || inject(a).objects.every((o) => !o.makesPods)).toBe(true);
      for (const { changes } of objects) for (const { cause } of changes) expect(cause.sentence.en).toMatch(/1\.30/);
    }
  });
});
