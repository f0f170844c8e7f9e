import { expect, test } from "vitest";
import { exampleRequest } from "../lib/example";
import { examples } from "../lib/example/all";
import { DEFAULT_OPTIONS, inputsOf, readInputs, requestOf, sameInputs } from "./inputs";

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

test("what an example asks for is what the page asks for", () => {
  for (const { options, ...given } of Object.values(examples)) {
    const request = requestOf(inputsOf({ ...given, options }));
    expect(JSON.parse(JSON.stringify({ ...request, options: undefined }))).toEqual(given);
    expect(request.options).toMatchObject({ include: ["stages", "patch", "output"], ...options });
  }
});

test("what was stored comes back, of an older page too; what is no inputs does not", () => {
  const changed = { ...example, workload: "x", options: { ...DEFAULT_OPTIONS, release: "1.22" } };
  const again = (inputs: object) => readInputs(JSON.parse(JSON.stringify(inputs)));
  expect(again(changed)).toEqual(changed);
  expect(again({ ...changed, webhooks: undefined, other: 1 })).toEqual(changed);
  expect(again({ ...changed, options: { release: 5 } })?.options).toEqual(DEFAULT_OPTIONS);
  for (const json of [null, "", 1, {}, { workload: 5 }, { workload: "" }]) expect(readInputs(json)).toBeUndefined();
});

test("inputs are the same when nothing differs that the engine or the page sees", () => {
  expect(sameInputs(example, inputsOf(exampleRequest))).toBe(true);
  expect(sameInputs(example, { ...example, mesh: "" })).toBe(false);
  expect(sameInputs(example, { ...example, options: { ...DEFAULT_OPTIONS, platform: "openshift" } })).toBe(false);
});
