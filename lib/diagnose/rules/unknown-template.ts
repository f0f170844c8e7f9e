import { fixOf, setMember } from "../edits";
import { at, strings } from "../json";
import type { Rule } from "../rule";
import { closest, rejected, TEMPLATES } from "../words";

/** A template that the injector does not have: denied. */
export const unknownTemplate: Rule = {
  code: "IX122",
  rule: "unknown-template",
  severity: "error",
  likelihood: 98,
  references: ["source"],
  check: (s) => {
    const found = /requested template "(.*)" not found; have (.*)/.exec(rejected(s));
    if (!found) return undefined;
    const known = [...found[2]!.split(", "), ...strings(at(s.configJson, "aliases")).keys()];
    const near = closest(found[1]!, known);
    const named = s.annotations.get(TEMPLATES);
    const names = named
      ?.split(",")
      .map((name) => (name.trim() === found[1] ? near! : name))
      .join(",");
    return {
      places: [s.object.error?.at],
      en: `The template "${found[1]!}" does not exist, so the API server denies the pod. The injector has: ${known.sort().join(", ")}.`,
      zh: `模板 "${found[1]!}" 不存在,因此 API 服务器拒绝该 Pod。注入器有:${known.join("、")}。`,
      fix:
        near === undefined || names === undefined
          ? undefined
          : fixOf(
              `Name the template ${near}`,
              `改为模板 ${near}`,
              setMember(s.own, `${s.metadata}/annotations`, TEMPLATES, names),
            ),
    };
  },
};
