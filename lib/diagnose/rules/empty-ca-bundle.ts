import { at, text } from "../json";
import type { SharedRule, Seen } from "../rule";
import { nameOf, webhooksIn } from "../surroundings";

/** A webhook without a CA: the API server cannot trust istiod. */
export const emptyCaBundle: SharedRule = {
  code: "IX120",
  rule: "empty-ca-bundle",
  severity: "warning",
  likelihood: 70,
  references: ["#30101", "#33317"],
  checkShared: (s) => {
    return s.webhooks.flatMap((w): Seen[] => {
      const empty = webhooksIn(w).filter(
        ({ webhook }) =>
          text(at(webhook, "name")).endsWith("sidecar-injector.istio.io") &&
          at(webhook, "clientConfig", "service") !== undefined &&
          text(at(webhook, "clientConfig", "caBundle")) === "",
      );
      const [first] = empty;
      if (!first) return [];
      return [
        {
          places: [w.pasted.place(`${first.pointer}/clientConfig`)],
          en: `${empty.length === 1 ? "A webhook" : `${empty.length} webhooks`} of ${nameOf(w)} have no caBundle. istiod writes it when it starts: until then each call ends with "x509: certificate signed by unknown authority", and pods are refused.`,
          zh: `${nameOf(w)} 的 ${empty.length} 个 webhook 没有 caBundle。istiod 启动时会写入:在此之前每次调用都以 "x509: certificate signed by unknown authority" 失败,Pod 会被拒绝。`,
          ask: `kubectl get mutatingwebhookconfiguration ${nameOf(w)} -o jsonpath='{.webhooks[*].clientConfig.caBundle}'`,
        },
      ];
    });
  },
};
