import { fixOf, setMember } from "../edits";
import { at, strings } from "../json";
import type { Rule } from "../rule";
import { placeIn } from "../surroundings";
import { INJECT, notCalled } from "../words";

/** The label stands on the workload, where no webhook looks for it. */
export const labelOnWorkload: Rule = {
  code: "IX104",
  rule: "label-on-workload",
  severity: "warning",
  likelihood: 90,
  references: ["#32853"],
  check: (s) => {
    if (s.object.kind === "Pod" || s.labels.has(INJECT)) return undefined;
    const label = strings(at(s.own.json, "metadata", "labels")).get(INJECT);
    if (label === undefined) return undefined;
    return {
      places: [placeIn(s.own, "/metadata/labels/sidecar.istio.io~1inject")],
      en: `The label ${INJECT} stands on the ${s.object.kind}, not on its pod template. Pods do not inherit it, so it decides nothing.`,
      zh: `标签 ${INJECT} 写在 ${s.object.kind} 上,而不是它的 Pod 模板上。Pod 不会继承它,因此它不起作用。`,
      severity: notCalled(s) || (s.called === false && label === "true") ? "error" : "warning",
      fix: fixOf(
        "Put it on the pod template, too",
        "也写到 Pod 模板上",
        setMember(s.own, `${s.metadata}/labels`, INJECT, label),
      ),
    };
  },
};
