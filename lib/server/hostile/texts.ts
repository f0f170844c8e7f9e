/** Texts of YAML and JSON that are more than they look like, in each place where a text is read. */
import { exampleRequest } from "../../example";
import type { InjectRequest } from "../../index";
import { cases, configOf, type HostileCase, POD, withTemplate } from "./case";

const PLAIN = "metadata: {labels: {seen: yes}}";

/** Ten aliases of ten aliases of ten aliases … */
function aliases(levels: number): string {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
  for (let i = 1; i <= levels; i++) lines.push(`a${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}*a${i - 1}]`);
  return `${lines.join("\n")}\n`;
}

/** Maps each of which takes in the one before twice. */
function merges(levels: number): string {
  const lines = ["m0: &m0 {k: v}"];
  for (let i = 1; i <= levels; i++) lines.push(`m${i}: &m${i} {l${i}: *m${i - 1}, r${i}: *m${i - 1}, <<: *m${i - 1}}`);
  return `${lines.join("\n")}\n`;
}

const deep = (open: string, close: string, depth: number) => `${open.repeat(depth)}${close.repeat(depth)}`;

const TEXTS: Readonly<Record<string, () => string>> = {
  "an alias bomb": () => aliases(9),
  "a bomb of merged maps": () => merges(30),
  "an alias of itself": () => "a: &a [*a]\n",
  "an alias of nothing": () => "a: *nothing\n",
  "many anchors": () => Array.from({ length: 50_000 }, (_, i) => `k${i}: &n${i} v`).join("\n"),
  "deep lists": () => `a: ${deep("[", "]", 100_000)}\n`,
  "deep maps": () => `a: ${deep("{a: ", "}", 50_000)}\n`,
  "deep indentation": () => Array.from({ length: 3000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
  "deep dashes": () => `${"- ".repeat(50_000)}a\n`,
  "a huge key": () => `? ${"k".repeat(2_000_000)}\n: v\n`,
  "many keys": () => Array.from({ length: 100_000 }, (_, i) => `k${i}: v`).join("\n"),
  "one key many times": () => "k: v\n".repeat(50_000),
  "a huge number": () => `a: ${"9".repeat(1_000_000)}\n`,
  "a huge exponent": () => "a: 1e999999999\n",
  "a number in base sixty": () => `a: ${"59:".repeat(50_000)}59\n`,
  "a huge binary number": () => `a: 0b${"1".repeat(500_000)}\n`,
  "many documents": () => "---\na: b\n".repeat(100_000),
  "empty documents": () => "---\n".repeat(300_000),
  "a long line": () => `a: ${"b ".repeat(1_000_000)}\n`,
  "a long block": () => `a: |\n${"  b\n".repeat(500_000)}`,
  "long comments": () => `${"# c\n".repeat(500_000)}a: b\n`,
  "open quotes": () => `a: "${"b".repeat(1_000_000)}`,
  "many open quotes": () => `"a" '`.repeat(100_000),
  escapes: () => `a: "${"\\u0041".repeat(300_000)}"\n`,
  "a NUL": () => "a: b\0c\n",
  "a lone surrogate": () => "a: \ud800\n",
  "a lone surrogate, escaped": () => `a: "\\ud800"\n`,
  "control characters": () => "a: \u0001\u0002\u001b[31m\n",
  "byte order marks": () => `\ufeff${"\ufeff".repeat(1000)}a: b\n`,
  directives: () => `${"%YAML 1.1\n".repeat(10_000)}---\na: b\n`,
  tags: () => `a: ${"!!str ".repeat(50_000)}b\n`,
  tabs: () => `${"\t".repeat(500_000)}a: b\n`,
};

/** Where such a text can stand. */
const PLACES: Readonly<Record<string, (text: string) => InjectRequest>> = {
  workload: (text) => ({ ...withTemplate(PLAIN), workload: text }),
  "a workload's annotation": (text) =>
    withTemplate(
      PLAIN,
      JSON.stringify({
        apiVersion: "v1",
        kind: "Pod",
        metadata: { name: "p", annotations: { "proxy.istio.io/config": text } },
        spec: { containers: [{ name: "app" }] },
      }),
    ),
  "what a template prints": (text) => withTemplate(text.replaceAll("{{", "{ {")),
  injector: (text) => ({ workload: POD, injector: text }),
  config: (text) => ({ workload: POD, injector: { config: `${configOf(PLAIN)}\n${text}`, values: "{}" } }),
  values: (text) => withTemplate("metadata: {annotations: {a: {{ toJson .Values | trunc 20 | quote }}}}", POD, text),
  mesh: (text) => ({ ...withTemplate(PLAIN), mesh: text }),
  webhooks: (text) => ({ ...withTemplate(PLAIN), webhooks: text }),
  namespaces: (text) => ({ ...withTemplate(PLAIN), namespaces: text }),
  proxyConfigs: (text) => ({ ...withTemplate(PLAIN), proxyConfigs: text }),
};

/** Each text in one place after another, and the worst of them everywhere. */
function placed(): Record<string, () => InjectRequest> {
  const names = Object.keys(PLACES);
  const all: Record<string, () => InjectRequest> = {};
  for (const [i, [name, text]] of Object.entries(TEXTS).entries()) {
    const everywhere = name === "an alias bomb" || name === "deep lists" || name === "many documents";
    for (const place of everywhere ? names : [names[i % names.length]!, "workload"]) {
      all[`${name} as ${place}`] = () => PLACES[place]!(text());
    }
  }
  return all;
}

const manyContainers = (count: number, more: object = {}) =>
  JSON.stringify({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "p" },
    spec: { containers: Array.from({ length: count }, (_, i) => ({ name: `c${i}`, ...more })) },
  });

const listed = (count: number, item: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => item(i)).join("\n");

export const LARGE: readonly HostileCase[] = cases({
  "a pod of many containers": () => withTemplate(PLAIN, manyContainers(5000)),
  "a pod of many containers with probes": () => ({
    ...exampleRequest,
    workload: manyContainers(2000, { readinessProbe: { httpGet: { port: 80 } } }),
  }),
  "origins of many containers": () => ({
    ...exampleRequest,
    workload: manyContainers(2000, { readinessProbe: { httpGet: { port: 80 } } }),
    options: { include: ["origins", "stages", "patch"] },
  }),
  // Its answer has some 20 MB, which as one string would end the process of a worker that has 64.
  ...Object.fromEntries(
    Array.from({ length: 4 }, (_, i) => [
      `an answer of many megabytes (${i + 1})`,
      () => ({
        ...exampleRequest,
        workload: manyContainers(300 + i, {
          image: "a",
          ports: [{ containerPort: 80 }],
          env: [{ name: "A", value: "b" }],
          readinessProbe: { httpGet: { path: "/ready", port: 80 } },
        }),
        options: { include: ["origins", "stages", "patch"] as const },
      }),
    ]),
  ),
  "a merge of two long lists of maps": () =>
    withTemplate(`spec:\n  containers:\n${listed(3000, (i) => `  - {name: c${i}, image: b}`)}`, manyContainers(3000)),
  "a merge of two long lists of values": () =>
    withTemplate(
      `metadata:\n  finalizers:\n${listed(5000, (i) => `  - f${i}`)}`,
      JSON.stringify({
        apiVersion: "v1",
        kind: "Pod",
        metadata: { name: "p", finalizers: Array.from({ length: 5000 }, (_, i) => `f${5000 - i}`) },
        spec: { containers: [{ name: "app" }] },
      }),
    ),
  "a merge that deletes a long list": () =>
    withTemplate(
      `spec:\n  containers:\n${listed(3000, (i) => `  - {name: c${i}, $patch: delete}`)}`,
      manyContainers(3001),
    ),
  "a merge that orders a long list": () =>
    withTemplate(
      `spec:\n  $setElementOrder/containers:\n${listed(3000, (i) => `  - name: c${2999 - i}`)}`,
      manyContainers(3000),
    ),
  "a patch of a list that turns round": () =>
    withTemplate(
      `spec:\n  initContainers:\n${listed(2000, (i) => `  - {name: i${i}}`)}\n  containers:\n  - {name: istio-proxy}`,
      manyContainers(2000),
    ),
  "many templates": () => ({
    workload: POD,
    injector: {
      config: JSON.stringify({
        policy: "enabled",
        defaultTemplates: Array.from({ length: 2000 }, (_, i) => `t${i}`),
        templates: Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`t${i}`, PLAIN])),
      }),
      values: "{}",
    },
  }),
  "one template many times": () => ({
    workload: POD,
    injector: {
      config: JSON.stringify({
        policy: "enabled",
        defaultTemplates: Array.from({ length: 20_000 }, () => "a"),
        templates: { a: PLAIN },
      }),
      values: "{}",
    },
  }),
  "aliases that lead to themselves": () => ({
    workload: POD,
    injector: {
      config: JSON.stringify({
        policy: "enabled",
        defaultTemplates: ["a"],
        aliases: { a: ["b", "b"], b: ["a", "a"] },
        templates: { c: PLAIN },
      }),
      values: "{}",
    },
  }),
  "selectors without end": () => ({
    workload: POD,
    injector: {
      config: JSON.stringify({
        policy: "enabled",
        defaultTemplates: ["a"],
        templates: { a: PLAIN },
        neverInjectSelector: Array.from({ length: 20_000 }, (_, i) => ({ matchLabels: { [`l${i}`]: "v" } })),
      }),
      values: "{}",
    },
  }),
});

export const TEXT_BOMBS: readonly HostileCase[] = cases(placed());
