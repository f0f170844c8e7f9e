import { fixOf, setMember } from "../edits";
import type { Rule } from "../rule";
import { inNamespace } from "../subject";

/** Any other value of istio-injection blocks every webhook. */
export const namespaceOtherValue: Rule = {
  code: "IX105",
  rule: "namespace-other-value",
  severity: "error",
  likelihood: 90,
  references: ["#39005"],
  check: (s) => {
    const label = s.namespaceLabels.get("istio-injection");
    if (label === undefined || label === "enabled" || label === "disabled" || !s.namespace) return undefined;
    if (s.called === true) return undefined;
    return {
      places: [inNamespace(s, "istio-injection")],
      en: `The namespace's label istio-injection is "${label}". Only "enabled" turns injection on; with any other value all of Istio's webhooks pass the namespace by.`,
      zh: `命名空间的标签 istio-injection 为 "${label}"。只有 "enabled" 才会启用注入;其他任何值都会让 Istio 的所有 webhook 跳过该命名空间。`,
      fix: fixOf(
        'Set it to "enabled"',
        '设为 "enabled"',
        setMember(s.namespace, `${s.namespace.pointer}/metadata/labels`, "istio-injection", "enabled"),
      ),
    };
  },
};
