import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fleetEntries, fleetSide, type FleetRequest, type FleetSide } from "./fleet";
import { fleetBatches, fleetPieces } from "./fleet-pieces";
import { fleetCounts, fleetCsv, fleetGroups, fleetMarkdown, passes, type FleetFilter } from "./fleet-report";

const side = (tag: string, more = ""): FleetSide => ({
  injector: {
    config: `policy: enabled
defaultTemplates: [sidecar]
templates:
  sidecar: |
    metadata:
      labels: {of: {{ .ObjectMeta.Labels.app }}-{{ .Values.tag }}}
    spec:
      containers: [{name: istio-proxy, image: "proxy:{{ .Values.tag }}"}]
    ${more}
`,
    values: JSON.stringify({ tag }),
  },
  options: { release: "1.30" },
});
const deployment = (name: string, namespace = "shop", annotations = "{}") => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  template:
    metadata: {labels: {app: ${name}}, annotations: ${annotations}}
    spec: {containers: [{name: app, image: a}]}
`;
const failing = '{{ if eq .ObjectMeta.Labels.app "bad" }}{{ fail "no" }}{{ end }}';

const fleetItems = ({ workload, a, b }: FleetRequest) => {
  const sources = [...fleetPieces(workload)].map((piece, number) => ({ ...piece, number }));
  return [...fleetBatches(sources)].flatMap((batch) => fleetEntries(batch, a, b));
};

describe("a fleet", () => {
  test("workloads with the same change are one group, whatever they are called", () => {
    const workload = ["one", "two", "three"].map((name) => deployment(name)).join("---\n");
    const items = fleetItems({ workload, a: side("1"), b: side("2") });
    const groups = fleetGroups(items);
    expect(groups.map(({ outcome, items: of }) => [outcome, of.map(({ name }) => name)])).toEqual([
      ["changed", ["one", "two", "three"]],
    ]);
    expect(groups[0]!.example.changes).toEqual([
      { kind: "changed", topic: "label", label: "of", before: "one-1", after: "one-2" },
      {
        kind: "changed",
        topic: "image",
        container: "istio-proxy",
        label: "image",
        before: "proxy:1",
        after: "proxy:2",
      },
    ]);
  });

  test("what would start to fail comes first, with its error; the biggest group next; what stays the same last", () => {
    const skipped = '{sidecar.istio.io/inject: "false"}';
    const workload = [
      deployment("quiet", "shop", skipped),
      deployment("one"),
      deployment("bad"),
      deployment("two"),
    ].join("---\n");
    const items = fleetItems({ workload, a: side("1"), b: side("2", failing) });
    expect(fleetGroups(items).map(({ outcome, items: of }) => [outcome, of.length])).toEqual([
      ["starts-to-fail", 1],
      ["changed", 2],
      ["same", 1],
    ]);
    expect(fleetGroups(items)[0]!.example.error!.message).toContain("error calling fail: no");
    expect(Object.fromEntries(fleetCounts(items))).toEqual({ same: 1, changed: 2, "starts-to-fail": 1 });
  });

  test("one document that cannot be read stops no other", () => {
    const workload = `${deployment("one")}---\na: [\n---\n${deployment("two")}---\nkind: ConfigMap\nmetadata: {name: x}\n`;
    const items = fleetItems({ workload, a: side("1"), b: side("2") });
    expect(items.map(({ name, outcome }) => [name, outcome])).toEqual([
      ["one", "changed"],
      ["", "fails"],
      ["two", "changed"],
    ]);
  });

  test("one document alone that cannot be read is told", () => {
    const items = fleetItems({ workload: "a: [\n", a: side("1"), b: side("2") });
    expect(items).toMatchObject([{ outcome: "fails", line: 1, error: { at: { source: "workload" } } }]);
    expect(fleetItems({ workload: "# nothing\n", a: side("1"), b: side("2") })).toEqual([]);
  });

  test("all together are what each is alone", () => {
    const texts = ["one", "two", "bad", "three"].map((name, i) => deployment(name, `n${i}`));
    const request = { a: side("1"), b: side("2", failing) };
    const alone = texts.flatMap((workload) => fleetItems({ workload, ...request }));
    const together = fleetItems({ workload: texts.join("---\n"), ...request });
    const what = (items: typeof alone) => items.map((item) => ({ ...item, number: 0, line: 0 }));
    expect(what(together)).toEqual(what(alone));
  });

  test("a side that cannot be used says why", () => {
    expect(fleetSide(side("1"))).toEqual({ release: { name: "1.30", from: "options.release" } });
    expect(fleetSide({ injector: "kind: ConfigMap" })).toMatchObject({ configError: { stage: "config" } });
  });

  test("a filter by namespace, outcome and topic", () => {
    const workload = `${deployment("one", "a")}---\n${deployment("two", "b")}`;
    const items = fleetItems({ workload, a: side("1"), b: side("2") });
    const names = (filter: FleetFilter) =>
      fleetGroups(items.filter((item) => passes(item, filter))).flatMap((group) => group.items.map(({ name }) => name));
    expect(names({ namespace: "b" })).toEqual(["two"]);
    expect(names({ topic: "image" })).toEqual(["one", "two"]);
    expect(names({ topic: "probe" })).toEqual([]);
    expect(names({ outcome: "same" })).toEqual([]);
  });

  test("CSV that no spreadsheet takes for formulas, and Markdown that no text breaks", () => {
    const workload = deployment("one", "=cmd", '{a: "x|`y`"}');
    const items = fleetItems({ workload, a: side("1"), b: side("2|`") });
    const groups = fleetGroups(items);
    const csv = fleetCsv(groups).split("\r\n");
    expect(csv[0]).toBe("group,outcome,namespace,kind,name,change,topic,container,label,before,after,error");
    expect(csv[2]).toBe("1,changed,'=cmd,Deployment,one,changed,image,istio-proxy,image,proxy:1,proxy:2|`,");
    const titles = { changed: "Changed" } as Parameters<typeof fleetMarkdown>[1];
    expect(fleetMarkdown(groups, titles)).toContain(
      "| changed | `istio-proxy` `image` | `proxy:1` | `` proxy:2\\|` `` |",
    );
  });
});

