import { fixOf, setMember } from "../edits";
import { at, scalar } from "../json";
import type { Rule } from "../rule";
import { finalContainers, inSpec, ownContainers } from "../subject";
import { proxyOf } from "../words";

const NATIVE = "sidecar.istio.io/nativeSidecar";

/** With the CNI plugin traffic is redirected before the init containers run, and the proxy is not there yet. */
export const initWithoutNetwork: Rule = {
  code: "IX149",
  rule: "init-without-network",
  severity: "warning",
  likelihood: 64,
  references: ["source"],
  check: (s) => {
    const final = finalContainers(s).filter(({ list }) => list === "initContainers");
    if (!s.injected || proxyOf(s, "final")?.list !== "containers") return undefined;
    if (!final.some(({ name }) => name === "istio-validation") || final.some(({ name }) => name === "istio-init"))
      return undefined;
    const excludes = [...s.annotations.keys()].some((key) => /\/excludeOutbound(?:Ports|IPRanges)$/.test(key));
    const cut = ownContainers(s).filter(
      ({ list, name, json }) =>
        list === "initContainers" &&
        !name.startsWith("istio-") &&
        json.get("restartPolicy") !== "Always" &&
        scalar(at(json, "securityContext", "runAsUser")) !== "1337",
    );
    if (excludes || cut.length === 0) return undefined;
    const names = cut.map(({ name }) => name).join(", ");
    return {
      places: cut.map(({ pointer }) => inSpec(s, pointer)),
      en: `Istio's CNI plugin redirects the pod's traffic before its init containers run, and the proxy starts only after them: ${names} cannot reach the network. Run the proxy natively, run ${cut.length === 1 ? "it" : "them"} as user 1337, or exclude ports or addresses by annotation.`,
      zh: `Istio 的 CNI 插件在 init 容器运行之前就重定向了 Pod 的流量,而代理在它们之后才启动:${names} 无法访问网络。请以原生方式运行代理,或让它们以用户 1337 运行,或用注解排除端口或地址。`,
      fix:
        s.config?.text.includes("nativeSidecar") && !s.annotations.has(NATIVE)
          ? fixOf(
              "Ask for a native sidecar",
              "要求原生 sidecar",
              setMember(s.own, `${s.metadata}/annotations`, NATIVE, "true"),
            )
          : undefined,
    };
  },
};
