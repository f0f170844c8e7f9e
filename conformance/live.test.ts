import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Json, JsonMap } from "../lib/go/json-value";
import { inject, type InjectRequest } from "../lib/index";
import { objectText } from "../lib/diagnose/object-text";
import { findRecordings, readCases } from "./cases";
import { requestOf } from "./compare";

const given = process.env.CONFORMANCE_DIR;
const recordings = findRecordings(given && existsSync(given) ? given : join(import.meta.dirname, "fixtures"));
const corpus = process.env.CORPUS_DIR ?? "";

/** A pod as if it had been created as it is. */
function asLive(pod: Json | undefined): string {
  const live = new Map<string, Json>([["apiVersion", "v1"], ["kind", "Pod"], ...(pod as JsonMap)]);
  const metadata = new Map(live.get("metadata") instanceof Map ? (live.get("metadata") as JsonMap) : []);
  if (!metadata.has("name")) metadata.set("name", "live");
  return objectText(live.set("metadata", metadata.set("uid", "u")));
}

/** What is said to differ between the pod that an object gets and itself, but for what every pod of a cluster has. */
function differences(name: string, request: InjectRequest): { wrong: string[]; looked: number } {
  let looked = 0;
  const wrong = inject(request).objects.flatMap((object, index) => {
    if (object.pod === undefined || !object.decision?.inject) return [];
    const live = inject({ ...request, live: asLive(object.pod), options: { ...request.options, include: ["live"] } });
    const found = live.live!.find(({ source, of }) => source === "live" && of === index);
    if (!found) return [];
    looked++;
    return found.differences
      .filter(({ cause }) => cause !== "api-server")
      .map(({ cause, path }) => `${name} ${object.name}: ${cause} ${path}`);
  });
  return { wrong, looked };
}

/** Repeated keys and the spelling of numbers do not survive as this test writes the pod anew. */
const REWRITTEN = /^merge\/(?:json\/dup-|quantity\/number-)/;

test("a recorded pod beside itself differs in nothing but what the cluster adds", () => {
  const wrong: string[] = [];
  let looked = 0;
  for (const file of recordings.files.filter(({ release }) => release === "1.30.3")) {
    for (const recorded of readCases(recordings, file)) {
      if (REWRITTEN.test(recorded.id)) continue;
      const found = differences(recorded.id, requestOf(recorded));
      wrong.push(...found.wrong);
      looked += found.looked;
    }
  }
  expect(wrong).toEqual([]);
  expect(looked).toBeGreaterThan(100);
}, 300_000);

test.skipIf(!existsSync(join(corpus, "1.30.3")))(
  "so does that of a real workload",
  () => {
    const read = (...path: string[]) => readFileSync(join(corpus, "1.30.3", ...path), "utf8");
    const wrong: string[] = [];
    let looked = 0;
    for (const file of readdirSync(join(corpus, "1.30.3", "workloads"))) {
      const request = { workload: read("workloads", file), injector: read("istio-sidecar-injector.yaml") };
      const found = differences(file, request);
      wrong.push(...found.wrong);
      looked += found.looked;
    }
    expect(wrong).toEqual([]);
    expect(looked).toBeGreaterThan(50);
  },
  300_000,
);
