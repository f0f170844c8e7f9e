import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson, stringifyJson } from "../go/json";
import { JsonNumber, type Json } from "../go/json-value";
import { applyJsonPatch, createJsonPatch } from "./json-patch";

const patch = (from: string, to: string) => createJsonPatch(parseJson(from), parseJson(to));

describe("createJsonPatch", () => {
  it("adds, removes and replaces members", () => {
    expect(patch('{"a":1,"b":{"c":1},"x/y~z":1}', '{"b":{"c":2},"d":null}')).toEqual([
      { op: "replace", path: "/b/c", value: 2 },
      { op: "add", path: "/d", value: null },
      { op: "remove", path: "/a" },
      { op: "remove", path: "/x~1y~0z" },
    ]);
  });

  it("compares lists by position", () => {
    expect(patch("[1,2,3]", "[2]")).toEqual([
      { op: "remove", path: "/2" },
      { op: "remove", path: "/1" },
      { op: "replace", path: "/0", value: 2 },
    ]);
    expect(patch("[1]", "[2,3,4]").map(({ path }) => path)).toEqual(["/1", "/2", "/0"]);
  });

  it("replaces what changes its type", () => {
    expect(patch('{"a":null,"b":[],"c":null}', '{"a":{},"b":null,"c":null}')).toEqual([
      { op: "replace", path: "/a", value: new Map() },
      { op: "replace", path: "/b", value: null },
    ]);
  });

  it("compares numbers by their text", () => {
    expect(patch("[9007199254740993,1]", "[9007199254740993,1]")).toEqual([]);
    expect(patch("[9007199254740993]", "[9007199254740994]")).toEqual([
      { op: "replace", path: "/0", value: 9007199254740994 },
    ]);
    expect(patch("[1]", "[1.0]")).toEqual([{ op: "replace", path: "/0", value: new JsonNumber("1.0") }]);
  });
});

describe("applyJsonPatch", () => {
  const json = fc.json({ maxDepth: 3 }).map(parseJson);

  it("makes the new document of the old one, which stays", () => {
    fc.assert(
      fc.property(json, json, (from, to) => {
        const before = stringifyJson(from);
        expect(applyJsonPatch(from, createJsonPatch(from, to))).toEqual(to);
        expect(stringifyJson(from)).toBe(before);
      }),
    );
  });

  it("shares what it does not touch", () => {
    const from = parseJson('{"a":{"x":1},"b":[1]}') as Map<string, Json>;
    const to = applyJsonPatch(from, [{ op: "add", path: "/b/-", value: 2 }]) as Map<string, Json>;
    expect(to.get("a")).toBe(from.get("a"));
    expect(to.get("b")).toEqual([1, 2]);
  });

  it("fails where a path leads nowhere", () => {
    expect(() => applyJsonPatch(new Map(), [{ op: "remove", path: "/a" }])).toThrow(
      "remove operation does not apply: path not found: /a",
    );
    expect(() => applyJsonPatch([1], [{ op: "add", path: "/3", value: 1 }])).toThrow("path not found");
    expect(() => applyJsonPatch(1, [{ op: "replace", path: "/a/b", value: 1 }])).toThrow("path not found");
  });

  it("makes parents where asked to, in place of null too", () => {
    const add = (from: string, path: string) => {
      const to = applyJsonPatch(parseJson(from), [{ op: "add", path, value: 1 }], true);
      return stringifyJson(to);
    };
    expect(add('{"a":null}', "/a/b/1")).toBe('{"a":{"b":[null,1]}}');
    expect(add("[null,2]", "/0/x")).toBe('[{"x":1},null,2]');
    expect(() => add('{"a":5}', "/a/b")).toThrow("path not found");
  });
});
