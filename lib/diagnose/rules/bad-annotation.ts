import { fixOf, removeMember, setMember } from "../edits";
import type { Rule } from "../rule";
import { inMetadata } from "../subject";
import { rejected } from "../words";

/** An annotation with a value that istiod refuses: denied. */
export const badAnnotation: Rule = {
  code: "IX129",
  rule: "bad-annotation",
  severity: "error",
  likelihood: 97,
  references: ["source"],
  check: (s) => {
    const found = /invalid value '(.*)' for annotation '([^']+)': (.*)/s.exec(rejected(s));
    if (!found) return undefined;
    const [, wrong, key, why] = found;
    const pointer = `${s.metadata}/annotations/${key!.replaceAll("/", "~1")}`;
    const mend = /^(redirect|tproxy|none)\s*$/i.test(wrong!)
      ? setMember(s.own, `${s.metadata}/annotations`, key!, wrong!.trim().toUpperCase())
      : removeMember(s.own, pointer);
    return {
      places: [inMetadata(s, "annotations", key!)],
      en: `The annotation ${key!} is "${wrong!}", which istiod refuses, and with it the pod: ${why!.trim()}.`,
      zh: `注解 ${key!} 的值 "${wrong!}" 被 istiod 拒绝,Pod 也因此被拒绝:${why!.trim()}。`,
      fix: fixOf("Mend the annotation", "修正该注解", mend),
    };
  },
};
