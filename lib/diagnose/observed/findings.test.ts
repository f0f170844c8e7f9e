import { expect, test } from "vitest";
import { observedFindings } from "./findings";

/** What kubectl prints, as it prints it. */
test.each([
  [
    "an event as YAML, its message broken into lines",
    `  message: 'Error creating: Internal error occurred: failed calling webhook "namespace.sidecar-injector.istio.io":
    failed to call webhook: Post "https://istiod.istio-system.svc:443/inject?timeout=10s":
    context deadline exceeded'`,
    ["IX301", 1],
  ],
  [
    "the same with a service that is gone",
    `  message: 'Internal error occurred: failed calling webhook "rev.namespace.sidecar-injector.istio.io":
    failed to call webhook: Post "https://istiod-old.istio-system.svc:443/inject?timeout=10s":
    service "istiod-old" not found'`,
    ["IX302", 1],
  ],
  ["no such endpoints", 'Error from server (NotFound): endpoints "istiod" not found', ["IX302", 1]],
  ["endpoints without addresses", "NAME     ENDPOINTS   AGE\nistiod   <none>      3d", ["IX304", 2]],
  ["no root certificate", 'Error from server (NotFound): configmaps "istio-ca-root-cert" not found', ["IX309", 1]],
  [
    "a volume without it",
    '  Warning  FailedMount  2s  kubelet  MountVolume.SetUp failed for volume "istiod-ca-cert" : configmap "istio-ca-root-cert" not found',
    ["IX309", 1],
  ],
  [
    "a described pod whose validation fails",
    "Init Containers:\n  istio-validation:\n    Image:  x\n    State:          Waiting\n      Reason:       CrashLoopBackOff\n    Last State:     Terminated\n      Exit Code:    126\nContainers:\n  app:",
    ["IX311", 5],
  ],
  [
    "nodes, one of which is too old for native sidecars by themselves",
    "NAME   STATUS   ROLES           AGE   VERSION\nn1     Ready    control-plane   20d   v1.33.2\nn2     Ready    <none>          20d   v1.32.9-gke.100",
    ["IX313", 3],
  ],
  [
    "the agent's log",
    "2026-01-01T00:00:00Z\terror\tcitadelclient\tca request failed: context deadline exceeded",
    ["IX312", 1],
  ],
] as const)("reads %s", (_, text, [code, line]) => {
  expect(observedFindings(text).map((finding) => [finding.code, finding.places[0]!.line])).toEqual([[code, line]]);
});

test.each([
  ["endpoints that are there", "NAME     ENDPOINTS            AGE\nistiod   10.0.0.1:15012       3d"],
  [
    "a validation that succeeded beside a container that failed",
    "Init Containers:\n  istio-validation:\n    State:          Terminated\n      Reason:       Completed\n      Exit Code:    0\nContainers:\n  app:\n    State:          Waiting\n      Reason:       CrashLoopBackOff",
  ],
  ["nothing at all", "No resources found in default namespace."],
])("finds nothing in %s", (_, text) => expect(observedFindings(text)).toEqual([]));
