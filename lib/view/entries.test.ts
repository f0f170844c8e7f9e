import { beforeAll, describe, expect, test } from "vitest";
import { exampleRequest } from "../example";
import { inject, resultText } from "../index";
import { dimmedLines, filterChoices, passes, stopAt, stopFrom, stopsOf } from "./change-filter";
import { changesCsv, changesMarkdown, type ReportWords } from "./change-report";
import { type Comparison, compareSteps, wholeInjection } from "./comparison";
import { entriesOf, type Entry, groupsOf } from "./entries";
import { readResult } from "./result";
import { stepsOf } from "./steps";

const word = (text: string) => text;
const named = <K extends string>() => new Proxy({}, { get: (_, name) => word(String(name)) }) as Record<K, string>;
const words: ReportWords = { pod: "pod", columns: named(), kinds: named(), topics: named() };

describe("the entries of the bundled example", () => {
  let comparison: Comparison;
  let entries: readonly Entry[];
  beforeAll(() => {
    const object = readResult(resultText(inject(exampleRequest))).objects[0]!;
    const texts = stepsOf(object);
    comparison = compareSteps(texts, wholeInjection(texts)!, object.containers!);
    entries = entriesOf(comparison)!;
  });
  const lines = (text: string, ranges: readonly (readonly [number, number])[]) => {
    const all = text.split("\n");
    return new Set(ranges.flatMap(([first, last]) => all.slice(first - 1, last).map((line) => line.trim())));
  };

  test("are the changes and what was kept, where it stands", () => {
    expect(entries.filter(({ kind }) => kind !== "kept")).toEqual(comparison.changes);
    const kept = entries.filter(({ kind }) => kind === "kept");
    expect(kept.map(({ label, before, after }) => [label, before, after])).toContainEqual([
      "resources.requests.cpu",
      "100m",
      "500m",
    ]);
    const at = entries.findIndex(({ label }) => label === "resources.requests.cpu");
    expect(entries.slice(at + 1).every(({ label }) => label !== "POD_NAME")).toBe(true);
  });

  test("say once what a step puts back", () => {
    const object = readResult(resultText(inject(exampleRequest))).objects[0]!;
    const texts = stepsOf(object);
    const reapplied = compareSteps(texts, { left: "mergedPod:gateway", right: "reapplied" }, object.containers!);
    expect(reapplied.marks.some(({ kind }) => kind === "kept")).toBe(true);
    const cpu = entriesOf(reapplied)!.filter(({ label }) => label === "resources.requests.cpu");
    expect(cpu.map(({ kind }) => kind)).toEqual(["changed"]);
  });

  test("come by container, all of them once", () => {
    const groups = groupsOf(entries);
    expect(groups.map(({ container }) => container)).toEqual([undefined, "istio-proxy"]);
    expect(groups.flatMap((group) => group.entries)).toHaveLength(entries.length);
  });

  test("pass a filter by container, by what is done, and by what they are about", () => {
    const count = (filter: Parameters<typeof passes>[0]) => entries.filter((entry) => passes(filter, entry)).length;
    expect(count({})).toBe(entries.length);
    expect(count({ container: "" }) + count({ container: "istio-proxy" })).toBe(entries.length);
    expect(count({ what: "kept" })).toBe(2);
    expect(count({ container: "istio-proxy", what: "env" })).toBe(22);
    expect(count({ container: "ghost" })).toBe(0);
    const choices = filterChoices(entries, { container: "istio-proxy", what: "env" });
    expect(choices.containers.get("istio-proxy")).toBe(22);
    expect(choices.containers.get("")).toBe(0);
    expect(choices.topics.get("label")).toBe(0);
    expect(filterChoices(entries, { container: "ghost" }).containers.get("ghost")).toBe(0);
  });

  test("leave dim what a filter keeps back, and bright what leads to the rest", () => {
    expect(dimmedLines(comparison, entries, {})).toEqual({ left: [], right: [] });
    const dim = dimmedLines(comparison, entries, { what: "image" });
    const right = lines(comparison.rightText.text, dim.right);
    expect(right.has("image: docker.io/istio/proxyv2:1.30.3")).toBe(false);
    expect(right.has("containers:")).toBe(false);
    expect(right.has("- name: POD_NAME")).toBe(true);
    expect(lines(comparison.leftText.text, dim.left).has("image: auto")).toBe(false);
    const proxy = lines(
      comparison.rightText.text,
      dimmedLines(comparison, entries, { container: "istio-proxy" }).right,
    );
    expect(proxy.has("- name: POD_NAME") || proxy.has("ports:")).toBe(false);
    expect(proxy.has("istio.io/rev: default")).toBe(true);
  });

  test("are gone through one by one, round and round, from wherever the caret is", () => {
    const stops = stopsOf(comparison, entries, { what: "env" });
    expect(stops).toHaveLength(22);
    expect(stopFrom(stops, undefined, "next")).toBe(stops[0]);
    expect(stopFrom(stops, undefined, "previous")).toBe(stops[21]);
    expect(stopFrom(stops, stops[0]!.place, "next")).toBe(stops[1]);
    expect(stopFrom(stops, stops[21]!.place, "next")).toBe(stops[0]);
    expect(stopFrom(stops, stops[0]!.place, "previous")).toBe(stops[21]);
    expect(stopFrom(stops, { side: "right", line: 1 }, "next")).toBe(stops[0]);
    expect(stopFrom(stops, { side: "right", line: 10_000 }, "next")).toBe(stops[0]);
    expect(stopFrom(stops, { side: "right", line: 10_000 }, "previous")).toBe(stops[21]);
    expect(stopFrom([], undefined, "next")).toBeUndefined();
    expect(stopFrom([], { side: "right", line: 3 }, "previous")).toBeUndefined();
  });

  test("that stand on one line are all reached", () => {
    const [stop] = stopsOf(comparison, entries, {});
    const twin = { ...stop!, index: 1, entry: { ...stop!.entry, right: "/other" } };
    const stops = [stop!, twin];
    expect(stopAt(stops, stop!.place)).toBe(stop);
    expect(stopFrom(stops, stop!.place, "next")).toBe(twin);
    expect(stopAt(stops, stop!.place, "added  /other")).toBe(twin);
  });
});

