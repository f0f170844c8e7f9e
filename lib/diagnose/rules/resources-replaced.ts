import { fixOf, setMember } from "../edits";
import { at, scalar } from "../json";
import type { Rule } from "../rule";
import { inMetadata, value } from "../subject";
import type { Subject } from "../subject";
import { proxyOf } from "../words";

/** One resource annotation takes all defaults away. */
export const resourcesReplaced: Rule = {
  code: "IX143",
  rule: "resources-replaced",
  severity: "warning",
  likelihood: 68,
  references: ["#21240", "#35905", "#57687"],
  check: (s) => {
    const set = NAMES.filter(([name]) => s.annotations.has(name));
    if (set.length === 0 || set.length === NAMES.length || !s.injected) return undefined;
    const defaults = value(s, "global", "proxy", "resources");
    const proxy = proxyOf(s, "final");
    const lost = NAMES.flatMap(([name, kind, what]) => {
      const amount = scalar(at(defaults, kind, what));
      const now = at(proxy?.json, "resources", kind, what);
      return amount !== undefined && now === undefined && !s.annotations.has(name)
        ? [{ name, amount, what: `${kind}.${what}` }]
        : [];
    });
    if (lost.length === 0) return undefined;
    return {
      places: set.map(([name]) => inMetadata(s, "annotations", name)),
      about: proxy && [`/spec${proxy.pointer}/resources`],
      en: `${set.map(([name]) => name).join(", ")} replaces all of the proxy's default resources, not only its own: ${lost.map(({ what, amount }) => `${what}=${amount}`).join(", ")} ${lost.length === 1 ? "is" : "are"} gone.`,
      zh: `${set.map(([name]) => name).join("、")} 会取代代理的全部默认资源,而不只是它自己的:${lost.map(({ what, amount }) => `${what}=${amount}`).join("、")} 没有了。`,
      fix: fixOf(
        "Write the defaults as annotations, too",
        "把默认值也写成注解",
        lost.length === 1
          ? setMember(s.own, `${s.metadata}/annotations`, lost[0]!.name, lost[0]!.amount)
          : joined(s, lost),
      ),
    };
  },
};

const NAMES = [
  ["sidecar.istio.io/proxyCPU", "requests", "cpu"],
  ["sidecar.istio.io/proxyMemory", "requests", "memory"],
  ["sidecar.istio.io/proxyCPULimit", "limits", "cpu"],
  ["sidecar.istio.io/proxyMemoryLimit", "limits", "memory"],
] as const;

/** Several annotations come in at the same place: as one edit. */
function joined(s: Subject, lost: readonly { readonly name: string; readonly amount: string }[]) {
  const edits = lost.map(({ name, amount }) => setMember(s.own, `${s.metadata}/annotations`, name, amount)?.[0]);
  const [first] = edits;
  return first && [{ ...first, replacement: edits.map((edit) => edit?.replacement ?? "").join("") }];
}
