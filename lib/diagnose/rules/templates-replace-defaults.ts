import { fixOf, setMember } from "../edits";
import { at, text } from "../json";
import type { Rule } from "../rule";
import { inMetadata } from "../subject";
import { proxyOf, TEMPLATES } from "../words";

/** The templates annotation replaces the default templates. */
export const templatesReplaceDefaults: Rule = {
  code: "IX137",
  rule: "templates-replace-defaults",
  severity: "warning",
  likelihood: 76,
  references: ["source"],
  check: (s) => {
    const named = s.annotations.get(TEMPLATES);
    if (named === undefined || !s.injected || proxyOf(s, "final")) return undefined;
    const defaults = at(s.configJson, "defaultTemplates");
    const names = Array.isArray(defaults) && defaults.length > 0 ? defaults.map(text).join(",") : "sidecar";
    return {
      places: [inMetadata(s, "annotations", TEMPLATES)],
      en: `inject.istio.io/templates: ${named} replaces the default templates (${names}) and does not add to them: the pod gets no istio-proxy. Name the default ones first.`,
      zh: `inject.istio.io/templates: ${named} 会取代默认模板(${names}),而不是追加:Pod 没有 istio-proxy。请先写上默认模板。`,
      fix: fixOf(
        `Write ${names},${named}`,
        `写成 ${names},${named}`,
        setMember(s.own, `${s.metadata}/annotations`, TEMPLATES, `${names},${named}`),
      ),
    };
  },
};
