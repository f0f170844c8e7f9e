import { expect, test } from "vitest";
import { NEWEST, RELEASES } from "../k8s/release";
import { behaviours, differences } from "./releases";

test("each difference holds for some releases and not for others", () => {
  for (const { name, what } of differences()) {
    const holds = RELEASES.filter((release) => behaviours(release)[name]);
    expect(holds.length, name).toBeGreaterThan(0);
    expect(holds.length, name).toBeLessThan(RELEASES.length);
    expect(what).toMatch(/\.$/);
  }
});

test("a range ends with its last release", () => {
  expect(RELEASES.filter((r) => behaviours(r).kubernetesTypedValues)).toEqual([22, 23, 24, 25, 26, 27, 28]);
  expect(behaviours(NEWEST).scrapeTargets).toBe(true);
  expect(behaviours(30).scrapeTargets).toBe(false);
});
