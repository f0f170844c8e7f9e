import { fixOf, setMember } from "../edits";
import { at, strings } from "../json";
import type { Rule } from "../rule";
import { inMetadata } from "../subject";

/** The scrape annotations are rewritten: metrics are merged. */
export const prometheusRewritten: Rule = {
  code: "IX156",
  rule: "prometheus-rewritten",
  severity: "info",
  likelihood: 30,
  references: ["#39535", "#59567"],
  check: (s) => {
    const port = s.annotations.get("prometheus.io/port");
    const now = strings(at(s.final, "metadata", "annotations")).get("prometheus.io/port");
    if (!s.injected || port === undefined || now === undefined || now === port) return undefined;
    return {
      places: [inMetadata(s, "annotations", "prometheus.io/port")],
      en: `prometheus.io/port becomes ${now}: the agent scrapes port ${port} and serves both together. What scrapes the application's port itself is not affected. To keep the annotation: prometheus.istio.io/merge-metrics: "false".`,
      zh: `prometheus.io/port 变为 ${now}:agent 抓取端口 ${port} 并合并提供。直接抓取应用端口的不受影响。若要保留该注解:prometheus.istio.io/merge-metrics: "false"。`,
      fix: fixOf(
        "Keep the annotation as it is",
        "保留原注解",
        setMember(s.own, `${s.metadata}/annotations`, "prometheus.istio.io/merge-metrics", "false"),
      ),
    };
  },
};
