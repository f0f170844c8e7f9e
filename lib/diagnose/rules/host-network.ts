import { fixOf, removeMember } from "../edits";
import type { Rule } from "../rule";
import { inSpec, ownContainers } from "../subject";

/** The host's network is never injected. */
export const hostNetwork: Rule = {
  code: "IX113",
  rule: "host-network",
  severity: "warning",
  likelihood: 90,
  references: ["#9002", "#42010"],
  check: (s) => {
    if (s.object.decision?.reason !== "host-network" || !s.wants) return undefined;
    return {
      places: [inSpec(s, "/hostNetwork")],
      en: "The pod uses the host's network (hostNetwork: true). The injector never touches such pods, whatever their labels say: redirecting traffic would redirect the node's.",
      zh: "Pod 使用主机网络(hostNetwork: true)。无论标签如何,注入器都不会处理这样的 Pod:重定向流量会影响整个节点。",
      severity: ownContainers(s).some(({ json }) => json.get("image") === "auto") ? "error" : "warning",
      fix: fixOf("Take hostNetwork away", "去掉 hostNetwork", removeMember(s.own, `${s.spec}/hostNetwork`)),
    };
  },
};
