import { expect, test } from "vitest";
import { parseValues } from "./values";

test("both views", () => {
  const { typed, map } = parseValues(
    30,
    "global: {hub: h, tag: 1.10, proxy: {image: p}}\nbig: 9007199254740993\nunknown: [true, null]",
  );
  expect(typed.global).toMatchObject({ hub: "h", tag: { numberValue: 1.1 }, proxy: { image: "p" } });
  expect(map.get("big")).toBe(9007199254740992);
  expect(map.get("unknown")).toEqual([true, null]);
});

test("an empty text gives an empty map", () => {
  expect(parseValues(30, "").map.size).toBe(0);
  expect(parseValues(30, "null").typed).toEqual({});
});

test("errors", () => {
  const prefix = "could not parse configuration values: ";
  expect(() => parseValues(30, "a: [")).toThrow(`${prefix}yaml: line 1: did not find expected node content`);
  expect(() => parseValues(30, "global: {hub: 5}")).toThrow(
    `${prefix}json: cannot unmarshal number into Go value of type string`,
  );
  expect(() => parseValues(30, "- a")).toThrow(
    `${prefix}json: cannot unmarshal array into Go value of type map[string]json.RawMessage`,
  );
});

test("from 1.22 to 1.28 Kubernetes' own messages are read strictly", () => {
  const lifecycle = "global: {proxy: {lifecycle: {preStop: {httpGet: {port: 15020}}}}}";
  const text =
    "could not parse configuration values: json: cannot unmarshal number into Go value of type map[string]json.RawMessage";
  expect(() => parseValues(21, lifecycle)).not.toThrow();
  expect(() => parseValues(22, lifecycle)).toThrow(text);
  expect(() => parseValues(28, lifecycle)).toThrow(text);
  expect(() => parseValues(29, lifecycle)).not.toThrow();
});
