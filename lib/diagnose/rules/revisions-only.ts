import { fixOf, renameMember } from "../edits";
import type { Rule } from "../rule";
import { inNamespace } from "../subject";
import { REV } from "../words";

/** The namespace is for the default injector, and only named revisions are installed. */
export const revisionsOnly: Rule = {
  code: "IX106",
  rule: "revisions-only",
  severity: "error",
  likelihood: 91,
  references: ["#32746"],
  check: (s) => {
    if (s.called !== false || s.namespaceLabels.get("istio-injection") !== "enabled" || !s.namespace) return undefined;
    if (s.revisions.size === 0 || s.revisions.has("default") || s.namespaceLabels.has(REV)) return undefined;
    if (s.labels.get("sidecar.istio.io/inject") === "false") return undefined;
    const named = [...s.revisions];
    return {
      places: [inNamespace(s, "istio-injection")],
      en: `istio-injection=enabled asks for the default injector, and only revisions are installed (${named.join(", ")}): their webhooks pass over a namespace with that label. Label it ${REV}, or make a revision the default (istioctl tag set default).`,
      zh: `istio-injection=enabled 要求默认注入器,而只安装了修订版本(${named.join("、")}):它们的 webhook 会跳过带此标签的命名空间。请改用 ${REV} 标签,或把某个修订版本设为默认(istioctl tag set default)。`,
      severity: s.wants ? "error" : "warning",
      fix:
        named.length > 1
          ? undefined
          : fixOf(
              `Write ${REV}=${named[0]!} instead`,
              `改写为 ${REV}=${named[0]!}`,
              renameMember(s.namespace, `${s.namespace.pointer}/metadata/labels/istio-injection`, REV, named[0]!),
            ),
    };
  },
};
