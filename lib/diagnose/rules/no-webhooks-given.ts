import { matchUsual, usualInstallations } from "../../match";
import type { Json } from "../../go/json-value";
import type { Rule } from "../rule";
import { inMetadata, inNamespace } from "../subject";
import { INJECT, REV } from "../words";

/** Without configurations: what the usual installations would do. */
export const noWebhooksGiven: Rule = {
  code: "IX118",
  rule: "no-webhooks-given",
  severity: "info",
  likelihood: 40,
  references: ["#38299"],
  check: (s) => {
    if (s.called !== undefined || s.object.decision === undefined) return undefined;
    const name = s.object.namespace || "default";
    const namespace: Json = s.namespace?.json ?? new Map([["metadata", new Map([["name", name]])]]);
    const answers = matchUsual(
      { namespace, object: s.input, operation: "CREATE" },
      installationsFor(s.labels.get(REV) ?? s.namespaceLabels.get(REV)),
    );
    const no = answers.filter(({ match }) => !match.called).map(({ installation }) => installation.name);
    const yes = answers.filter(({ match }) => match.called).map(({ installation }) => installation.name);
    if (no.length === 0 || (!s.wants && s.namespace === undefined)) return undefined;
    return {
      places: [inMetadata(s, "labels", INJECT), inNamespace(s, "istio-injection")],
      en: `No webhook configurations were given. By its labels, ${yes.length === 0 ? "no usual installation would inject it" : `it is injected where the installation is ${yes.join(", ")}, and not where it is ${no.join(", ")}`}${s.namespace ? "" : ` (namespace ${name} taken to have no labels)`}.`,
      zh: `没有给出 webhook 配置。按它的标签,${yes.length === 0 ? "任何常见的安装方式都不会注入它" : `在 ${yes.join("、")} 安装方式下会注入,在 ${no.join("、")} 下不会`}${s.namespace ? "" : `(假定命名空间 ${name} 没有标签)`}。`,
      severity: yes.length === 0 && s.wants ? "warning" : "info",
      likelihood: yes.length === 0 && s.wants ? 75 : 40,
      ask: "kubectl get mutatingwebhookconfigurations -o yaml",
    };
  },
};

function installationsFor(revision: string | undefined) {
  return revision === undefined || revision === "default" ? undefined : usualInstallations(revision);
}
