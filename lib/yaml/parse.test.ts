import { describe, expect, test } from "vitest";
import { GoError } from "../source/errors";
import { parseYaml } from "./parse";

function failure(text: string): [string, number, number] | undefined {
  try {
    parseYaml(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof GoError)) throw error;
    return [error.message, error.position!.line, error.position!.column];
  }
}

describe("parse errors have go-yaml's text and the place of the problem", () => {
  test.each<[string, string, number, number]>([
    ["a: b: c", "yaml: mapping values are not allowed in this context", 1, 5],
    ["a:\n  b\n c: d\n", "yaml: line 3: mapping values are not allowed in this context", 3, 3],
    ["a: 1\n b: 2\n", "yaml: line 2: mapping values are not allowed in this context", 2, 3],
    ["a:\n  - b\n  c: d\n", "yaml: line 2: did not find expected '-' indicator", 3, 3],
    ["a: b\n- c\n", "yaml: line 1: did not find expected key", 2, 1],
    ["x: [a, b\n", "yaml: line 1: did not find expected ',' or ']'", 2, 1],
    ["x: {a b: c, d}}\n", "yaml: did not find expected key", 1, 15],
    ["a\nb: c", "yaml: line 2: mapping values are not allowed in this context", 2, 2],
    ["a: b\nccc\nd: e\n", "yaml: line 3: could not find expected ':'", 2, 1],
    ["\ta: b", "yaml: found character that cannot start any token", 1, 1],
    ["a: @b", "yaml: found character that cannot start any token", 1, 4],
    ["a: 'b", "yaml: found unexpected end of stream", 1, 4],
    ["a: 'b\n---\n", "yaml: line 2: found unexpected document indicator", 2, 1],
    ['a: "\\q"', "yaml: found unknown escape character", 1, 5],
    ['"\\ud83d\\ude00"', "yaml: found invalid Unicode character escape code", 1, 4],
    ["a: |x\n", "yaml: did not find expected comment or line break", 1, 4],
    ["a: |0\n", "yaml: found an indentation indicator equal to 0", 1, 5],
    ["a: |\n\tb\n", "yaml: line 2: found a tab character where an indentation space is expected", 1, 4],
    ["a: *b", "yaml: unknown anchor 'b' referenced", 1, 4],
    ["a: &\n", "yaml: did not find expected alphabetic or numeric character", 1, 5],
    ["a: !x!y z", "yaml: found undefined tag handle", 1, 4],
    ["%YAML 1.2\n---\na", "yaml: found incompatible YAML document", 1, 1],
    ["%YAML 1.1\n%YAML 1.1\n---\na", "yaml: line 1: found duplicate %YAML directive", 2, 1],
    ["%FOO\n", "yaml: found unknown directive name", 1, 1],
    ["a: b\x01", "yaml: control characters are not allowed", 1, 5],
    ["a: b\udcff", "yaml: invalid leading UTF-8 octet", 1, 5],
    ["[".repeat(10001), "yaml: exceeded max depth of 10000", 1, 10001],
  ])("%j", (text, message, line, column) => {
    expect(failure(text)).toEqual([message, line, column]);
  });

  test("what is wrong before the piece with a forbidden character is read comes first", () => {
    const late = `a: b: c\n${"x".repeat(600)}\x01`;
    expect(failure(late)?.[0]).toBe("yaml: mapping values are not allowed in this context");
    expect(failure(`a: b: c\n${"x".repeat(400)}\x01`)?.[0]).toBe("yaml: control characters are not allowed");
  });
});

describe("nodes", () => {
  test("keep their place, their style, and the content with folding and escapes undone", () => {
    const text = "k: &x !t 'it''s'\nl: |-\n  a\n  b\nm: [p,\n  q r\n  s]\n";
    const root = parseYaml(text).root!;
    const seen = root.children.map((n) => [n.kind, n.style, n.value, n.tag, text.slice(n.start, n.end)]);
    expect(seen).toEqual([
      ["scalar", "plain", "k", "", "k"],
      ["scalar", "single", "it's", "!t", "'it''s'"],
      ["scalar", "plain", "l", "", "l"],
      ["scalar", "literal", "a\nb", "", "|-\n  a\n  b\n"],
      ["scalar", "plain", "m", "", "m"],
      ["sequence", "flow", "", "", "[p,\n  q r\n  s]"],
    ]);
    expect(root.children[5]!.children.map((n) => n.value)).toEqual(["p", "q r s"]);
  });

  test("only the first document is read", () => {
    expect(parseYaml("a\n---\n{[\x20").root?.value).toBe("a");
    expect(parseYaml("# nothing\n").root).toBeUndefined();
    expect(parseYaml("").root).toBeUndefined();
  });

  test.each<[string, string]>([
    ["|\n a\n\n b\n\n", "a\n\nb\n"],
    ["|+\n a\n\n", "a\n\n"],
    ["|2\n   a\n", " a\n"],
    [">\n a\n b\n\n c\n  d\n e\n", "a b\nc\n d\ne\n"],
    [">-\n a\n\n\n b\n", "a\n\nb"],
    ["a\n b\n\n c", "a b\nc"],
    ['"a \\\n  b\n\n c"', "a b\nc"],
    ['"\\x41\\u00e9\\U0001F600\\_\\N"', "Aé😀\u00a0\u0085"],
    ["'a\u0085b'", "a b"],
    ["a\u2028 b", "a\u2028b"],
    ["a#b # c", "a#b"],
    ["%a", "%a"],
  ])("%j is %j", (text, value) => {
    if (text.startsWith("%")) expect(() => parseYaml(text)).toThrow("found unknown directive name");
    else expect(parseYaml(text).root?.value).toBe(value);
  });
});
