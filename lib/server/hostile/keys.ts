/** Names that are something in JavaScript, and markup, wherever a name can stand. They are names like any others: all of these are answered. */
import type { InjectRequest } from "../../index";
import { cases, configOf, type HostileCase, withTemplate } from "./case";

/** Names that every object of JavaScript has, and one that does harm when it is set. */
export const INHERITED = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "valueOf"] as const;

/** Markup that would run, were it taken for markup. */
export const MARKUP = [
  `<img src=x onerror=alert(1)>`,
  `"><script>alert(1)</script>`,
  `javascript:alert(1)`,
  `{{ constructor.constructor("alert(1)")() }}`,
] as const;

const TEMPLATE = "metadata: {annotations: {seen: {{ len .ObjectMeta.Labels }}-x}}";

const pod = (metadata: object, container: object = {}, spec: object = {}) =>
  JSON.stringify({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "p", ...metadata },
    spec: { containers: [{ name: "app", image: "a", ...container }], ...spec },
  });

/** JSON keeps `__proto__` as a key only where it is written as text. */
const keyed = (name: string, value: string) =>
  JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`) as object;

/** A request in which a name stands, by where; each is answered. */
export const NAMED: Readonly<Record<string, (name: string) => InjectRequest>> = {
  "a label": (name) => withTemplate(TEMPLATE, pod({ labels: keyed(name, "v") })),
  "an annotation": (name) => withTemplate(TEMPLATE, pod({ annotations: keyed(name, "v") })),
  "a node selector": (name) => withTemplate(TEMPLATE, pod({}, {}, { nodeSelector: keyed(name, "v") })),
  "a limit": (name) => withTemplate(TEMPLATE, pod({}, { resources: { limits: keyed(name, "1") } })),
  "a value": (name) =>
    withTemplate(
      `metadata: {annotations: {a: {{ index .Values ${JSON.stringify(name)} | quote }}}}`,
      pod({}),
      JSON.stringify(keyed(name, "v")),
    ),
  "a value that is not there": (name) =>
    withTemplate(
      `metadata: {annotations: {a: {{ index .Values ${JSON.stringify(name)} | default "none" | quote }}}}`,
      pod({}),
    ),
  "a key of a dict": (name) =>
    withTemplate(
      `{{ $d := dict ${JSON.stringify(name)} "v" }}metadata: {annotations: {a: {{ get $d ${JSON.stringify(name)} | quote }}, b: {{ len $d | quote }}}}`,
      pod({}),
    ),
  "a key that is set": (name) =>
    withTemplate(
      `{{ $d := dict }}{{ $_ := set $d ${JSON.stringify(name)} (dict "polluted" "yes") }}metadata: {annotations: {a: {{ get (dict) "polluted" | quote }}}}`,
      pod({}),
    ),
  "a key that is merged": (name) =>
    withTemplate(
      `metadata: {annotations: {a: {{ merge (dict) (dict ${JSON.stringify(name)} "v") | toJson | quote }}}}`,
      pod({}),
    ),
  "a template": (name) => ({
    workload: pod({}),
    injector: {
      config: `{"policy":"enabled","defaultTemplates":[${JSON.stringify(name)}],"templates":{${JSON.stringify(name)}:${JSON.stringify(TEMPLATE)}}}`,
      values: "{}",
    },
    options: { release: "1.30" },
  }),
  "a defined template": (name) =>
    withTemplate(
      `{{ define ${JSON.stringify(name)} }}x{{ end }}metadata: {annotations: {a: {{ template ${JSON.stringify(name)} . }}}}`,
      pod({}),
    ),
  "an injected annotation": (name) => ({
    workload: pod({}),
    injector: {
      config: configOf(TEMPLATE).replace(/}$/, `,"injectedAnnotations":{${JSON.stringify(name)}:"v"}}`),
      values: "{}",
    },
    options: { release: "1.30" },
  }),
  "a container": (name) => withTemplate(TEMPLATE, pod({}, { name })),
  "a variable": (name) => withTemplate(TEMPLATE, pod({}, { env: [{ name, value: "v" }] })),
  "a volume": (name) => withTemplate(TEMPLATE, pod({}, {}, { volumes: [{ name, emptyDir: {} }] })),
};

/** Markup wherever the page shows a text. */
const SHOWN: Readonly<Record<string, (text: string) => InjectRequest>> = {
  ...NAMED,
  "an image": (text) => withTemplate(TEMPLATE, pod({}, { image: text })),
  "an argument": (text) => withTemplate(TEMPLATE, pod({}, { args: [text] })),
  "a pod's name": (text) => withTemplate(TEMPLATE, pod({ name: text })),
  "a namespace": (text) => withTemplate(TEMPLATE, pod({ namespace: text })),
  "what a template prints": (text) =>
    withTemplate(`metadata: {annotations: {a: {{ ${JSON.stringify(text)} | quote }}}}`, pod({})),
};

export const KEYS: readonly HostileCase[] = [
  ...INHERITED.flatMap((name) =>
    cases(
      Object.fromEntries(Object.entries(NAMED).map(([where, made]) => [`${name} as ${where}`, () => made(name)])),
      "answers",
    ),
  ),
  ...MARKUP.flatMap((text) =>
    cases(Object.fromEntries(Object.entries(SHOWN).map(([where, made]) => [`${text} as ${where}`, () => made(text)]))),
  ),
];
