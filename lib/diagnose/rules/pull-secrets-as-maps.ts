import { fixOf } from "../edits";
import { at, maps, scalar } from "../json";
import type { SharedRule } from "../rule";
import { placeInValues, rewriteInValues } from "../values-edits";

/** The chart's imagePullSecrets are names; Kubernetes' own form, maps, is refused. */
export const pullSecretsAsMaps: SharedRule = {
  code: "IX125",
  rule: "pull-secrets-as-maps",
  severity: "error",
  likelihood: 98,
  references: ["#39088", "#40802"],
  checkShared: (s) => {
    const secrets = at(s.values, "global", "imagePullSecrets");
    if (s.result.configError?.stage !== "values" || !Array.isArray(secrets) || maps(secrets).length === 0)
      return undefined;
    const edits = secrets.map((secret, i) => {
      const name = secret instanceof Map && secret.size === 1 ? scalar(secret.get("name")) : undefined;
      if (!(secret instanceof Map)) return [];
      return name === undefined ? undefined : rewriteInValues(s, `/global/imagePullSecrets/${i}`, JSON.stringify(name));
    });
    return {
      places: [placeInValues(s, "/global/imagePullSecrets")],
      en: "global.imagePullSecrets is a list of maps, as pods have it. The injector's values take a list of names: istiod refuses the whole ConfigMap, and injects nothing or goes on with the one before.",
      zh: "global.imagePullSecrets 写成了映射的列表(如同 Pod 中那样)。注入器的 values 需要名称的列表:istiod 会拒绝整个 ConfigMap,不再注入或继续使用之前的配置。",
      fix: fixOf("Write the names alone", "只写名称", ...edits),
    };
  },
};
