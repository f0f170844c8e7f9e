import { describe, expect, it } from "vitest";
import { parseJson } from "../lib/go/json";
import { podTypeOf } from "../lib/inject/setup";
import { changesOf, isMergeKey, leavesOf } from "./pod-changes";

const type = podTypeOf(30);
const changes = (before: unknown, after: unknown) =>
  changesOf(parseJson(JSON.stringify(before)), parseJson(JSON.stringify(after)), type).map(
    ({ pointers, count }) => `${pointers.join(" ")} ${count}`,
  );
const spec = (container: object) => ({ spec: { containers: [{ name: "a", ...container }] } });

describe("changesOf", () => {
  it("follows elements by their merge key", () => {
    const [a, b] = [
      { name: "a", image: "1" },
      { name: "b", image: "2" },
    ];
    expect(changes({ spec: { containers: [a, b] } }, { spec: { containers: [b, a] } })).toEqual([]);
    const other = { spec: { containers: [{ ...b, image: "3" }, { name: "c" }] } };
    expect(changes({ spec: { containers: [a, b] } }, other)).toEqual([
      "/spec/containers/0/name 1",
      "/spec/containers/0/image 1",
      "/spec/containers/1/image 1",
    ]);
  });

  it("tells equal elements of a key apart by what they hold", () => {
    const ports = [
      { containerPort: 80, protocol: "TCP" },
      { containerPort: 80, protocol: "UDP" },
    ];
    expect(changes(spec({ ports }), spec({ ports: ports.slice(1) }))).toEqual([
      "/spec/containers/0/ports/0/containerPort 1",
      "/spec/containers/0/ports/0/protocol 1",
    ]);
  });

  it("follows scalars by value, and cannot tell equal ones apart", () => {
    expect(changes(spec({ args: ["x", "y", "x"] }), spec({ args: ["new", "x", "y", "x"] }))).toEqual([]);
    expect(changes(spec({ args: ["x", "y", "x"] }), spec({ args: ["y", "x"] }))).toEqual([
      "/spec/containers/0/args/0 /spec/containers/0/args/2 1",
    ]);
  });

  it("follows other elements by value, then by place", () => {
    const before = { spec: { tolerations: [{ key: "a" }, { key: "b", value: "1" }] } };
    const after = { spec: { tolerations: [{ key: "b", value: "2" }, { key: "a" }] } };
    expect(changes(before, after)).toEqual(["/spec/tolerations/1/value 1"]);
  });

  it("counts null and empty containers as leaves", () => {
    const pod = parseJson('{"a": {"b": null, "c": []}, "d": [{}, [1]], "e": {}}');
    expect(leavesOf(pod)).toEqual(["/a/b", "/a/c", "/d/0", "/d/1/0", "/e"]);
    expect(changesOf(pod, parseJson('{"a": {"b": null, "c": [1]}, "d": [{}, [1]], "e": {"f": 1}}'), type)).toHaveLength(
      2,
    );
  });
});

describe("isMergeKey", () => {
  it("knows what elements are known by", () => {
    const found = [
      "spec/containers/0/name",
      "spec/containers/0/ports/1/containerPort",
      "spec/containers/0/image",
      "metadata/name",
    ];
    expect(found.map((path) => isMergeKey(path.split("/"), type))).toEqual([true, true, false, false]);
  });
});
