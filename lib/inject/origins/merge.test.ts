import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../go/json";
import type { Json, JsonMap } from "../../go/json-value";
import { strategicMerge } from "../../patch/strategic-merge";
import { Input } from "../../provenance/input";
import { InputSet, inputsIn } from "../../provenance/inputs";
import { podTypeOf } from "../setup";
import { mergeTrees } from "./merge";
import { eachLeaf, originAt, rootSpot } from "./spot";
import { InputTree, LeafTree, ListTree, MapTree, type Tree } from "./tree";
import { elementKey } from "./trees";

const podType = podTypeOf(30);
const KEYS: Readonly<Record<string, string>> = {
  containers: "name",
  env: "name",
  ports: "containerPort",
  volumes: "name",
};

const json = (value: unknown): JsonMap => parseJson(JSON.stringify(value)) as JsonMap;

/** A tree of a patch: every scalar comes from the values at its own pointer. */
function patchTree(value: Json, input: Input, key = ""): Tree {
  const origin = { step: "template" as const, data: InputSet.of(input), control: undefined };
  if (value instanceof Map) {
    const members = [...value].map(([name, member]) => [name, patchTree(member, input.member(name), name)] as const);
    return new MapTree(origin, new Map(members));
  }
  if (!Array.isArray(value)) return new LeafTree(origin);
  const items = value.map((element, index) => ({
    key: elementKey(element, KEYS[key] ?? ""),
    tree: patchTree(element, input.member(String(index))),
  }));
  return new ListTree(origin, items);
}

function valueAt(value: Json | undefined, pointer: string): Json | undefined {
  const step = (at: Json | undefined, token: string): Json | undefined => {
    const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
    return at instanceof Map ? at.get(key) : Array.isArray(at) ? at[Number(key)] : undefined;
  };
  return pointer.split("/").slice(1).reduce(step, value);
}

/** The merged pod, and of each of its leaves what its origin says that it is made of: `workload /spec/…`. */
function merged(original: JsonMap, patch: JsonMap) {
  const result = strategicMerge(original, patch, podType);
  const [workload, values] = [Input.root("workload"), Input.root("values")];
  const from = (input: Input): Json | undefined =>
    input.source === "workload" ? valueAt(original, input.pointer) : undefined;
  const merge = { original, patch, result };
  const patching = { step: "template", open: false, directives: true, keepsForms: false } as const;
  const tree = mergeTrees(new InputTree(workload), patchTree(patch, values), merge, podType, undefined, patching);
  const leaves = new Map<string, { value: Json; made: Json | undefined; by: string; over: string | undefined }>();
  eachLeaf(result, "", rootSpot(tree, podType, from), from, (pointer, spot, value) => {
    const { data, step, over } = originAt(spot);
    const [input] = inputsIn(data);
    const made = input && valueAt(input.source === "workload" ? original : patch, input.pointer);
    const replaced = over && [...inputsIn(over.data)][0]?.pointer;
    leaves.set(pointer, { value, made, by: `${step} ${input?.pointer}`, over: replaced });
  });
  return { result, leaves };
}

const isEmpty = (value: Json) => typeof value === "object";

// Each value says whose it is and where, so that an origin can be held against the value.
let count = 0;
const own = (side: string) => fc.constant(side).map((s) => `${s}${count++}`);
const some = fc.constantFrom("a", "b", "c");
function pods(side: string) {
  const value = own(side);
  const map = fc.dictionary(some, value, { noNullPrototype: true });
  const env = fc.uniqueArray(fc.record({ name: some, value }), { selector: (e) => e.name });
  const ports = fc.uniqueArray(fc.record({ containerPort: fc.constantFrom(80, 81), name: value }), {
    selector: (p) => p.containerPort,
  });
  const parts = {
    image: value,
    args: fc.array(value),
    env,
    ports,
    resources: fc.record({ limits: map }),
    lifecycle: fc.record({}),
  };
  const container = fc.record({ name: some, ...parts }, { requiredKeys: ["name"] });
  const containers = fc.uniqueArray(container, { selector: (c) => c.name });
  const volumes = fc.uniqueArray(fc.record({ name: some, emptyDir: map }), { selector: (v) => v.name });
  const spec = fc.record({ containers, volumes, nodeSelector: map, tolerations: fc.array(map) }, { requiredKeys: [] });
  const metadata = fc.record({ labels: map, finalizers: fc.array(value) }, { requiredKeys: [] });
  return fc.record({ metadata, spec }, { requiredKeys: [] });
}

describe("mergeTrees", () => {
  it("knows of every leaf of a merged pod which side it comes from", () => {
    fc.assert(
      fc.property(pods("o"), pods("p"), (o, p) => {
        for (const [pointer, { value, made, over }] of merged(json(o), json(p)).leaves) {
          if (made !== undefined) expect(isEmpty(value) || value === made).toBe(true);
          // What two elements are the same by stays whichever of them is changed.
          else expect(over, pointer).toMatch(/\/(name|containerPort)$/);
        }
      }),
      { numRuns: 150 },
    );
  });

  const container = (members: object) => json({ spec: { containers: [{ name: "a", ...members }] } });

  it("tells what the patch replaced, also where both said the same", () => {
    const { leaves } = merged(container({ image: "x", args: ["1"] }), container({ image: "x", args: ["2"] }));
    expect(leaves.get("/spec/containers/0/image")).toMatchObject({
      by: "template /spec/containers/0/image",
      over: "/spec/containers/0/image",
    });
    expect(leaves.get("/spec/containers/0/args/0")).toMatchObject({ over: "/spec/containers/0/args" });
  });

  it("follows directives", () => {
    const before = json({
      metadata: { name: "n" },
      spec: { containers: [{ name: "a", env: [{ name: "x" }] }, { name: "b" }], nodeSelector: { k: "v", l: "w" } },
    });
    const patch = json({
      metadata: { $patch: "replace", labels: { l: "p" } },
      spec: {
        containers: [
          { name: "a", $patch: "delete" },
          { name: "c", image: "i" },
        ],
        nodeSelector: { $retainKeys: ["l", "m"], m: "n" },
      },
    });
    const { leaves } = merged(before, patch);
    expect([...leaves].map(([pointer, { by }]) => `${pointer} ${by}`).sort()).toEqual([
      "/metadata/labels/l template /metadata/labels/l",
      "/spec/containers/0/image template /spec/containers/1/image",
      "/spec/containers/0/name template /spec/containers/1/name",
      "/spec/containers/1/name workload /spec/containers/1/name",
      "/spec/nodeSelector/l workload /spec/nodeSelector/l",
      "/spec/nodeSelector/m template /spec/nodeSelector/m",
    ]);
  });
});
