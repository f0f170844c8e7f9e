import { expect, test } from "vitest";
import { exampleInjector } from "../example/injector";
import { exampleMesh } from "../example/mesh";
import { exampleWorkload } from "../example/workload";
import { sortTexts } from "./sort-texts";

const indent = (text: string) => text.trimEnd().replace(/^/gm, "  ").replace(/^ {2}/, "- ");

test("tells files apart by what they hold, and leaves them as they are", () => {
  const { texts, found } = sortTexts([exampleMesh, exampleInjector, exampleWorkload]);
  expect(Object.fromEntries(texts)).toEqual({
    mesh: exampleMesh,
    injector: exampleInjector,
    workload: exampleWorkload,
  });
  expect(found).toEqual([
    { slot: "mesh", kind: "ConfigMap", count: 1 },
    { slot: "injector", kind: "ConfigMap", count: 1 },
    { slot: "workload", kind: "Deployment", count: 1 },
  ]);
});

test("takes several documents in one text apart", () => {
  const namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: n}\n";
  const { texts } = sortTexts([`${exampleWorkload}---\n${exampleMesh}---\n${namespace}`]);
  expect(texts.get("workload")).toBe(exampleWorkload);
  expect(texts.get("mesh")).toBe(exampleMesh);
  expect(texts.get("namespaces")).toBe(namespace);
});

test("takes a List of everything apart, block texts unharmed", () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n${indent(exampleInjector)}\n${indent("kind: Service\nmetadata: {name: s}")}\n`;
  const { texts } = sortTexts([list]);
  expect(texts.get("workload")).toContain("kind: Service");
  expect(texts.get("injector")).toContain("{{ protoToJSON .ProxyConfig }}");
  expect(texts.get("injector")).not.toContain("kind: Service");
});

test("keeps a List of workloads whole", () => {
  const list = "kind: List\nitems:\n# one\n- kind: Pod\n- kind: Deployment\n";
  expect(sortTexts([list]).texts.get("workload")).toBe(list);
});

test("knows a bare MeshConfig, and leaves out what is no object", () => {
  expect(sortTexts(["trustDomain: a.b\n"]).texts.get("mesh")).toBe("trustDomain: a.b\n");
  expect(sortTexts(["hello"]).texts.size).toBe(0);
});
