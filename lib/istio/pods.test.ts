import { describe, expect, test } from "vitest";
import { clusterAndNetwork, writeClusterAndNetwork } from "./cluster-network";
import { injectPathEnvs } from "./inject-path";
import { nativeSidecars } from "./native-sidecar";
import { proxyIds, sidecarRunsAsApplication } from "./openshift";
import { podOwner } from "./owner";
import { findContainer, findSidecar, type ObjectMeta } from "./pod";
import { proxyImage, proxyInitImage } from "./proxy-image";
import { parseValues } from "./values";

test("the environment in the webhook's path", () => {
  const envs = (path: string) => Object.fromEntries(injectPathEnvs(path));
  expect(envs("/inject")).toEqual({});
  expect(envs("/inject/cluster/c1/net/n--slash--1/")).toEqual({
    ISTIO_META_CLUSTER_ID: "c1",
    ISTIO_META_NETWORK: "n/1",
  });
  expect(envs("/inject/foo/bar/odd")).toEqual({ FOO: "bar" });
  expect(envs("/inject/:ENV:cluster=a=b:ENV:=x:ENV:y:ENV:z=")).toEqual({ ISTIO_META_CLUSTER_ID: "a=b", Z: "" });
});

test("cluster and network", () => {
  const { typed } = parseValues(30, "global: {network: v, multiCluster: {clusterName: c}}");
  expect(clusterAndNetwork({}, typed, new Map())).toEqual({ cluster: "c", network: "v" });
  const envs = new Map([["ISTIO_META_NETWORK", "url"]]);
  writeClusterAndNetwork(envs, { metadata: { labels: new Map([["topology.istio.io/network", ""]]) } }, typed);
  expect([...envs]).toEqual([
    ["ISTIO_META_NETWORK", "url"],
    ["ISTIO_META_CLUSTER_ID", "c"],
  ]);
  expect(clusterAndNetwork(undefined, typed, envs).network).toBe("url");
});

describe("owners", () => {
  const owned = (kind: string, name: string, labels: Record<string, string> = {}): ObjectMeta => ({
    generateName: "x-",
    namespace: "n",
    labels: new Map(Object.entries(labels)),
    ownerReferences: [
      { kind: "Other", name: "o" },
      { apiVersion: "apps/v1", kind, name, controller: true },
    ],
  });
  test.each([
    [owned("ReplicaSet", "web-5f", { "pod-template-hash": "5f" }), "apps/v1 Deployment web"],
    [owned("ReplicaSet", "web5f", { "pod-template-hash": "5f" }), "apps/v1 Deployment web5f"],
    [owned("ReplicaSet", "web-5f", { "rollouts-pod-template-hash": "5f" }), "v1alpha1 Rollout web"],
    [owned("ReplicationController", "web-1", { deploymentconfig: "web" }), "apps/v1 DeploymentConfig web"],
    [owned("Job", "job-1234567890"), "batch/v1 CronJob job"],
    [owned("Job", "job-1234567"), "apps/v1 Job job-1234567"],
    [owned("StatefulSet", "db"), "apps/v1 StatefulSet db"],
    [{ name: "p" }, "v1 Pod p"],
  ])("%#", (metadata, expected) => {
    const { apiVersion, kind, name } = podOwner(30, { metadata });
    expect(`${apiVersion} ${kind} ${name}`).toBe(expected);
  });
  test("before 1.22", () => {
    expect(podOwner(21, { metadata: owned("Job", "job-1234567890") }).apiVersion).toBe("batch/v1beta1");
    expect(podOwner(21, { metadata: owned("ReplicaSet", "w-5f", { "rollouts-pod-template-hash": "5f" }) }).kind).toBe(
      "ReplicaSet",
    );
    const { metadata } = podOwner(21, {
      metadata: owned("ReplicationController", "w-1", { deploymentconfig: "w", a: "b" }),
    });
    expect(metadata.labels).toEqual(new Map([["a", "b"]]));
    expect(metadata.ownerReferences).toBeUndefined();
  });
});

