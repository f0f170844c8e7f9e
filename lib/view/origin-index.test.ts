import { describe, expect, test } from "vitest";
import type { Origin, Place } from "../index";
import { originIndex } from "./origin-index";

const origin = (parts: Partial<Origin>): Origin => ({
  step: "template",
  data: [],
  control: [],
  sentence: { en: "", zh: "" },
  ...parts,
});
const values = (pointer: string): Place => ({ source: "values", pointer, line: 9, column: 1 });
const hub = values("/global/hub");
const level = values("/global/proxy/logLevel");
const annotation: Place = { source: "workload", pointer: "/metadata/annotations/a~1b", line: 4, column: 5 };

const index = originIndex(
  {
    "/spec/image": origin({ data: [hub], at: { source: "injector", line: 20, endLine: 21 } }),
    "/spec/args/0": origin({ data: [level], control: [annotation], at: { source: "injector", line: 21, endLine: 21 } }),
    "/spec/args/1": origin({
      control: [level, values("/global")],
      over: origin({ at: { source: "injector", line: 3 } }),
    }),
  },
  {
    "/metadata/annotations/a~1b": origin({
      step: "prometheusMerge",
      control: [annotation],
      over: origin({ at: annotation }),
    }),
  },
);

const found = (answer: ReturnType<typeof index.onLine>) =>
  answer.map(({ pointer, role, removed }) => `${role} ${pointer}${removed ? " removed" : ""}`);

describe("on a line", () => {
  test("of a template: what it wrote, over several lines too, and what was written over that", () => {
    expect(found(index.onLine("injector", 20))).toEqual(["at /spec/image"]);
    expect(found(index.onLine("injector", 21))).toEqual(["at /spec/image", "at /spec/args/0"]);
    expect(found(index.onLine("injector", 3))).toEqual(["over /spec/args/1"]);
    expect(index.onLine("injector", 4)).toEqual([]);
    expect(index.onLine("mesh", 20)).toEqual([]);
  });

  test("of an input: what comes from it", () => {
    expect(found(index.onLine("workload", 4))).toEqual([
      "control /spec/args/0",
      "control /metadata/annotations/a~1b removed",
    ]);
  });
});

describe("of an input", () => {
  test("data counts more than control, and what is in it and around it belongs to it", () => {
    expect(found(index.ofInput("values", "/global/proxy"))).toEqual(["data /spec/args/0", "control /spec/args/1"]);
    expect(found(index.ofInput("values", ""))).toEqual([
      "data /spec/image",
      "data /spec/args/0",
      "control /spec/args/1",
    ]);
    // The last was decided by the whole of /global.
    expect(found(index.ofInput("values", "/global/hub"))).toEqual(["data /spec/image", "control /spec/args/1"]);
    expect(found(index.ofInput("values", "/global/new"))).toEqual(["control /spec/args/1"]);
    expect(index.ofInput("values", "/other")).toEqual([]);
    expect(index.ofInput("options", "")).toEqual([]);
  });

  test("removed leaves are told apart", () => {
    expect(found(index.ofInput("workload", "/metadata/annotations/a~1b"))).toEqual([
      "control /spec/args/0",
      "control /metadata/annotations/a~1b removed",
    ]);
  });
});

test("is built and asked in the time of its size", () => {
  const many = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, i) => [
      `/leaf/${i}`,
      origin({ data: [values(`/list/${i}`)], at: { source: "injector", line: i + 1 } }),
    ]),
  );
  const large = originIndex(many);
  let found = 0;
  for (let i = 0; i < 5_000; i++) {
    found += large.onLine("injector", i + 1).length + large.ofInput("values", `/list/${i}`).length;
  }
  expect(found).toBe(10_000);
});
