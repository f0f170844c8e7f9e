import { fixOf, removeMember } from "../edits";
import { at, maps, text } from "../json";
import type { Rule } from "../rule";
import { inSpec } from "../subject";
import type { Subject } from "../subject";

/** A volume of two types: the API server refuses the pod. */
export const volumeTwoSources: Rule = {
  code: "IX130",
  rule: "volume-two-sources",
  severity: "warning",
  likelihood: 90,
  references: ["#46988", "#48864"],
  check: (s) => {
    const twice = maps(at(s.final, "spec", "volumes")).find(
      (volume) => [...volume].filter(([key, v]) => key !== "name" && v !== null).length > 1,
    );
    if (!twice) return undefined;
    const types = [...twice.keys()].filter((key) => key !== "name");
    const own = maps(at(s.input, "spec", "volumes")).findIndex((volume) => volume.get("name") === twice.get("name"));
    return {
      places: [inSpec(s, own < 0 ? "" : `/volumes/${own}`)],
      en: `After merging, the volume ${text(twice.get("name"))} has ${types.length} types (${types.join(", ")}); the API server refuses such a pod. Templates and workload give the same volume in different ways: keep one.`,
      zh: `合并后,卷 ${text(twice.get("name"))} 有 ${types.length} 种类型(${types.join("、")});API 服务器会拒绝这样的 Pod。模板与工作负载以不同方式定义了同一个卷:请只保留一个。`,
      fix:
        own < 0 ? undefined : fixOf("Take the workload's own type away", "去掉工作负载自己的类型", ...removals(s, own)),
    };
  },
};

function removals(s: Subject, index: number) {
  const volume = maps(at(s.input, "spec", "volumes"))[index]!;
  return [...volume.keys()]
    .filter((key) => key !== "name")
    .map((key) => removeMember(s.own, `${s.spec}/volumes/${index}/${key}`));
}
