import type { Rule } from "../rule";
import { rejected } from "../words";

/** What the template renders is no YAML, or not a pod. */
export const renderedNotAPod: Rule = {
  code: "IX128",
  rule: "rendered-not-a-pod",
  severity: "error",
  likelihood: 92,
  references: ["#18107", "#15152"],
  check: (s) => {
    const message = rejected(s);
    if (!/injection overlay|generated injected YAML|error converting YAML to JSON/.test(message)) return undefined;
    return {
      places: [s.object.error?.at],
      en: `What the template rendered is not a pod: ${message.replace(/^.*?: /, "").trim()}. Look at the rendered text: a value without quotes (a number, true, a colon) and an indent that does not fit are the usual causes.`,
      zh: `模板渲染的结果不是 Pod:${message.replace(/^.*?: /, "").trim()}。请查看渲染文本:常见原因是未加引号的值(数字、true、冒号)和错误的缩进。`,
    };
  },
};
