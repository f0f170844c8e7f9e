import { describe, expect, it } from "vitest";
import { Lines } from "../source/lines";
import { contentPlaces } from "./content-place";
import { parseYaml } from "./parse";

/** For each character of the content that is no blank, what stands at its place in the text. */
function written(text: string): string {
  const { root } = parseYaml(text);
  const node = root!.children[1]!;
  const lines = new Lines(text);
  const places = contentPlaces(text, node, lines);
  const content = new Lines(node.value);
  return [...node.value]
    .map((_, offset) => text[lines.offset(places(content.at(offset)))])
    .filter((_, offset) => !/\s/.test(node.value[offset]!))
    .join("");
}

describe("contentPlaces", () => {
  it.each([
    ["plain", "k: one two", "onetwo"],
    ["plain over lines", "k: one\n  two\n\n  three", "onetwothree"],
    ["single quotes", "k: 'it''s\n  so'", "it'sso"],
    ["double quotes", 'k: "a\\tb\\nc\n  d\\\n   e \\u0041f"', "abcde\\f"],
    ["a literal block", "k: |2\n    in\n\n  out\nz: 1", "inout"],
    ["a literal block with empty lines first", "k: |-\n\n   a\n    b", "ab"],
    ["a folded block", "k: >\n  a b\n  c\n\n    d\n  e\n", "abcde"],
  ])("finds each character: %s", (_, text, expected) => {
    expect(written(text)).toBe(expected);
  });

  it("counts a character beyond 16 bits as its two units", () => {
    const text = 'k: "\\U0001F600x"';
    const places = contentPlaces(text, parseYaml(text).root!.children[1]!, new Lines(text));
    expect(places({ line: 1, column: 3 })).toEqual({ line: 1, column: text.indexOf("x") + 1 });
  });
});
