import { expect, test } from "vitest";
import type { InjectRequest, Uninjected } from "../../inject/api";
import { inject } from "../diagnose";
import { at } from "../json";
import { deployment, INJECTOR } from "../testing";

const AUTO = "\n      - {name: istio-proxy, image: auto}";
const GATEWAY = "{inject.istio.io/templates: gateway}";

function without(workload: string, more: Partial<InjectRequest> = {}) {
  const request = { workload, injector: INJECTOR, ...more };
  const [object] = inject({ ...request, options: { ...more.options, include: ["uninjected"] } }).objects;
  return { object: object!, ...object!.uninjected! };
}

const codes = ({ failures }: Pick<Uninjected, "failures">) => failures.map(({ code }) => code);

test("of a gateway the image fails first, and the rest of what it lacks after it", () => {
  const { failures, lacks, object } = without(deployment({ containers: AUTO, annotations: GATEWAY }));
  expect(codes({ failures })).toEqual(["image-auto", "no-arguments", "no-credentials"]);
  expect(failures[0]).toMatchObject({
    pointers: ["/spec/containers/0/image"],
    places: [{ source: "workload", line: 15 }],
  });
  expect(failures[0]!.sentence.en).toContain("docker.io/library/auto");
  expect(failures[2]!.sentence.zh).toContain("istio-token、istiod-ca-cert");
  const named = lacks.map(({ what, name }) => `${what} ${name}`);
  expect(named).toEqual(
    expect.arrayContaining([
      "image docker.io/istio/proxyv2:1.30.3",
      "args proxy",
      "args router",
      "env ISTIO_META_NETWORK",
      "mount /var/run/secrets/tokens",
      "volume istio-token",
      "volume istiod-ca-cert",
      "label istio.io/rev",
    ]),
  );
  expect(named).not.toContain("annotation sidecar.istio.io/status");
  for (const { pointer, places } of lacks) {
    const steps = pointer
      .split("/")
      .slice(1)
      .map((step) => step.replaceAll("~1", "/"));
    expect(at(object.pod, ...steps)).toBeDefined();
    expect(places[0]!.line).toBeGreaterThan(0);
  }
});

test("an application runs without its proxy, outside the mesh", () => {
  const { failures, lacks } = without(deployment({}));
  expect(codes({ failures })).toEqual(["outside-the-mesh"]);
  expect(lacks.filter(({ what }) => what === "container").map(({ name }) => name)).toEqual([
    "istio-init",
    "istio-proxy",
  ]);
});

test("what is left alone today is told what injection would have given it", () => {
  const off = { labels: '{app: web, sidecar.istio.io/inject: "false"}', containers: AUTO, annotations: GATEWAY };
  const { failures, lacks, object } = without(deployment(off));
  expect(object.decision!.inject).toBe(false);
  expect(codes({ failures })).toEqual(["image-auto", "no-arguments", "no-credentials"]);
  expect(lacks.some(({ what, name }) => what === "args" && name === "router")).toBe(true);
});

test("the API server refuses what has no image, or mounts what only the injector brings", () => {
  expect(codes(without(deployment({ containers: "\n      - {name: istio-proxy}" })))[0]).toBe("no-image");
  const mount = "\n      - {name: istio-proxy, image: auto, volumeMounts: [{name: istio-token, mountPath: /x}]}";
  const { failures } = without(deployment({ containers: mount, annotations: GATEWAY }));
  expect(codes({ failures }).slice(0, 2)).toEqual(["unknown-volume", "image-auto"]);
  expect(failures[0]!.sentence.en).toContain("istio-token");
  const own = "\n      - {name: w, image: w, volumeMounts: [{name: v, mountPath: /x}]}";
  const fine = without(deployment({ containers: own, spec: "volumes: [{name: v, emptyDir: {}}]" }));
  expect(codes(fine)).toEqual(["outside-the-mesh"]);
});

test("nothing is said of what lacks nothing", () => {
  const { failures, lacks } = without(deployment({ spec: "hostNetwork: true" }));
  expect({ failures, lacks }).toEqual({ failures: [], lacks: [] });
});
