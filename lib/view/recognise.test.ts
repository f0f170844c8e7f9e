import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { examples } from "../example/all";
import { exampleInjector } from "../example/injector";
import { exampleMesh } from "../example/mesh";
import { exampleWorkload } from "../example/workload";
import { inject } from "../index";
import { holdsObjects } from "./holds-objects";
import { recognise } from "./recognise";

const item = (text: string) =>
  text
    .trimEnd()
    .replace(/^(?=.)/gm, "  ")
    .replace(/^ {2}/, "- ");
const listOf = (...texts: readonly string[]) =>
  `apiVersion: v1\nitems:\n${texts.map((text) => `${item(text)}\n`).join("")}kind: List\nmetadata:\n  resourceVersion: ""\n`;
const texts = async (...given: readonly string[]) => Object.fromEntries((await recognise(given)).texts);

const pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n";
const namespace = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: n # of the shop\n";
const proxyConfig =
  "apiVersion: networking.istio.io/v1beta1\nkind: ProxyConfig\nmetadata:\n  name: c\nspec:\n  concurrency: 2\n";
const webhook =
  "apiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata:\n  name: istio-sidecar-injector\nwebhooks: []\n";
const secret = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\ndata:\n  config: eA==\n  values: eA==\n";
const service = "apiVersion: v1\nkind: Service\nmetadata:\n  name: s\nspec:\n  ports: []\n";

describe("files", () => {
  test("are told apart by what they hold, and stay as they are", async () => {
    const result = await recognise([exampleMesh, exampleInjector, exampleWorkload]);
    expect(Object.fromEntries(result.texts)).toEqual({
      mesh: exampleMesh,
      injector: exampleInjector,
      workload: exampleWorkload,
    });
    expect(result.found).toEqual([
      { slot: "mesh", kind: "ConfigMap", names: ["istio"] },
      { slot: "injector", kind: "ConfigMap", names: ["istio-sidecar-injector"] },
      { slot: "workload", kind: "Deployment", names: ["istio-eastwestgateway"] },
    ]);
    expect(result.leftOut).toEqual([]);
  });

  test.each(Object.entries(examples))("of the example %s go where they stand, broken or not", async (_, example) => {
    const { workload, injector, mesh } = example;
    const given = [workload, injector as string, ...(mesh === undefined ? [] : [mesh])];
    expect(await texts(...given.toReversed())).toEqual({ workload, injector, ...(mesh === undefined ? {} : { mesh }) });
  });

  test("of one kind are joined", async () => {
    expect(await texts(`---\n${pod}`, `# second\n${pod}`)).toEqual({ workload: `${pod}---\n# second\n${pod}` });
  });

  test("keep their line ends and byte order mark", async () => {
    const windows = `\ufeff${exampleWorkload.replaceAll("\n", "\r\n")}`;
    expect(await texts(windows)).toEqual({ workload: windows });
  });
});

