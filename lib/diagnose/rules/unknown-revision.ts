import { fixOf, setMember } from "../edits";
import type { Rule } from "../rule";
import { inMetadata, inNamespace } from "../subject";
import { closest, REV } from "../words";

/** istio.io/rev names what is not installed. */
export const unknownRevision: Rule = {
  code: "IX108",
  rule: "unknown-revision",
  severity: "error",
  likelihood: 93,
  references: ["source"],
  check: (s) => {
    if (s.called !== false || s.webhooks.length === 0) return undefined;
    const ofNamespace = s.namespaceLabels.get(REV);
    const revision = ofNamespace ?? s.labels.get(REV);
    if (revision === undefined || s.revisions.has(revision)) return undefined;
    const near = closest(revision, s.revisions) ?? (s.revisions.size === 1 ? [...s.revisions][0] : undefined);
    const doc = ofNamespace === undefined ? s.own : s.namespace!;
    const labels = ofNamespace === undefined ? `${s.metadata}/labels` : `${doc.pointer}/metadata/labels`;
    return {
      places: [ofNamespace === undefined ? inMetadata(s, "labels", REV) : inNamespace(s, REV)],
      en: `istio.io/rev=${revision} names no revision or tag that is installed${s.revisions.size > 0 ? ` (${[...s.revisions].join(", ")})` : ""}.`,
      zh: `istio.io/rev=${revision} 不是任何已安装的修订版本或标签${s.revisions.size > 0 ? `(${[...s.revisions].join("、")})` : ""}。`,
      fix: near === undefined ? undefined : fixOf(`Name ${near}`, `改为 ${near}`, setMember(doc, labels, REV, near)),
    };
  },
};
