import { expect, test } from "vitest";
import { examples } from "../example/all";
import { inject, resultText } from "../index";
import { readResult } from "../view/result";
import { resultHash } from "./result-hash";

function hashOf(request: Parameters<typeof inject>[0]): string {
  return resultHash(readResult(resultText(inject(request))));
}

test("the same request gives the same hash whatever else is asked for, another result another one", () => {
  const { gateway } = examples;
  const hash = hashOf(gateway);
  expect(hash).toMatch(/^[0-9a-f]{16}$/);
  expect(
    hashOf({ ...gateway, options: { ...gateway.options, include: ["stages", "patch", "origins", "output"] } }),
  ).toBe(hash);
  expect(hashOf({ ...gateway, workload: gateway.workload.replace("image: auto", "image: mine") })).not.toBe(hash);
  const all = Object.values(examples).map(hashOf);
  expect(new Set(all).size).toBe(all.length);
});
