import { fixOf, removeItem } from "../edits";
import { maps, text } from "../json";
import type { Rule, Seen } from "../rule";
import { inSpec } from "../subject";
import { proxyOf } from "../words";

/** The cluster and the network of the webhook's own path win over the workload's. */
export const clusterOverwritten: Rule = {
  code: "IX141",
  rule: "cluster-overwritten",
  severity: "warning",
  likelihood: 72,
  references: ["source"],
  check: (s) => {
    const own = proxyOf(s, "own");
    if (!own || !s.injected) return undefined;
    const final = new Map(maps(proxyOf(s, "final")?.json.get("env")).map((e) => [text(e.get("name")), e]));
    return maps(own.json.get("env")).flatMap((entry, i): Seen[] => {
      const name = text(entry.get("name"));
      const [asked, now] = [text(entry.get("value")), text(final.get(name)?.get("value"))];
      if (!NAMES.includes(name) || asked === now) return [];
      return [
        {
          places: [inSpec(s, `${own.pointer}/env/${i}`)],
          en: `istio-proxy's own ${name}=${asked} is lost: the webhook's path says ${now}, which is written last, behind all other variables.`,
          zh: `istio-proxy 自己写的 ${name}=${asked} 不起作用:webhook 的路径是 ${now},它最后写入,排在所有其他变量之后。`,
          fix: fixOf(`Take ${name} away`, `去掉 ${name}`, removeItem(s.own, `${s.spec}${own.pointer}/env/${i}`)),
        },
      ];
    });
  },
};

const NAMES: readonly string[] = ["ISTIO_META_NETWORK", "ISTIO_META_CLUSTER_ID"];