describe("the pieces of a fleet", () => {
  const list = `apiVersion: v1
items:
- apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: one
    annotations:
      note: |
        - this is text

        - of a block
- kind: Deployment
  metadata: {name: two}
kind: List
metadata: {resourceVersion: ""}
`;

  test("the items of kubectl's List, each with its line", () => {
    const pieces = [...fleetPieces(list)];
    expect(pieces.map(({ line }) => line)).toEqual([3, 12]);
    expect(pieces.map(({ text }) => parse(text).metadata.name)).toEqual(["one", "two"]);
    expect(parse(pieces[0]!.text).metadata.annotations.note).toBe("- this is text\n\n- of a block\n");
  });

  test("an item of a List that is broken takes no other with it", () => {
    const broken = list.replace(
      "metadata: {name: two}",
      "metadata: {name: [}\nnonsense: |\n- kind: Pod\n  metadata: {name: three}",
    );
    const names = [...fleetPieces(broken)].map(({ text, line }) => [/name: (\w+|\[)/.exec(text)?.[1], line]);
    expect(names).toEqual([
      ["one", 3],
      ["[", 12],
      ["three", 15],
    ]);
  });

  test("a List whose items are indented stays whole, and is taken apart by injecting", () => {
    const indented =
      "kind: List\nitems:\n  - kind: Pod\n    metadata: {name: one}\n    spec: {containers: [{name: a}]}\n";
    expect([...fleetPieces(indented)]).toEqual([{ text: indented, line: 1 }]);
    const items = fleetItems({ workload: indented, a: side("1"), b: side("2") });
    expect(items.map(({ name, line }) => [name, line])).toEqual([["one", 1]]);
  });

  test("carriage returns, and several documents in JSON", () => {
    const text = '{"kind": "Pod", "metadata": {"name": "one"}}\r\n---\r\n{"kind": "Pod"}';
    expect([...fleetPieces(text)]).toEqual([
      { text: '{"kind": "Pod", "metadata": {"name": "one"}}\n', line: 1 },
      { text: '{"kind": "Pod"}', line: 3 },
    ]);
  });

  test("documents, and Lists among them", () => {
    const pieces = [...fleetPieces(`${deployment("zero")}---\n${list}---\n${deployment("three")}`)];
    expect(pieces.map(({ text, line }) => [parse(text).metadata.name, line])).toEqual([
      ["zero", 1],
      ["one", 11],
      ["two", 20],
      ["three", 25],
    ]);
  });

  test("a List in JSON, with all digits of its numbers", () => {
    const json = '{"kind": "DeploymentList", "items": [{"a": 12345678901234567890}, {"b": 1.5}]}';
    expect([...fleetPieces(json)].map(({ text }) => text.replace(/\s/g, ""))).toEqual([
      '{"a":12345678901234567890}',
      '{"b":1.5}',
    ]);
  });

  test("what is behind a broken separator is still looked at", () => {
    const pieces = [...fleetPieces(`${deployment("one")}--- nonsense\n${deployment("two")}`)];
    expect(pieces.map(({ text, line }) => [parse(text).metadata.name, line])).toEqual([
      ["one", 1],
      ["two", 9],
    ]);
  });

  test("batches hold all pieces, and an error stands where it stood", () => {
    const workload = `${Array.from({ length: 90 }, (_, i) => deployment(`app-${i}`)).join("---\n")}---\nkind: Deployment\nspec: {template: 7}\n`;
    expect([...fleetBatches(fleetPieces(workload))].map(({ length }) => length)).toEqual([40, 40, 11]);
    const items = fleetItems({ workload, a: side("1"), b: side("2") });
    expect(items).toHaveLength(91);
    expect(workload.split("\n")[items.at(-1)!.error!.at!.line! - 1]).toContain("template: 7");
  });
});
