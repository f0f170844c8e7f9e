import { describe, expect, it } from "vitest";
import { functionTable } from "../../functions/index";
import type { GoValue } from "../../go/value";
import { execute } from "../../gotemplate/exec";
import { parseTemplate } from "../../gotemplate/template";
import { Trace } from "../../gotemplate/trace";
import { InputFlow } from "../../provenance/flow";
import { Input } from "../../provenance/input";
import { InputSet, inputsIn, type Inputs } from "../../provenance/inputs";
import { yamlToJson } from "../../yaml/to-json";
import { patchOf } from "../overlay";
import { podTypeOf } from "../setup";
import { renderedTree } from "./rendered";
import { addUnselected } from "./shape-tree";
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

  it("finds its place where several actions wrote the bytes of a character, and behind it", () => {
    const lines = ["metadata:", "  name: {{ substr 0 1 .a }}{{ substr 1 4 .a }}", "  namespace: {{ .b }}"];
    expect(treeOf(lines, `{a: "😀", b: "zö"}`).leaves).toEqual({
      "/metadata/name": "a |  @ name: {{ substr 0 1 .a }}{{ substr 1 4 .a }}",
      "/metadata/namespace": "b |  @ namespace: {{ .b }}",
    });
  });

  it("takes a scalar's own part of what a serialised value came from, and all of its lines", () => {
    const { leaves, absent } = treeOf(
      [
        "spec:",
        "  containers:",
        "  - name: p",
        "    resources:",
        "      {{- toYaml .r | nindent 6 }}",
        "    env:",
        "    - name: LITERAL",
        "      value: |",
        "        one {{ .one }}",
        "        {{- range .more }}",
        "        {{ . }}",
        "        {{- end }}",
        "    - name: FOLDED",
        "      value: >-",
        "        {{ .two }}",
        "        {{- if .three }}",
        "        {{ .three }}",
        "        {{- end }}",
        "    terminationMessagePath: {{ .four }}",
      ],
      `{r: {limits: {cpu: "1"}, requests: {memory: 2Gi}}, one: "1", more: [a, b], two: "2", three: "", four: ""}`,
    );
    const container = "/spec/containers/p";
    expect(leaves[`${container}/resources/limits/cpu`]).toMatch(
      /^r\/limits\/cpu \| .* @ \{\{- toYaml \.r \| nindent 6 \}\}$/,
    );
    expect(leaves[`${container}/resources/requests/memory`]).toMatch(/^r\/requests\/memory \| /);
    expect(leaves[`${container}/resources/limits/cpu`]).not.toContain("memory");
    expect(leaves[`${container}/env/LITERAL/value`]).toMatch(
      /^more\/0 more\/1 one \| more more\/0 more\/1 @ value: \|\n/,
    );
    expect(leaves[`${container}/env/FOLDED/value`]).toMatch(/^two \| three @ value: >-\n *\{\{ \.two \}\}$/);
    expect(leaves[`${container}/terminationMessagePath`]).toMatch(/^four \| /);
    expect(absent).toEqual({});
  });

  it("decides about an element by its merge key, and about one without a key by all that it is", () => {
    const { leaves } = treeOf(
      [
        "spec:",
        "  containers:",
        "  - {{ if .first }}image: {{ .image }}",
        "    name: {{ .name }}{{ end }}",
        "  tolerations:",
        "  - key: {{ .a }}",
        "    value: v",
        "  - key: {{ .b }}",
        "  imagePullSecrets: [{name: {{ .c }}}, {name: d}]",
      ],
      "{first: x, image: i, name: c, a: a, b: b, c: c}",
    );
    expect(leaves).toEqual({
      "/spec/containers/c/image": "image | first name @ image: {{ .image }}",
      "/spec/containers/c/name": "name | first name @ name: {{ .name }}",
      "/spec/tolerations/0/key": "a | a @ key: {{ .a }}",
      "/spec/tolerations/0/value": " | a @ value: v",
      "/spec/tolerations/1/key": "b | a b @ key: {{ .b }}",
      "/spec/imagePullSecrets/c/name": "c | c @ name: {{ .c }}",
      "/spec/imagePullSecrets/d/name": " |  @ name: d",
    });
  });

  it("follows anchors, aliases and merge keys, and takes of duplicate keys the one that counts", () => {
    const { leaves } = treeOf(
      [
        "metadata:",
        "  labels: &labels",
        "    a: {{ .a }}",
        "    b: {{ .b }}",
        "    b: {{ .c }}",
        "  annotations:",
        "    <<: *labels",
        "    a: {{ .d }}",
        "spec:",
        "  nodeSelector: *labels",
      ],
      "{a: a, b: b, c: c, d: d}",
    );
    expect(leaves).toEqual({
      "/metadata/labels/a": "a |  @ a: {{ .a }}",
      "/metadata/labels/b": "c |  @ b: {{ .c }}",
      "/metadata/annotations/a": "d |  @ a: {{ .d }}",
      "/metadata/annotations/b": "c |  @ b: {{ .c }}",
      "/spec/nodeSelector/a": "a |  @ a: {{ .a }}",
      "/spec/nodeSelector/b": "c |  @ b: {{ .c }}",
    });
  });

  it("reads the first document only, and nothing out of an empty one", () => {
    const first = treeOf(["{{ if .a }}", "metadata:", "  name: x", "{{ end }}", "---", "spec: {}"], "{a: 1}");
    expect(first.leaves).toEqual({ "/metadata/name": " | a @ name: x" });
    const none = treeOf(["{{ if .a }}", "metadata:", "  name: x", "{{ end }}"], "{}");
    expect(none).toEqual({ leaves: {}, absent: { "/metadata/name": "a" } });
  });
});

