import type { Rule } from "../rule";
import { rejected } from "../words";

/** The template asks for a field that this release of istiod does not give. */
export const unknownField: Rule = {
  code: "IX124",
  rule: "unknown-field",
  severity: "error",
  likelihood: 96,
  references: ["#38145", "#51071"],
  check: (s) => {
    const found = /can't evaluate field (\w+) in type ([^\s]+)/.exec(rejected(s));
    if (!found) return undefined;
    return {
      places: [s.object.error?.at],
      en: `The template reads ${found[1]!}, which ${s.result.release.name}'s injector does not give to templates: the ConfigMap was written for another release than the istiod that reads it, or the name is misspelt.`,
      zh: `模板读取了 ${found[1]!},而 ${s.result.release.name} 的注入器没有这个字段:ConfigMap 是为另一个版本的 istiod 写的,或者名字写错了。`,
      ask: "kubectl -n istio-system get deploy -l app=istiod -o jsonpath='{..image}'",
    };
  },
};
