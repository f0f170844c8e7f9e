import { fixOf, removeMember } from "../edits";
import type { SharedRule, Seen } from "../rule";
import { labelsOf, nameOf, placeIn } from "../surroundings";

/** A namespace with both labels: the default injector wins. */
export const twoInjectionLabels: SharedRule = {
  code: "IST0123",
  rule: "two-injection-labels",
  severity: "warning",
  likelihood: 78,
  references: ["#36088", "source"],
  checkShared: (s) => {
    return s.namespaces.flatMap((namespace): Seen[] => {
      const labels = labelsOf(namespace);
      const [enabled, revision] = [labels.get("istio-injection"), labels.get("istio.io/rev")];
      if (enabled === undefined || revision === undefined) return [];
      return [
        {
          places: [
            placeIn(namespace, "/metadata/labels/istio-injection"),
            placeIn(namespace, "/metadata/labels/istio.io~1rev"),
          ],
          en: `Namespace ${nameOf(namespace)} has istio-injection=${enabled} and istio.io/rev=${revision}. Webhooks of revisions pass over a namespace with istio-injection: ${enabled === "enabled" ? "the default injector does it" : "nothing is injected"}.`,
          zh: `命名空间 ${nameOf(namespace)} 同时带有 istio-injection=${enabled} 和 istio.io/rev=${revision}。修订版本的 webhook 会跳过带 istio-injection 的命名空间:${enabled === "enabled" ? "由默认注入器注入" : "不会注入"}。`,
          fix: fixOf(
            `Take istio-injection away: ${revision} injects`,
            `去掉 istio-injection:由 ${revision} 注入`,
            removeMember(namespace, `${namespace.pointer}/metadata/labels/istio-injection`),
          ),
        },
      ];
    });
  },
};
