import { describe, expect, test } from "vitest";
import type { Json, JsonMap } from "../../go/json-value";
import { parseJson } from "../../go/json";
import { Input } from "../../provenance/input";
import { InputSet, join, type Inputs } from "../../provenance/inputs";
import { yamlToJson } from "../../yaml/to-json";
import type { Origin as ToldOrigin, Place } from "../api";
import { resultText } from "../result-text";
import { podTypeOf } from "../setup";
import type { Named } from "./names";
import { originsOf } from "./result";
import { reasonOf } from "./sentence";
import { InputTree, LeafTree, ListTree, MapTree, type Origin, type Tree } from "./tree";

const podType = podTypeOf(30);
const workload = Input.root("workload");
const values = Input.root("values");
const level = values.at("/global/logLevel");
const flag = values.at("/global/flag");
const label = workload.at("/metadata/labels/inject");
const annotation = (name: string) => workload.at("/metadata/annotations").member(name);

const of = (...inputs: Input[]): Inputs =>
  inputs.reduce<Inputs>((all, input) => join(all, InputSet.of(input)), undefined);
const written = (start: number, data?: Inputs, control?: Inputs, over?: Origin): Origin => ({
  step: "template",
  span: { template: "gateway", start, end: start + 5 },
  data,
  control,
  over,
});
const leaf = (...about: Parameters<typeof written>) => new LeafTree(written(...about));
const map = (members: Record<string, Tree>, start = 0, control?: Inputs) =>
  new MapTree(written(start), new Map(Object.entries(members)), control);
const list = (items: [string | undefined, Tree][], start = 0) =>
  new ListTree(
    written(start),
    items.map(([key, tree]) => ({ key, tree })),
  );

/** The origins of a pod over a submitted one; lines of templates are offsets. */
function origins(tree: Tree, pod: string, submitted = "{}") {
  const object = yamlToJson(submitted) as JsonMap;
  const jsons: Record<string, Json> = {
    workload: object,
    values: parseJson('{"global":{"logLevel":"warning","flag":false}}'),
  };
  const pasted = (input: Input): Json | undefined => {
    if (!input.parent) return jsons[input.source];
    const around = pasted(input.parent);
    return around instanceof Map
      ? around.get(input.key)
      : Array.isArray(around)
        ? around[Number(input.key)]
        : undefined;
  };
  const named: Named = {
    at: { metadata: "/metadata", spec: "/spec" },
    pasted,
    has: (input) => pasted(input) !== undefined,
  };
  return originsOf(tree, yamlToJson(pod), object, podType, {
    ...named,
    kind: "Pod",
    reason: (input) => reasonOf(input, named),
    place: ({ source, pointer }) => ({ source, pointer }),
    span: ({ start, end }) => ({ source: "injector", line: start, endLine: end }),
    podTree: () => new InputTree(workload),
    formAt: () => undefined,
    decided: of(label),
    selection: undefined,
    release: undefined,
  });
}

const names = (places: readonly Place[]) => places.map(({ source, pointer }) => `${source} ${pointer}`);
const inputsOf = ({ data, control }: ToldOrigin) => ({ data: names(data), control: names(control) });

describe("what is as it was submitted", () => {
  const submitted =
    "metadata: {name: a}\nspec: {containers: [{name: app, Image: x, env: [{name: A, value: b}], args: [c]}]}";
  const { origins: found, removed } = origins(
    new InputTree(workload, of(flag)),
    "metadata: {name: a, creationTimestamp: null}\nspec: {containers: [{name: app, image: x, env: [{name: A, value: b}], args: [c], resources: {}}]}",
    submitted,
  );

  test("comes from itself, and from the merge keys around it", () => {
    const env = found["/spec/containers/0/env/0/value"]!;
    expect(env).toMatchObject({
      step: "workload",
      at: { source: "workload", pointer: "/spec/containers/0/env/0/value" },
    });
    expect(inputsOf(env)).toEqual({
      data: ["workload /spec/containers/0/env/0/value"],
      control: ["workload /spec/containers/0/env/0/name", "workload /spec/containers/0/name", "values /global/flag"],
    });
    expect(inputsOf(found["/spec/containers/0/env/0/name"]!)).toEqual({
      data: ["workload /spec/containers/0/env/0/name"],
      control: ["workload /spec/containers/0/name", "values /global/flag"],
    });
    expect(inputsOf(found["/spec/containers/0/args/0"]!).data).toEqual(["workload /spec/containers/0/args/0"]);
  });

  test("has the pointer that was written, in whatever case", () => {
    expect(inputsOf(found["/spec/containers/0/image"]!).data).toEqual(["workload /spec/containers/0/Image"]);
  });

  test("and what only the API's normal form shows, from the absent field", () => {
    const resources = found["/spec/containers/0/resources"]!;
    expect(resources.step).toBe("api");
    expect(inputsOf(resources)).toEqual({
      data: [],
      control: ["workload /spec/containers/0/resources", "workload /spec/containers/0/name", "values /global/flag"],
    });
    expect(found["/metadata/creationTimestamp"]!.step).toBe("api");
  });

  test("has lost nothing", () => expect(removed).toEqual({}));
});

