import { fixOf, removeMember } from "../edits";
import type { Rule } from "../rule";
import { inMetadata, inNamespace } from "../subject";
import { nameOf } from "../surroundings";
import { INJECT } from "../words";

/** A namespace that says no beats a pod that says yes. */
export const namespaceDisabled: Rule = {
  code: "IX101",
  rule: "namespace-disabled",
  severity: "error",
  likelihood: 95,
  references: ["#37482", "#46385", "#54841"],
  check: (s) => {
    const label = s.namespaceLabels.get("istio-injection");
    if (label !== "disabled" || !s.wants || s.called === true || !s.namespace) return undefined;
    const doc = s.namespace;
    return {
      places: [inNamespace(s, "istio-injection"), inMetadata(s, "labels", INJECT)],
      en: `Namespace ${nameOf(doc)} has the label istio-injection=disabled. It beats what the pod asks for: no webhook of Istio's is called, and the pod stays as it is.`,
      zh: `命名空间 ${nameOf(doc)} 带有标签 istio-injection=disabled。它优先于 Pod 自己的要求:不会调用 Istio 的任何 webhook,Pod 保持原样。`,
      fix: fixOf(
        "Take istio-injection away from the namespace",
        "去掉命名空间的 istio-injection 标签",
        removeMember(doc, `${doc.pointer}/metadata/labels/istio-injection`),
      ),
    };
  },
};
