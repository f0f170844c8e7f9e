import { expect, it } from "vitest";
import { inject } from "./answer";

const config = `policy: enabled
defaultTemplates: [sidecar]
templates:
  sidecar: |
    spec:
      initContainers: [{name: setup, image: s}]
      containers: [{name: istio-proxy, image: p, env: [{name: A, value: b}]}]
`;
const injected = (pod: object) => {
  const workload = JSON.stringify({ apiVersion: "v1", kind: "Pod", ...pod });
  return inject({ workload, injector: { config, values: "{}" }, mesh: "enablePrometheusMerge: false" }).objects[0]!;
};

it("tells a container of the workload from one of a template, and from one that is both", () => {
  const result = injected({ spec: { containers: [{ name: "app" }, { name: "istio-proxy", image: "mine" }] } });
  expect(result.containers).toEqual([
    { name: "setup", list: "initContainers", case: "injected", overwritten: [] },
    { name: "app", list: "containers", case: "own", overwritten: [] },
    { name: "istio-proxy", list: "containers", case: "overwritten", overwritten: ["/image"] },
  ]);
});

it("knows by the status annotation what an earlier injection made", () => {
  const first = injected({ spec: { containers: [{ name: "app" }] } });
  const pod = JSON.parse(JSON.stringify(first.pod, (_, v: unknown) => (v instanceof Map ? Object.fromEntries(v) : v)));
  expect(injected(pod as object).containers!.map(({ name, case: kind }) => [name, kind])).toEqual([
    ["setup", "reinjected"],
    ["app", "own"],
    ["istio-proxy", "reinjected"],
  ]);
});
