import { fixOf, setMember } from "../edits";
import type { Rule } from "../rule";
import { inMetadata, inNamespace } from "../subject";
import { REV } from "../words";

/** The namespace's revision beats the pod's. */
export const revisionOfNamespace: Rule = {
  code: "IX135",
  rule: "revision-of-namespace",
  severity: "warning",
  likelihood: 75,
  references: ["#37088", "#48316"],
  check: (s) => {
    const [ofNamespace, own] = [s.namespaceLabels.get(REV), s.labels.get(REV)];
    if (ofNamespace === undefined || own === undefined || ofNamespace === own) return undefined;
    return {
      places: [inNamespace(s, REV), inMetadata(s, "labels", REV)],
      en: `The namespace says istio.io/rev=${ofNamespace}, the pod ${own}. The namespace's wins: the pod is injected by ${ofNamespace}.`,
      zh: `命名空间是 istio.io/rev=${ofNamespace},Pod 是 ${own}。以命名空间为准:Pod 由 ${ofNamespace} 注入。`,
      fix: fixOf(
        `Say ${ofNamespace} on the pod, too`,
        `Pod 也改为 ${ofNamespace}`,
        setMember(s.own, `${s.metadata}/labels`, REV, ofNamespace),
      ),
    };
  },
};
