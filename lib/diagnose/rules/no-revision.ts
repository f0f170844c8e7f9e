import { fixOf, setMember } from "../edits";
import type { Rule } from "../rule";
import { inMetadata } from "../subject";
import { INJECT, REV } from "../words";

/** A gateway in a mesh of revisions that names none. */
export const noRevision: Rule = {
  code: "IX107",
  rule: "no-revision",
  severity: "error",
  likelihood: 92,
  references: ["#33512"],
  check: (s) => {
    if (s.called !== false || !s.wants || s.labels.has(REV) || s.namespaceLabels.has(REV)) return undefined;
    if (s.namespaceLabels.has("istio-injection") || s.labels.get(INJECT) === "false") return undefined;
    const named = [...s.revisions].filter((name) => name !== "default");
    if (named.length === 0 || s.revisions.has("default")) return undefined;
    return {
      places: [inMetadata(s, "labels", REV)],
      en: `Only revisions are installed (${named.join(", ")}), and neither the pod nor its namespace names one by istio.io/rev: no webhook selects it.`,
      zh: `只安装了修订版本(${named.join("、")}),而 Pod 和命名空间都没有用 istio.io/rev 指明一个:没有 webhook 会选中它。`,
      fix:
        named.length > 1
          ? undefined
          : fixOf(
              `Label the pod ${REV}=${named[0]!}`,
              `为 Pod 加上标签 ${REV}=${named[0]!}`,
              setMember(s.own, `${s.metadata}/labels`, REV, named[0]!),
            ),
    };
  },
};
