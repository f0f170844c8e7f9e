import { expect, test } from "vitest";
import { poolLimits } from "./limits";

test("limits come from the environment where it has sensible ones", () => {
  const cpuLimit = (INJECT_TIMEOUT_MS?: string) => poolLimits({ INJECT_TIMEOUT_MS }, 1).cpuLimit;
  expect([cpuLimit(), cpuLimit("250"), cpuLimit("-1"), cpuLimit("1e99")]).toEqual([1000, 250, 1000, 1000]);
  expect(poolLimits({}, 1).wallLimit).toBeLessThan(2000);
  const size = (INJECT_WORKERS: string | undefined, processors: number) =>
    poolLimits({ INJECT_WORKERS }, processors).size;
  expect([size(undefined, 16), size(undefined, 1), size("8", 2)]).toEqual([4, 1, 8]);
});
