import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fleetItems, type FleetSide } from "./fleet";
import { fleetBatches, fleetPieces, placedItem } from "./fleet-pieces";
import { fleetCounts, fleetCsv, fleetGroups, fleetMarkdown } from "./fleet-report";

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

  test("a filter by namespace, outcome and topic", () => {
    const workload = `${deployment("one", "a")}---\n${deployment("two", "b")}`;
    const items = fleetItems({ workload, a: side("1"), b: side("2") });
    const names = (filter: Parameters<typeof fleetGroups>[1]) =>
      fleetGroups(items, filter).flatMap((group) => group.items.map(({ name }) => name));
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
    const pieces = fleetPieces(list);
    expect(pieces.map(({ line }) => line)).toEqual([3, 12]);
    expect(pieces.map(({ text }) => parse(text).metadata.name)).toEqual(["one", "two"]);
    expect(parse(pieces[0]!.text).metadata.annotations.note).toBe("- this is text\n\n- of a block\n");
  });

  test("documents, and Lists among them", () => {
    const pieces = fleetPieces(`${deployment("zero")}---\n${list}---\n${deployment("three")}`);
    expect(pieces.map(({ text, line }) => [parse(text).metadata.name, line])).toEqual([
      ["zero", 1],
      ["one", 11],
      ["two", 20],
      ["three", 25],
    ]);
  });

  test("a List in JSON, with all digits of its numbers", () => {
    const json = '{"kind": "DeploymentList", "items": [{"a": 12345678901234567890}, {"b": 1.5}]}';
    expect(fleetPieces(json).map(({ text }) => text.replace(/\s/g, ""))).toEqual([
      '{"a":12345678901234567890}',
      '{"b":1.5}',
    ]);
  });

  test("what is behind a broken separator is still looked at", () => {
    const pieces = fleetPieces(`${deployment("one")}--- nonsense\n${deployment("two")}`);
    expect(pieces.map(({ text, line }) => [parse(text).metadata.name, line])).toEqual([
      ["one", 1],
      ["two", 9],
    ]);
  });

  test("batches hold all pieces, and an error stands where it stood", () => {
    const workload = `${Array.from({ length: 90 }, (_, i) => deployment(`app-${i}`)).join("---\n")}---\nkind: Deployment\nspec: {template: 7}\n`;
    const batches = [...fleetBatches(fleetPieces(workload))];
    expect(batches.map(({ pieces }) => pieces.length)).toEqual([40, 40, 11]);
    const items = batches.flatMap((batch) =>
      fleetItems({ workload: batch.text, a: side("1"), b: side("2") }).map((item) => placedItem(item, batch)),
    );
    expect(items).toHaveLength(91);
    expect(workload.split("\n")[items.at(-1)!.error!.at!.line! - 1]).toContain("template: 7");
  });
});
