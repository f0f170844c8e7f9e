import { expect, test } from "vitest";
import type { Entry } from "../../lib/view/entries";
import { en } from "../strings/en";
import { drawnGroups, FIRST_TABLE, nextSort, ROWS } from "./table-rows";

const entries: readonly Entry[] = [
  { kind: "added", topic: "label", label: "b", after: "x" },
  { kind: "added", topic: "env", container: "app", label: "10", after: "1" },
  { kind: "removed", topic: "args", container: "app", label: "9", before: "2" },
  { kind: "moved", topic: "label", label: "a", before: "z", after: "z" },
];
const labels = (view: Partial<typeof FIRST_TABLE>) =>
  drawnGroups(entries, { ...FIRST_TABLE, ...view }, en).map(({ rows }) => rows.map(({ label }) => label).join(" "));

test("rows come by container, or all at once, in the order of the pod or sorted within", () => {
  expect(labels({})).toEqual(["b a", "10 9"]);
  expect(labels({ grouped: false })).toEqual(["b 10 9 a"]);
  expect(labels({ sort: { column: "what", down: false } })).toEqual(["a b", "9 10"]);
  expect(labels({ sort: { column: "what", down: true }, grouped: false })).toEqual(["b a 10 9"]);
  expect(labels({ sort: { column: "where", down: false }, grouped: false })).toEqual(["b a 9 10"]);
  expect(labels({ sort: { column: "after", down: false } })).toEqual(["a b", "9 10"]);
});

test("closed groups have no rows, and not more are drawn than may be", () => {
  expect(labels({ closed: new Set([undefined]) })).toEqual(["", "10 9"]);
  expect(labels({ most: 3 })).toEqual(["b a", "10"]);
  const many = Array.from({ length: 3 * ROWS }, (_, i): Entry => ({ ...entries[0]!, container: `c${i}` }));
  const drawn = drawnGroups(many, FIRST_TABLE, en);
  expect(drawn.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(ROWS);
});

test("a column's head sorts up, then down, then no more", () => {
  const up = nextSort(undefined, "what");
  expect([up, nextSort(up, "what"), nextSort(nextSort(up, "what"), "what")]).toEqual([
    { column: "what", down: false },
    { column: "what", down: true },
    undefined,
  ]);
  expect(nextSort(up, "where")).toEqual({ column: "where", down: false });
});
