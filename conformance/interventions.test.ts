import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseJson } from "../lib/go/json";
import type { Json, JsonMap } from "../lib/go/json-value";
import type { InjectRequest, InjectResult, Origin, Place } from "../lib/inject/api";
import { injectorTexts } from "../lib/inject/inputs";
import { findRecordings } from "./cases";
import { interventionsOf, report, total } from "./intervention-runs";
import { intervene, type Break } from "./interventions";

const sentence = { en: "a", zh: "b" };
const value = (pointer: string): Place => ({ source: "values", pointer, line: 1, column: 1 });
const template = (data: Place[], control: Place[]): Origin => {
  const at = { source: "injector", line: 1, column: 1, endLine: 1, endColumn: 16 } as const;
  return { step: "template", template: "t", at, data, control, sentence };
};

/** An injector that writes two labels: what `a` of the values is, where `b` is not false; and tells origins as it is told to. */
function engine(labels: { a: Origin; b: Origin }): (request: InjectRequest) => InjectResult {
  return ({ injector, options }) => {
    const release = { name: "1.30", from: "" };
    let texts;
    try {
      texts = injectorTexts(injector);
    } catch {
      return { release, objects: [] };
    }
    const values = parseJson(texts.values.text) as JsonMap;
    const isOwn = texts.config.text.startsWith("policy: enabled");
    const labelled = new Map<string, Json>([["b", isOwn ? "fixed" : texts.config.text]]);
    if (values.get("b") !== false) labelled.set("a", values.get("a") ?? "none");
    const pod: Json = new Map([["metadata", new Map([["labels", labelled]])]]);
    const at = typeof injector === "string" ? 8 : 1;
    const placed = (origin: Origin): Origin => ({ ...origin, at: { ...origin.at!, line: at, endLine: at } });
    const origins = { "/metadata/labels/a": placed(labels.a), "/metadata/labels/b": placed(labels.b) };
    const told = options?.include?.includes("origins") ? { origins } : {};
    const object = {
      index: 0,
      kind: "Pod",
      name: "",
      namespace: "",
      makesPods: true,
      pod,
      input: new Map<string, Json>(),
      ...told,
    };
    return { release, objects: [object] };
  };
}

function broken(labels: { a: Origin; b: Origin }, at = 0): Break[] {
  const request: InjectRequest = {
    workload: "{}",
    injector: { config: "policy: enabled", values: '{"a": "x", "b": true, "c": 1}' },
    options: { release: "1.30" },
  };
  const breaks: Break[] = [];
  for (let seed = 0; seed < 8; seed++) {
    const given = { id: "fake", family: "fake", release: "1.30.3", request };
    const held = intervene(given, String(seed), { missing: 60, idle: 4, at }, { engine: engine(labels) });
    breaks.push(...held!.outcomes.flatMap((outcome) => outcome.breaks));
  }
  return breaks;
}

describe("interventions", () => {
  const injector: Place = { source: "injector", pointer: "", line: 1, column: 1 };
  const honest = {
    a: template([value("/a")], [value("/b"), injector]),
    b: template([], [injector]),
  };

  it("find nothing where origins are true", () => {
    expect(broken(honest)).toEqual([]);
  });

  it("find an input that is missing", () => {
    const breaks = broken({ ...honest, a: template([value("/a")], [injector]) });
    expect(breaks.length).toBeGreaterThan(0);
    for (const { law, input, leaf, after } of breaks) {
      expect([law, input, leaf, after]).toEqual(["missing", "values /b", "/metadata/labels/a", "(absent)"]);
    }
  });

  it("find an input that is idle", () => {
    const breaks = broken({ ...honest, b: template([value("/c")], [injector]) });
    expect(breaks.length).toBeGreaterThan(0);
    for (const { law, input, leaf } of breaks)
      expect([law, input, leaf]).toEqual(["idle", "values /c", "/metadata/labels/b"]);
  });

  it("find lines whose edits change nothing", () => {
    const breaks = broken(honest, 4);
    expect(breaks.length).toBeGreaterThan(0);
    for (const { law, leaf } of breaks) expect([law, leaf]).toEqual(["at", "/metadata/labels/a"]);
  });
});

describe("origins of recorded cases", () => {
  it("hold under 2,000 interventions", { timeout: 900_000 }, () => {
    const own = join(import.meta.dirname, "fixtures");
    const recordings = findRecordings(process.env.CONFORMANCE_DIR ?? own);
    const count = Math.ceil(2000 / recordings.files.length);
    const tallies = recordings.files.map((file) => interventionsOf(recordings, file, { seed: "2", count }));
    const { ran, apart, broken } = total(tallies);
    if (broken > 0) report(tallies, 10);
    expect(tallies.flatMap((tally) => tally.flaws)).toEqual([]);
    expect(broken).toBe(0);
    expect(ran - apart).toBeGreaterThanOrEqual(2000);
  });
});
