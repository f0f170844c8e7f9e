import { fixOf, setMember } from "../edits";
import type { Rule } from "../rule";
import { inMetadata } from "../subject";
import { placeIn } from "../surroundings";
import { proxyOf } from "../words";

const NATIVE = "sidecar.istio.io/nativeSidecar";

/** A proxy that should run as a native sidecar, and does not: a Job then never ends. */
export const notNative: Rule = {
  code: "IX146",
  rule: "not-native",
  severity: "warning",
  likelihood: 71,
  references: ["#57587"],
  check: (s) => {
    const proxy = proxyOf(s, "final");
    if (!s.injected || proxy?.list !== "containers") return undefined;
    const asked = s.annotations.get(NATIVE) === "true";
    const ends = s.object.kind === "Job" || s.object.kind === "CronJob";
    if (!asked && !ends) return undefined;
    const known = s.config?.text.includes("nativeSidecar") === true;
    const usual =
      "By itself istiod runs the proxy natively only where every node has Kubernetes 1.33 or later (since Istio 1.27; ENABLE_NATIVE_SIDECARS decides otherwise).";
    const usualZh =
      "默认只有当所有节点都是 Kubernetes 1.33 或更新版本时,istiod 才会以原生方式运行代理(自 Istio 1.27 起;也可由 ENABLE_NATIVE_SIDECARS 决定)。";
    return {
      places: [asked ? inMetadata(s, "annotations", NATIVE) : placeIn(s.own, "/kind")],
      about: [`/spec${proxy.pointer}`],
      en: asked
        ? `${NATIVE} asks for a native sidecar, but istio-proxy is an ordinary container: this release or its template does not read the annotation. ${usual}`
        : `istio-proxy is an ordinary container of this ${s.object.kind}: it goes on when the others have ended, so the Job never completes unless something stops it. ${usual}`,
      zh: asked
        ? `${NATIVE} 要求原生 sidecar,但 istio-proxy 是普通容器:这个版本或它的模板不读取该注解。${usualZh}`
        : `istio-proxy 是这个 ${s.object.kind} 的普通容器:其他容器结束后它仍在运行,因此除非有人停止它,Job 永远不会完成。${usualZh}`,
      ask: "kubectl get nodes",
      fix:
        asked || !known
          ? undefined
          : fixOf(
              "Ask for a native sidecar",
              "要求原生 sidecar",
              setMember(s.own, `${s.metadata}/annotations`, NATIVE, "true"),
            ),
    };
  },
};
