import { fixOf, setMember } from "../edits";
import type { Rule } from "../rule";
import { inMetadata, ownContainers } from "../subject";
import { INJECT } from "../words";

/** The policy is disabled, and the pod does not ask by label. */
export const policyDisabled: Rule = {
  code: "IX116",
  rule: "policy-disabled",
  severity: "warning",
  likelihood: 84,
  references: ["#27278"],
  check: (s) => {
    if (s.object.decision?.reason !== "policy-disabled") return undefined;
    if (!s.wants && s.namespaceLabels.get("istio-injection") !== "enabled") return undefined;
    return {
      places: [...s.object.decision.because, inMetadata(s, "labels", INJECT)],
      en: `The injector's policy is disabled, so only pods with the label ${INJECT}="true" are injected; this one has none.`,
      zh: `注入器的 policy 为 disabled,只有带标签 ${INJECT}="true" 的 Pod 才会注入;这个 Pod 没有。`,
      severity: ownContainers(s).some(({ json }) => json.get("image") === "auto") ? "error" : "warning",
      fix: fixOf(
        `Label the pod ${INJECT}="true"`,
        `为 Pod 加上标签 ${INJECT}="true"`,
        setMember(s.own, `${s.metadata}/labels`, INJECT, "true"),
      ),
    };
  },
};