describe("what skipped parts would have written", () => {
  it("is absent where it would have been: by key, by merge key, in nothing, within braces, within what is absent itself", () => {
    const { absent, leaves } = treeOf(
      [
        "metadata:",
        "  annotations: {",
        '    {{ if .a }}a: "{{ .x }}",{{ end }}',
        "    b: fixed,",
        "    {{- with .c }}",
        '    {{ . }}: "c"',
        "    {{- end }}",
        "  }",
        "spec:",
        "  containers:",
        "  - name: p",
        "    args:",
        "    - one",
        "    {{ if .d -}}",
        '    - "--two"',
        "    {{ end -}}",
        '    - "--three"',
        "    {{ with .pull }}imagePullPolicy: {{ . }}{{ end }}",
        "    env:",
        "    {{- if .e }}",
        "    - name: E",
        "      value: {{ .e }}",
        "    {{- end }}",
        "    {{- range $k, $v := .f }}",
        "    - name: {{ $k }}",
        "    {{- end }}",
        "    {{- if .g }}",
        "    securityContext:",
        "      # not a key: of anything",
        "      runAsUser: {{ .g }}",
        "      seccompProfile:",
        "        {{- toYaml .h | nindent 8 }}",
        "    {{- end }}",
        "  {{- if .i }}",
        "  - name: q",
        "    image: {{ .i }}",
        "    volumeMounts:",
        "    - mountPath: /m",
        "      name: v",
        "    - {mountPath: /n, name: v}",
        "    command: [a, b]",
        "    resources: {}",
        "  {{- end }}",
      ],
      `{f: {}}`,
    );
    expect(absent).toEqual({
      "/metadata/annotations/a": "a",
      "/metadata/annotations/*": "c",
      "/spec/containers/p/imagePullPolicy": "pull",
      "/spec/containers/p/env/E": "e",
      "/spec/containers/p/env/*": "f",
      "/spec/containers/p/securityContext/runAsUser": "g",
      "/spec/containers/p/securityContext/seccompProfile": "g",
      "/spec/containers/q/name": "i",
      "/spec/containers/q/image": "i",
      "/spec/containers/q/volumeMounts//m": "i",
      "/spec/containers/q/volumeMounts//n": "i",
      "/spec/containers/q/command/*": "i",
    });
    // One argument more changes none of the others.
    expect(leaves["/spec/containers/p/args/1"]).toBe(' |  @ "--three"');
  });

  it("decides about the scalar that it would have been a part of, and about the line that it would have begun", () => {
    const { absent, leaves } = treeOf(
      [
        "metadata:",
        "  name: istiod{{ if .a }}-{{ .a }}{{ end }}.svc",
        "  namespace: x{{ with .b }}y{{ end }}",
        "  labels:",
        "    {{ if .c }}pre-{{ end }}key: v",
        "    other: |",
        "      one",
        "      {{- if .d }}",
        "      two",
        "      {{- end }}",
      ],
      "{}",
    );
    expect(leaves).toEqual({
      "/metadata/name": " | a @ name: istiod{{ if .a }}-{{ .a }}{{ end }}.svc",
      "/metadata/namespace": " | b @ namespace: x",
      "/metadata/labels/key": " | c @ key: v",
      "/metadata/labels/other": " | d @ other: |\n      one",
    });
    expect(absent).toEqual({});
  });

  it("takes along what follows: elements whose key is not written, or would have been, and fields of an element", () => {
    const lines = [
      "spec:",
      "  initContainers:",
      "  {{ if .a -}}",
      "  - name: validation",
      "  {{ else -}}",
      "  - name: init",
      "  {{ end -}}",
      "  {{- if .b }}",
      "    image: i",
      "  {{- end }}",
      "    args: [x]",
      "  {{ if not .native }}",
      "  containers:",
      "  {{ end }}",
      "  - name: proxy",
    ];
    const apart = treeOf(lines, "{a: 1}");
    expect(apart.leaves["/spec/initContainers/validation/args/0"]).toBe(" | a @ x");
    expect(apart.leaves["/spec/containers/proxy/name"]).toBe(" | native @ name: proxy");
    expect(apart.absent).toEqual({
      "/spec/initContainers/init/*": "a",
      "/spec/initContainers/init/name": "a",
      "/spec/initContainers/validation/image": "b",
      "/spec/initContainers/proxy": "native",
    });
    const together = treeOf(lines, "{b: 1, native: 1}");
    expect(together.leaves["/spec/initContainers/proxy/name"]).toBe(" | native @ name: proxy");
    expect(together.leaves["/spec/initContainers/init/image"]).toBe(" | a b @ image: i");
    expect(together.absent["/spec/containers/proxy"]).toBe("native");
    expect(together.absent["/spec/containers/*"]).toBeUndefined();
  });

  it("could have been anything where an action printed nothing in a line of its own", () => {
    const lines = [
      "metadata:",
      "  labels:",
      "    a: b",
      '    {{ default "" .more }}',
      "  annotations:",
      '    {{ default "" .c }}',
    ];
    const { absent, leaves } = treeOf(lines, "{}");
    expect(absent).toEqual({ "/metadata/labels/*": "more", "/metadata/annotations/*": "c" });
    expect(leaves["/metadata/labels/a"]).toBe(" |  @ a: b");
  });
});