describe("several documents in one text", () => {
  test("each goes as its own text, comments and all", async () => {
    const text = `# License\n---\n${exampleWorkload}---\n# Source: mesh\n${exampleMesh}--- # of the shop\n${namespace}---\n${webhook}---\n${proxyConfig}---\n`;
    expect(await texts(text)).toEqual({
      workload: `# License\n${exampleWorkload}`,
      mesh: `# Source: mesh\n${exampleMesh}`,
      namespaces: namespace,
      webhooks: webhook,
      proxyConfigs: proxyConfig,
    });
  });

  test("that are pods of a cluster are told from those that are to be made", async () => {
    const running = `${pod}  ownerReferences:\n  - kind: ReplicaSet\nspec: {containers: []}\nstatus:\n  phase: Running\n`;
    const workload = "kind: Deployment\nmetadata:\n  name: d\nspec: {}\n";
    const { texts, found } = await recognise([`${workload}---\n${running}`]);
    expect(Object.fromEntries(texts)).toEqual({ workload, live: running });
    expect(found.map(({ slot, kind }) => [slot, kind])).toEqual([
      ["workload", "Deployment"],
      ["live", "Pod"],
    ]);
    const list = { kind: "List", items: [{ kind: "Pod", metadata: { name: "p" }, status: { phase: "Running" } }] };
    expect([...(await recognise([JSON.stringify(list)])).texts.keys()]).toEqual(["live"]);
    expect([...(await recognise([`${pod}spec: {containers: [{name: phase}]}\n`])).texts.keys()]).toEqual(["workload"]);
  });

  test("stay together where they belong together; what else stands among workloads passes through", async () => {
    const text = `${service}---\n${pod}---\n# one more\n${pod}`;
    const { texts, found, leftOut } = await recognise([text]);
    expect(Object.fromEntries(texts)).toEqual({ workload: text });
    expect(found).toEqual([
      { slot: "workload", kind: "Service", names: ["s"] },
      { slot: "workload", kind: "Pod", names: ["p", "p"] },
    ]);
    expect(leftOut).toEqual([]);
  });

  test("a broken one does not keep the others from their places", async () => {
    const broken = "apiVersion: v1\nkind: Pod\nmetadata: {name: p\nspec\n  containers: [\n";
    expect(await texts(`${broken}---\n${exampleMesh}`)).toEqual({ workload: broken, mesh: exampleMesh });
  });
});

