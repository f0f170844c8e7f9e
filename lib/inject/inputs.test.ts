import { describe, expect, it } from "vitest";
import { InputError, injectorTexts, meshText, namedRelease, objectsIn } from "./inputs";

const configMap = (data: string, labels = "{}") =>
  `kind: ConfigMap\nmetadata:\n  name: istio-sidecar-injector\n  labels: ${labels}\ndata: ${data}\n`;
const told = (config: string, values: string) => injectorTexts({ config, values }).told;

function failure(run: () => unknown): InputError["error"] {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.error;
    throw error;
  }
  throw new Error("does not fail");
}

describe("the release", () => {
  it("is told by the tag, whatever else there is", () => {
    for (const [tag, release] of [
      ["1.24.6", 24],
      ["v1.20-alpha.123-distroless", 20],
      ["1.30", 30],
    ] as const) {
      expect(told(".ProxyInitImage", `global: {tag: "${tag}"}`)).toEqual({ release, from: "values.global.tag" });
    }
    expect(told("", "global: {tag: 1.30}").release).not.toBe(3);
  });

  it("is told by the label of the ConfigMap, wherever that stands", () => {
    const data = `{config: "policy: enabled", values: "global: {tag: latest}"}`;
    const labelled = configMap(data, "{app.kubernetes.io/version: 1.26.0}");
    const from = "label app.kubernetes.io/version";
    expect(injectorTexts(labelled).told).toEqual({ release: 26, from });
    const indented = labelled.trimEnd().replaceAll("\n", "\n  ");
    expect(injectorTexts(`kind: List\nitems:\n- kind: Secret\n- ${indented}\n`).told).toEqual({ release: 26, from });
    expect(injectorTexts(`a: b\n---\n${labelled}`).told).toEqual({ release: 26, from });
  });

  it("is told by what newer templates use, or is the newest", () => {
    expect(told("{{ .NativeSidecars }}", "{}")).toEqual({ release: 27, from: "templates use .NativeSidecars" });
    expect(told("{{ omitNil }}{{ .NativeSidecars }}", "global: {tag: 1.99.0}").release).toBe(28);
    expect(told("", "").from).toBe("nothing tells: the newest");
    expect(told("", "a: [").from).toBe("nothing tells: the newest");
  });

  it("is told by the values that are given apart, not by those of the ConfigMap", () => {
    const own = configMap(`{config: "policy: enabled", values: "global: {tag: 1.22.0}"}`);
    const { config, values, told: release } = injectorTexts({ config: own, values: "global: {tag: 1.29.1}" });
    expect([config.text, values.text, release.release]).toEqual(["policy: enabled", "global: {tag: 1.29.1}", 29]);
    expect(failure(() => injectorTexts({ config: configMap("{a: b}"), values: "" })).message).toContain("config");
  });

  it("can be named", () => {
    expect(namedRelease("1.21")).toEqual({ release: 21, from: "options.release" });
    expect(failure(() => namedRelease("1.19"))).toMatchObject({ stage: "release", at: { source: "options" } });
  });
});

describe("the ConfigMap", () => {
  it("is found among other objects, with the values that stand beside its config", () => {
    const text = `${configMap("{mesh: x}")}---\n${configMap("{config: c, values: v}")}`;
    const { config, values } = injectorTexts(text);
    expect([config.text, values.text]).toEqual(["c", "v"]);
    expect(config.pasted!.placeInside(config.pointer, { line: 1, column: 1 })).toMatchObject({ line: 11, column: 16 });
  });

  it("must have both keys", () => {
    expect(failure(() => injectorTexts(configMap("{values: v}")))).toEqual({
      stage: "config",
      message: 'missing ConfigMap config key "config"',
      at: { source: "injector", pointer: "/data", line: 5, column: 1 },
    });
    expect(failure(() => injectorTexts(configMap("{config: c}"))).message).toBe(
      'missing ConfigMap values key "values"',
    );
    expect(failure(() => injectorTexts(configMap("{config: 1, values: v}"))).message).toContain('key "config"');
    expect(failure(() => injectorTexts("kind: Pod")).message).toBe("no ConfigMap found with data.config");
  });

  it("says where it does not parse", () => {
    expect(failure(() => injectorTexts("a: b\n---\nc: d\ne: [")).at).toMatchObject({ source: "injector", line: 4 });
  });
});

describe("the mesh", () => {
  it("is a MeshConfig as it is, or that of a ConfigMap", () => {
    expect(meshText("trustDomain: x").text).toBe("trustDomain: x");
    expect(meshText("kind: ConfigMap\ndata: {mesh: 'trustDomain: x'}").text).toBe("trustDomain: x");
    expect(meshText(" \n").pasted).toBeUndefined();
    expect(meshText("kind: [").text).toBe("kind: [");
    expect(failure(() => meshText("kind: ConfigMap\ndata: {}")).stage).toBe("mesh");
  });
});

it("takes lists of lists apart", () => {
  const objects = objectsIn("namespaces", "items:\n- items: [{a: 1}, 5]\n- {b: 2}\n---\nx\n---\nc: 3\n");
  expect(objects.map(({ pointer }) => pointer)).toEqual(["/items/0/items/0", "/items/1", ""]);
});
