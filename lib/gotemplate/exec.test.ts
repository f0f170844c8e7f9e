import { describe, expect, it } from "vitest";
import {
  ANY,
  FLOAT64,
  INT,
  mapOf,
  ptrTo,
  sliceOf,
  STRING,
  type GoField,
  type GoMethod,
  type GoType,
} from "../go/types";
import { type GoValue, Typed } from "../go/value";
import { GoError, GoPanic, LimitError } from "../source/errors";
import { execute, type ExecuteOptions } from "./exec";
import type { GoFunction } from "./function";
import { parseTemplate } from "./template";

const field = (go: string, type: GoType): GoField => ({
  go,
  json: go,
  key: go,
  type,
  omitempty: false,
  omitzero: false,
  inline: false,
  embedded: false,
  patchStrategy: [],
  patchMergeKey: "",
});
const method = (
  name: string,
  pointerReceiver: boolean,
  params: GoType[],
  out: GoType[],
  call: GoMethod["call"],
): [string, GoMethod] => [name, { name, pointerReceiver, in: params, out, variadic: false, call }];
const box: GoType = {
  kind: "struct",
  name: "p.Box",
  path: "x/p.Box",
  fields: [field("Name", STRING), field("Size", ptrTo(INT)), field("hidden", INT), field("Any", ANY)],
  methods: new Map([
    method("Hello", true, [STRING], [STRING], (node, [to]) => `${(node as { Name: string }).Name}>${String(to)}`),
    method("Two", false, [], [INT, INT], undefined),
  ]),
};
const boxed = { Name: "b", Size: 5 };

const fn = (
  name: string,
  params: GoType[],
  variadic: boolean,
  out: GoType,
  call: GoFunction["call"],
): [string, GoFunction] => [name, { name, in: params, variadic, out, call }];
const functions = new Map<string, GoFunction>([
  fn("double", [INT], false, INT, (n: number) => n * 2),
  fn("half", [FLOAT64], false, FLOAT64, (n: number) => n / 2),
  fn("up", [STRING], false, STRING, (s: string) => s.toUpperCase()),
  fn("list", [ANY], true, sliceOf(ANY), (...items: GoValue[]) => items),
  fn("fail", [STRING], false, STRING, (s: string) => {
    throw new GoError(`no ${s}`);
  }),
  fn("panic", [], false, STRING, () => {
    throw new GoPanic("runtime error: integer divide by zero");
  }),
]);

const data = new Map<string, GoValue>([
  ["n", 42],
  ["s", "text"],
  ["nil", null],
  ["l", ["a", 2, null]],
  [
    "m",
    new Map<string, GoValue>([
      ["b", "2"],
      ["a", "1"],
    ]),
  ],
  ["box", new Typed(ptrTo(box), boxed)],
  ["none", new Typed(ptrTo(box), null)],
  ["boxes", new Typed(mapOf(STRING, box), new Map([["x", boxed]]))],
]);

const run = (text: string, options?: ExecuteOptions) =>
  execute(parseTemplate("inject", text, functions), data, options);

function failure(text: string): GoError {
  try {
    run(text);
  } catch (e) {
    return e as GoError;
  }
  throw new Error(`ran: ${text}`);
}

