import { describe, expect, test } from "vitest";
import { MAX_TEXT_BYTES } from "./limits";
import { jsonErrorOffset } from "./json-body";
import { parseRequest } from "./parse-request";
import { type Problem, ProblemError } from "./problem";

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
const problem = (body: Uint8Array): Problem | undefined => {
  try {
    parseRequest(body);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return undefined;
};

describe("parseRequest", () => {
  test("takes a request of the form", () => {
    const request = {
      workload: "a",
      injector: { config: "c", values: "v" },
      options: { nativeSidecars: true, include: ["patch"] },
    };
    expect(parseRequest(bytes(request))).toEqual(request);
  });

  test.each([
    [{ injector: "" }, "/workload", "is required"],
    [{ workload: 5, injector: "" }, "/workload", "must be a string"],
    [{ workload: "", injector: { config: "" } }, "/injector/values", "is required"],
    [
      { workload: "", injector: "", options: { path: "x" } },
      "/options/path",
      'must be one of "webhook", "kube-inject"',
    ],
    [{ workload: "", injector: "", options: { release: "1.5" } }, "/options/release", "must be one of"],
    [{ workload: "", injector: "", options: { includes: [] } }, "/options/includes", "is not a known field"],
    [{ workload: "", injector: "", options: { include: ["stages", "x"] } }, "/options/include/1", "must be one of"],
    [[], "", "must be an object"],
  ])("names the field of %j", (request, field, message) => {
    const found = problem(bytes(request));
    expect(found).toMatchObject({ status: 400, field });
    expect(found!.detail).toContain(message);
  });

  test("names the place where a body stops being JSON, and quotes none of it", () => {
    expect(problem(bytes('{\n  "workload": secret}'))).toEqual({
      status: 400,
      title: "Not JSON",
      detail: "The request body stops being JSON at line 2, column 15.",
      line: 2,
      column: 15,
    });
    expect(problem(bytes(""))).toMatchObject({ detail: "The request body ends too early at line 1, column 1." });
    expect(problem(new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject({
      status: 400,
      detail: "The request body is not UTF-8.",
    });
  });

  test("takes a text at the limit and refuses one byte more, naming it", () => {
    const text = "é".repeat(MAX_TEXT_BYTES / 2);
    expect(problem(bytes({ workload: text, injector: "" }))).toBeUndefined();
    expect(problem(bytes({ workload: "", injector: "", mesh: `${text}x` }))).toMatchObject({
      status: 413,
      field: "/mesh",
    });
  });
});

test.each([
  ["{", 1],
  ["[1,]", 3],
  ['{"a":1,}', 7],
  ['{"a" 1}', 5],
  ["[1 2]", 3],
  ['["\\x"]', 1],
  ["nul", 0],
  ["01", 1],
  ["[1]]", 3],
  ['{"a":[{"b":}]}', 11],
  ["[}", 1],
])("jsonErrorOffset(%j) is %i", (text, offset) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(jsonErrorOffset(text)).toBe(offset);
});
