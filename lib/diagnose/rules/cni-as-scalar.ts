import { fixOf } from "../edits";
import { at, scalar } from "../json";
import type { SharedRule } from "../rule";
import { isRefused, placeInValues, rewriteInValues } from "../values-edits";

/** What became a map of settings is still given as a switch. */
export const cniAsScalar: SharedRule = {
  code: "IX127",
  rule: "cni-as-scalar",
  severity: "error",
  likelihood: 98,
  references: ["#51071"],
  checkShared: (s) => {
    const path = [["pilot", "cni"], ["istio_cni"], ["cni"]].find(
      (keys) => scalar(at(s.values, ...keys)) !== undefined && isRefused(s, `/${keys.join("/")}`),
    );
    if (!path) return undefined;
    const [name, pointer] = [path.join("."), `/${path.join("/")}`];
    const value = at(s.values, ...path);
    return {
      places: [placeInValues(s, pointer)],
      en: `The value ${name} is ${scalar(value)!}, and the injector takes a map there: ${name}.enabled is the switch. istiod refuses the whole ConfigMap.`,
      zh: `值 ${name} 是 ${scalar(value)!},而注入器在此需要一个映射:开关是 ${name}.enabled。istiod 会拒绝整个 ConfigMap。`,
      fix:
        typeof value === "boolean"
          ? fixOf(
              `Write ${name}.enabled`,
              `写成 ${name}.enabled`,
              rewriteInValues(s, pointer, `{"enabled": ${String(value)}}`),
            )
          : undefined,
    };
  },
};
