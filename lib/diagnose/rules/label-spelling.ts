import { fixOf, setMember } from "../edits";
import type { Rule } from "../rule";
import { inMetadata } from "../subject";
import { INJECT } from "../words";

/** The label's value must be exactly true or false. */
export const labelSpelling: Rule = {
  code: "IX109",
  rule: "label-spelling",
  severity: "warning",
  likelihood: 85,
  references: ["source"],
  check: (s) => {
    const label = s.labels.get(INJECT);
    if (label === undefined || label === "true" || label === "false") return undefined;
    const yes = /^(?:true|yes|y|on|1|enabled?)$/i.test(label);
    const no = /^(?:false|no|n|off|0|disabled?)$/i.test(label);
    return {
      places: [inMetadata(s, "labels", INJECT)],
      en: `The label ${INJECT} is "${label}". Webhooks compare it with exactly "true" and "false": so it neither opts in${no ? ", nor does it keep the injector from being called" : ""}.`,
      zh: `标签 ${INJECT} 为 "${label}"。webhook 只与 "true" 和 "false" 精确比较:因此它既不能启用注入${no ? ",也不能阻止调用注入器" : ""}。`,
      severity: yes && s.called === false ? "error" : "warning",
      fix:
        yes || no
          ? fixOf(`Write "${yes}"`, `写成 "${yes}"`, setMember(s.own, `${s.metadata}/labels`, INJECT, String(yes)))
          : undefined,
    };
  },
};
