import { expect, test } from "vitest";
import { exampleRequest } from "../lib/example";
import { DEFAULT_OPTIONS, inputsOf, requestOf, restoredInputs, sameInputs } from "./inputs";

const example = inputsOf(exampleRequest);

test("empty texts and options are left out of the request, so that the engine's defaults hold", () => {
  const request = requestOf({
    ...example,
    mesh: " \n",
    options: { ...DEFAULT_OPTIONS, namespace: " ", nativeSidecars: "false" },
  });
  expect(JSON.parse(JSON.stringify(request))).toEqual({
    workload: example.workload,
    injector: example.injector,
    options: {
      path: "webhook",
      release: "auto",
      nativeSidecars: false,
      platform: "",
      include: ["stages", "patch", "output"],
    },
  });
});

test("what was stored comes back; what is no inputs does not", () => {
  const changed = { ...example, workload: "x", options: { ...DEFAULT_OPTIONS, release: "1.22" } };
  expect(restoredInputs(JSON.stringify(changed))).toEqual(changed);
  expect(restoredInputs(JSON.stringify({ ...changed, options: { release: 5 } }))?.options).toEqual(DEFAULT_OPTIONS);
  for (const text of [null, "", "null", "{}", '{"workload":5}']) expect(restoredInputs(text)).toBeUndefined();
});

test("inputs are the same when nothing differs that the engine or the page sees", () => {
  expect(sameInputs(example, inputsOf(exampleRequest))).toBe(true);
  expect(sameInputs(example, { ...example, mesh: "" })).toBe(false);
  expect(sameInputs(example, { ...example, options: { ...DEFAULT_OPTIONS, platform: "openshift" } })).toBe(false);
});
