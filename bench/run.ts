/**
 * npm run bench: what things cost, as ratios within this run, since absolute times are those of a machine.
 * With CORPUS_DIR the real ConfigMaps of 1.30.3 are used, otherwise the bundled example.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { exampleRequest } from "../lib/example";
import { inject, type InjectRequest } from "../lib/index";
import { benchHttp } from "./http";
import { measure, row } from "./measure";

const corpus = process.env.CORPUS_DIR && join(process.env.CORPUS_DIR, "1.30.3");
const real = corpus !== undefined && existsSync(corpus);
const read = (name: string) => readFileSync(join(corpus!, name), "utf8");
const base: InjectRequest = real
  ? { workload: pod(1), injector: read("istio-sidecar-injector.yaml"), mesh: read("istio.yaml") }
  : { ...exampleRequest, workload: pod(1) };

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

const bare = (request: InjectRequest): InjectRequest => ({ ...request, options: { ...request.options, include: [] } });
const first = inject(base).objects[0];
if (!first || first.error) throw new Error(`the benchmark's own pod is not injected: ${first?.error?.message}`);
const rendered = first.stages!.find((stage) => stage.id.startsWith("rendered:")) as { text: string };

console.log(real ? "with the real ConfigMaps of 1.30.3" : "with the bundled example (CORPUS_DIR is not set)");
const yamlParse = measure(() => parse(rendered.text));
row("yaml.parse of the rendered text", `${yamlParse.toFixed(3)} ms`);

const warm = measure(() => inject(bare(base)));
row("warm injection of one pod", `${warm.toFixed(3)} ms`, { of: "yaml.parse", is: warm / yamlParse, limit: 0.45 });
row("  injections per second in the engine", `${(1000 / warm).toFixed(0)}/s`);
const staged = measure(() => inject(base));
row("… with stages and patch", `${staged.toFixed(3)} ms`, { of: "warm injection", is: staged / warm });

// A comment that differs each time defeats what is remembered of the text.
let version = 0;
const injector = base.injector as string;
const cold = measure(() => inject({ ...bare(base), injector: `${injector}# ${version++}\n` }), 5);
row("the same with a ConfigMap never seen before", `${cold.toFixed(3)} ms`, { of: "yaml.parse", is: cold / yamlParse });
const otherConfig = measure(
  () => inject({ ...bare(base), injector: injector.replace("policy: enabled", `policy: enabled # ${version++}`) }),
  5,
);
row("reading and compiling the ConfigMap from scratch", `${(otherConfig - warm).toFixed(3)} ms`, {
  of: "yaml.parse",
  is: (otherConfig - warm) / yamlParse,
  limit: 10,
});

const sizes = [10, 100, 1000].map((containers) => {
  const request = bare({ ...base, workload: pod(containers) });
  return { containers, time: measure(() => inject(request), 5) };
});
for (const { containers, time } of sizes) {
  row(`injection of a pod with ${containers} containers`, `${time.toFixed(3)} ms`, {
    of: "the time per container of 100",
    is: time / containers / (sizes[1]!.time / 100),
  });
}

const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
};
for (let i = 0; i < 1000; i++) inject(bare(base));
const before = heap();
for (let i = 0; i < 10_000; i++) inject(bare(base));
row("heap after 10,000 injections", `${heap().toFixed(1)} MB`, { of: "that after 1,000", is: heap() / before });

await benchHttp(base, yamlParse);
