import type { GoType } from "../go/types";
import { typesOf } from "../k8s/types";
import type { Release } from "../k8s/release";

const CORE = "k8s.io/api/core/v1";
const APPS = "k8s.io/api/apps/v1";
const BATCH = "k8s.io/api/batch/v1";

/** The kinds that hold a pod, with the Go type that the offline injector reads them into. Mirrors `kinds` of pkg/kube/inject/initializer.go. */
const POD_KINDS: Readonly<Record<string, string>> = {
  ReplicationController: `${CORE}.ReplicationController`,
  Pod: `${CORE}.Pod`,
  Deployment: `${APPS}.Deployment`,
  DaemonSet: `${APPS}.DaemonSet`,
  ReplicaSet: `${APPS}.ReplicaSet`,
  StatefulSet: `${APPS}.StatefulSet`,
  Job: `${BATCH}.Job`,
  CronJob: `${BATCH}.CronJob`,
  DeploymentConfig: "github.com/openshift/api/apps/v1.DeploymentConfig",
};

/** The Go type of a kind that the injector knows, `List` among them; kinds match by name alone, in any API group. */
export function injectableType(kind: string, release: Release): GoType | undefined {
  const path = kind === "List" ? `${CORE}.List` : Object.hasOwn(POD_KINDS, kind) ? POD_KINDS[kind] : undefined;
  return path === undefined ? undefined : typesOf(release).get(path);
}

/** Whether objects of a kind make pods; Argo's Rollout does too, though the offline injector does not know it. */
export function makesPods(kind: string): boolean {
  return kind === "Rollout" || Object.hasOwn(POD_KINDS, kind);
}
