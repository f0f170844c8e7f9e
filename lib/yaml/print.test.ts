import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringifyJson } from "../go/json";
import { JsonNumber, type Json } from "../go/json-value";
import { printYaml } from "./print";
import { yamlToJson } from "./to-json";

const map = (entries: Record<string, Json>): Json => new Map(Object.entries(entries));

describe("strings", () => {
  test.each<[string, string]>([
    ["a b", "a b"],
    ["", '""'],
    ["yes", '"yes"'],
    ["y", '"y"'],
    ["1", '"1"'],
    ["1.5e3", '"1.5e3"'],
    ["1e400", "1e400"],
    ["2001-1-1", '"2001-1-1"'],
    ["2001-02-30", "2001-02-30"],
    ["2001-12-14 21:59:43.1", '"2001-12-14 21:59:43.1"'],
    ["2001-12-14t21:59:43-05:00", '"2001-12-14t21:59:43-05:00"'],
    ["190:20:30", '"190:20:30"'],
    ["1:60", "1:60"],
    ["~", '"~"'],
    ["<<", "<<"],
    ["- a", "'- a'"],
    ["-a", "-a"],
    ["a: b", "'a: b'"],
    ["a:b", "a:b"],
    ["a #b", "'a #b'"],
    ["it's", "it's"],
    ["'x", "'''x'"],
    [" a", "' a'"],
    ["---", "'---'"],
    ["a\tb", '"a\\tb"'],
    ["😀", '"\\U0001F600"'],
    ["é\u00a0", "é\u00a0"],
    ["\ufeffa", '"\\uFEFF\\x61"'],
    ["a\u0085b", "a b"],
    ["\udcff", "\ufffd"],
    ["a\nb", "|-\n  a\n  b"],
    ["a\n", "|\n  a"],
    ["a\n\n", "|+\n  a\n"],
    ["\n a", "|2-\n\n   a"],
    [" a\nb", "|2-\n   a\n  b"],
    ["a \nb", '"a \\nb"'],
    ["a\u2028b", "'a\u2028  b'"],
  ])("%j", (value, printed) => {
    expect(printYaml(value)).toBe(`${printed}\n`);
  });

  test("lines are broken at single spaces beyond column 80", () => {
    const words = Array(20).fill("words").join(" ");
    const [first, second] = [Array(14).fill("words").join(" "), Array(6).fill("words").join(" ")];
    expect(printYaml(words)).toBe(`${first}\n  ${second}\n`);
    expect(printYaml(map({ k: `# ${words}` }))).toMatch(/^k: '# (words ){12}words\n {2}words/);
    const gap = `"\t${"x".repeat(90)}  ${"x".repeat(90)} y`;
    expect(printYaml(gap)).toBe(`"\\"\\t${"x".repeat(90)}\n  \\ ${"x".repeat(90)}\n  y"\n`);
  });

  test("U+007F and its like cannot be printed, nor keys that YAML could not read", () => {
    expect(() => printYaml("a\x7f")).toThrow("yaml: control characters are not allowed");
    expect(() => printYaml("\uffff")).toThrow("yaml: control characters are not allowed");
    expect(() => printYaml(map({ ["k".repeat(1023)]: 1 }))).toThrow("yaml: did not find expected ',' or '}'");
    expect(() => printYaml(NaN)).toThrow("json: unsupported value: NaN");
  });
});

test.each<[Json, string]>([
  [1000000, "1000000"],
  [1e20, "1e+20"],
  [1e21, "1e+21"],
  [1e-7, "1e-07"],
  [1234567.5, "1.2345675e+06"],
  [-0, "0"],
  [new JsonNumber("9223372036854775807"), "9223372036854775807"],
  [new JsonNumber("30.0"), "30"],
  [new JsonNumber("1e6"), "1e+06"],
  [null, "null"],
  [[], "[]"],
  [map({}), "{}"],
])("%j prints as %s", (value, printed) => {
  expect(printYaml(value)).toBe(`${printed}\n`);
});

describe("collections", () => {
  test("lists in mappings are not indented, lists in lists are", () => {
    const value = map({ a: [map({ b: [1], c: map({ d: [[1, 2], [map({})], []] }) })] });
    expect(printYaml(value)).toBe("a:\n- b:\n  - 1\n  c:\n    d:\n    - - 1\n      - 2\n    - - {}\n    - []\n");
  });

  test("keys are in natural order", () => {
    const keys = ["a10", "a9", "a1", "b", "B", "_", "/x", "x.y", "xy", "x1", "x01", "é", "10", "9", "1.5"];
    const printed = printYaml(new Map(keys.map((key) => [key, 0])));
    expect(printed.replaceAll(/: 0\n/g, " ")).toBe('/x _ "1.5" "9" "10" B a1 a9 a10 b x.y x1 x01 xy é ');
  });

  test("long keys and keys of several lines stand after a question mark", () => {
    const key = "k".repeat(129);
    expect(printYaml(map({ [key]: [1] }))).toBe(`? ${key}\n: - 1\n`);
    expect(printYaml(map({ "a\nb": map({ c: 1 }) }))).toBe("? |-\n  a\n  b\n: c: 1\n");
  });
});

test("what is printed reads as the same value", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string(),
    fc.constantFrom("y", "1", "~", "a: b", "x\n", " ", "- "),
  );
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.constantFrom<Json>(null, true, false),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.array(fc.tuple(text, tie("value")), { maxLength: 4 }).map((entries) => new Map(entries) as Json),
    ),
  }));
  // These do not survive: what YAML does not allow, U+0085 (a line break to YAML), long keys, and a key `<<` (printed plain).
  const lost = /[\x7f-\x9f\ufffe\uffff]|\\u00(?:7f|[89])|"\\u003c\\u003c":/;
  fc.assert(
    fc.property(value, (v) => {
      const json = stringifyJson(v);
      fc.pre(!lost.test(json));
      expect(stringifyJson(yamlToJson(printYaml(v)))).toBe(json);
    }),
    { numRuns: 200 },
  );
});
