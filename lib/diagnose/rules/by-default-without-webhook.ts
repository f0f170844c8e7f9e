import { at, text } from "../json";
import type { Rule } from "../rule";
import { value } from "../subject";
import { placeIn, webhooksIn } from "../surroundings";

/** The values turn injection on everywhere, but no webhook does it. */
export const byDefaultWithoutWebhook: Rule = {
  code: "IX112",
  rule: "by-default-without-webhook",
  severity: "warning",
  likelihood: 60,
  references: ["#39604"],
  check: (s) => {
    if (value(s, "sidecarInjectorWebhook", "enableNamespacesByDefault") !== true || s.webhooks.length === 0)
      return undefined;
    if (s.webhooks.some((w) => webhooksIn(w).some(({ webhook }) => text(at(webhook, "name")).startsWith("auto."))))
      return undefined;
    return {
      places: [placeIn(s.webhooks[0]!, "/webhooks")],
      en: "The injector's values have enableNamespacesByDefault, but no webhook auto.sidecar-injector.istio.io is among the configurations: namespaces without labels are not injected.",
      zh: "注入器的 values 启用了 enableNamespacesByDefault,但配置中没有 webhook auto.sidecar-injector.istio.io:没有标签的命名空间不会注入。",
    };
  },
};
