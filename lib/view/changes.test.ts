import { describe, expect, test } from "vitest";
import { podChanges } from "./changes";
import { readJson } from "./read-json";

const pod = (spec: unknown, metadata: unknown = {}) => readJson(JSON.stringify({ metadata, spec }));
const told = (left: unknown, right: unknown) =>
  podChanges(pod(left), pod(right)).map(({ kind, topic, container, label }) =>
    [kind, topic, container, label].filter(Boolean).join(" "),
  );

describe("podChanges", () => {
  test("tells each argument, variable, mount and volume on its own", () => {
    expect(
      told(
        { containers: [{ name: "c", image: "auto", args: ["a", "b"], env: [{ name: "X", value: "1" }] }] },
        {
          containers: [
            {
              name: "c",
              image: "proxy",
              args: ["a", "n", "b"],
              env: [
                { name: "N", value: "2" },
                { name: "X", value: "3" },
              ],
              volumeMounts: [{ name: "v", mountPath: "/v" }],
            },
          ],
          volumes: [{ name: "v", emptyDir: {} }],
        },
      ),
    ).toEqual([
      "changed image c image",
      "added args c n",
      "added env c N",
      "changed env c X",
      "added mount c /v",
      "added volume v",
    ]);
  });

  test("pairs containers by name, wherever they stand", () => {
    expect(
      told(
        { containers: [{ name: "proxy", image: "p" }, { name: "app" }] },
        { initContainers: [{ name: "proxy", image: "q" }], containers: [{ name: "app" }] },
      ),
    ).toEqual(["moved container proxy initContainers", "changed image proxy image"]);
    expect(
      told({ containers: [{ name: "a" }, { name: "b" }] }, { containers: [{ name: "b" }, { name: "a" }] }),
    ).toEqual(["moved container b containers"]);
  });

  test("tells a new container field by field, a removed one once", () => {
    expect(
      told(
        { containers: [] },
        { containers: [{ name: "n", args: ["x"], securityContext: { runAsUser: 1, runAsGroup: 2 } }] },
      ),
    ).toEqual(["added container n containers", "added args n x", "added security n securityContext"]);
    expect(told({ containers: [{ name: "n", args: ["x"] }] }, { containers: [] })).toEqual([
      "removed container n containers",
    ]);
  });

  test("goes down to the field that differs", () => {
    expect(
      told(
        { containers: [{ name: "c", livenessProbe: { httpGet: { path: "/", port: 80 }, periodSeconds: 3 } }] },
        {
          containers: [
            { name: "c", livenessProbe: { httpGet: { path: "/app-health/c/livez", port: 15020 }, periodSeconds: 3 } },
          ],
        },
      ),
    ).toEqual(["changed probe c livenessProbe.httpGet.path", "changed probe c livenessProbe.httpGet.port"]);
  });

  test("says where each value stands on its side", () => {
    const [change] = podChanges(pod({}, { labels: { "a/b": "1" } }), pod({}, { labels: { "a/b": "2", c: "3" } }));
    expect(change).toMatchObject({
      left: "/metadata/labels/a~1b",
      right: "/metadata/labels/a~1b",
      before: "1",
      after: "2",
    });
  });

  test("finds nothing between a pod and itself", () => {
    const same = { containers: [{ name: "a", env: [{ name: "X" }, { name: "X" }] }], tolerations: [{ key: "k" }] };
    expect(told(same, same)).toEqual([]);
  });
});
