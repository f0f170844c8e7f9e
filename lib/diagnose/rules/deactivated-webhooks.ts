import type { Json } from "../../go/json-value";
import { at, strings } from "../json";
import type { Rule } from "../rule";
import { webhooksIn } from "../surroundings";

/** Webhooks that were deactivated select nothing. */
export const deactivatedWebhooks: Rule = {
  code: "IX111",
  rule: "deactivated-webhooks",
  severity: "error",
  likelihood: 85,
  references: ["source"],
  check: (s) => {
    if (s.called !== false || !s.wants) return undefined;
    const off = s.webhooks.flatMap((w) =>
      webhooksIn(w)
        .filter(({ webhook }) => isOff(webhook))
        .map(({ pointer }) => w.pasted.place(pointer)),
    );
    if (off.length === 0) return undefined;
    return {
      places: off.slice(0, 4),
      en: `${off.length === 1 ? "A webhook of Istio's is" : `${off.length} webhooks of Istio's are`} deactivated (istio.io/deactivated: never-match): ${off.length === 1 ? "it selects" : "they select"} no pod. That is what making another revision or tag the default leaves behind.`,
      zh: `Istio 有 ${off.length} 个 webhook 已停用(istio.io/deactivated: never-match),不会选中任何 Pod。把另一个修订版本或标签设为默认后就会这样。`,
      ask: "istioctl tag list",
    };
  },
};

function isOff(webhook: Json): boolean {
  return ["namespaceSelector", "objectSelector"].some(
    (selector) => strings(at(webhook, selector, "matchLabels")).get("istio.io/deactivated") === "never-match",
  );
}
