import { fixOf, removeMember } from "../edits";
import type { Rule } from "../rule";
import { inSpec } from "../subject";
import { proxyOf } from "../words";

/** Arguments and command are replaced as a whole. */
export const argsReplaced: Rule = {
  code: "IX140",
  rule: "args-replaced",
  severity: "warning",
  likelihood: 74,
  references: ["source"],
  check: (s) => {
    const own = proxyOf(s, "own");
    if (
      !own ||
      !s.injected ||
      !(s.object.containers ?? []).some((c) => c.name === "istio-proxy" && c.case === "overwritten")
    )
      return undefined;
    const keys = ["args", "command"].filter((key) => own.json.get(key) !== undefined && own.json.get(key) !== null);
    if (keys.length === 0) return undefined;
    return {
      places: keys.map((key) => inSpec(s, `${own.pointer}/${key}`)),
      en: `istio-proxy has ${keys.join(" and ")} of its own. Env, mounts and ports are merged by key, but ${keys.length === 1 ? "this list replaces" : "these lists replace"} all of the template's: what the template adds there is gone.`,
      zh: `istio-proxy 自己写了 ${keys.join(" 和 ")}。环境变量、挂载和端口按键合并,但这些列表会整个取代模板的:模板写在那里的都没有了。`,
      fix: fixOf(
        `Leave ${keys.join(" and ")} to the template`,
        `将 ${keys.join(" 和 ")} 交给模板`,
        ...keys.map((key) => removeMember(s.own, `${s.spec}${own.pointer}/${key}`)),
      ),
    };
  },
};
