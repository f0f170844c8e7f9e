import { at, text } from "../json";
import type { Rule } from "../rule";
import { inSpec, ownContainers } from "../subject";

/** A live pod that was created when no webhook was called: injection happens on CREATE only. */
export const neverInjectedPod: Rule = {
  code: "IX110",
  rule: "never-injected-pod",
  severity: "error",
  likelihood: 97,
  references: ["#46307", "#53290"],
  check: (s) => {
    const isLive = at(s.own.json, "metadata", "uid") !== undefined || at(s.own.json, "status", "phase") !== undefined;
    if (s.object.kind !== "Pod" || !isLive || s.annotations.has("sidecar.istio.io/status") || s.called === false)
      return undefined;
    const auto = ownContainers(s).find(({ json }) => json.get("image") === "auto");
    if (!auto) return undefined;
    const created = text(at(s.own.json, "metadata", "creationTimestamp"));
    const where = s.object.namespace === "" ? "" : ` -n ${s.object.namespace}`;
    return {
      places: [inSpec(s, `${auto.pointer}/image`)],
      en: `This pod was created${created === "" ? "" : ` at ${created}`} without the injector: its image is still "auto" and it has no status annotation. Injection happens only when a pod is created, so it never mends itself: delete it once the webhook is there.`,
      zh: `这个 Pod 创建${created === "" ? "" : `于 ${created},`}时没有经过注入器:镜像仍是 "auto",也没有状态注解。注入只在创建 Pod 时发生,它不会自行恢复:webhook 就绪后请删除它重建。`,
      ask: `kubectl delete pod ${s.object.name}${where}`,
    };
  },
};
