import { expect, test } from "vitest";
import { examples } from "../lib/example/all";
import { inputsOf, type Inputs } from "./inputs";
import { type Kept, readKept, readShown, shownText, titleOf, withKept, withoutKept } from "./kept";

const example = inputsOf(examples.gateway);
const own = (workload: string): Inputs => ({ ...example, workload });

test("keeps the newest few, each once, and nothing that is empty", () => {
  let kept: readonly Kept[] = [];
  for (const [i, name] of ["a", "b", "c", "a", "d", "e", "f"].entries()) kept = withKept(kept, own(name), i);
  expect(kept.map(({ at, inputs }) => [at, inputs.workload])).toEqual([
    [6, "f"],
    [5, "e"],
    [4, "d"],
    [3, "a"],
    [2, "c"],
  ]);
  expect(withoutKept(kept, own("d")).map(({ inputs }) => inputs.workload)).toEqual(["f", "e", "a", "c"]);
  expect(withKept(kept, { ...own(" \n"), injector: "", mesh: "" }, 7)).toBe(kept);
});

test("reads back what was kept, and leaves out what is none", () => {
  const kept = withKept([], own("a"), 1);
  expect(readKept(JSON.stringify(kept))).toEqual(kept);
  expect(readKept(JSON.stringify([null, 1, { at: "x", inputs: example }, { at: 2 }, ...kept]))).toEqual(kept);
  for (const text of [null, "", "{", "{}", "null"]) expect(readKept(text)).toEqual([]);
});

test("reads back what was shown, and which example it was", () => {
  expect(readShown(shownText({ inputs: example, example: "sidecar" }))).toEqual({
    inputs: example,
    example: "sidecar",
  });
  expect(readShown(shownText({ inputs: example }))).toEqual({ inputs: example });
  expect(readShown(JSON.stringify({ ...example, example: "toString" }))).toEqual({ inputs: example });
  for (const text of [null, "", "{", "{}", "null", "[]"]) expect(readShown(text)).toBeUndefined();
});

test("texts are called by what stands first in them", () => {
  expect(titleOf(example)).toBe("Deployment istio-eastwestgateway");
  expect(titleOf(own("items:\n- kind: Pod\n  metadata: \n    name: 'p'\n"))).toBe("Pod p");
  expect(titleOf(own('{"kind":"List","items":[]}'))).toBe("List");
  expect(titleOf(own("hello"))).toBe("");
});
