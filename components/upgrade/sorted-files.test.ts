import { describe, expect, test } from "vitest";
import { DEFAULT_OPTIONS } from "../inputs";
import { placedTexts, sortedFiles } from "./sorted-files";

const file = (path: string, text: string) => ({ path, file: new Blob([text]) });
const injector = (tag: string, name = "istio-sidecar-injector") =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  config: |\n    policy: enabled\n  values: '{"global": {"tag": "${tag}"}}'\n`;
const mesh = (domain: string, name = "istio") =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  mesh: |\n    trustDomain: ${domain}\n`;
const namespace = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n";
const proxyConfig = "kind: ProxyConfig\nmetadata:\n  name: p\n";
const deployment = "kind: Deployment\nspec:\n  template:\n    spec:\n      containers: []\n";
const listOf = (...objects: readonly string[]) =>
  `apiVersion: v1\nitems:\n${objects.map((text) => `- ${text.trimEnd().replaceAll("\n", "\n  ")}\n`).join("")}kind: List\n`;

const empty = { injector: "", mesh: "", namespaces: "", proxyConfigs: "", options: DEFAULT_OPTIONS };
const old = { a: empty, b: { ...empty, mesh: "kept" } };
const placedOf = async (files: readonly ReturnType<typeof file>[], only?: "a" | "b") => {
  const { found, others } = await sortedFiles(files);
  const { sides, placed } = placedTexts(found, old, only);
  return {
    ...sides,
    others: others.map(({ path }) => path),
    told: placed.map((p) => `${p.path} ${p.side} ${p.fields.join("+")}`),
  };
};

describe("what is dropped on the page of upgrades", () => {
  test("injectors by their releases, each with the mesh of its file; namespaces and ProxyConfigs for both", async () => {
    const { a, b, others, told } = await placedOf([
      file("new.yaml", `${injector("1.30.1")}---\n${mesh("new")}`),
      file("old.yaml", `${mesh("old")}---\n${injector("1.9.9")}`),
      file("apps.yaml", `${namespace}---\n${deployment}`),
      file("ns.yaml", `${namespace}---\n${namespace}`),
      file("proxies.yaml", proxyConfig),
      file("fleet.tar", "\u0000"),
    ]);
    expect([a.injector, b.injector]).toEqual([injector("1.9.9"), injector("1.30.1")]);
    expect([a.mesh, b.mesh]).toEqual([mesh("old"), mesh("new")]);
    expect([a.namespaces, a.proxyConfigs]).toEqual([`${namespace}---\n${namespace}`, proxyConfig]);
    expect([b.namespaces, b.proxyConfigs]).toEqual([a.namespaces, a.proxyConfigs]);
    expect(others).toEqual(["apps.yaml", "fleet.tar"]);
    expect(told).toContain("ns.yaml both namespaces");
    expect(told).toContain("old.yaml a injector+mesh");
  });

  test("both revisions of a cluster in one List of ConfigMaps", async () => {
    const all = listOf(
      mesh("new", "istio-1-30"),
      mesh("old", "istio-1-28"),
      injector("1.30.3", "istio-sidecar-injector-1-30"),
      "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: istio-ca-root-cert\ndata:\n  root: x\n",
      injector("1.28.10", "istio-sidecar-injector-1-28"),
    );
    const { a, b, others } = await placedOf([file("maps.yaml", all)]);
    expect([a.injector, a.mesh]).toEqual([
      injector("1.28.10", "istio-sidecar-injector-1-28"),
      mesh("old", "istio-1-28"),
    ]);
    expect([b.injector, b.mesh]).toEqual([
      injector("1.30.3", "istio-sidecar-injector-1-30"),
      mesh("new", "istio-1-30"),
    ]);
    expect(others).toEqual([]);
  });

  test("a mesh without a ConfigMap, meshes in folders, and meshes alone", async () => {
    const plain = "trustDomain: plain\ndefaultConfig: {}\n";
    expect((await placedOf([file("x/i.yaml", injector("1.30.0")), file("mesh.yaml", plain)])).b.mesh).toBe(plain);
    const folders = await placedOf([
      file("b/mesh.yaml", mesh("b")),
      file("a/mesh.yaml", mesh("a")),
      file("a/injector.yaml", injector("1.30.0")),
      file("b/injector.yaml", injector("1.29.0")),
    ]);
    expect([folders.a.mesh, folders.b.mesh]).toEqual([mesh("b"), mesh("a")]);
    expect(await placedOf([file("m.yaml", mesh("one"))])).toMatchObject({
      a: { mesh: mesh("one") },
      b: { mesh: mesh("one") },
    });
    const two = await placedOf([file("m-1.30.yaml", mesh("new")), file("m-1.9.yaml", mesh("old"))]);
    expect([two.a.mesh, two.b.mesh]).toEqual([mesh("old"), mesh("new")]);
    // Which of three belongs to an injector alone cannot be told.
    const three = ["x", "y", "z"].map((name) => file(`${name}.yaml`, mesh(name)));
    expect((await placedOf([file("d/i.yaml", injector("1.30.0")), ...three])).b.mesh).toBe("kept");
  });

  test("all for one side", async () => {
    const { a, b, told } = await placedOf([file("i.yaml", injector("1.30.0")), file("ns.yaml", namespace)], "a");
    expect(a).toMatchObject({ injector: injector("1.30.0"), namespaces: namespace });
    expect(b).toEqual(old.b);
    expect(told).toEqual(["i.yaml a injector", "ns.yaml a namespaces"]);
  });

  test("a folder of other things stays as it is", async () => {
    const other = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: app}\ndata: {a: b}\n";
    const { others, told } = await placedOf([file("a.yaml", deployment), file("b.yaml", other), file("c.txt", "")]);
    expect([others, told]).toEqual([["a.yaml", "b.yaml", "c.txt"], []]);
  });
});
