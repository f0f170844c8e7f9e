import { describe, expect, it } from "vitest";
import { PastedText } from "./places";

const CONFIG_MAP = `kind: ConfigMap
data:
  config: |-

    policy: enabled
    templates:
      a: b
  quoted: "templates: {{ x }}"
  plain: policy
list: &l
- {name: x}
again: *l
config: {}
`;

describe("PastedText", () => {
  const text = new PastedText("injector", CONFIG_MAP, 11);

  it("points at keys and elements, also through aliases, and at the deepest part that exists", () => {
    expect(text.place("/data/quoted")).toEqual({ source: "injector", pointer: "/data/quoted", line: 18, column: 3 });
    expect(text.place("/list/0/name")).toMatchObject({ line: 21, column: 4 });
    expect(text.place("/again/0/name")).toMatchObject({ line: 21, column: 4 });
    expect(text.place("/data/none/x")).toMatchObject({ line: 12, column: 1 });
    expect(text.has("/data/quoted")).toBe(true);
    expect(text.has("/data/none")).toBe(false);
  });

  it("finds a place inside a literal block by line and column, its empty lines counted", () => {
    expect(text.placeInside("/data/config", { line: 2, column: 3 })).toMatchObject({ line: 15, column: 7 });
    expect(text.placeInside("/data/config", { line: 4, column: 6 })).toMatchObject({ line: 17, column: 10 });
  });

  it("finds a place inside strings on one line", () => {
    expect(text.placeInside("/data/quoted", { line: 1, column: 12 })).toMatchObject({ line: 18, column: 23 });
    expect(text.placeInside("/data/plain", { line: 1, column: 3 })).toMatchObject({ line: 19, column: 12 });
  });

  it("stays inside the text", () => {
    expect(text.at({ line: 99, column: 1 })).toMatchObject({ line: 23, column: 11 });
    expect(text.at({ line: 2, column: 99 })).toMatchObject({ line: 12, column: 6 });
    expect(text.placeInside("/data/config", { line: 1, column: 5 })).toMatchObject({ line: 14, column: 1 });
    expect(new PastedText("mesh", "", 1).at({ line: 2, column: 2 })).toMatchObject({ line: 1, column: 1 });
  });

  it("points into JSON with escaped keys, and at the start of what is no YAML", () => {
    const json = new PastedText("workload", '{"a/b":\n {"c~d": [1,\n2]}}', 1);
    expect(json.place("/a~1b/c~0d/1")).toMatchObject({ line: 3, column: 1 });
    expect(new PastedText("workload", "a: [", 7).place("/a")).toMatchObject({ line: 7, column: 1 });
  });
});
