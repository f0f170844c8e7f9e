import { fixOf, setMember } from "../edits";
import type { Rule } from "../rule";
import { inMetadata, ownContainers } from "../subject";
import { INJECT, TEMPLATES } from "../words";

/** The pod's own label says no, though something in it counts on injection. */
export const labelFalse: Rule = {
  code: "IX102",
  rule: "label-false",
  severity: "error",
  likelihood: 95,
  references: ["#56294"],
  check: (s) => {
    if (s.labels.get(INJECT) !== "false") return undefined;
    const auto = ownContainers(s).some(({ json }) => json.get("image") === "auto");
    if (!auto && !s.annotations.has(TEMPLATES)) return undefined;
    return {
      places: [inMetadata(s, "labels", INJECT)],
      en: `The pod's label ${INJECT} is "false", so it is not injected; but it has an image or a template that only injection fills in.`,
      zh: `Pod 的标签 ${INJECT} 为 "false",因此不会注入;但它的镜像或模板只有注入才能填上。`,
      fix: fixOf(
        `Set ${INJECT} to "true"`,
        `将 ${INJECT} 设为 "true"`,
        setMember(s.own, `${s.metadata}/labels`, INJECT, "true"),
      ),
    };
  },
};
