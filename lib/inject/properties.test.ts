import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleRequest } from "../example";
import { stringifyJson } from "../go/json";
import type { Json } from "../go/json-value";
import { Lines } from "../source/lines";
import { applyJsonPatch } from "../patch/json-patch";
import { inject } from "./answer";
import type { InjectRequest, InjectResult, ResultError } from "./api";
import { resultText } from "./result-text";

const bases: readonly InjectRequest[] = (["webhook", "kube-inject"] as const).map((path) => ({
  ...exampleRequest,
  proxyConfigs: `apiVersion: networking.istio.io/v1beta1
kind: ProxyConfig
metadata: {name: p, namespace: istio-system}
spec: {selector: {matchLabels: {app: istio-eastwestgateway}}, concurrency: 2, environmentVariables: {A: b}}
`,
  namespaces: `apiVersion: v1
kind: Namespace
metadata: {name: istio-system, annotations: {openshift.io/sa.scc.uid-range: 1000/10}}
`,
  options: { ...exampleRequest.options, path, platform: "openshift", include: ["stages", "patch", "output"] },
}));

/** What parsers stumble over. */
const trouble = fc.oneof(
  fc.constantFrom(
    "\0",
    "\ud800",
    "\udc80",
    "\ufeff",
    "\r",
    "\u0085",
    "\u2028",
    "\t",
    "\n",
    "\n---\n",
    "\n--- x\n",
    "\n...\n",
  ),
  fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "$patch: delete",
    "$retainKeys",
    "<<: *a",
    "&a ",
  ),
  fc.constantFrom(
    "{{",
    "}}",
    "{{ . }}",
    "{{ range 9 }}",
    "{{ end }}",
    "{{ .Values.x.y }}",
    "{{/*",
    '"',
    "'",
    "|",
    "> ",
    "? ",
    "- ",
  ),
  fc.constantFrom(
    "1e999",
    "-0",
    "9".repeat(400),
    "0x1",
    "~",
    "null",
    "[]",
    "{}",
    "!!binary x",
    "!!float a",
    "true",
    "*a",
  ),
  fc.constantFrom(
    "kind: List\nitems:",
    "kind: CronJob",
    "kind: Pod",
    "kind: ConfigMap",
    "data:",
    "items: [",
    "spec: x",
  ),
  fc.constantFrom("[", "{a: ", "- ", '{"a":').chain((s) => fc.integer({ min: 2, max: 1500 }).map((n) => s.repeat(n))),
  fc.string({ unit: "binary", maxLength: 8 }),
);

/** One change of a text: something put in, taken out or put in the place of something, or the text cut off. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 3000 })),
  put: fc.oneof(fc.constant(""), trouble),
  cut: fc.boolean(),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(text: string, changes: readonly Change[]): string {
  return changes.reduce((before, { at, remove, put, cut }) => {
    const from = Math.floor(at * before.length);
    return before.slice(0, from) + put + (cut && put === "" ? "" : before.slice(from + remove));
  }, text);
}

const FIELDS = ["workload", "injector", "mesh", "proxyConfigs", "namespaces"] as const;

/** A request with one of its texts broken. */
const broken: fc.Arbitrary<InjectRequest> = fc
  .record({
    base: fc.constantFrom(...bases),
    field: fc.constantFrom(...FIELDS),
    changes: fc.array(change, { minLength: 1, maxLength: 4 }),
    other: fc.option(fc.oneof(fc.string({ unit: "binary" }), trouble), { freq: 12 }),
  })
  .map(({ base, field, changes, other }) => ({ ...base, [field]: other ?? changed(base[field] as string, changes) }));

function errorsOf(result: InjectResult): ResultError[] {
  return [result.configError, result.error, ...result.objects.map(({ error }) => error)].filter((e) => e !== undefined);
}

/** Each error has words, and a place inside of the text that it is about. */
function expectTold(request: InjectRequest, result: InjectResult): void {
  for (const { message, at } of errorsOf(result)) {
    expect(message).not.toBe("");
    if (!at) continue;
    const text = (request as unknown as Record<string, unknown>)[at.source];
    if (typeof text !== "string") continue;
    const place = { line: at.line!, column: at.column! };
    expect(place.line).toBeGreaterThanOrEqual(1);
    expect(place.column).toBeGreaterThanOrEqual(1);
    expect(new Lines(text).visible(place)).toEqual(place);
  }
}