describe("what a template wrote", () => {
  test("comes from its span; everything around it decided too, the nearest first, and data is not told twice", () => {
    const args = list([[undefined, leaf(7, of(level), of(annotation("level")))]]);
    const proxy = map({ name: leaf(2), args }, 1, of(flag, level));
    const tree = map({ spec: map({ containers: list([["istio-proxy", proxy]]) }) }, 0, of(label));
    const { origins: found } = origins(tree, "spec: {containers: [{name: istio-proxy, args: [warning]}]}");
    expect(Object.keys(found)).toEqual(["/spec/containers/0/args/0", "/spec/containers/0/name"]);
    const arg = found["/spec/containers/0/args/0"]!;
    expect(arg).toMatchObject({
      step: "template",
      template: "gateway",
      at: { source: "injector", line: 7, endLine: 12 },
    });
    expect(inputsOf(arg)).toEqual({
      data: ["values /global/logLevel"],
      control: ["workload /metadata/annotations/level", "values /global/flag", "workload /metadata/labels/inject"],
    });
  });

  test("leaves share their lists of inputs", () => {
    const tree = map({ metadata: map({ name: leaf(1), namespace: leaf(2) }) }, 0, of(label, flag));
    const { origins: found } = origins(tree, "metadata: {name: a, namespace: b}");
    expect(found["/metadata/name"]!.control).toBe(found["/metadata/namespace"]!.control);
  });

  test("elements are found by their merge key, several of the same in their order, and others by index", () => {
    const env = list([
      ["A", map({ name: leaf(1), value: leaf(2) })],
      ["B", map({ name: leaf(3), value: leaf(4) })],
      ["A", map({ name: leaf(5), value: leaf(6) })],
    ]);
    const proxy = map({ name: leaf(0), env });
    const tree = map({ spec: map({ containers: list([["p", proxy]]) }) });
    const pod = "spec: {containers: [{name: p, env: [{name: B, value: x}, {name: A, value: y}, {name: A, value: z}]}]}";
    const { origins: found } = origins(tree, pod);
    const lines = [0, 1, 2].map((i) => found[`/spec/containers/0/env/${i}/value`]!.at!.line);
    expect(lines).toEqual([4, 2, 6]);
  });

  test("what could have been written decides: under its key, under any, by its merge key, or all of it if nothing is there", () => {
    const metadata = map({ labels: map({ a: leaf(1), b: leaf(2) }), annotations: map({}) });
    (metadata.members.get("labels") as MapTree).addAbsent("a", of(flag));
    (metadata.members.get("labels") as MapTree).absentAny = of(level);
    (metadata.members.get("annotations") as MapTree).addAbsent("c", of(flag));
    const containers = list([
      ["a", map({ image: leaf(3) })],
      ["b", map({ image: leaf(4) })],
    ]);
    containers.absent.push({ key: "b", control: of(flag) }, { key: undefined, control: of(annotation("any")) });
    const tree = map({ metadata, spec: map({ containers }) });
    const pod =
      "metadata: {labels: {a: x, b: x}, annotations: {}}\nspec: {containers: [{name: a, image: i}, {name: b, image: i}]}";
    const { origins: found } = origins(tree, pod);
    const control = (pointer: string) => names(found[pointer]!.control);
    expect(control("/metadata/labels/a")).toEqual(["values /global/flag", "values /global/logLevel"]);
    expect(control("/metadata/labels/b")).toEqual(["values /global/logLevel"]);
    expect(control("/metadata/annotations")).toEqual(["values /global/flag"]);
    expect(control("/spec/containers/0/image")).toEqual(["workload /metadata/annotations/any"]);
    expect(control("/spec/containers/1/image")).toEqual(["values /global/flag", "workload /metadata/annotations/any"]);
  });

  test("what no tree knows is the API's, because of what is around it, and is looked for there", () => {
    const tree = map({ spec: map({ containers: list([["p", new MapTree(written(9, of(level), of(flag)))]]) }) });
    const { origins: found } = origins(tree, "spec: {containers: [{name: p, resources: {}}]}");
    expect(found["/spec/containers/0/resources"]).toMatchObject({
      step: "api",
      at: { source: "injector", line: 9 },
      data: [],
    });
    expect(names(found["/spec/containers/0/resources"]!.control)).toEqual([
      "values /global/flag",
      "values /global/logLevel",
    ]);
  });
});

