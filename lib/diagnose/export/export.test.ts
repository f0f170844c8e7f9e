import { describe, expect, test } from "vitest";
import type { ExportedWorkload, InjectRequest } from "../../inject/api";
import { inject } from "../diagnose";
import { at } from "../json";
import { deployment, INJECTOR, installed, namespace } from "../testing";

const GATEWAY = "{inject.istio.io/templates: gateway, sidecar.istio.io/inject: 'true', team: edge}";
const AUTO = "\n      - {name: istio-proxy, image: auto}";

function exportOf(workload: string, more: Partial<InjectRequest> = {}): ExportedWorkload {
  const request = { workload, injector: INJECTOR, ...more };
  return inject({ ...request, options: { ...more.options, include: ["export"] } }).objects[0]!.export!;
}

function codes({ changed, byHand, fromCluster }: ExportedWorkload): Record<string, string[]> {
  const names = (notes: readonly { code: string }[]) => notes.map(({ code }) => code);
  return { changed: names(changed), byHand: names(byHand), fromCluster: names(fromCluster) };
}

const gateway = deployment({
  containers: AUTO,
  annotations: GATEWAY,
  labels: '{app: web, sidecar.istio.io/inject: "true"}',
});

describe("an export", () => {
  test("has the final pod in the template, without auto and without what asks for injection", () => {
    const { workload } = exportOf(gateway);
    const template = at(workload, "spec", "template");
    expect(at(workload, "metadata", "name")).toBe("web");
    expect(at(template, "spec", "containers", 0, "image")).toBe("docker.io/istio/proxyv2:1.30.3");
    expect(at(template, "spec", "containers", 0, "args")).toEqual(["proxy", "router"]);
    expect([...(at(template, "metadata", "annotations") as Map<string, unknown>).keys()]).toEqual([
      "team",
      "prometheus.io/path",
      "prometheus.io/port",
      "prometheus.io/scrape",
    ]);
    expect(at(template, "metadata", "labels")).toEqual(
      new Map([
        ["app", "web"],
        ["sidecar.istio.io/inject", "false"],
      ]),
    );
  });

  test("lists what is to be kept up by hand and what comes from the cluster", () => {
    expect(codes(exportOf(gateway))).toEqual({
      changed: ["inject-false", "labels", "annotations"],
      byHand: ["image-tag", "template", "cluster-and-mesh", "metrics"],
      fromCluster: ["istiod", "root-certificate", "token", "service-account", "registry"],
    });
    const { fromCluster } = exportOf(gateway);
    expect(fromCluster.find(({ code }) => code === "token")).toMatchObject({
      pointers: ["/spec/template/spec/volumes/1"],
      sentence: { en: expect.stringContaining("istio-ca") as string },
    });
    const root = fromCluster.find(({ code }) => code === "root-certificate")!;
    expect(root.sentence.zh).toContain("istio-ca-root-cert");
  });

  test("says false only where the injector would take the pod again", () => {
    const labelled = '{app: web, sidecar.istio.io/inject: "true"}';
    const disabled = { injector: INJECTOR.replace("policy: enabled", "policy: disabled") };
    const label = (own: ExportedWorkload) =>
      at(own.workload, "spec", "template", "metadata", "labels", "sidecar.istio.io/inject");
    expect(label(exportOf(deployment({ labels: labelled }), disabled))).toBeUndefined();
    expect(label(exportOf(deployment({ labels: labelled })))).toBe("false");
    const webhooks = installed("default");
    expect(label(exportOf(deployment({ labels: labelled }), { webhooks }))).toBe("false");
    expect(
      label(exportOf(deployment({ labels: labelled }), { webhooks, namespaces: namespace("{}") })),
    ).toBeUndefined();
    const enabled = namespace("{istio-injection: enabled}");
    expect(label(exportOf(deployment({ labels: labelled }), { webhooks, namespaces: enabled }))).toBe("false");
  });

  test("takes labels that it leaves out of selectors too, and says that these cannot be changed", () => {
    const own = exportOf(
      deployment({
        labels: '{app: web, sidecar.istio.io/inject: "true", istio.io/rev: default}',
        selector: '{app: web, sidecar.istio.io/inject: "true"}',
      }),
    );
    expect(at(own.workload, "spec", "selector", "matchLabels")).toEqual(new Map([["app", "web"]]));
    const note = own.changed.find(({ code }) => code === "selector")!;
    expect(note.places[0]).toMatchObject({ source: "workload", line: 8 });
    expect(codes(own).changed).toContain("labels");
  });

  test("leaves out what the API server wrote", () => {
    const own = exportOf(
      `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  uid: u\n  creationTimestamp: "2024-01-01T00:00:00Z"\nspec:\n  containers:\n  - {name: web, image: w}\nstatus: {phase: Running}\n`,
    );
    expect([...(at(own.workload, "metadata") as Map<string, unknown>).keys()]).toEqual([
      "name",
      "annotations",
      "labels",
    ]);
    expect(at(own.workload, "status")).toBeUndefined();
    expect(own.changed.find(({ code }) => code === "server-fields")!.pointers).toEqual([
      "/metadata/creationTimestamp",
      "/metadata/uid",
      "/status",
    ]);
  });

  test.each(["DaemonSet", "StatefulSet", "ReplicaSet", "Job"])("is the same kind: %s", (kind) => {
    const { workload } = exportOf(deployment({ kind }));
    expect(at(workload, "kind")).toBe(kind);
    expect(at(workload, "spec", "template", "spec", "containers", 1, "name")).toBe("istio-proxy");
  });

  test.each(["webhook", "kube-inject"] as const)("is safe for a CronJob, %s", (path) => {
    const cron =
      "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: c}\nspec:\n  schedule: '* * * * *'\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never\n          containers:\n          - {name: c, image: c}\n";
    const { workload } = exportOf(cron, { options: { path } });
    expect(at(workload, "spec", "jobTemplate", "spec", "template", "metadata", "labels")).toEqual(
      new Map([["sidecar.istio.io/inject", "false"]]),
    );
  });

  test("is told to be of no use where the CNI plugin has to set up traffic", () => {
    const { byHand } = exportOf(deployment({ annotations: "{inject.istio.io/templates: validation}" }));
    expect(byHand[0]).toMatchObject({ code: "redirection", pointers: ["/spec/template/spec/initContainers/0"] });
  });

  test("counts only on ConfigMaps without which the pod does not start", () => {
    const volumes = (more: string) =>
      INJECTOR.replace("configMap: {name: istio-ca-root-cert}", `configMap: {name: istio-ca-crl${more}}`);
    const told = (injector: string) => codes(exportOf(gateway, { injector })).fromCluster;
    expect(told(volumes(""))).toContain("config-maps");
    expect(told(volumes(", optional: true"))).not.toContain("config-maps");
  });

  test("is not made of what is not injected, or failed", () => {
    const off = deployment({ labels: '{sidecar.istio.io/inject: "false"}' });
    expect(exportOf(off)).toBeUndefined();
    expect(exportOf(deployment({ annotations: "{inject.istio.io/templates: ghost}" }))).toBeUndefined();
  });
});