describe("inject", () => {
  it("gives a result whose errors have a place, whatever the texts", () => {
    fc.assert(
      fc.property(broken, (request) => {
        const before = structuredClone(request);
        const result = inject(request);
        expectTold(request, result);
        JSON.parse(resultText(result));
        expect(request).toEqual(before);
      }),
      { numRuns: 800 },
    );
  });

  it("takes any options", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), trouble);
    fc.assert(
      fc.property(fc.constantFrom(...bases), text, text, text, (base, injectPath, revision, namespace) => {
        const request = { ...base, options: { ...base.options, injectPath, revision, namespace } };
        JSON.parse(resultText(inject(request)));
      }),
      { numRuns: 100 },
    );
  });

  it("gives the same result for the same request, whatever came between", () => {
    fc.assert(
      fc.property(broken, broken, (request, other) => {
        const first = resultText(inject(request));
        inject(other);
        expect(resultText(inject(request))).toBe(first);
      }),
      { numRuns: 100 },
    );
  });
});

// No words that YAML reads as something else: templates write names without quotes.
const name = fc.stringMatching(/^c[a-z0-9]{0,6}$/);
const quantity = fc.constantFrom("100m", "1", "64Mi", "1.5");
const container = fc.record(
  {
    image: fc.constantFrom("a", "example.test/app:1"),
    env: fc.uniqueArray(fc.record({ name, value: fc.string() }), { maxLength: 3, selector: (e) => e.name }),
    resources: fc.record({ limits: fc.record({ cpu: quantity }) }),
    ports: fc.constantFrom([], [{ containerPort: 80, name: "http" }]),
    readinessProbe: fc.constantFrom({ httpGet: { path: "/r", port: 80 } }, { exec: { command: ["a"] } }),
  },
  { requiredKeys: ["image"] },
);
const pod = fc
  .record({
    names: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    containers: fc.array(container, { minLength: 4, maxLength: 4 }),
    labels: fc.dictionary(name, name, { noNullPrototype: true }),
    inits: fc.integer({ min: 0, max: 1 }),
  })
  .map(({ names, containers, labels, inits }) => {
    const all = names.map((name, i) => ({ name, ...containers[i]! }));
    const first = Math.min(inits, all.length - 1);
    const initContainers = all.slice(0, first).map(({ name, image }) => ({ name, image }));
    const spec = { ...(first > 0 ? { initContainers } : {}), containers: all.slice(first) };
    return { apiVersion: "v1", kind: "Pod", metadata: { name: "p", namespace: "n", labels }, spec };
  });

/** The only object of a result, which must have been injected. */
function injected(workload: string): { input: Json; patch: never[]; pod: Json } {
  const config = { ...exampleRequest, workload };
  const [object] = inject(config).objects;
  expect(object?.error).toBeUndefined();
  return object as unknown as { input: Json; patch: never[]; pod: Json };
}

describe("injection of pods", () => {
  it("ends in a pod that is the input with the patch applied", () => {
    fc.assert(
      fc.property(pod, (workload) => {
        const { input, patch, pod } = injected(JSON.stringify(workload));
        expect(applyJsonPatch(input, patch, true)).toEqual(pod);
      }),
      { numRuns: 60 },
    );
  });

  // Merging moves environment variables that the template does not set itself, as the recordings of re-injection show.
  it("changes nothing but the order of environment variables when it is repeated", () => {
    const ordered = (pod: Json) =>
      JSON.parse(stringifyJson(pod), (key, value: unknown) =>
        key === "env" && Array.isArray(value) ? value.map((v) => JSON.stringify(v)).sort() : value,
      ) as unknown;
    fc.assert(
      fc.property(pod, (workload) => {
        const once = injected(JSON.stringify(workload)).pod;
        const twice = injected(stringifyJson(once)).pod;
        expect(ordered(twice)).toEqual(ordered(once));
        expect(ordered(injected(stringifyJson(twice)).pod)).toEqual(ordered(once));
      }),
      { numRuns: 60 },
    );
  });
});