describe("what was removed", () => {
  const submitted =
    "metadata: {annotations: {gone: x, kept: y}}\nspec: {containers: [{name: app, args: [a, b, c]}, {name: other, image: z}]}";
  const annotations = new MapTree(written(1), new Map([["kept", new InputTree(annotation("kept"))]]));
  annotations.remove("gone", { step: "prometheusMerge", data: undefined, control: of(flag), over: undefined });
  const args = new ListTree(written(5, of(level)), [
    { key: undefined, tree: leaf(6) },
    { key: undefined, tree: leaf(7) },
  ]);
  const tree = map({
    metadata: map({ annotations }),
    spec: map({
      containers: list([["app", map({ name: new InputTree(workload.at("/spec/containers/0/name")), args })]], 3),
    }),
  });
  const pod = "metadata: {annotations: {kept: y}}\nspec: {containers: [{name: app, args: [c, d]}]}";
  const { removed } = origins(tree, pod, submitted);

  test("is every leaf without a counterpart: arguments by their value", () => {
    expect(Object.keys(removed)).toEqual([
      "/metadata/annotations/gone",
      "/spec/containers/0/args/0",
      "/spec/containers/0/args/1",
      "/spec/containers/1/image",
      "/spec/containers/1/name",
    ]);
  });

  test("was taken by the step that remembers it, over what it was", () => {
    const gone = removed["/metadata/annotations/gone"]!;
    expect(gone).toMatchObject({
      step: "prometheusMerge",
      over: { step: "workload", at: { pointer: "/metadata/annotations/gone" } },
    });
    expect(inputsOf(gone)).toEqual({ data: [], control: ["values /global/flag", "workload /metadata/labels/inject"] });
  });

  test("or by what took the place of what was around it", () => {
    const arg = removed["/spec/containers/0/args/1"]!;
    expect(arg).toMatchObject({ step: "template", at: { line: 5 }, over: { step: "workload" } });
    expect(inputsOf(arg)).toEqual({
      data: [],
      control: ["values /global/logLevel", "workload /metadata/labels/inject"],
    });
    expect(removed["/spec/containers/1/image"]!.at!.line).toBe(3);
  });
});

test("is JSON with its sentences", () => {
  const { origins: found } = origins(
    map({ metadata: map({ name: leaf(5, of(level), of(annotation("a"))) }) }),
    "metadata: {name: warning}",
  );
  const text = resultText({
    release: { name: "", from: "" },
    objects: [{ index: 0, kind: "", name: "", namespace: "", makesPods: true, origins: found }],
  });
  expect((JSON.parse(text) as { objects: { origins: unknown }[] }).objects[0]!.origins).toEqual({
    "/metadata/name": {
      step: "template",
      template: "gateway",
      at: { source: "injector", line: 5, endLine: 10 },
      data: [{ source: "values", pointer: "/global/logLevel" }],
      control: [{ source: "workload", pointer: "/metadata/annotations/a" }],
      sentence: {
        en: "From template gateway, line 5: the value of global.logLevel, because your pod has no a annotation.",
        zh: "来自模板 gateway 第 5 行：global.logLevel 的值，因为你的 Pod 没有注解 a。",
      },
    },
  });
});
