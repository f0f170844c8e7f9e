import { expect, test } from "vitest";
import { parseInjectionConfig } from "./injection-config";

test("what is read", () => {
  const config = parseInjectionConfig(
    30,
    `
policy: enabled
templates: {sidecar: "{{ x", five: 5}
aliases: {gateway: [sidecar, five], none: null}
neverInjectSelector: [{matchExpressions: [{key: a, operator: Exists}]}]
injectedAnnotations: {b: true}
other: 1
`,
  );
  expect(config.policy).toBe("enabled");
  expect(config.defaultTemplates).toEqual(["sidecar"]);
  expect(config.templates.get("five")).toBe("5");
  expect(config.aliases.get("gateway")).toEqual(["sidecar", "five"]);
  expect(config.aliases.get("none")).toEqual([]);
  expect(config.neverInjectSelector).toEqual([{ matchExpressions: [{ key: "a", operator: "Exists" }] }]);
  expect(config.injectedAnnotations.get("b")).toBe("true");
  expect(parseInjectionConfig(20, "")).toMatchObject({ policy: "", defaultTemplates: ["sidecar"] });
});

test.each([
  ["a: [", "error converting YAML to JSON: yaml: line 1: did not find expected node content"],
  [
    "templates: [a]",
    "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array into Go struct field Config.templates of type inject.RawTemplates",
  ],
])("errors: %s", (text, message) => {
  expect(() => parseInjectionConfig(30, text)).toThrow(`failed to unmarshal injection template: ${message}`);
});
