import { fixOf, removeMember } from "../edits";
import { at, strings } from "../json";
import type { Rule } from "../rule";
import { placeIn } from "../surroundings";

/** The workload's selector does not match the pod after injection: endless pods. */
export const selectorMissesPod: Rule = {
  code: "IX139",
  rule: "selector-misses-pod",
  severity: "error",
  likelihood: 96,
  references: ["#33237"],
  check: (s) => {
    if (!s.injected || s.object.kind === "Pod" || s.object.kind === "Job" || s.object.kind === "CronJob")
      return undefined;
    const selector = strings(at(s.own.json, "spec", "selector", "matchLabels"));
    const [before, after] = [s.input, s.final].map((pod) => strings(at(pod, "metadata", "labels")));
    const missed = [...selector].find(([key, wanted]) => before!.get(key) === wanted && after!.get(key) !== wanted);
    if (!missed) return undefined;
    const [key, wanted] = missed;
    return {
      places: [placeIn(s.own, `/spec/selector/matchLabels/${key.replaceAll("/", "~1")}`)],
      en: `The selector asks for ${key}=${wanted}, and injection sets ${key}=${after!.get(key) ?? ""}: the controller does not know its own pods and makes new ones without end. (A selector cannot be changed: delete and create the ${s.object.kind}.)`,
      zh: `选择器要求 ${key}=${wanted},而注入会设置 ${key}=${after!.get(key) ?? ""}:控制器认不出自己的 Pod,会不停地创建新的。(选择器不可修改:请删除并重建该 ${s.object.kind}。)`,
      fix: fixOf(
        `Take ${key} out of the selector`,
        `从选择器中去掉 ${key}`,
        removeMember(s.own, `${s.own.pointer}/spec/selector/matchLabels/${key.replaceAll("/", "~1")}`),
      ),
    };
  },
};
