import { expect, test } from "vitest";
import { exampleRequest } from "../example";
import { inject, resultText } from "../index";
import { compareAnswer } from "./compare-job";
import { openapi } from "./openapi";
import { schemas } from "./openapi-schemas";
import { violation } from "./schema";

test.each([
  ["the example", {}],
  ["kube-inject", { options: { path: "kube-inject", include: ["stages", "patch", "output"] } }],
  ["the example with origins", { options: { include: ["stages", "patch", "origins"] } }],
  [
    "a failure with origins",
    {
      workload: exampleRequest.workload.replace("templates: gateway", "templates: ghost"),
      options: { include: ["origins"] },
    },
  ],
  ["the example with findings", { options: { include: ["findings"] } }],
  ["the example with its export", { options: { include: ["export"] } }],
  [
    "the example beside a live pod",
    {
      live: "kind: Pod\nmetadata:\n  name: p\n  uid: u\n  ownerReferences: [{kind: ReplicaSet, name: istio-eastwestgateway-1, controller: true}]\nspec: {nodeName: n}\n",
      options: { include: ["live"] },
    },
  ],
  ["the example without injection", { options: { include: ["uninjected"] } }],
  ["a missing template", { workload: exampleRequest.workload.replace("templates: gateway", "templates: ghost") }],
  ["broken YAML", { workload: "a: [" }],
  ["an empty workload", { workload: "" }],
  ["a ConfigMap without config", { injector: "kind: ConfigMap\ndata: {}\n" }],
  ["an object that makes no pods", { workload: "kind: Service\napiVersion: v1\nmetadata: {name: s}\n" }],
] as const)("the result of %s fits the description", (_, change) => {
  const request = { ...exampleRequest, ...change };
  expect(violation(schemas.InjectRequest, request, schemas)).toBeUndefined();
  const result: unknown = JSON.parse(resultText(inject(request)));
  expect(violation(schemas.InjectResult, result, schemas)).toBeUndefined();
});

test("every reference leads somewhere", () => {
  const references = JSON.stringify(openapi).match(/#\/components\/schemas\/\w+/g)!;
  expect(references.every((reference) => reference.split("/").at(-1)! in schemas)).toBe(true);
});

test("a comparison fits the description, with steps and sides that fail", () => {
  const other = { ...exampleRequest, options: { release: "1.22" } };
  const broken = { ...exampleRequest, injector: "kind: ConfigMap\ndata: {}\n" };
  for (const request of [
    { a: exampleRequest, b: other },
    { a: exampleRequest, b: other, step: "submitted", stepB: "final" },
    { a: exampleRequest, b: broken },
    { a: exampleRequest, b: { ...exampleRequest, workload: "kind: Pod\nspec: [" } },
  ]) {
    expect(violation(schemas.CompareRequest, request, schemas)).toBeUndefined();
    const answer: unknown = JSON.parse(new TextDecoder().decode(compareAnswer(Buffer.from(JSON.stringify(request)))));
    expect(violation(schemas.CompareResult, answer, schemas)).toBeUndefined();
  }
});

test.each([
  [{ a: exampleRequest }, "/b"],
  [{ a: exampleRequest, b: { ...exampleRequest, workload: 1 } }, "/b/workload"],
  [{ a: exampleRequest, b: exampleRequest, c: 1 }, "/c"],
])("what is no comparison is refused by field", (request, field) => {
  expect(() => compareAnswer(Buffer.from(JSON.stringify(request)))).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ status: 400, field }) as unknown }) as Error,
  );
});

test("a text over the limit is named with its side", () => {
  const request = { a: exampleRequest, b: { ...exampleRequest, mesh: "#".repeat(7 * 1024 * 1024) } };
  expect(() => compareAnswer(Buffer.from(JSON.stringify(request)))).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({ status: 413, field: "/b/mesh" }) as unknown,
    }) as Error,
  );
});
