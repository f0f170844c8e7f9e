import { describe, expect, it } from "vitest";
import { functionTable } from "../../functions/index";
import type { GoValue } from "../../go/value";
import { execute } from "../../gotemplate/exec";
import { parseTemplate } from "../../gotemplate/template";
import { Trace } from "../../gotemplate/trace";
import { InputFlow } from "../../provenance/flow";
import { Input } from "../../provenance/input";
import { inputsIn, type Inputs } from "../../provenance/inputs";
import { yamlToJson } from "../../yaml/to-json";
import { patchOf } from "../overlay";
import { podTypeOf } from "../setup";
import { renderedTree } from "./rendered";
import { LeafTree, ListTree, MapTree, type Tree } from "./tree";

const functions = functionTable({ release: 30, env: new Map(), protoToJson: () => "{}", defaultProxyConfig: {} });
const podType = podTypeOf(30);

interface Told {
  /** `data | control @ what of the template wrote it`, by path. */
  readonly leaves: Record<string, string>;
  /** What decided that something is absent, by its path; `*` for anything. */
  readonly absent: Record<string, string>;
}

/** The tree of what a template makes of values. */
function treeOf(lines: readonly string[], values: string): Told {
  const text = lines.join("\n");
  const template = parseTemplate("t", text, functions);
  const trace = new Trace(new InputFlow(Input.root("values")));
  const output = execute(template, yamlToJson(values) as GoValue, { trace });
  return told(renderedTree("t", template, output, trace, patchOf(output).patch, podType), text);
}

function told(tree: Tree, text: string): Told {
  const result: Told = { leaves: {}, absent: {} };
  const absent = (path: string, control: Inputs) => {
    result.absent[path] = names(control);
  };
  const walk = (node: Tree, path: string, around: readonly Inputs[]): void => {
    const control = [...around, node.control];
    if (node instanceof LeafTree) {
      const { span, data, control: own } = node.origin;
      const deciding = names(...control, own);
      const wrote = span ? text.slice(span.start, span.end) : "";
      result.leaves[path] = `${names(data)} | ${deciding} @ ${wrote}`;
    } else if (node instanceof MapTree) {
      for (const [key, by] of node.absent) absent(`${path}/${key}`, by);
      if (node.absentAny) absent(`${path}/*`, node.absentAny);
      for (const [key, member] of node.members) walk(member, `${path}/${key}`, control);
    } else if (node instanceof ListTree) {
      for (const { key, control: by } of node.absent) absent(`${path}/${key ?? "*"}`, by);
      for (const [i, item] of node.items.entries()) walk(item.tree, `${path}/${item.key ?? i}`, control);
    }
  };
  walk(tree, "", []);
  return result;
}

function names(...sets: readonly Inputs[]): string {
  const pointers = new Set(sets.flatMap((set) => [...inputsIn(set)].map((input) => input.pointer.slice(1))));
  return [...pointers].sort().join(" ");
}

describe("renderedTree", () => {
  it("tells of each leaf what wrote it, what it was made of and what decided that it is there", () => {
    const { leaves } = treeOf(
      [
        "metadata:",
        "  labels:",
        "    plain: {{ .a }}",
        '    "quoted": "x-{{ .b }}.{{ .a }}"',
        "    {{- if .c }}",
        "    if: 'fixed'",
        "    {{- end }}",
        "    branches: {{ if .d }}one{{ else }}{{ .e }}{{ end }}-end",
        "    {{ .f }}: key",
      ],
      `{a: "ä😀", b: "2", c: "3", d: "", e: e, f: f}`,
    );
    expect(leaves).toEqual({
      "/metadata/labels/plain": "a |  @ plain: {{ .a }}",
      "/metadata/labels/quoted": 'a b |  @ "quoted": "x-{{ .b }}.{{ .a }}"',
      "/metadata/labels/if": " | c @ if: 'fixed'",
      "/metadata/labels/branches": "e | d @ branches: {{ if .d }}one{{ else }}{{ .e }}{{ end }}-end",
      "/metadata/labels/f": " | f @ {{ .f }}: key",
    });
  });
});
