import type { Release } from "../k8s/release";
import { PROXY_CONTAINER, type Pod } from "./pod";
import { behaviours } from "./releases";

const DEFAULT_ID = 1337;
const UID_RANGE = "openshift.io/sa.scc.uid-range";
const SUPPLEMENTAL_GROUPS = "openshift.io/sa.scc.supplemental-groups";

/**
 * User and group of the proxy: the ends of the ranges that OpenShift gave the namespace, 1337 where there is none or it cannot be
 * read. `annotations`: those of the pod's Namespace, undefined where the injector does not look at it.
 * Mirrors GetProxyIDs of pkg/kube/inject/inject.go.
 */
export function proxyIds(annotations: ReadonlyMap<string, string> | undefined): { uid: number; gid: number } {
  if (!annotations) return { uid: DEFAULT_ID, gid: DEFAULT_ID };
  const uids = annotations.get(UID_RANGE);
  const groups = annotations.get(SUPPLEMENTAL_GROUPS) ?? uids;
  return {
    uid: (uids ? blockEnd(uids) : undefined) ?? DEFAULT_ID,
    gid: (groups ? groupsEnd(groups) : undefined) ?? DEFAULT_ID,
  };
}

/** The end of the first of several blocks; undefined where any cannot be read. Mirrors parseSupplementalGroupAnnotation. */
function groupsEnd(text: string): number | undefined {
  const ends = text.split(",").map(blockEnd);
  return ends.includes(undefined) ? undefined : ends[0];
}

// What fmt.Sscanf takes for `%d/%d` and `%d-%d`: white space (no newline) before each number, anything after the second.
const SPACE = "[\\t\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]*";
const BY_SIZE = new RegExp(`^${SPACE}([0-9]+)/${SPACE}([0-9]+)`);
const BY_END = new RegExp(`^${SPACE}([0-9]+)-${SPACE}([0-9]+)`);
const UINT32 = 2 ** 32;

/** The end of `start/size` or `start-end`, in 32 bits; undefined where it cannot be read. Mirrors ParseBlock of openshift.go. */
function blockEnd(text: string): number | undefined {
  const bySize = text.includes("/");
  const match = (bySize ? BY_SIZE : BY_END).exec(text);
  if (!match) return undefined;
  const first = Number(match[1]);
  const second = Number(match[2]);
  if (first >= UINT32 || second >= UINT32) return undefined;
  return bySize ? (first + second - 1 + UINT32) % UINT32 : second;
}

const NOT_APPLICATION = new Set(["istio-init", "istio-validation"]);

/**
 * Whether a pod's own istio-proxy would run as the application's user (0 where none is set); then the injector clears it.
 * Mirrors isSidecarUserMatchingAppUser of pkg/kube/inject/webhook.go.
 */
export function sidecarRunsAsApplication(release: Release, pod: Pod): boolean {
  let sidecar = 0n;
  let application = 0n;
  const spec = pod.spec ?? {};
  const init = behaviours(release).openShiftInitContainers ? (spec.initContainers ?? []) : [];
  for (const container of [...(spec.containers ?? []), ...init]) {
    const user = container.securityContext?.runAsUser;
    if (user == null) continue;
    if (container.name === PROXY_CONTAINER) sidecar = BigInt(user);
    else if (!NOT_APPLICATION.has(container.name ?? "")) application = BigInt(user);
  }
  return sidecar === application;
}
