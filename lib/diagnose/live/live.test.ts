import { expect, test } from "vitest";
import type { InjectRequest, LivePod } from "../../inject/api";
import { inject } from "../diagnose";
import { objectText } from "../object-text";
import { deployment, INJECTOR, installed, namespace } from "../testing";

/** What a cluster adds to every pod. */
const CLUSTER = {
  metadata: {
    name: "web-5d9c7b-x2x4z",
    namespace: "shop",
    uid: "u",
    resourceVersion: "7",
    creationTimestamp: "2026-01-01T00:00:00Z",
    ownerReferences: [{ apiVersion: "apps/v1", kind: "ReplicaSet", name: "web-5d9c7b", uid: "r", controller: true }],
  },
  spec: {
    nodeName: "n1",
    serviceAccount: "default",
    serviceAccountName: "default",
    priority: 0,
    preemptionPolicy: "PreemptLowerPriority",
    tolerations: [
      { key: "node.kubernetes.io/not-ready", operator: "Exists", effect: "NoExecute", tolerationSeconds: 300 },
      { key: "node.kubernetes.io/unreachable", operator: "Exists", effect: "NoExecute", tolerationSeconds: 300 },
    ],
  },
  status: { phase: "Running" },
};
const TOKEN = { name: "kube-api-access-abcde", projected: { sources: [{ serviceAccountToken: { path: "token" } }] } };
const TOKEN_MOUNT = { name: TOKEN.name, mountPath: "/var/run/secrets/kubernetes.io/serviceaccount", readOnly: true };

interface Container {
  name: string;
  image: string;
  env?: object[];
  volumeMounts?: object[];
  terminationMessagePath?: string;
}
interface Pod {
  metadata: { labels: Record<string, string>; annotations: Record<string, string>; managedFields?: object[] };
  spec: { containers: Container[]; initContainers?: Container[]; volumes?: object[] };
}

/** The pod that an injector makes of a workload, as a cluster has it, with a change. */
function liveOf(request: InjectRequest, change: (pod: Pod) => void = () => undefined): string {
  const [object] = inject(request).objects;
  const pod = JSON.parse(objectText(object!.pod!)) as Pod;
  Object.assign(pod, { apiVersion: "v1", kind: "Pod", status: CLUSTER.status });
  Object.assign(pod.metadata, CLUSTER.metadata);
  pod.metadata.labels["pod-template-hash"] = "5d9c7b";
  Object.assign(pod.spec, CLUSTER.spec);
  pod.spec.volumes = [...(pod.spec.volumes ?? []), TOKEN];
  for (const container of pod.spec.containers) {
    container.volumeMounts = [...(container.volumeMounts ?? []), TOKEN_MOUNT];
    container.terminationMessagePath = "/dev/termination-log";
  }
  change(pod);
  return JSON.stringify(pod);
}

const workload = deployment({});
const request: InjectRequest = { workload, injector: INJECTOR };

function compared(live: string, more: Partial<InjectRequest> = {}): LivePod {
  return inject({ ...request, ...more, live, options: { ...more.options, include: ["live"] } }).live![0]!;
}

/** What differs but for what every pod has. */
function causes({ differences }: LivePod): string[] {
  return differences.filter(({ cause }) => cause !== "api-server").map(({ cause, path }) => `${cause} ${path}`);
}

test("a pod that is as today differs only in what the API server writes", () => {
  const pod = compared(liveOf(request));
  expect(pod).toMatchObject({ name: "web-5d9c7b-x2x4z", of: 0, source: "live", wouldChange: false });
  expect(causes(pod)).toEqual([]);
  expect(pod.differences.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      "spec/nodeName",
      "spec/tolerations",
      "volumes/kube-api-access-abcde",
      "labels/pod-template-hash",
    ]),
  );
  expect(pod.restart).toMatchObject({
    must: false,
    sentence: { en: expect.stringMatching(/^No: injecting/) as string },
  });
});

test("an older release and an older configuration ask for a restart", () => {
  const old = INJECTOR.replaceAll("proxyv2:1.30.3", "proxyv2:1.29.1");
  const older = compared(liveOf({ ...request, injector: old }));
  expect(causes(older)).toEqual(["old-release containers/istio-proxy/image"]);
  expect(older.differences.find(({ cause }) => cause === "old-release")!.sentence.en).toContain(
    "(docker.io/istio/proxyv2:1.29.1 → docker.io/istio/proxyv2:1.30.3)",
  );
  expect(older).toMatchObject({ wouldChange: true, restart: { must: true } });
  const other = compared(liveOf({ ...request, injector: INJECTOR.replace("value: Kubernetes", "value: east") }));
  expect(causes(other)).toEqual(["old-config containers/istio-proxy/env/ISTIO_META_CLUSTER_ID"]);
  expect(other.restart.must).toBe(true);
});

