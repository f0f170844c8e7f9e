import type { Release } from "../k8s/release";
import type { ObjectMeta, Pod } from "./pod";
import { behaviours } from "./releases";

/** The workload that a pod belongs to, as far as the pod tells. */
export interface PodOwner {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** The metadata that `.DeploymentMeta` showed until 1.21. */
  readonly metadata: ObjectMeta;
}

/**
 * Kind and name of the workload from a pod's controller reference; a pod without generateName or controller is its own.
 * Mirrors GetDeployMetaFromPod (later GetWorkloadMetaFromPod) of pkg/kube/util.go.
 */
export function podOwner(release: Release, pod: Pod): PodOwner {
  const metadata = pod.metadata ?? {};
  const found = controllerWorkload(release, metadata);
  const name = found?.name || (metadata.name ?? "");
  const own: ObjectMeta = { ...metadata, name };
  delete own.managedFields;
  delete own.ownerReferences;
  if (found?.withoutLabel !== undefined) {
    own.labels = new Map(metadata.labels ?? []);
    own.labels.delete(found.withoutLabel);
  }
  return {
    apiVersion: found?.apiVersion ?? "v1",
    kind: found?.kind ?? "Pod",
    name,
    namespace: metadata.namespace ?? "",
    metadata: own,
  };
}

interface Workload {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** A label that the workload itself does not have. */
  readonly withoutLabel?: string;
}

const CRON_JOB_NAME = /^([^\n]+)-[0-9]{8,10}$/;

function controllerWorkload(release: Release, metadata: ObjectMeta): Workload | undefined {
  if (!metadata.generateName) return undefined;
  const controller = metadata.ownerReferences?.find((ref) => ref.controller === true);
  if (!controller) return undefined;
  const { apiVersion = "", kind = "", name = "" } = controller;
  const label = (key: string) => metadata.labels?.get(key) ?? "";
  const { rolloutOwner, cronJobOwnerV1 } = behaviours(release);

  const hash = label("pod-template-hash");
  const rolloutHash = label("rollouts-pod-template-hash");
  if (kind === "ReplicaSet" && hash !== "" && name.endsWith(hash)) {
    return { apiVersion, kind: "Deployment", name: trimSuffix(name, `-${hash}`) };
  }
  if (rolloutOwner && kind === "ReplicaSet" && rolloutHash !== "" && name.endsWith(rolloutHash)) {
    return { apiVersion: "v1alpha1", kind: "Rollout", name: trimSuffix(name, `-${rolloutHash}`) };
  }
  if (kind === "ReplicationController" && label("deploymentconfig") !== "") {
    return { apiVersion, kind: "DeploymentConfig", name: label("deploymentconfig"), withoutLabel: "deploymentconfig" };
  }
  const cronJob = kind === "Job" ? lastLine(name) : undefined;
  if (cronJob !== undefined)
    return { apiVersion: cronJobOwnerV1 ? "batch/v1" : "batch/v1beta1", kind: "CronJob", name: cronJob };
  return { apiVersion, kind, name };
}

// The pattern is not anchored at the start, and its dot matches no newline.
function lastLine(name: string): string | undefined {
  return CRON_JOB_NAME.exec(name.slice(name.lastIndexOf("\n") + 1))?.[1];
}

function trimSuffix(text: string, suffix: string): string {
  return text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
}
