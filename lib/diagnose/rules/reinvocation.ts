import { fixOf, replaceValue } from "../edits";
import { at, text } from "../json";
import type { Rule } from "../rule";
import { webhooksIn } from "../surroundings";

/** A webhook that is called again does not re-apply the overwritten proxy. */
export const reinvocation: Rule = {
  code: "IX153",
  rule: "reinvocation",
  severity: "warning",
  likelihood: 45,
  references: ["#55691"],
  check: (s) => {
    if (!(s.object.containers ?? []).some((c) => c.case === "overwritten")) return undefined;
    const again = s.webhooks.flatMap((w) =>
      webhooksIn(w)
        .filter(
          ({ webhook }) =>
            at(webhook, "reinvocationPolicy") === "IfNeeded" &&
            text(at(webhook, "name")).endsWith("sidecar-injector.istio.io"),
        )
        .map(({ pointer }) => ({ w, pointer: `${pointer}/reinvocationPolicy` })),
    );
    const [first] = again;
    if (!first) return undefined;
    return {
      places: again.slice(0, 3).map(({ w, pointer }) => w.pasted.place(pointer)),
      en: "The webhook has reinvocationPolicy IfNeeded: where another mutator changes the pod, it is injected a second time, and then the workload's own fields of istio-proxy are not put back.",
      zh: "webhook 设置了 reinvocationPolicy IfNeeded:若另一个变更器修改了 Pod,它会被再次注入,这时工作负载自己写的 istio-proxy 字段不会恢复。",
      fix: fixOf(
        "Set reinvocationPolicy to Never",
        "将 reinvocationPolicy 设为 Never",
        ...again.map(({ w, pointer }) => replaceValue({ pasted: w.pasted, pointer: w.pointer }, pointer, "Never")),
      ),
    };
  },
};
