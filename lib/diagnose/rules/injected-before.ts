import { parseJson } from "../../go/json";
import { at, text } from "../json";
import type { Json } from "../../go/json-value";
import type { Rule } from "../rule";
import { inMetadata, inSpec } from "../subject";
import { proxyOf } from "../words";

const STATUS = "sidecar.istio.io/status";

/** A live pod keeps what it was injected with: another revision or image than it would get today. */
export const injectedBefore: Rule = {
  code: "IX158",
  rule: "injected-before",
  severity: "info",
  likelihood: 55,
  references: ["#15617", "#23933"],
  check: (s) => {
    if (s.object.kind !== "Pod" || !s.injected || !s.annotations.has(STATUS)) return undefined;
    const revisions = [s.input, s.final].map(revisionOf);
    const own = proxyOf(s, "own");
    const images = [text(own?.json.get("image")), text(proxyOf(s, "final")?.json.get("image"))];
    const [what, place] =
      revisions[0] !== undefined && revisions[0] !== revisions[1]
        ? [`revision ${revisions.join(" → ")}`, inMetadata(s, "annotations", STATUS)]
        : own && images[0] !== "" && images[0] !== images[1]
          ? [`image ${images.join(" → ")}`, inSpec(s, `${own.pointer}/image`)]
          : [];
    if (what === undefined) return undefined;
    const where = s.object.namespace === "" ? "" : ` -n ${s.object.namespace}`;
    return {
      places: [place],
      en: `This pod was injected when the injector was another (${what}). A pod keeps what it got when it was created: restart its workload for what is injected today.`,
      zh: `该 Pod 是由以前的注入器注入的(${what})。Pod 会保留创建时得到的内容:请重启它的工作负载以得到今天的注入结果。`,
      ask: `kubectl get pod ${s.object.name}${where} -o jsonpath='{.metadata.ownerReferences[*].name}'`,
    };
  },
};

function revisionOf(pod: Json | undefined): string | undefined {
  try {
    const status = parseJson(text(at(pod, "metadata", "annotations", STATUS)));
    return text(at(status, "revision")) || undefined;
  } catch {
    return undefined;
  }
}
