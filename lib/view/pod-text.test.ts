import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { podText } from "./pod-text";
import { at, type Value } from "./value";

const value = (json: unknown): Value => {
  if (Array.isArray(json)) return json.map(value);
  return typeof json === "object" && json !== null
    ? new Map(Object.entries(json).map(([key, item]) => [key, value(item)]))
    : (json as Value);
};

const reads = (text: string): unknown => parse(text, { mapAsMap: true, intAsBigInt: false });

describe("podText", () => {
  test("puts keys in the order in which people write them, the others behind", () => {
    const pod = value({
      spec: { volumes: [{ emptyDir: {}, name: "v" }], containers: [{ args: ["a"], zeta: 1, name: "c", image: "i" }] },
      metadata: { annotations: { b: "2" }, name: "p" },
      kind: "Pod",
      apiVersion: "v1",
    });
    expect(podText(pod).text).toBe(
      [
        "apiVersion: v1",
        "kind: Pod",
        "metadata:",
        "  name: p",
        "  annotations:",
        '    b: "2"',
        "spec:",
        "  containers:",
        "  - name: c",
        "    image: i",
        "    args:",
        "    - a",
        "    zeta: 1",
        "  volumes:",
        "  - name: v",
        "    emptyDir: {}",
        "",
      ].join("\n"),
    );
  });

  test("says on which lines each value stands", () => {
    const { places } = podText(
      value({ metadata: { name: "p" }, spec: { containers: [{ name: "c", args: ["x", "y"] }] } }),
    );
    expect(places.get("/spec/containers/0")).toEqual([5, 8]);
    expect(places.get("/spec/containers/0/args")).toEqual([6, 8]);
    expect(places.get("/spec/containers/0/args/1")).toEqual([8, 8]);
  });

  test.each([
    ["yes", '"yes"'],
    ["15020", '"15020"'],
    ["1e3", '"1e3"'],
    ["0o17", '"0o17"'],
    ["12:30:45", '"12:30:45"'],
    ["*", '"*"'],
    ["", '""'],
    ["a: b", '"a: b"'],
    ["a #b", '"a #b"'],
    ['{"a":1}', `'{"a":1}'`],
    ["--domain", "--domain"],
    ["$(POD_NAMESPACE).svc.cluster.local", "$(POD_NAMESPACE).svc.cluster.local"],
    ["/healthz/ready", "/healthz/ready"],
    ["a\nb", "|-\n  a\n  b"],
    ["a\nb\n", "|\n  a\n  b"],
    ["a\u2028b", '"a\\u2028b"'],
  ])("prints the text %j as %s", (text, printed) => {
    expect(podText(value({ k: text })).text).toBe(`k: ${printed}\n`);
  });

  test("keeps integers beyond 2^53", () => {
    expect(podText(new Map([["id", 9007199254740993n]])).text).toBe("id: 9007199254740993\n");
  });

  test("reads back as the same value, for any value", () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("a", " ", "\n", "-", ":", "#", "'", '"', "\t", "0", ".", "e") }),
    );
    const { tree } = fc.letrec<{ tree: Value }>((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), text) as fc.Arbitrary<Value>,
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.array(fc.tuple(text, tie("tree")), { maxLength: 4 }).map((entries) => new Map(entries)),
      ),
    }));
    fc.assert(
      fc.property(tree, (json) => {
        const pod: Value = new Map([["spec", json]]);
        const { text, places } = podText(pod);
        expect(reads(text)).toEqual(pod);
        for (const pointer of places.keys()) expect(at(pod, pointer)).not.toBeUndefined();
      }),
      { numRuns: 400 },
    );
  });
});
