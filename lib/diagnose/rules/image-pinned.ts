import { fixOf, replaceValue } from "../edits";
import { text } from "../json";
import type { Rule } from "../rule";
import { inSpec } from "../subject";
import { proxyOf } from "../words";

/** Only the exact image auto is replaced; any other pins the proxy. */
export const imagePinned: Rule = {
  code: "IX142",
  rule: "image-pinned",
  severity: "warning",
  likelihood: 70,
  references: ["source"],
  check: (s) => {
    const own = proxyOf(s, "own");
    const image = text(own?.json.get("image"));
    if (
      !own ||
      !s.injected ||
      image === "" ||
      image === "auto" ||
      text(proxyOf(s, "final")?.json.get("image")) !== image
    )
      return undefined;
    if (s.annotations.has("sidecar.istio.io/status") || s.annotations.get("sidecar.istio.io/proxyImage") === image)
      return undefined;
    const meant = image.trim().toLowerCase().replace(/:.*/, "") === "auto";
    return {
      places: [inSpec(s, `${own.pointer}/image`)],
      en: meant
        ? `The image is "${image}". Only exactly "auto" is filled in by the injector: this one is pulled as it is, and does not exist.`
        : `istio-proxy's image is pinned to ${image}: upgrades of the control plane do not change it (IST0158 where the releases differ).`,
      zh: meant
        ? `镜像是 "${image}"。注入器只填写恰好为 "auto" 的镜像:这个会原样拉取,而它并不存在。`
        : `istio-proxy 的镜像固定为 ${image}:升级控制面不会改变它(版本不同时即 IST0158)。`,
      severity: "warning",
      likelihood: meant ? 96 : 50,
      fix: fixOf('Write "auto"', '写成 "auto"', replaceValue(s.own, `${s.spec}${own.pointer}/image`, "auto")),
    };
  },
};
