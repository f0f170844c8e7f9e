import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GoPanic } from "../source/errors";
import { parseJson, stringifyJson } from "../go/json";
import type { Json, JsonMap } from "../go/json-value";
import { typesOf } from "../k8s/types";
import { strategicMerge } from "./strategic-merge";

const POD = typesOf(30).get("k8s.io/api/core/v1.Pod");
const json = (value: unknown): JsonMap => parseJson(JSON.stringify(value)) as JsonMap;
const merge = (original: unknown, patch: unknown, integers = false): unknown =>
  JSON.parse(stringifyJson(strategicMerge(json(original), json(patch), POD, { integers })));
const spec = (original: unknown, patch: unknown): unknown =>
  (merge({ spec: original }, { spec: patch }) as { spec: unknown }).spec;
const containers = (original: unknown[], patch: unknown[]): unknown =>
  (spec({ containers: original }, { containers: patch }) as { containers: unknown }).containers;
const named = (...names: string[]): unknown[] => names.map((name) => ({ name }));

describe("maps", () => {
  it("merges, replaces scalars and lists without strategy, deletes nulls", () => {
    expect(
      spec(
        { hostname: "a", nodeName: "n", tolerations: [{ key: "x" }] },
        { hostname: "b", nodeName: null, tolerations: [{ key: "y" }] },
      ),
    ).toEqual({ hostname: "b", tolerations: [{ key: "y" }] });
    expect(merge({}, { metadata: { labels: { a: "1", b: null }, x: { $patch: "delete" } } })).toEqual({
      metadata: { labels: { a: "1" } },
    });
  });

  it("takes directives", () => {
    expect(spec({ hostname: "a" }, { $patch: "replace", nodeName: "n", x: null })).toEqual({ nodeName: "n", x: null });
    expect(spec({ hostname: "a" }, { $patch: "delete" })).toEqual({});
    expect(spec({ hostname: "a", nodeName: "n" }, { $retainKeys: ["nodeName"] })).toEqual({ nodeName: "n" });
    expect(() => spec({ hostname: "a" }, { $patch: 5 })).toThrow(
      "unknown patch type: %!s(float64=5) in map: map[$patch:5]",
    );
    expect(() => spec({ hostname: "a" }, { $patch: null })).toThrow(
      "unknown patch type: %!s(<nil>) in map: map[$patch:<nil>]",
    );
    expect(() => merge({ spec: {} }, { spec: { $patch: { a: 1, b: null } } }, true)).toThrow(
      "unknown patch type: map[a:%!s(int64=1) b:<nil>]",
    );
    expect(() => spec({}, { $retainKeys: "x" })).toThrow("invalid patch format of retainKeys");
    expect(() => spec({}, { $retainKeys: [], hostname: "a" })).toThrow("invalid patch format of retainKeys");
  });
});

describe("keyed lists", () => {
  it("puts the patch's elements first, and keeps the order where both sides have one", () => {
    expect(containers(named("a", "b", "c"), named("c", "x", "a"))).toEqual(named("b", "c", "x", "a"));
    expect(containers(named("app"), named("istio-proxy"))).toEqual(named("istio-proxy", "app"));
  });

  it("merges only the first of equal names", () => {
    expect(
      containers(
        [{ name: "a" }, { name: "a", image: "2" }],
        [
          { name: "a", image: "1" },
          { name: "a", args: [] },
        ],
      ),
    ).toEqual([
      { name: "a", image: "1", args: [] },
      { name: "a", image: "2" },
    ]);
    expect(containers([], named("a", "a"))).toEqual(named("a"));
  });

  it("deletes and replaces elements", () => {
    expect(containers(named("a", "b"), [{ name: "a", $patch: "delete" }, { name: "c" }])).toEqual(named("c", "b"));
    expect(containers(named("a", "b"), [{ name: "c" }, { $patch: "replace" }])).toEqual(named("c"));
    expect(() => containers(named("a"), [{ name: "a", $patch: "merge" }])).toThrow(
      "merging lists cannot yet be specified in the patch",
    );
  });

  it("fails as Go does", () => {
    expect(() => containers(named("a"), [{ image: "i" }])).toThrow(
      "map: map[image:i] does not contain declared merge key: name",
    );
    expect(() => containers(named("a"), ["x"])).toThrow("list element types are not identical: [[map[name:a]] [x]]");
    expect(() => containers([], [[]])).toThrow("lists of lists are not supported");
    expect(() => containers([], [null])).toThrow(GoPanic);
    expect(() => containers([], [{ name: {} }, { name: {} }])).toThrow(
      "runtime error: comparing uncomparable type map[string]interface {}",
    );
  });
});

