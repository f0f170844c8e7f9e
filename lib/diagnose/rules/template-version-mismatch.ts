import type { Place } from "../../inject/api";
import type { Rule, Seen, SharedRule } from "../rule";
import { rejected } from "../words";

const TOLD = /Template_Version_And_Istio_Version_Mismatched/;

const ROW = {
  code: "IX123",
  rule: "template-version-mismatch",
  severity: "error",
  likelihood: 97,
  references: ["#32667"],
} as const;

/** The ConfigMap's template is of another release than istiod: it asks for a value that is not there. */
export const templateVersionMismatch: Rule = {
  ...ROW,
  check: (s) =>
    s.object.error && (TOLD.test(rejected(s)) || TOLD.test(s.config?.text ?? "")) ? seen(s.object.error.at) : undefined,
};

/** The same of a template that calls a function which is not there: no template of the ConfigMap can be read then. */
export const templateVersionMismatchInConfig: SharedRule = {
  ...ROW,
  checkShared: ({ result: { configError } }) =>
    configError && TOLD.test(configError.message) ? seen(configError.at) : undefined,
};

function seen(place: Place | undefined): Seen {
  return {
    places: [place],
    en: "The ConfigMap's template and istiod are of different releases; the template asks for a function that only says so. Install ConfigMap and istiod of one release (one Helm chart, one revision).",
    zh: "ConfigMap 中的模板与 istiod 版本不同;模板调用的函数正是为了说明这一点。请安装同一版本(同一个 Helm chart、同一个修订版本)的 ConfigMap 和 istiod。",
  };
}
