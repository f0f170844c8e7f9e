import { fixOf, removeMember, setMember } from "../edits";
import type { Rule } from "../rule";
import { inMetadata } from "../subject";
import { INJECT } from "../words";

/** As an annotation, inject can only opt out: webhooks select by labels. */
export const annotationOnly: Rule = {
  code: "IX103",
  rule: "annotation-only",
  severity: "warning",
  likelihood: 80,
  references: ["#40512"],
  check: (s) => {
    const annotation = s.annotations.get(INJECT);
    if (annotation?.toLowerCase() !== "true" || s.labels.has(INJECT) || s.called === true) return undefined;
    if (s.called === undefined && s.namespaceLabels.get("istio-injection") === "enabled") return undefined;
    return {
      places: [inMetadata(s, "annotations", INJECT)],
      en: `${INJECT} stands only as an annotation. The API server selects pods by labels, so the injector is not called because of it: as an annotation it can only opt out.`,
      zh: `${INJECT} 只写成了注解。API 服务器按标签选择 Pod,因此不会因它而调用注入器:作为注解,它只能用来拒绝注入。`,
      severity: s.called === false ? "error" : "warning",
      fix: fixOf(
        "Make it a label",
        "改为标签",
        removeMember(s.own, `${s.metadata}/annotations/sidecar.istio.io~1inject`),
        setMember(s.own, `${s.metadata}/labels`, INJECT, "true"),
      ),
    };
  },
};