describe("reports", () => {
  const entry = (part: Partial<Entry>): Entry => ({ kind: "added", topic: "args", label: "a", ...part });

  test("Markdown keeps what comes from a pod out of the markup", () => {
    const text = changesMarkdown(
      "Deployment a",
      ["Injected."],
      [
        entry({ label: "a|b", after: "x`y" }),
        entry({ container: "c", kind: "changed", before: "`", after: "two\nlines <b>" }),
        entry({ container: "c", kind: "moved", before: "m", after: "m" }),
      ],
      words,
    );
    expect(text).toBe(
      [
        "### Deployment a",
        "",
        "Injected.",
        "",
        "#### pod (1)",
        "",
        "| topic | what | change | before | after |",
        "| --- | --- | --- | --- | --- |",
        "| args | `a\\|b` | added |  | ``x`y`` |",
        "",
        "#### `c` (2)",
        "",
        "| topic | what | change | before | after |",
        "| --- | --- | --- | --- | --- |",
        "| args | `a` | changed | `` ` `` | `two⏎lines <b>` |",
        "| args | `a` | moved |  |  |",
        "",
      ].join("\n"),
    );
  });

  test("CSV quotes what must be, and nothing becomes a formula", () => {
    const text = changesCsv(
      [
        entry({ label: "--level=info", after: 'say "a, b"' }),
        entry({ container: "c", kind: "removed", before: "=1+1" }),
      ],
      words,
    );
    expect(text).toBe(
      'where,topic,what,change,before,after\r\npod,args,\'--level=info,added,,"say ""a, b"""\r\nc,args,a,removed,\'=1+1,\r\n',
    );
  });
});
