import type { Release } from "../k8s/release";
import { behaviours } from "./releases";

/** A node of the cluster, as far as it matters here. */
export interface ClusterNode {
  readonly name: string;
  readonly kubeletVersion: string;
}

const TRUE = new Set(["1", "t", "T", "TRUE", "true", "True"]);
const STABLE_SINCE = 33;

/**
 * Whether istiod takes sidecars for init containers that restart, by its setting ENABLE_NATIVE_SIDECARS (undefined: not set) and,
 * from 1.27 with `auto`, by the versions of the nodes (undefined: there is no cluster to ask).
 * Mirrors DetectNativeSidecar of pkg/kube/inject/webhook.go and EnableNativeSidecars of pilot/pkg/features.
 */
export function nativeSidecars(
  release: Release,
  setting: string | undefined,
  nodes?: readonly ClusterNode[],
  nodeName?: string,
): boolean {
  if (!behaviours(release).nativeSidecarDetection) return TRUE.has(setting ?? "");
  if (setting !== undefined && setting !== "auto") return setting === "true";
  if (!nodes) return false;
  const node = nodeName ? nodes.find((n) => n.name === nodeName) : undefined;
  return node
    ? supportsNativeSidecars(node.kubeletVersion)
    : nodes.every((n) => supportsNativeSidecars(n.kubeletVersion));
}

// The texts that hashicorp/go-version takes for a version: numbers, then a prerelease, then build metadata.
const WORDS = "[0-9A-Za-z\\-~]+(?:\\.[0-9A-Za-z\\-~]+)*";
const VERSION = new RegExp(
  `^v?([0-9]+(?:\\.[0-9]+)*?)(?:-[0-9]+[0-9A-Za-z\\-~]*(?:\\.[0-9A-Za-z\\-~]+)*|-?[A-Za-z\\-~]+[0-9A-Za-z\\-~]*(?:\\.[0-9A-Za-z\\-~]+)*)?(?:\\+${WORDS})?$`,
);

/** Only the second number counts: 33 and more. */
function supportsNativeSidecars(version: string): boolean {
  const match = VERSION.exec(version);
  return match !== null && Number(match[1]!.split(".")[1] ?? "0") >= STABLE_SINCE;
}
