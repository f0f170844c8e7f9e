import { fixOf, setMember } from "../edits";
import { at } from "../json";
import type { Rule } from "../rule";
import { inMetadata, inSpec, ownContainers } from "../subject";
import { TEMPLATES } from "../words";

/** A gateway without the templates annotation becomes a sidecar. */
export const gatewayAsSidecar: Rule = {
  code: "IX138",
  rule: "gateway-as-sidecar",
  severity: "warning",
  likelihood: 94,
  references: ["source"],
  check: (s) => {
    const own = ownContainers(s).filter(({ list }) => list === "containers");
    if (!s.injected || s.annotations.has(TEMPLATES) || own.length !== 1 || own[0]!.name !== "istio-proxy")
      return undefined;
    if (
      !(s.object.templates ?? []).some(({ name }) => name === "sidecar") ||
      at(s.configJson, "templates", "gateway") === undefined
    )
      return undefined;
    return {
      places: [inMetadata(s, "annotations", TEMPLATES), inSpec(s, own[0]!.pointer)],
      en: "The pod's only container is istio-proxy, so it is a gateway; but without inject.istio.io/templates: gateway it is injected as a sidecar: with `proxy sidecar` for arguments, and traffic redirected to itself.",
      zh: "Pod 唯一的容器是 istio-proxy,所以它是网关;但没有 inject.istio.io/templates: gateway,它会作为 sidecar 注入:参数是 `proxy sidecar`,流量还会重定向到它自己。",
      fix: fixOf(
        "Inject it as a gateway",
        "作为网关注入",
        setMember(s.own, `${s.metadata}/annotations`, TEMPLATES, "gateway"),
      ),
    };
  },
};
