import { fixOf, removeMember } from "../edits";
import type { Rule } from "../rule";
import { inMetadata } from "../subject";
import { rejected } from "../words";

/** Since 1.31 a port that is reserved cannot be scraped: denied. */
export const scrapePortRefused: Rule = {
  code: "IX134",
  rule: "scrape-port-refused",
  severity: "error",
  likelihood: 97,
  references: ["#59924"],
  check: (s) => {
    const found = /invalid prometheus scrape \w+: (.*)/s.exec(rejected(s));
    if (!found) return undefined;
    const key =
      ["prometheus.istio.io/scrape-targets", "prometheus.io/port"].find((name) => s.annotations.has(name)) ??
      "prometheus.io/port";
    return {
      places: [s.object.error?.at ?? inMetadata(s, "annotations", key)],
      en: `Istio ${s.result.release.name} denies the pod for its scrape port: ${found[1]!.trim()}. Name the application's own port, or leave the annotation out for a proxy alone.`,
      zh: `Istio ${s.result.release.name} 因抓取端口而拒绝该 Pod:${found[1]!.trim()}。请写应用自己的端口;若只有代理,请去掉该注解。`,
      fix: fixOf(
        `Take ${key} away`,
        `去掉 ${key}`,
        removeMember(s.own, `${s.metadata}/annotations/${key.replaceAll("/", "~1")}`),
      ),
    };
  },
};
