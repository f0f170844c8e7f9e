import { at, strings, text } from "../json";
import type { SharedRule, Seen } from "../rule";
import { nameOf, placeIn, webhooksIn } from "../surroundings";

/** Argo CD manages a configuration that istiod writes to. */
export const argoCaBundle: SharedRule = {
  code: "IX161",
  rule: "argo-ca-bundle",
  severity: "info",
  likelihood: 30,
  references: ["argo-cd#1487", "#52785"],
  checkShared: (s) => {
    return s.webhooks.flatMap((w): Seen[] => {
      const meta = w.json.get("metadata");
      const argo = [...strings(at(meta, "labels")).keys(), ...strings(at(meta, "annotations")).keys()].find((key) =>
        key.startsWith("argocd.argoproj.io/"),
      );
      if (
        argo === undefined ||
        !webhooksIn(w).some(({ webhook }) => text(at(webhook, "name")).endsWith("sidecar-injector.istio.io"))
      )
        return [];
      return [
        {
          places: [placeIn(w, "/webhooks")],
          en: `Argo CD manages ${nameOf(w)} (${argo}). istiod writes caBundle and failurePolicy into it, so it is OutOfSync for ever, and a sync empties the CA: let Argo CD ignore /webhooks/*/clientConfig/caBundle and failurePolicy.`,
          zh: `${nameOf(w)} 由 Argo CD 管理(${argo})。istiod 会写入 caBundle 和 failurePolicy,因此它一直是 OutOfSync,而且同步会清空 CA:请让 Argo CD 忽略 /webhooks/*/clientConfig/caBundle 和 failurePolicy。`,
        },
      ];
    });
  },
};