describe("lists of scalars", () => {
  const finalizers = (original: string[], patch: Record<string, unknown>): unknown =>
    (merge({ metadata: { finalizers: original } }, { metadata: patch }) as { metadata: { finalizers: unknown } })
      .metadata.finalizers;

  it("joins without repeats, moving the last into the gap", () => {
    expect(finalizers(["a", "b", "c"], { finalizers: ["d", "b", "e"] })).toEqual(["d", "a", "b", "e", "c"]);
  });

  it("deletes from them", () => {
    expect(finalizers(["a", "b", "a"], { "$deleteFromPrimitiveList/finalizers": ["a"] })).toEqual(["b"]);
    expect(() => finalizers(["a"], { $deleteFromPrimitiveList: ["a"] })).toThrow(
      "invalid patch format of primitive list",
    );
  });
});

describe("$setElementOrder", () => {
  const order = (original: unknown, patch: unknown, names: string[]): unknown =>
    spec({ containers: original }, { containers: patch, "$setElementOrder/containers": named(...names) });

  it("orders what is listed", () => {
    expect(order(named("a", "b", "c"), named("c"), ["c", "a"])).toEqual({ containers: named("b", "c", "a") });
  });

  it("fails as Go does", () => {
    expect(() => order(null, named("a"), ["a"])).toThrow("expected a []interface {}, but received a %!s(<nil>)");
    expect(() => order([], undefined, ["a"])).toThrow("no elements in any of the given slices");
    expect(() => order(named("z"), named("a", "b"), ["b", "a"])).toThrow(
      "The order in patch list:\n[map[name:a] map[name:b]]\n doesn't match $setElementOrder list:\n[map[name:b] map[name:a]]\n",
    );
    expect(() => spec({}, { x: [1], "$setElementOrder/x": [1] })).toThrow(
      'unable to find api field in struct PodSpec for the json field "x"',
    );
  });
});

describe("numbers", () => {
  it("pass through float64 unless integers are kept", () => {
    const patch = parseJson('{"spec":{"activeDeadlineSeconds":9007199254740993}}') as JsonMap;
    expect(stringifyJson(strategicMerge(new Map(), patch, POD))).toContain("9007199254740992");
    expect(stringifyJson(strategicMerge(new Map(), patch, POD, { integers: true }))).toContain("9007199254740993");
  });
});

describe("any pod", () => {
  const name = fc.constantFrom("a", "b", "c", "d");
  const container = fc.record(
    { name, image: name, env: fc.array(fc.record({ name, value: name }), { maxLength: 4 }) },
    { requiredKeys: ["name"] },
  );
  const pod = fc.record({
    metadata: fc.record({ labels: fc.dictionary(name, name), finalizers: fc.uniqueArray(name) }, { requiredKeys: [] }),
    spec: fc.record({ containers: fc.array(container, { maxLength: 4 }), hostname: name }, { requiredKeys: [] }),
  });

  it("is not changed by an empty patch, nor are the inputs by any", () => {
    fc.assert(
      fc.property(pod, pod, (original, patch) => {
        const [before, after] = [json(original), json(patch)];
        const texts = [stringifyJson(before), stringifyJson(after)];
        expect(strategicMerge(before, new Map<string, Json>(), POD)).toEqual(before);
        strategicMerge(before, after, POD);
        expect([stringifyJson(before), stringifyJson(after)]).toEqual(texts);
      }),
    );
  });

  it("has the patch's containers after a merge", () => {
    fc.assert(
      fc.property(pod, pod, (original, patch) => {
        const merged = merge(original, patch) as typeof original;
        const names = (merged.spec.containers ?? []).map((c) => c.name);
        for (const c of patch.spec.containers ?? []) expect(names).toContain(c.name);
      }),
    );
  });
});