test("another revision is told by the status annotation", () => {
  const pod = compared(liveOf({ ...request, options: { revision: "canary" } }));
  const status = pod.differences.find(({ path }) => path === "annotations/sidecar.istio.io/status")!;
  expect(status).toMatchObject({
    cause: "old-config",
    sentence: { en: expect.stringContaining("revision canary") as string },
  });
});

test("what neither the workload nor the injector has is another mutator's", () => {
  const pod = compared(
    liveOf(request, ({ metadata, spec }) => {
      spec.containers.push({ name: "vault-agent", image: "vault" });
      spec.containers[0]!.env = [{ name: "DD_AGENT_HOST", value: "x" }];
      spec.containers.find(({ name }) => name === "istio-proxy")!.env!.push({ name: "EXTRA", value: "y" });
      spec.volumes!.push({ name: "vault", emptyDir: {} });
      metadata.annotations["vault.example.com/status"] = "injected";
    }),
  );
  expect(causes(pod).sort()).toEqual([
    "other-mutator annotations/vault.example.com/status",
    "other-mutator containers/istio-proxy/env/EXTRA",
    "other-mutator containers/vault-agent",
    "other-mutator containers/web/env/DD_AGENT_HOST",
    "other-mutator volumes/vault",
  ]);
  expect(pod).toMatchObject({ wouldChange: false, restart: { must: false } });
});

test("a workload that has changed since replaces its pods by itself, and kubectl's own changes are told", () => {
  const old = { ...request, workload: deployment({ containers: "\n      - {name: web, image: web:0}" }) };
  const pod = compared(
    liveOf(old, ({ metadata }) => {
      metadata.labels.debug = "yes";
      metadata.managedFields = [
        {
          manager: "kubectl-label",
          operation: "Update",
          fieldsV1: { "f:metadata": { "f:labels": { "f:debug": {} } } },
        },
      ];
    }),
  );
  expect(causes(pod).sort()).toEqual(["by-hand labels/debug", "old-workload containers/web/image"]);
  expect(pod.restart).toMatchObject({ must: false, sentence: { en: expect.stringContaining("rollout") as string } });
});

test("a pod that was made without injection is told so, unless the injector is not called today either", () => {
  const off = deployment({ labels: '{app: web, sidecar.istio.io/inject: "false"}' });
  const bare = liveOf({ ...request, workload: off }, ({ metadata }) => {
    delete metadata.labels["sidecar.istio.io/inject"];
    metadata.annotations = {};
  });
  const pod = compared(bare);
  expect(causes(pod)).toContain("not-injected containers/istio-proxy");
  expect(pod.restart.must).toBe(true);
  const webhooks = installed("default");
  expect(compared(bare, { webhooks, namespaces: namespace("{}") }).restart.must).toBe(false);
  expect(compared(liveOf(request), { webhooks, namespaces: namespace("{}") }).restart.sentence.en).toContain(
    "no proxy",
  );
});

test("where injection fails today a restart is advised against", () => {
  const pod = compared(liveOf(request), {
    workload: deployment({ annotations: "{inject.istio.io/templates: ghost}" }),
  });
  expect(pod).toMatchObject({ differences: [], restart: { must: false } });
  expect(pod.restart.sentence.en).toContain("fails today");
});

test("pods are found among the workloads, with the line of each difference", () => {
  const pod = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web-5d9c7b-x2x4z\n  namespace: shop\n  uid: u\n  labels: {app: web}\nspec:\n  nodeName: n\n  containers:\n  - name: web\n    image: web:1\n`;
  const all = inject({ ...request, workload: `${workload}---\n${pod}`, options: { include: ["live"] } });
  const [found] = all.live!;
  const first = workload.split("\n").length + 1;
  expect(found).toMatchObject({ source: "workload", of: 0, line: first });
  expect(found!.differences.find(({ path }) => path === "spec/nodeName")).toMatchObject({ line: first + 8 });
});

test("a pod of another workload is left alone, and texts that are none are", () => {
  const foreign = liveOf(request).replaceAll('"web-5d9c7b"', '"api-5d9c7b"');
  const pod = compared(foreign);
  expect(pod.of).toBeUndefined();
  expect(pod.restart.sentence.en).toContain("not given");
  expect(inject({ ...request, live: "a: [", options: { include: ["live"] } }).live).toEqual([]);
  expect(inject(request).live).toBeUndefined();
});
