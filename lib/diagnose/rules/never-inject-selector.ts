import { fixOf, setMember } from "../edits";
import type { Rule } from "../rule";
import { ownContainers } from "../subject";
import { INJECT } from "../words";

/** A selector of the injector matches, against its policy; a label on the pod would win. */
export const neverInjectSelector: Rule = {
  code: "IX117",
  rule: "never-inject-selector",
  severity: "warning",
  likelihood: 84,
  references: ["source"],
  check: (s) => {
    if (s.object.decision?.reason === "always-inject-selector") {
      return {
        places: s.object.decision.because,
        en: `An alwaysInjectSelector of the injector matches the pod's labels: it is injected whatever the policy. The label ${INJECT}="false" on the pod would win over it.`,
        zh: `注入器的一个 alwaysInjectSelector 匹配了 Pod 的标签:无论策略如何都会注入。Pod 上的标签 ${INJECT}="false" 优先于它。`,
        severity: "info",
      };
    }
    if (s.object.decision?.reason !== "never-inject-selector") return undefined;
    return {
      places: s.object.decision.because,
      en: `A neverInjectSelector of the injector matches the pod's labels. The label ${INJECT}="true" on the pod would win over it.`,
      zh: `注入器的一个 neverInjectSelector 匹配了 Pod 的标签。Pod 上的标签 ${INJECT}="true" 优先于它。`,
      severity: ownContainers(s).some(({ json }) => json.get("image") === "auto") ? "error" : "info",
      fix: fixOf(
        `Label the pod ${INJECT}="true"`,
        `为 Pod 加上标签 ${INJECT}="true"`,
        setMember(s.own, `${s.metadata}/labels`, INJECT, "true"),
      ),
    };
  },
};
