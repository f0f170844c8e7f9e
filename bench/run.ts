/**
 * npm run bench: what things cost, as ratios within this run, since absolute times are those of a machine.
 * With CORPUS_DIR the real ConfigMaps of 1.30.3 are used, otherwise the bundled example.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { exampleRequest } from "../lib/example";
import { inject, type InjectRequest, type InjectResult } from "../lib/index";
import { benchFleet } from "./fleet";
import { benchHttp } from "./http";
import { measure, row } from "./measure";
import { benchPage } from "./page";

const corpus = process.env.CORPUS_DIR && join(process.env.CORPUS_DIR, "1.30.3");
const real = corpus !== undefined && existsSync(corpus);
const read = (name: string) => readFileSync(join(corpus!, name), "utf8");
const base: InjectRequest = real
  ? { workload: pod(1), injector: read("istio-sidecar-injector.yaml"), mesh: read("istio.yaml") }
  : { ...exampleRequest, workload: pod(1) };

/** What a fleet is brought from and to: the release before the last one's ConfigMaps, or the bundled ones with another image. */
const before1_30 = (name: string) => readFileSync(join(process.env.CORPUS_DIR!, "1.28.10", name), "utf8");
const next = { injector: base.injector, mesh: base.mesh };
const today = real
  ? { injector: before1_30("istio-sidecar-injector.yaml"), mesh: before1_30("istio.yaml") }
  : { ...next, injector: (base.injector as string).replace(/"tag": "[^"]+"/, `"tag": "1.28.10"`) };

/** A pod with so many containers, as the API server would send it. */
function pod(containers: number): string {
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "app", namespace: "default", labels: { app: "app" } },
    spec: {
      containers: Array.from({ length: containers }, (_, i) => ({
        name: `app-${i}`,
        image: "example.test/app:1",
        ports: [{ containerPort: 8000 + i, name: `http-${i}` }],
        env: [{ name: "A", value: "b" }],
        readinessProbe: { httpGet: { path: "/ready", port: 8000 + i } },
      })),
    },
  });
}

/** Lines of YAML to read that do not change the pod. */
const yamlPod = "apiVersion: v1\nkind: Pod\nmetadata: {name: app}\nspec: {containers: [{name: app}]}\nother:\n";
const comments = (count: number) => "- {a: some text}\n".repeat(count);

/** The injector with a template of its own that prints so many environment variables. */
function withLines(count: number): InjectRequest["injector"] {
  const lines = `{{ range until ${count} }}    - {name: "A{{ . }}", value: text}\n{{ end }}`;
  const template = `spec:\n  containers:\n  - name: istio-proxy\n    env:\n${lines}`;
  return {
    config: `policy: enabled\ndefaultTemplates: [a]\ntemplates: {a: ${JSON.stringify(template)}}`,
    values: "{}",
  };
}

const bare = (request: InjectRequest): InjectRequest => ({ ...request, options: { ...request.options, include: [] } });
const withOrigins: InjectRequest = { ...base, options: { ...base.options, include: ["origins"] } };
const sentencesOf = ({ objects }: InjectResult) =>
  objects.flatMap(({ origins = {} }) => Object.values(origins).map(({ sentence }) => sentence));
const first = inject(base).objects[0];
if (!first || first.error) throw new Error(`the benchmark's own pod is not injected: ${first?.error?.message}`);
const rendered = first.stages!.find((stage) => stage.id.startsWith("rendered:")) as { text: string };

console.log(real ? "with the real ConfigMaps of 1.30.3" : "with the bundled example (CORPUS_DIR is not set)");