test("OpenShift's ids", () => {
  const uids = "openshift.io/sa.scc.uid-range";
  const groups = "openshift.io/sa.scc.supplemental-groups";
  expect(proxyIds(undefined)).toEqual({ uid: 1337, gid: 1337 });
  expect(proxyIds(new Map([[uids, "1000/10 more"]]))).toEqual({ uid: 1009, gid: 1009 });
  expect(
    proxyIds(
      new Map([
        [uids, "0/0"],
        [groups, "5-7,x"],
      ]),
    ),
  ).toEqual({ uid: 4294967295, gid: 1337 });
  expect(
    proxyIds(
      new Map([
        [uids, ""],
        [groups, " 5- 7,1/1"],
      ]),
    ),
  ).toEqual({ uid: 1337, gid: 7 });
});

test("whose user the sidecar has", () => {
  const pod = {
    spec: {
      containers: [{ name: "istio-proxy", securityContext: { runAsUser: 5 } }],
      initContainers: [{ name: "i", securityContext: { runAsUser: 5 } }],
    },
  };
  expect(sidecarRunsAsApplication(27, pod)).toBe(true);
  expect(sidecarRunsAsApplication(26, pod)).toBe(false);
  expect(sidecarRunsAsApplication(26, { spec: {} })).toBe(true);
  expect(findSidecar(pod)).toBe(pod.spec.containers[0]);
});

test("native sidecars by setting and nodes", () => {
  const old = { name: "a", kubeletVersion: "v1.32.9-eks-1" };
  const young = { name: "b", kubeletVersion: "v1.33.1-gke.1+x" };
  expect(nativeSidecars(26, "1")).toBe(true);
  expect(nativeSidecars(26, undefined)).toBe(false);
  expect(nativeSidecars(27, "1", [young])).toBe(false);
  expect(nativeSidecars(27, "true")).toBe(true);
  expect(nativeSidecars(27, undefined)).toBe(false);
  expect(nativeSidecars(27, "auto", [])).toBe(true);
  expect(nativeSidecars(27, "auto", [old, young])).toBe(false);
  expect(nativeSidecars(27, "auto", [old, young], "b")).toBe(true);
  expect(nativeSidecars(27, "auto", [young, { name: "c", kubeletVersion: "unknown" }])).toBe(false);
});

test("a container without a name is found by the empty name", () => {
  expect(findContainer("", [{ name: "a" }, { image: "i" }])).toEqual({ image: "i" });
  expect(findContainer("x", [{}])).toBeUndefined();
});

describe("images", () => {
  const values = (text: string) => parseValues(30, `global: ${text}`).typed;
  const type = (value: string) => new Map([["sidecar.istio.io/proxyImageType", value]]);
  test("hub, name and tag as they are printed", () => {
    expect(proxyImage(30, values("{hub: h, tag: 1.20}"), undefined, null)).toBe("h/proxyv2:1.2");
    expect(proxyImage(30, values("{tag: null, proxy: {image: p}}"), undefined, null)).toBe("/p:<nil>");
    expect(proxyImage(30, {}, undefined, null)).toBe("/proxyv2:");
  });
  test("types", () => {
    const debug = values("{hub: h, tag: t-debug, variant: distroless}");
    expect(proxyImage(21, debug, undefined, null)).toBe("h/proxyv2:t-debug");
    expect(proxyImage(22, debug, undefined, null)).toBe("h/proxyv2:t-distroless");
    expect(proxyImage(30, debug, {}, null)).toBe("h/proxyv2:t-debug");
    expect(proxyImage(31, debug, {}, null)).toBe("h/proxyv2:t-distroless");
    expect(proxyImage(30, debug, { imageType: "x" }, type("default"))).toBe("h/proxyv2:t");
    expect(proxyImage(30, debug, { imageType: "x" }, type(""))).toBe("h/proxyv2:t-debug");
    expect(proxyInitImage(31, values("{hub: h, tag: t, proxy_init: {image: i}}"), null)).toBe("h/i:t");
    expect(proxyInitImage(30, {}, null)).toBe("");
  });
});