describe("execute", () => {
  it.each([
    ["{{.n}} {{.s}} {{.nope}} {{.nope.x.y}} {{.nil}}", "42 text <no value> <no value> <no value>"],
    ["{{range $k, $v := .m}}{{$k}}={{$v}};{{end}}{{range .nope}}x{{else}}none{{end}}", "a=1;b=2;none"],
    ["{{range $i, $e := .l}}{{if eq $i 1}}{{continue}}{{end}}{{$i}}{{$e}},{{end}}", "0a,2<no value>,"],
    ["{{range 5}}{{if eq . 3}}{{break}}{{end}}{{with 9}}{{.}}{{end}}{{.}} {{end}}{{.n}}", "90 91 92 42"],
    ["{{$x := 1}}{{if true}}{{$x = 2}}{{$y := 3}}{{end}}{{$x}}", "2"],
    ["{{with .m}}{{.a}}{{else}}no{{end}}{{with .nil}}x{{else with .s}}{{.}}{{end}}", "1text"],
    ["{{define `t`}}<{{.}}{{$}}>{{end}}{{template `t` .s}}{{block `b` 1}}[{{.}}]{{end}}", "<texttext>[1]"],
    ["{{and 1 0 (fail `x`)}}{{or 0 `` 7}}{{not 0}}{{len .s}}{{index .l 1}}{{index .m `zz`}}", "07true42<no value>"],
    ["{{.n | printf `%v-%s` 1}} {{3 | double | print}} {{up `a`}}{{half 3}}", "1-%!s(float64=42) 6 A1.5"],
    ["{{.box.Name}}{{.box.Size}}{{.box.Hello `y`}}{{`z` | .box.Hello}}{{.box.Any}}", "b5b>yb>z<no value>"],
    ["{{eq 1 2 1}}{{eq .nil nil}}{{ne `a` `b`}}{{lt 1 2}}{{ge 2.0 2.5}}{{eq .none nil}}", "truetruetruetruefalsetrue"],
    ["{{0x1F}} {{1_000}} {{'a'}} {{1e3}} {{1.0}} {{2i}}", "31 1000 97 1000 1 (0+2i)"],
    ["{{html `<a&'>`}} {{js `it's é`}} {{urlquery `a b/é`}}", "&lt;a&amp;&#39;&gt; it\\'s é a+b%2F%C3%A9"],
  ])("%s", (text, output) => expect(run(text)).toBe(output));

  it.each([
    ["{{.s.x}}", "1:4", "<.s.x>: can't evaluate field x in type interface {}"],
    ["é{{.nil.x}}", "1:8", "<.nil.x>: nil pointer evaluating interface {}.x"],
    ["\n{{.none.Name}}", "2:7", "<.none.Name>: nil pointer evaluating interface {}.Name"],
    ["{{.box.hidden}}", "1:6", "<.box.hidden>: hidden is an unexported field of struct type interface {}"],
    ["{{.boxes.x.Hello `a`}}", "1:8", "<.boxes.x.Hello>: can't evaluate field Hello in type p.Box"],
    [
      "{{.box.Two}}",
      "1:6",
      "<.box.Two>: invalid function signature for Two: second return value should be error; is int",
    ],
    ["{{.s 1}}", "1:2", "<.s>: s is not a method but has arguments"],
    ["{{double .n}}", "1:9", "<.n>: wrong type for value; expected int; got float64"],
    ["{{double 1 2}}", "1:2", "<double>: wrong number of args for double: want 1 got 2"],
    ["{{double `a`}}", "1:9", "<`a`>: expected integer; found `a`"],
    ["{{up nil}}", "1:5", "<nil>: cannot assign nil to string"],
    ["{{up .nope}}", "1:5", "<.nope>: invalid value; expected string"],
    ["{{fail `x`}}", "1:2", "<fail `x`>: error calling fail: no x"],
    ["{{panic}}", "1:2", "<panic>: error calling panic: runtime error: integer divide by zero"],
    ["{{(index .l 3).x}}", "1:3", "<index .l 3>: error calling index: reflect: slice index out of range"],
    ["{{index .l 4}}", "1:2", "<index .l 4>: error calling index: index out of range: 4"],
    ["{{index .m 1}}", "1:2", "<index .m 1>: error calling index: value has type int; should be string"],
    ["{{eq .n 42}}", "1:2", "<eq .n 42>: error calling eq: incompatible types for comparison: float64 and int"],
    [
      "{{eq .l .l}}",
      "1:2",
      "<eq .l .l>: error calling eq: non-comparable type [a %!s(float64=2) <nil>]: []interface {}",
    ],
    ["{{range .s}}{{end}}", "1:8", "<.s>: range can't iterate over text"],
    ["{{9223372036854775808}}", "1:2", "<9223372036854775808>: 9223372036854775808 overflows int"],
    ["{{nil}}", "1:2", "<nil>: nil is not a command"],
    ["{{call .s}}", "1:2", "<call .s>: error calling call: non-function .s of type string"],
    ["{{template `x`}}", "1:11", '<{{template "x"}}>: template "x" not defined'],
    ["{{and 0 ($x := 1)}}{{$x}}", "1:21", "<$x>: undefined variable: $x"],
  ])("%s", (text, at, message) => {
    expect(failure(text).message).toBe(`template: inject:${at}: executing "inject" at ${message}`);
  });

  it("stops recursion where Go does", () => {
    expect(() => run("{{define `r`}}{{template `r`}}{{end}}{{template `r`}}")).toThrow(
      'template: inject:1:25: executing "r" at <{{template "r"}}>: exceeded maximum template depth (100000)',
    );
  });

  it("keeps its limits, and never overflows the stack", () => {
    expect(() => run("{{range 1000000}}{{end}}", { limits: { steps: 1000, output: 10 } })).toThrow(LimitError);
    expect(() => run("{{range 1000}}abc{{end}}", { limits: { steps: 10000, output: 10 } })).toThrow(LimitError);
    expect(() => run(`{{${"(".repeat(9999)}1${")".repeat(9999)}}}`)).toThrow(LimitError);
    expect(() => run("{{if 1}}".repeat(50000))).toThrow(LimitError);
  });

  it("tells where an error is", () => {
    expect(failure("x\né {{ .s.x }}").position).toEqual({ line: 2, column: 8 });
  });
});
