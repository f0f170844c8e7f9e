import { at } from "../json";
import type { Rule } from "../rule";
import { inSpec, value } from "../subject";
import { proxyOf } from "../words";

/** A lifecycle of its own takes the hook away that holds the application. */
export const lifecycleHidesHold: Rule = {
  code: "IX144",
  rule: "lifecycle-hides-hold",
  severity: "warning",
  likelihood: 60,
  references: ["#37541", "#41237", "#47373"],
  check: (s) => {
    const final = proxyOf(s, "final");
    const hold =
      /holdApplicationUntilProxyStarts"?:\s*true/.test(s.request.mesh ?? "") ||
      /holdApplicationUntilProxyStarts"?:\s*true/.test(s.annotations.get("proxy.istio.io/config") ?? "") ||
      value(s, "global", "proxy", "holdApplicationUntilProxyStarts") === true;
    if (!final || !hold || final.list === "initContainers" || !final.json.has("lifecycle")) return undefined;
    if (at(final.json, "lifecycle", "postStart") !== undefined) return undefined;
    const own = proxyOf(s, "own");
    return {
      places: [
        own?.json.has("lifecycle")
          ? inSpec(s, `${own.pointer}/lifecycle`)
          : { source: "values", pointer: "/global/proxy/lifecycle" },
      ],
      en: "holdApplicationUntilProxyStarts is on, but istio-proxy has a lifecycle that was given (global.proxy.lifecycle or its own), which replaces the postStart hook that does the holding: the application starts before the proxy.",
      zh: "holdApplicationUntilProxyStarts 已启用,但 istio-proxy 有另外给出的 lifecycle(global.proxy.lifecycle 或自己的),它取代了负责等待的 postStart 钩子:应用会先于代理启动。",
    };
  },
};
