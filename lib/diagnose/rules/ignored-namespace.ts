import type { Rule } from "../rule";
import { ownContainers } from "../subject";

/** istiod passes four namespaces by. */
export const ignoredNamespace: Rule = {
  code: "IX115",
  rule: "ignored-namespace",
  severity: "warning",
  likelihood: 90,
  references: ["source"],
  check: (s) => {
    if (s.object.decision?.reason !== "ignored-namespace" || !s.wants) return undefined;
    return {
      places: s.object.decision.because,
      en: `istiod never injects in ${s.object.namespace}: kube-system, kube-public, kube-node-lease and local-path-storage are left alone. Deploy it in a namespace of its own.`,
      zh: `istiod 从不在 ${s.object.namespace} 中注入:kube-system、kube-public、kube-node-lease 和 local-path-storage 都会被跳过。请部署到单独的命名空间。`,
      severity: ownContainers(s).some(({ json }) => json.get("image") === "auto") ? "error" : "warning",
    };
  },
};
