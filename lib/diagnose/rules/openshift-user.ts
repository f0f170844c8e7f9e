import { at, scalar, strings } from "../json";
import type { Rule } from "../rule";
import { finalContainers } from "../subject";
import { placeIn } from "../surroundings";

/** OpenShift: a user outside of the namespace's range. */
export const openshiftUser: Rule = {
  code: "IX133",
  rule: "openshift-user",
  severity: "warning",
  likelihood: 80,
  references: ["#61791", "#53220"],
  check: (s) => {
    const range = strings(at(s.namespace?.json, "metadata", "annotations")).get("openshift.io/sa.scc.uid-range");
    const [first, size] = (range ?? "").split("/").map(Number);
    if (
      range === undefined ||
      s.request.options?.platform !== "openshift" ||
      !Number.isInteger(first) ||
      !Number.isInteger(size)
    )
      return undefined;
    const outside = finalContainers(s).find(({ json }) => {
      const user = Number(scalar(at(json, "securityContext", "runAsUser")) ?? "NaN");
      return Number.isInteger(user) && (user < first! || user >= first! + size!);
    });
    if (!outside) return undefined;
    const user = scalar(at(outside.json, "securityContext", "runAsUser"));
    return {
      places: [s.namespace && placeIn(s.namespace, "/metadata/annotations/openshift.io~1sa.scc.uid-range")],
      en: `${outside.name} runs as user ${user}, outside of the namespace's range ${range}: without a security context constraint that allows it (anyuid, or Istio's CNI with its own), OpenShift refuses the pod.`,
      zh: `${outside.name} 以用户 ${user} 运行,超出了命名空间的范围 ${range}:若没有允许它的安全上下文约束(anyuid,或使用 Istio CNI),OpenShift 会拒绝该 Pod。`,
      ask: `oc get scc -o custom-columns=NAME:.metadata.name,RUNASUSER:.runAsUser.type`,
    };
  },
};
