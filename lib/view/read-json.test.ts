import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJson } from "./read-json";
import { readResult } from "./result";
import type { Value } from "./value";
import { writeJson } from "./write-json";

const plain = (value: Value): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "bigint") return Number(value);
  return value instanceof Map ? Object.fromEntries([...value].map(([key, item]) => [key, plain(item)])) : value;
};

describe("readJson", () => {
  test("keeps integers beyond 2^53", () => {
    expect(readJson("[9007199254740993, -9007199254740993, 9007199254740991, 1.5e3]")).toEqual([
      9007199254740993n,
      -9007199254740993n,
      9007199254740991,
      1500,
    ]);
  });

  test("keeps the order of keys, numeric ones too", () => {
    expect([...(readJson('{"b":1,"10":2,"2":3,"__proto__":4}') as Map<string, Value>).keys()]).toEqual([
      "b",
      "10",
      "2",
      "__proto__",
    ]);
  });

  test.each(["", "{", "[1,]", '{"a"}', '"a', "nul", "1 2", "-", "[1 2]"])("refuses %j", (text) => {
    expect(() => readJson(text)).toThrow(SyntaxError);
  });

  test("reads what JSON.parse reads, and writes it back", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(plain(readJson(text))).toEqual(JSON.parse(text));
        expect(JSON.parse(writeJson(readJson(text)))).toEqual(JSON.parse(text));
      }),
    );
  });
});

test("readResult keeps pods as Maps and makes plain objects of the rest", () => {
  const { objects } = readResult(
    '{"release":{"name":"1.30","from":"x"},"objects":[{"kind":"Pod","pod":{"spec":{"n":9007199254740993}}}]}',
  );
  expect(objects[0]!.kind).toBe("Pod");
  expect(objects[0]!.pod).toEqual(new Map([["spec", new Map([["n", 9007199254740993n]])]]));
});
