import type { Rule } from "../rule";
import { rejected } from "../words";

/** The ConfigMap's template is of another release than istiod. */
export const templateVersionMismatch: Rule = {
  code: "IX123",
  rule: "template-version-mismatch",
  severity: "error",
  likelihood: 97,
  references: ["#32667"],
  check: (s) => {
    const told =
      /Template_Version_And_Istio_Version_Mismatched[\w.]*/.exec(rejected(s)) ??
      /Template_Version_And_Istio_Version_Mismatched[\w.]*/.exec(s.config?.text ?? "");
    if (!told || !(s.object.error ?? s.result.configError)) return undefined;
    return {
      places: [s.object.error?.at ?? s.result.configError?.at],
      en: "The ConfigMap's template and istiod are of different releases; the template asks for a function that only says so. Install ConfigMap and istiod of one release (one Helm chart, one revision).",
      zh: "ConfigMap 中的模板与 istiod 版本不同;模板调用的函数正是为了说明这一点。请安装同一版本(同一个 Helm chart、同一个修订版本)的 ConfigMap 和 istiod。",
    };
  },
};
