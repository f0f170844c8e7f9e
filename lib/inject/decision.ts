import type { Pod } from "../istio/pod";
import type { InjectionConfig } from "../istio/injection-config";
import { selectorResult } from "../istio/selectors";
import type { Behaviours } from "../istio/releases";
import type { DecisionReason } from "./api";

const IGNORED_NAMESPACES = new Set(["kube-system", "kube-public", "kube-node-lease", "local-path-storage"]);
const INJECT = "sidecar.istio.io/inject";

/** Whether a pod is injected, and what decided it. */
export interface InjectDecision {
  readonly inject: boolean;
  readonly reason: DecisionReason;
  /** JSON pointers of what decided, in the pod and in the injection config. */
  readonly pod: readonly string[];
  readonly config: readonly string[];
}

/**
 * Whether the injector takes the pod: host network, ignored namespace, then the label (which hides the annotation), then the
 * selectors, then the policy.
 * Mirrors injectRequired of pkg/kube/inject/inject.go.
 */
export function injectRequired(
  pod: Pod,
  config: Pick<InjectionConfig, "policy" | "neverInjectSelector" | "alwaysInjectSelector">,
  behaviours: Behaviours,
): InjectDecision {
  const { metadata = {}, spec = {} } = pod;
  const decided = (
    inject: boolean,
    reason: DecisionReason,
    podAt: string[] = [],
    configAt: string[] = [],
  ): InjectDecision => ({
    inject,
    reason,
    pod: podAt,
    config: configAt,
  });
  if (spec.hostNetwork) return decided(false, "host-network", ["/spec/hostNetwork"]);
  if (IGNORED_NAMESPACES.has(metadata.namespace ?? ""))
    return decided(false, "ignored-namespace", ["/metadata/namespace"]);

  const policy = config.policy;
  // An unknown policy refuses whatever the pod asks for; only then is it what decided.
  if (policy !== "enabled" && policy !== "disabled") return decided(false, "policy-unknown", [], ["/policy"]);

  const label = metadata.labels?.get(INJECT);
  const asked = wish(label ?? metadata.annotations?.get(INJECT) ?? "", behaviours.strictInjectLabel);
  if (asked !== undefined) {
    const from = label === undefined ? "annotation" : "label";
    return decided(asked, from, [`/metadata/${from}s/sidecar.istio.io~1inject`]);
  }
  const labels = metadata.labels ?? new Map<string, string>();
  const never = config.neverInjectSelector.findIndex((selector) => selectorResult(selector, labels) === "matches");
  if (never >= 0)
    return decided(false, "never-inject-selector", ["/metadata/labels"], [`/neverInjectSelector/${never}`]);
  const always = config.alwaysInjectSelector.findIndex((selector) => selectorResult(selector, labels) === "matches");
  if (always >= 0)
    return decided(true, "always-inject-selector", ["/metadata/labels"], [`/alwaysInjectSelector/${always}`]);
  return policy === "enabled"
    ? decided(true, "policy-enabled", [], ["/policy"])
    : decided(false, "policy-disabled", [], ["/policy"]);
}

/** What a label or annotation asks for; undefined leaves it to selectors and policy. */
function wish(text: string, strict: boolean): boolean | undefined {
  if (strict) return text === "true" ? true : text === "false" ? false : undefined;
  if (text === "") return undefined;
  return ["y", "yes", "true", "on"].includes(text.toLowerCase());
}