// What is remembered of a text is found again only by the very same text: these differ from call to call.
let version = 0;
const injector = base.injector as string;
const differing = (mark: RegExp, by: (found: string) => string): string => {
  const changed = injector.replace(mark, by);
  if (changed === injector) throw new Error(`the ConfigMap has no ${mark}: nothing would be read from scratch`);
  return changed;
};
/** Another ConfigMap around the same config and values. */
const otherMap = () => `${injector}# ${version++}\n`;
/** A comment in the config, and spaces in the values: both are read, and the templates compiled, from scratch. */
const otherTexts = () =>
  differing(/policy: enabled/, (found) => `${found} # ${version++}`).replace(
    /"?global"?:/,
    (found) => found + " ".repeat(1 + (version % 64)),
  );

const times = measure({
  parse: () => parse(rendered.text),
  warm: () => inject(bare(base)),
  staged: () => inject(base),
  origins: () => inject(withOrigins),
  sentences: () => sentencesOf(inject(withOrigins)),
});
// Apart from those above, which it would make forget what they remember.
const cold = measure({
  otherMap: () => inject({ ...bare(base), injector: otherMap() }),
  otherTexts: () => inject({ ...bare(base), injector: otherTexts() }),
});
const { parse: yamlParse, warm } = times;
const ms = (time: number) => `${time.toFixed(3)} ms`;
const toParse = (time: number, limit?: number) => ({ of: "yaml.parse", is: time / yamlParse, limit });

row("yaml.parse of the rendered text", ms(yamlParse));
row("warm injection of one pod", ms(warm), toParse(warm, 0.45));
row("  injections per second in the engine", `${(1000 / warm).toFixed(0)}/s`);
row("… with stages and patch", ms(times.staged), { of: "warm injection", is: times.staged / warm });
row("… with origins", ms(times.origins), { of: "warm injection", is: times.origins / warm });
const computing = times.origins - warm;
row("  of that, computing origins", ms(computing), { of: "warm injection", is: computing / warm, limit: 3 });
row("… with origins, every sentence read", ms(times.sentences), { of: "warm injection", is: times.sentences / warm });
row("reading another ConfigMap with the same texts", ms(cold.otherMap - warm), toParse(cold.otherMap - warm));
row(
  "reading and compiling the ConfigMap from scratch",
  ms(cold.otherTexts - warm),
  toParse(cold.otherTexts - warm, 10),
);

/** What one more of something costs, where there are few of them and where there are many: linear if that stays the same. */
function growth(what: string, few: number, many: number, request: (count: number) => InjectRequest): void {
  const requests = [few, 4 * few, many, 4 * many].map(request);
  const [a, b, c, d] = requests.map((each) => () => inject(each)) as [Run, Run, Run, Run];
  const at = measure({ a, b, c, d }, 12);
  const more = (at.d - at.c) / (3 * many);
  row(`one more ${what}, at ${4 * many}`, `${(more * 1000).toFixed(1)} µs`, {
    of: `one more at ${4 * few}`,
    is: more / ((at.b - at.a) / (3 * few)),
    limit: 2,
  });
}
type Run = () => unknown;
growth("container", 25, 250, (count) => bare({ ...base, workload: pod(count) }));
growth("line of the workload", 250, 2500, (count) => bare({ ...base, workload: `${yamlPod}${comments(count)}` }));
growth("line that the template prints", 250, 2500, (count) => bare({ ...base, injector: withLines(count) }));

const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};
for (let i = 0; i < 1000; i++) inject(bare(base));
const before = heap();
for (let i = 0; i < 10_000; i++) inject(bare(base));
row("heap after 10,000 injections", `${heap().toFixed(1)} MB`, { of: "that after 1,000", is: heap() / before });

await benchFleet(today, next, warm);
await benchHttp(base, () => parse(rendered.text));
await benchPage({ injector, mesh: base.mesh ?? "" }, yamlParse);

// Interventions enough to trust origins: see conformance/interventions.ts.
const interventions = ["scripts/run.mjs", "conformance/interventions-run.ts", "--count", "20000", "--show", "3"];
process.exitCode =
  spawnSync(process.execPath, interventions, { cwd: join(import.meta.dirname, ".."), stdio: "inherit" }).status ?? 1;
