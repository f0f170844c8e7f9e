import { fixOf, replaceValue } from "../edits";
import { at, text } from "../json";
import type { SharedRule, Seen } from "../rule";
import { nameOf, webhooksIn } from "../surroundings";

/** A webhook that lets pods through where istiod does not answer. */
export const failsOpen: SharedRule = {
  code: "IX121",
  rule: "fails-open",
  severity: "info",
  likelihood: 45,
  references: ["#26380", "#35271"],
  checkShared: (s) => {
    return s.webhooks.flatMap((w): Seen[] => {
      const [first] = webhooksIn(w).filter(
        ({ webhook }) =>
          text(at(webhook, "name")).endsWith("sidecar-injector.istio.io") && at(webhook, "failurePolicy") === "Ignore",
      );
      if (!first) return [];
      return [
        {
          places: [w.pasted.place(`${first.pointer}/failurePolicy`)],
          en: `${text(at(first.webhook, "name"))} of ${nameOf(w)} has failurePolicy Ignore: while istiod does not answer, pods start without a proxy and nobody says so.`,
          zh: `${nameOf(w)} 的 ${text(at(first.webhook, "name"))} 设置了 failurePolicy Ignore:当 istiod 没有响应时,Pod 会在没有代理的情况下启动,而且没有任何提示。`,
          fix: fixOf(
            "Set failurePolicy to Fail",
            "将 failurePolicy 设为 Fail",
            replaceValue({ pasted: w.pasted, pointer: w.pointer }, `${first.pointer}/failurePolicy`, "Fail"),
          ),
        },
      ];
    });
  },
};
