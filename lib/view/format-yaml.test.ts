import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { exampleRequest } from "../example";
import { inject, resultText } from "../index";
import { formatYaml } from "./format-yaml";

const formatted = (text: string): string => {
  const result = formatYaml(text);
  if ("line" in result) throw new Error(`line ${result.line}`);
  return result.text;
};
const read = (text: string) =>
  [parseAllDocuments(text, { version: "1.1", uniqueKeys: false })].flat().map((document) => document.toJS());

test("JSON and flow style become blocks; comments, quotes and the spelling of numbers stay", () => {
  expect(formatted('{"kind":"Pod","spec":{"containers":[{"name":"a","args":["1", "x: y"],"empty":{}}]}}')).toBe(
    'kind: Pod\nspec:\n  containers:\n  - name: a\n    args:\n    - "1"\n    - "x: y"\n    empty: {}\n',
  );
  expect(formatted("# top\na:   012 # octal\nb:\n    - yes\n    - 'no'\n")).toBe(
    "# top\na: 012 # octal\nb:\n- yes\n- 'no'\n",
  );
  expect(formatted("a: |-\n    {{ if x }}\n      b: c\n    {{ end }}\n")).toBe(
    "a: |-\n  {{ if x }}\n    b: c\n  {{ end }}\n",
  );
});

test("what some reader takes for a number keeps its quotes", () => {
  expect(formatted('{"E0": "e-12", "E": "E0x"}')).toBe('"E0": "e-12"\nE: E0x\n');
});

test("documents stay apart", () => {
  expect(read(formatted("a: 1\n---\n{b: 2}\n---\n# only a comment\nc: [3]\n"))).toEqual([
    { a: 1 },
    { b: 2 },
    { c: [3] },
  ]);
});

test("what is no YAML is left alone, and its line named", () => {
  expect(formatYaml("a: 1\nb: [\n")).toHaveProperty("line");
});

test("the example means the same, and is laid out so once and for all", () => {
  const workload = formatted(exampleRequest.workload);
  const injector = formatted(exampleRequest.injector as string);
  const pods = (request: typeof exampleRequest) =>
    JSON.parse(resultText(inject({ ...request, options: { include: [] } }))).objects[0].pod;
  expect(pods({ ...exampleRequest, workload, injector })).toEqual(pods(exampleRequest));
  expect(formatted(workload)).toBe(workload);
});

test("any JSON keeps its meaning", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (text) => {
      expect(read(formatted(text))).toEqual(read(text));
    }),
    { numRuns: 300, examples: [['{"E0":""}']] },
  );
});
