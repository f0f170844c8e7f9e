import { expect, test } from "vitest";
import { presentValue } from "./input-value";

const at = (text: string, line: number, part: string, pointer: string) =>
  presentValue(text, { source: "workload", line, column: text.split("\n")[line - 1]!.indexOf(part) + 1, pointer });

test("a scalar is shown as it is written, in block and in flow style", () => {
  expect(at("a:\n  b: c # why\n", 2, "b", "/a/b")).toBe("c");
  expect(at("a: {b: 1, c: d}\n", 1, "b", "/a/b")).toBe("1");
  expect(at('{"a": {"b": "x, y", "c": 15}}', 1, '"b"', "/a/b")).toBe('"x, y"');
  expect(at('{"a": {"b": "x, y", "c": 15}}', 1, '"c"', "/a/c")).toBe("15");
  expect(at("x.io/y: ''\n", 1, "x", "/x.io~1y")).toBe("''");
  expect(at("a: one, two\n", 1, "a", "/a")).toBe("one, two");
  expect(at("a: []\n", 1, "a", "/a")).toBe("[]");
});

test("what is not there is told from what its line does not tell", () => {
  expect(at("annotations:\n  a: b\n", 1, "annotations", "/metadata/annotations/c")).toBeNull();
  expect(at("annotations:\n  a: b\n", 1, "annotations", "/metadata/annotations")).toBeUndefined();
  expect(at("a: |-\n  text\n", 1, "a", "/a")).toBeUndefined();
  expect(at("a: {b: c}\n", 1, "a", "/a")).toBeUndefined();
  expect(at("- x\n", 1, "x", "/0")).toBeUndefined();
  expect(presentValue("a: b", { source: "workload", pointer: "/a" })).toBeUndefined();
  expect(presentValue("a: b", { source: "workload", line: 9, pointer: "/a" })).toBeUndefined();
});

test("a long value is shortened", () => {
  expect(at(`a: ${"x".repeat(200)}\n`, 1, "a", "/a")!.length).toBeLessThanOrEqual(41);
});
