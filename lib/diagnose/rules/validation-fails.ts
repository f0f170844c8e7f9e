import { at, maps, scalar, text } from "../json";
import type { Rule } from "../rule";
import { placeIn } from "../surroundings";

/** A live pod whose status says that istio-validation fails. */
export const validationFails: Rule = {
  code: "IX151",
  rule: "validation-fails",
  severity: "error",
  likelihood: 97,
  references: ["#21266", "#58750"],
  check: (s) => {
    const states = maps(at(s.own.json, "status", "initContainerStatuses"));
    const index = states.findIndex((state) => text(state.get("name")) === "istio-validation");
    const code = [states[index]?.get("state"), states[index]?.get("lastState")]
      .map((state) => scalar(at(state, "terminated", "exitCode")))
      .find((exit) => exit !== undefined && exit !== "0");
    const reason = text(at(states[index], "state", "waiting", "reason"));
    if (code === undefined && reason !== "CrashLoopBackOff") return undefined;
    const node = text(at(s.own.json, "spec", "nodeName"));
    return {
      places: [placeIn(s.own, `/status/initContainerStatuses/${index}`)],
      en: `istio-validation fails (${code === undefined ? reason : `exit code ${code}`}): ${node === "" ? "the node" : node} did not redirect this pod's traffic. The CNI plugin was not ready when the pod started, or another plugin stands behind it. Delete the pod once the plugin runs there.`,
      zh: `istio-validation 失败(${code === undefined ? reason : `退出码 ${code}`}):${node === "" ? "节点" : node} 没有重定向该 Pod 的流量。Pod 启动时 CNI 插件尚未就绪,或有另一个插件排在它后面。等插件在该节点上运行后删除该 Pod。`,
      ask: `kubectl -n istio-system get pods -l k8s-app=istio-cni-node -o wide${node === "" ? "" : ` --field-selector spec.nodeName=${node}`}`,
    };
  },
};
