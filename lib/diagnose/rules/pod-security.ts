import { fixOf, setMember } from "../edits";
import { at } from "../json";
import type { Rule } from "../rule";
import { finalContainers, inNamespace } from "../subject";

/** PodSecurity refuses what istio-init needs. */
export const podSecurity: Rule = {
  code: "IX132",
  rule: "pod-security",
  severity: "error",
  likelihood: 93,
  references: ["#35894", "#37150"],
  check: (s) => {
    const level = s.namespaceLabels.get("pod-security.kubernetes.io/enforce");
    if (level !== "baseline" && level !== "restricted") return undefined;
    const refused = finalContainers(s).find(({ json }) => {
      const add = at(json, "securityContext", "capabilities", "add");
      return Array.isArray(add) && add.some((name) => name === "NET_ADMIN" || name === "NET_RAW");
    });
    if (!refused) return undefined;
    return {
      places: [inNamespace(s, "pod-security.kubernetes.io/enforce")],
      en: `The namespace enforces PodSecurity "${level}", and the injected container ${refused.name} asks for NET_ADMIN and NET_RAW: the API server refuses the pod. Install Istio's CNI plugin, which does without istio-init, or relax the namespace.`,
      zh: `命名空间强制执行 PodSecurity "${level}",而注入的容器 ${refused.name} 需要 NET_ADMIN 和 NET_RAW:API 服务器会拒绝该 Pod。请安装 Istio 的 CNI 插件(不再需要 istio-init),或放宽命名空间的限制。`,
      fix:
        s.namespace &&
        fixOf(
          'Set it to "privileged"',
          '设为 "privileged"',
          setMember(
            s.namespace,
            `${s.namespace.pointer}/metadata/labels`,
            "pod-security.kubernetes.io/enforce",
            "privileged",
          ),
        ),
    };
  },
};
