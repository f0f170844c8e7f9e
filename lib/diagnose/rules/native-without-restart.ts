import type { Rule } from "../rule";
import { inSpec } from "../subject";
import { proxyOf } from "../words";

/** A later mutator took restartPolicy from the native sidecar. */
export const nativeWithoutRestart: Rule = {
  code: "IX147",
  rule: "native-without-restart",
  severity: "warning",
  likelihood: 93,
  references: ["#49221"],
  check: (s) => {
    if (!s.annotations.has("sidecar.istio.io/status")) return undefined;
    const proxy = proxyOf(s, "own");
    if (proxy?.list !== "initContainers" || proxy.json.get("restartPolicy") === "Always") return undefined;
    return {
      places: [inSpec(s, proxy.pointer)],
      en: "istio-proxy stands among the init containers of this injected pod without restartPolicy: Always. A mutator after Istio's, built against an old API, dropped the field: the pod stays in Init for ever.",
      zh: "在这个已注入的 Pod 中,istio-proxy 位于 init 容器中却没有 restartPolicy: Always。Istio 之后的某个变更器(基于旧 API 构建)丢掉了该字段:Pod 会一直停在 Init。",
      ask: "kubectl get mutatingwebhookconfigurations",
    };
  },
};