describe("a List of everything", () => {
  const everything = listOf(exampleInjector, exampleMesh, exampleWorkload, namespace, proxyConfig, webhook, secret);

  test("is taken apart, each item as it was written", async () => {
    const { texts, leftOut } = await recognise([everything]);
    expect(Object.fromEntries(texts)).toEqual({
      injector: exampleInjector,
      mesh: exampleMesh,
      workload: exampleWorkload,
      namespaces: namespace,
      proxyConfigs: proxyConfig,
      webhooks: webhook,
    });
    expect(leftOut).toEqual([{ kind: "Secret", names: ["s"] }]);
  });

  test("gives the same injection as the texts it is made of", async () => {
    const example = { workload: exampleWorkload, injector: exampleInjector, mesh: exampleMesh };
    const { workload = "", injector = "", mesh } = await texts(everything);
    expect(inject({ workload, injector, mesh })).toEqual(inject(example));
  });

  test("may be indented, and have comments above its items", async () => {
    const text = `kind: List\nitems:\n  # the pod\n  -   kind: Pod\n      metadata: {name: "p", x: y}   # here\n      spec:\n        # inside\n        containers: []\n\n  # the namespace\n  - kind: Namespace\n    metadata:\n      name: 'n'\n`;
    const { texts, found } = await recognise([text]);
    expect(Object.fromEntries(texts)).toEqual({
      workload: `# the pod\nkind: Pod\nmetadata: {name: "p", x: y}   # here\nspec:\n  # inside\n  containers: []\n\n`,
      namespaces: "# the namespace\nkind: Namespace\nmetadata:\n  name: 'n'\n",
    });
    expect(found.map(({ names }) => names)).toEqual([["p"], ["n"]]);
  });

  test("may be JSON, whose long numbers keep their digits", async () => {
    const json = JSON.stringify(parse(everything), undefined, 4);
    const found = await texts(json.replace('"2"', "12345678901234567890"));
    expect(parse(found.injector!)).toEqual(parse(exampleInjector));
    expect(found.workload).toContain('"cpu": 12345678901234567890');
    expect(await texts(JSON.stringify(parse(pod)))).toEqual({ workload: JSON.stringify(parse(pod)) });
  });

  test("may be in flow style", async () => {
    const text = `{kind: List, items: [{kind: Pod, metadata: {name: p}}, # first\n   {kind: Namespace,\n    metadata: {name: n}}]}\n`;
    expect(await texts(text)).toEqual({
      workload: "{kind: Pod, metadata: {name: p}}\n",
      namespaces: "{kind: Namespace,\n metadata: {name: n}}\n",
    });
  });

  test("may share parts by name, which are written out where they are cut off", async () => {
    const text = `items:\n- kind: Pod\n  metadata: &m\n    name: p\n    labels: &l {a: "yes"}\n- kind: Namespace\n  metadata: *m\n`;
    const { workload, namespaces } = await texts(text);
    expect(workload).toBe(`kind: Pod\nmetadata: &m\n  name: p\n  labels: &l {a: "yes"}\n`);
    expect(parse(namespaces!)).toEqual({ kind: "Namespace", metadata: { name: "p", labels: { a: "yes" } } });
    expect(namespaces).toContain('"yes"');
  });

  test("does no harm with aliases that multiply", async () => {
    const levels = Array.from({ length: 30 }, (_, i) => `  a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join("\n");
    const text = `items:\n- kind: Pod\n  a0: &a0 x\n${levels}\n- kind: Namespace\n  data: *a30\n`;
    expect(Object.keys(await texts(text))).toEqual(["workload", "namespaces"]);
  });

  test("of one kind stays whole, typed or not", async () => {
    const list = "kind: List\nitems:\n# one\n- kind: Pod\n- kind: Deployment\n";
    const typed = "kind: DeploymentList\nitems:\n- metadata: {name: a}\n  spec: {}\n";
    expect(await texts(list)).toEqual({ workload: list });
    expect(await texts(typed)).toEqual({ workload: typed });
    expect((await recognise([typed])).found).toEqual([{ slot: "workload", kind: "Deployment", names: ["a"] }]);
    expect(await texts("kind: List\nitems: []\n")).toEqual({});
  });

  /** What the items of a list mean; undefined for what is no YAML. */
  function itemsOf(list: string) {
    try {
      return (parse(list) as { items: { kind: "Pod" | "Namespace" | "ProxyConfig" }[] }).items;
    } catch {
      return undefined;
    }
  }

  test("is cut so that each item means what it meant", async () => {
    const word = fc.constantFrom(
      "a",
      "- b",
      "c: d",
      "# e",
      "---",
      "",
      " ",
      "  - kind: Pod",
      "items:",
      "{{ .X }}",
      "*f",
    );
    const scalar = fc.oneof(
      fc.array(word, { maxLength: 6 }).map((lines) => lines.join("\n")),
      fc.string({ unit: "grapheme" }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc.array(tie("value")),
        fc.dictionary(fc.stringMatching(/^\w+$/), tie("value")),
      ),
    })).value;
    const sorted = { Pod: "workload", Namespace: "namespaces", ProxyConfig: "proxyConfigs" } as const;
    const objects = fc.tuple(
      ...(Object.keys(sorted) as (keyof typeof sorted)[]).map((kind) =>
        fc.record({ kind: fc.constant(kind), metadata: fc.constant({ name: "x" }), status: value }),
      ),
    );
    const style = fc.record({
      indentSeq: fc.boolean(),
      lineWidth: fc.constantFrom(0, 20),
      collectionStyle: fc.constantFrom("any" as const, "flow" as const),
    });
    await fc.assert(
      fc.asyncProperty(objects, style, async (items, options) => {
        const list = stringify({ kind: "List", items }, { ...options, aliasDuplicateObjects: false });
        const found = await texts(list);
        const read = itemsOf(list);
        // The printer folds some texts wrongly.
        fc.pre(read !== undefined);
        for (const object of read) expect(parse(found[sorted[object.kind]]!)).toEqual(object);
      }),
      { numRuns: 100 },
    );
  });
});

describe("what is told", () => {
  const only = async (text: string) => {
    const { texts, found, leftOut, helmValues } = await recognise([text]);
    return { slots: [...texts.keys()], kinds: found.map(({ kind }) => kind), leftOut, helmValues };
  };

  test.each([
    ["trustDomain: a.b\n", "mesh", "MeshConfig"],
    ["defaultConfig: {concurrency: 2}\n", "mesh", "MeshConfig"],
    [
      "kind: ConfigMap\nmetadata:\n  name: istio-sidecar-injector-canary\ndata:\n  config: x\n",
      "injector",
      "ConfigMap",
    ],
    ["kind: ConfigMap\ndata: {config: x, values: y}\n", "injector", "ConfigMap"],
    ["kind: ConfigMap\nmetadata: {name: istio-canary}\ndata:\n  'mesh': |\n    a: b\n", "mesh", "ConfigMap"],
    ["metadata: {name: p}\nspec:\n  containers: []\n", "workload", "Pod"],
    ["kind: CloneSet\nspec:\n  template:\n    spec:\n      containers:\n      - name: a\n", "workload", "CloneSet"],
    ['{"kind":"CronJob","metadata":{"name":"c"}}', "workload", "CronJob"],
    ["{kind: ReplicaSet, metadata: {generateName: c}}", "workload", "ReplicaSet"],
    ['"kind": "StatefulSet"   # of the bank\n', "workload", "StatefulSet"],
    ["  kind: Job\n  metadata:\n    name: indented\n", "workload", "Job"],
  ])("%j → %s", async (text, slot, kind) => {
    expect(await only(text)).toEqual({ slots: [slot], kinds: [kind], leftOut: [], helmValues: false });
    expect(await texts(text)).toEqual({ [slot]: text });
  });

  test("other kinds alone are left out by name", async () => {
    expect(await only(`${secret}---\n${service}`)).toMatchObject({
      slots: [],
      leftOut: [
        { kind: "Secret", names: ["s"] },
        { kind: "Service", names: ["s"] },
      ],
    });
    expect(
      await only("kind: ConfigMap\nmetadata: {name: istio-ca-root-cert}\ndata:\n  root-cert.pem: x\n"),
    ).toMatchObject({
      slots: [],
      leftOut: [{ kind: "ConfigMap", names: ["istio-ca-root-cert"] }],
    });
  });

  test("Helm values are no input", async () => {
    expect(await only("global:\n  hub: x\nmeshConfig:\n  trustDomain: y\n")).toEqual({
      slots: [],
      kinds: [],
      leftOut: [],
      helmValues: true,
    });
  });

  test("what is no object is nothing", async () => {
    for (const text of ["", "hello", "- a\n- b\n", "a: [", "{", "{{", "\t", "---\n---\n", "[".repeat(20_000)])
      expect(await only(text)).toEqual({ slots: [], kinds: [], leftOut: [], helmValues: false });
  });

  test("the injector's two texts become its ConfigMap", async () => {
    const { config, values } = (parse(exampleInjector) as { data: { config: string; values: string } }).data;
    expect((await recognise([config])).leftOut).toEqual([{ kind: "config", names: [""] }]);
    const { injector } = await texts(config, values);
    expect((parse(injector!) as { data: object }).data).toEqual({ config: config.trimEnd(), values: values.trimEnd() });
    expect(inject({ workload: exampleWorkload, injector: injector! }).objects[0]?.pod).toEqual(
      inject({ workload: exampleWorkload, injector: exampleInjector }).objects[0]?.pod,
    );
  });
});

test("a text that can hold whole objects is told from bits of one", () => {
  for (const text of [
    pod,
    exampleInjector,
    JSON.stringify({ kind: "List", items: [] }),
    "{kind: Pod, metadata: {}}",
    "\n# x\n'kind': Pod\nspec:",
  ])
    expect(holdsObjects(text)).toBe(true);
  for (const text of ["", "image: auto", "- name: x\n  kind: y\n", "trustDomain: x", "  kind: Pod\n  metadata:\n"])
    expect(holdsObjects(text)).toBe(false);
});
