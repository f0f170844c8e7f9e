import { expect, it } from "vitest";
import { GoError } from "../source/errors";
import { nodeText } from "./node";
import { parseTemplate } from "./template";

const parse = (text: string) => parseTemplate("inject", text, new Map());
const main = (text: string) => nodeText(parse(text).trees.get("inject")!.root);

function failure(text: string): GoError {
  try {
    parse(text);
  } catch (e) {
    return e as GoError;
  }
  throw new Error(`parsed: ${text}`);
}

it.each([
  ["a {{- 1 -}} b", "a{{1}}b"],
  ["{{ .a.b|print  `x` }}", "{{.a.b | print `x`}}"],
  ["{{if not (eq .x 1)}}y{{else if .z}}n{{end}}", "{{if not (eq .x 1)}}y{{else}}{{if .z}}n{{end}}{{end}}"],
  ["{{range $i, $e := .l}}{{break}}{{end}}", "{{range $i, $e := .l}}{{break}}{{end}}"],
  ["{{(index .x 0).y.z}}{{$.a}}", "{{(index .x 0).y.z}}{{$.a}}"],
  ["{{/* c */}}{{template `t` .}}", '{{template "t" .}}'],
  ["{{1 | }}", "{{1}}"],
])("parses %s", (text, printed) => expect(main(text)).toBe(printed));

it.each([
  ["{{", "1: unclosed action"],
  ["a\n{{ if }}", "2: missing value for if"],
  ["{{foo}}", '1: function "foo" not defined'],
  ["{{$x}}", '1: undefined variable "$x"'],
  ["{{if 1}}", "1: unexpected EOF"],
  ["{{end}}", "1: unexpected {{end}}"],
  ["{{1 2 \n\n}", '3: unexpected "}" in operand'],
  ["{{print 1\n\n", "3: unclosed action started at inject:1"],
  ['{{print "a""b"}}', '1: unexpected "\\"b\\"" in operand'],
  ["{{1 | 2}}", "1: non executable command in pipeline stage 2"],
  ["{{/* a }}", "1: unclosed comment"],
  ["{{- /* a */-}}", "1: comment ends before closing delimiter"],
  ["{{08}}", '1: integer overflow: "08"'],
  ["{{0x10i}}", '1: illegal number syntax: "0x10i"'],
  ["{{18446744073709551616}}", '1: integer overflow: "18446744073709551616"'],
  ["{{'ab'}}", "1: malformed character constant: 'ab'"],
  ["{{1+i}}", "1: syntax error scanning complex number"],
  ["{{break}}", "1: {{break}} outside {{range}}"],
  ["{{range $a, $b, $c := .}}{{end}}", "1: too many declarations in range"],
  ["{{.a@}}", "1: bad character U+0040 '@'"],
  ["{{template x}}", '1: unexpected "x" in template clause'],
  ["{{true.x}}", '1: unexpected . after term "true"'],
  ["{{with 1}}{{else if 2}}{{end}}{{end}}", "1: unexpected <if> in input"],
  ["{{define `a`}}1{{end}}{{define `a`}}2{{end}}", '1: template: multiple definition of template "a"'],
  [`{{${"(".repeat(10001)}`, "1: max expression depth exceeded"],
])("refuses %s", (text, message) => expect(failure(text).message).toBe(`template: inject:${message}`));

it("tells where", () => {
  expect(failure("a\n  {{ foo }}").position).toEqual({ line: 2, column: 6 });
});

it("lets a definition of its own name become the template, and empty ones give way", () => {
  const { trees } = parse('\n{{define "inject"}}x{{end}}{{define "e"}} {{end}}{{define "e"}}y{{end}}');
  expect(nodeText(trees.get("inject")!.root)).toBe("x");
  expect(nodeText(trees.get("e")!.root)).toBe("y");
});
