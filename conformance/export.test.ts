import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseJson, stringifyOrdered } from "../lib/go/json";
import type { Json } from "../lib/go/json-value";
import { inject, type InjectRequest, type ObjectResult } from "../lib/index";
import { objectText } from "../lib/diagnose/object-text";
import { escapeToken } from "../lib/patch/json-patch";
import { canonical, findRecordings, readCases } from "./cases";
import { requestOf } from "./compare";

const given = process.env.CONFORMANCE_DIR;
const recordings = findRecordings(given && existsSync(given) ? given : join(import.meta.dirname, "fixtures"));
const corpus = process.env.CORPUS_DIR ?? "";

/** Every pointer at which two values differ. */
function differences(a: Json | undefined, b: Json | undefined, pointer = ""): string[] {
  if (canonical(a) === canonical(b)) return [];
  if (a instanceof Map && b instanceof Map) {
    return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) =>
      differences(a.get(key), b.get(key), `${pointer}/${escapeToken(key)}`),
    );
  }
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length)
    return a.flatMap((item, i) => differences(item, b[i], `${pointer}/${i}`));
  return [pointer];
}

/** What Go prints of every typed pod, what only says which object it is, and what a controller gives the pods that it makes. */
const SILENT =
  /^\/(?:apiVersion|kind|status)$|\/resources$|^\/metadata$|^\/metadata\/(?:creationTimestamp|generateName|labels|annotations)$|^\/metadata\/labels\/(?:pod-template-hash|rollouts-pod-template-hash|deploymentconfig)$/;

/** What an export of an object breaks: injecting it changes nothing, and its pod is the final one but for what is listed. */
function broken(request: InjectRequest, object: ObjectResult): string[] {
  const { workload, at, changed } = object.export!;
  const options = { ...request.options, namespace: object.namespace || request.options?.namespace };
  const [again] = inject({
    ...request,
    workload: objectText(workload),
    options: { ...options, include: ["patch"] },
  }).objects;
  if (!again || again.error || !again.decision) return [`it cannot be injected: ${again?.error?.message}`];
  const isLeftAlone = !again.decision.inject || again.webhook?.called === false;
  if (!isLeftAlone || (!again.decision.inject && again.patch?.length !== 0)) return ["it is injected again"];
  const listed = changed.flatMap(({ pointers }) => pointers).map((pointer) => inPod(pointer, at));
  const [was, is] = [object.pod, again.decision.inject ? again.input : again.pod];
  return differences(asText(was), is).filter(
    (pointer) => !SILENT.test(pointer) && !listed.some((one) => pointer === one || pointer.startsWith(`${one}/`)),
  );
}

/** As a text has it: what is no Unicode cannot be written. */
function asText(pod: Json | undefined): Json {
  return parseJson(stringifyOrdered(pod ?? null));
}

function inPod(pointer: string, { metadata, spec }: { metadata: string; spec: string }): string {
  if (pointer.startsWith(metadata)) return `/metadata${pointer.slice(metadata.length)}`;
  return pointer.startsWith(spec) ? `/spec${pointer.slice(spec.length)}` : pointer;
}

function check(name: string, request: InjectRequest): { wrong: string[]; looked: number } {
  const asked: InjectRequest = { ...request, options: { ...request.options, include: ["export"] } };
  const objects = inject(asked).objects.filter((object) => object.export);
  const wrong = objects.flatMap((object) =>
    broken(request, object).map((difference) => `${name} ${object.name}: ${difference}`),
  );
  return { wrong, looked: objects.length };
}

test("injecting an export of a recorded case changes nothing, and it is the final pod but for what is listed", () => {
  const wrong: string[] = [];
  let looked = 0;
  for (const file of recordings.files.filter(({ release }) => release === "1.30.3" || release === "1.20.8")) {
    for (const recorded of readCases(recordings, file)) {
      const checked = check(recorded.id, requestOf(recorded));
      wrong.push(...checked.wrong);
      looked += checked.looked;
    }
  }
  expect(wrong).toEqual([]);
  expect(looked).toBeGreaterThan(500);
}, 300_000);

test.skipIf(!existsSync(join(corpus, "1.30.3")))(
  "so it is of real workloads",
  () => {
    const read = (...path: string[]) => readFileSync(join(corpus, ...path), "utf8");
    const wrong: string[] = [];
    let looked = 0;
    for (const release of ["1.24.6", "1.30.3"]) {
      const workloads = existsSync(join(corpus, release, "workloads"))
        ? readdirSync(join(corpus, release, "workloads"))
        : [];
      const gateways = readdirSync(join(corpus, release)).filter((name) => name.startsWith("gateway-"));
      const files = [...gateways.map((name) => [name]), ...workloads.map((name) => ["workloads", name])];
      for (const path of files) {
        for (const webhooks of [undefined, read(release, "webhooks.yaml")]) {
          const injector = read(release, "istio-sidecar-injector.yaml");
          const checked = check(path.join("/"), { workload: read(release, ...path), injector, webhooks });
          wrong.push(...checked.wrong);
          looked += checked.looked;
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(looked).toBeGreaterThan(100);
  },
  300_000,
);
