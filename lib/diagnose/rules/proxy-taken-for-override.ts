import type { Rule } from "../rule";
import { inSpec } from "../subject";
import { proxyOf } from "../words";

/** A whole istio-proxy that is there before injection is taken for an override. */
export const proxyTakenForOverride: Rule = {
  code: "IX157",
  rule: "proxy-taken-for-override",
  severity: "warning",
  likelihood: 77,
  references: ["gatekeeper#3858"],
  check: (s) => {
    const own = proxyOf(s, "own");
    const overwritten = (s.object.containers ?? []).find((c) => c.name === "istio-proxy" && c.case === "overwritten");
    const args = own?.json.get("args");
    if (
      !own ||
      !overwritten ||
      !Array.isArray(args) ||
      args[0] !== "proxy" ||
      s.annotations.has("sidecar.istio.io/status")
    )
      return undefined;
    return {
      places: [inSpec(s, own.pointer)],
      en: `istio-proxy is there in full before injection (${overwritten.overwritten.length} of its fields win over the template's), without a status annotation: something made it of an injected pod, or a mutator added it. Injection takes it for an override and keeps what is old in it.`,
      zh: `注入之前已有完整的 istio-proxy(其中 ${overwritten.overwritten.length} 个字段优先于模板),却没有状态注解:它来自一个已注入的 Pod,或是某个变更器添加的。注入会把它当作覆盖,保留其中的旧内容。`,
    };
  },
};
