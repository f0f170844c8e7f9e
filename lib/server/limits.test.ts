import { expect, test } from "vitest";
import { timeLimit, workerCount } from "./limits";

test("limits come from the environment where it has sensible ones", () => {
  expect([timeLimit({}), timeLimit({ INJECT_TIMEOUT_MS: "250" }), timeLimit({ INJECT_TIMEOUT_MS: "-1" })]).toEqual([
    2000, 250, 2000,
  ]);
  expect([workerCount({}, 16), workerCount({}, 1), workerCount({ INJECT_WORKERS: "8" }, 2)]).toEqual([4, 1, 8]);
});
