import { at, text } from "../json";
import type { Rule, Seen } from "../rule";
import { inMetadata, inNamespace } from "../subject";
import { REV, TEMPLATES } from "../words";

/** What kube-inject does otherwise than the webhook: it knows one template, and only the revision that it is told. */
export const kubeInjectByHand: Rule = {
  code: "IX160",
  rule: "kube-inject-by-hand",
  severity: "warning",
  likelihood: 57,
  references: ["#38083", "source"],
  check: (s) => {
    if (s.request.options?.path !== "kube-inject" || s.object.decision?.inject !== true) return undefined;
    const seen: Seen[] = [];
    const wanted = s.namespaceLabels.get(REV) ?? s.labels.get(REV);
    const used = s.request.options.revision ?? "default";
    if (wanted !== undefined && wanted !== used)
      seen.push({
        places: [s.namespaceLabels.has(REV) ? inNamespace(s, REV) : inMetadata(s, "labels", REV)],
        en: `${REV}=${wanted}, but kube-inject does not look at it: without --revision ${wanted} it takes the configuration of ${used}.`,
        zh: `${REV}=${wanted},但 kube-inject 不看它:没有 --revision ${wanted} 时使用 ${used} 的配置。`,
        ask: `istioctl kube-inject --revision ${wanted} -f FILE`,
      });
    const defaults = at(s.configJson, "defaultTemplates");
    const names = Array.isArray(defaults) ? defaults.map(text) : [];
    if (names.length > 0 && names.join() !== "sidecar" && !s.annotations.has(TEMPLATES))
      seen.push({
        places: [inMetadata(s, "annotations", TEMPLATES)],
        en: `The injector's default templates are ${names.join(", ")}; kube-inject does not read that and always takes sidecar alone. The webhook would give another pod.`,
        zh: `注入器的默认模板是 ${names.join("、")};kube-inject 不读取它,总是只用 sidecar。webhook 会得到不同的 Pod。`,
      });
    return seen;
  },
};
