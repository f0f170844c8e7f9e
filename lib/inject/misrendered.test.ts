import { expect, test } from "vitest";
import { inject } from "../index";

const pod = `
kind: Pod
metadata: {name: a, labels: {app: a}, annotations: {bad: "x: y"}}
spec: {containers: [{name: app, image: i}]}
`;

/** The lines of a template that renders no patch, and the line that the error points at. */
function lineOf(template: string): { message: string; line: string | undefined; text: string } {
  const config = `policy: enabled\ndefaultTemplates: [t]\ntemplates:\n  t: |\n${template.replace(/^/gm, "    ")}\n`;
  const { error } = inject({ workload: pod, injector: { config, values: '{"n": 5}' } }).objects[0]!;
  const { line = 0, column = 0 } = error!.at!;
  const found = config.split("\n")[line - 1]!;
  return { message: error!.message, line: found.trim(), text: found.slice(column - 1) };
}

test.each([
  [
    "what an action printed",
    'metadata:\n  labels:\n    a: {{ index .ObjectMeta.Annotations "bad" }}\nspec: {}',
    "{{ index",
  ],
  ["the template's own text", "metadata:\n  labels:\n    a: b: c\nspec: {}", ": c"],
  ["a text that is no map", "{{ .ObjectMeta.Name }}", "{{ .ObjectMeta.Name"],
  ["a list of large numbers in order", "{{ sortAlpha (list 9223372036854775807 3 true) | toJson }}", "{{ sortAlpha"],
])("YAML that does not read: %s", (_, template, text) => {
  const found = lineOf(template);
  expect(found.message).toContain("invalid JSON document");
  expect(found.text).toMatch(new RegExp(`^${text.replace(/[{}.]/g, "\\$&")}`));
});

test.each([
  [
    "a value of another type",
    "metadata:\n  labels: {{ .Values.n }}\n",
    "cannot unmarshal number",
    "labels: {{ .Values.n }}",
  ],
  ["a quantity", "spec:\n  overhead:\n    cpu: lots\n", "quantities must match", "cpu: lots"],
  [
    "a field that is not known",
    "spec:\n  containers:\n  - name: app\n    imagePolicy: {}\n    lifecycle: {preStart: {exec: {}}}\n  - name: app\n    lifecycle: {preStart: {exec: {}}}\n",
    "preStart",
    "lifecycle: {preStart: {exec: {}}}",
  ],
  [
    "a directive that is not known",
    "spec:\n  containers:\n  - {name: app, $patch: explode}\n",
    "unknown patch type",
    "- {name: app, $patch: explode}",
  ],
])("a patch that does not fit: %s", (_, template, message, line) => {
  const found = lineOf(template);
  expect(found.message).toContain(message);
  expect(found.line).toBe(line);
});

test("with origins it is known what the wrong part had read, and what that was decided by", () => {
  const template = '{{ if .Values.n }}metadata:\n  labels:\n    a: {{ index .ObjectMeta.Annotations "bad" }}{{ end }}';
  const config = `policy: enabled\ndefaultTemplates: [t]\ntemplates: {t: ${JSON.stringify(template)}}`;
  const options = { include: ["origins" as const] };
  const { error } = inject({ workload: pod, injector: { config, values: '{"n": 5}' }, options }).objects[0]!;
  expect(error!.origin!.data.map(({ pointer }) => pointer)).toContain("/metadata/annotations/bad");
  expect(error!.origin!.control.map(({ pointer }) => pointer)).toContain("/n");
  expect(error!.origin!.sentence.en).toBe(
    'Template t fails on line 3, having read your pod\'s annotation bad ("x: y"), because n is 5.',
  );
});

test("a template that renders something else when it runs again is pointed at as a whole", () => {
  const found = lineOf(
    '{{ if hasKey .Values "seen" }}a: b{{ else }}{{ $_ := set .Values "seen" true }}a: b: c{{ end }}',
  );
  expect(found.message).toContain("invalid JSON document");
  expect(found.line).toBe("t: |");
});
