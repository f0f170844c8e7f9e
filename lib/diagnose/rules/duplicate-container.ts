import type { Rule } from "../rule";
import { finalContainers, inSpec, ownContainers } from "../subject";

/** Two containers of one name: the API server refuses the pod. */
export const duplicateContainer: Rule = {
  code: "IX145",
  rule: "duplicate-container",
  severity: "warning",
  likelihood: 95,
  references: ["#56455"],
  check: (s) => {
    const names = finalContainers(s).map(({ name }) => name);
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice === undefined || !s.injected) return undefined;
    const own = ownContainers(s).filter(({ name }) => name === twice);
    if (own.length > 1) return undefined;
    const lists = finalContainers(s)
      .filter(({ name }) => name === twice)
      .map(({ list }) => list);
    return {
      places: own.length === 1 ? [inSpec(s, own[0]!.pointer)] : [inSpec(s, "")],
      en: `After injection there are ${lists.length} containers named ${twice} (${lists.join(", ")}); the API server refuses that. A template or the workload puts it among containers, while the native sidecar stands among initContainers.`,
      zh: `注入后有 ${lists.length} 个名为 ${twice} 的容器(${lists.join("、")});API 服务器会拒绝。模板或工作负载把它放在 containers 中,而原生 sidecar 在 initContainers 中。`,
    };
  },
};