describe("addUnselected", () => {
  it("tells what a template could write, in the shape of a pod", () => {
    const text = [
      '{{- define "resources" }}',
      "  {{- if .a }}",
      "      limits:",
      "        cpu: {{ .a }}",
      "  {{- else }}",
      "      {{ toYaml .b | indent 6 }}",
      "  {{- end }}",
      "{{- end }}",
      "{{- $c := .c }}",
      "metadata:",
      "  annotations: { one: {{ .d }}, {{ if .e }}two: x{{ end }} }",
      "spec:",
      "  initContainers: []",
      "  {{ if not .native }}",
      "  containers:",
      "  {{ end }}",
      "  - name: proxy",
      "    image: {{ .i }}",
      "    resources:",
      '  {{ template "resources" . }}',
      "    {{- range .ports }}",
      "    {{ . }}:",
      "      any",
      "    {{- end }}",
      "  - name: {{ .n }}",
      "---",
      "kind: Other",
    ].join("\n");
    const tree = new MapTree({ step: "template", data: undefined, control: undefined });
    const control = InputSet.of(Input.root("values").member("selected"));
    addUnselected(tree, parseTemplate("t", text, functions), control, podType);
    const container = ["name", "image", "resources/limits/cpu", "resources/*", "*"];
    const lists = ["containers", "initContainers"].flatMap((list) => [
      `/spec/${list}/*`,
      ...container.map((path) => `/spec/${list}/proxy/${path}`),
    ]);
    const expected = ["/metadata/annotations/one", "/metadata/annotations/two", ...lists];
    expect(Object.keys(told(tree, "").absent).sort()).toEqual(expected.sort());
  });
});
