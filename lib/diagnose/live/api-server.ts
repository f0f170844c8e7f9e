import { maps, text } from "../json";
import type { Leaf } from "./leaves";

/** What of a live pod the API server, its admission plugins, controllers, the scheduler and the network write, told by where it stands. */
const WRITTEN: readonly RegExp[] = [
  /^metadata\/(?:name|generateName|namespace|uid|resourceVersion|generation|creationTimestamp|managedFields|ownerReferences|finalizers|selfLink|deletionTimestamp|deletionGracePeriodSeconds)$/,
  /^labels\/(?:pod-template-hash|rollouts-pod-template-hash|controller-revision-hash|pod-template-generation|controller-uid|job-name|deploymentconfig|statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index|(?:[a-z]+\.)?batch\.kubernetes\.io\/.+|topology\.kubernetes\.io\/(?:region|zone))$/,
  /^annotations\/(?:cni\.projectcalico\.org\/|k8s\.v1\.cni\.cncf\.io\/(?:network|networks)-status|k8s\.ovn\.org\/|openshift\.io\/|security\.openshift\.io\/|seccomp\.security\.alpha\.kubernetes\.io\/|kubernetes\.io\/(?:limit-ranger|psp|config\.)|batch\.kubernetes\.io\/|cni\.cilium\.io\/|vpc\.amazonaws\.com\/|deprecated\.daemonset\.template\.generation)/,
  /^spec\/(?:nodeName|serviceAccount|priority|priorityClassName|preemptionPolicy|schedulerName|enableServiceLinks|dnsPolicy|restartPolicy|terminationGracePeriodSeconds|hostname|subdomain|affinity|runtimeClassName|overhead)$/,
  /^volumes\/(?:kube-api-access-\w+|.+-token-[a-z0-9]{5})$/,
  /^(?:init|ephemeral)?[cC]ontainers\/[^/]+\/volumeMounts\/\/var\/run\/secrets\/kubernetes\.io\/serviceaccount$/,
  /^(?:init|ephemeral)?[cC]ontainers\/[^/]+\/(?:terminationMessagePath|terminationMessagePolicy|imagePullPolicy)$/,
];

/** Whether a difference at a path is one that every pod of a cluster has. `was` and `now` are the parts of the live and of today's pod. */
export function isOfApiServer(path: string, was: Leaf | undefined, now: Leaf | undefined): boolean {
  if (path === "spec/serviceAccountName") return now === undefined && was?.value === "default";
  if (path === "spec/tolerations") return areNodeTolerations(was, now);
  if (path === "spec/securityContext")
    return now === undefined || (now.value instanceof Map && now.value.size === 0 && was === undefined);
  // What the workload sets itself is not filled in by anybody, but for what stands in for a controller's.
  if (now !== undefined && !STAND_IN.test(path)) return false;
  return path.startsWith("imagePullSecrets/") || WRITTEN.some((pattern) => pattern.test(path));
}

const STAND_IN = /^(?:metadata\/.*|labels\/(?:pod-template-hash|rollouts-pod-template-hash|deploymentconfig))$/;

/** Only those of nodes that are not ready or not reachable, or under pressure, are more. */
function areNodeTolerations(was: Leaf | undefined, now: Leaf | undefined): boolean {
  const known = new Set(maps(now?.value).map((one) => text(one.get("key"))));
  const live = maps(was?.value);
  const more = live.filter((one) => !known.has(text(one.get("key"))));
  return (
    live.length - more.length === known.size &&
    more.every((one) => /^node\.kubernetes\.io\//.test(text(one.get("key"))))
  );
}
