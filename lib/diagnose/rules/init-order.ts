import type { Rule } from "../rule";
import { finalContainers, inSpec, ownContainers } from "../subject";

const ISTIO: readonly string[] = ["istio-init", "istio-validation", "istio-proxy", "enable-core-dump"];

/** The injector orders init containers itself, whatever order the workload gives them. */
export const initOrder: Rule = {
  code: "IX148",
  rule: "init-order",
  severity: "warning",
  likelihood: 58,
  references: ["#53920", "#38354"],
  check: (s) => {
    if (!s.injected || s.annotations.has("sidecar.istio.io/status")) return undefined;
    const own = ownContainers(s).filter(({ list }) => list === "initContainers");
    const final = finalContainers(s).flatMap(({ list, name }) => (list === "initContainers" ? [name] : []));
    const moved = own.find(
      ({ name }, i) =>
        ISTIO.includes(name) &&
        own.some(
          (other, j) =>
            !ISTIO.includes(other.name) &&
            final.includes(other.name) &&
            j < i !== final.indexOf(other.name) < final.indexOf(name),
        ),
    );
    if (!moved) return undefined;
    const order = own.map(({ name }) => name).join(", ");
    return {
      places: [inSpec(s, moved.pointer)],
      en: `The workload orders its init containers ${order}; after injection they run ${final.join(", ")}. The injector puts its own where it needs them at the very end: a native proxy and what it needs first, otherwise istio-init last.`,
      zh: `工作负载的 init 容器顺序是 ${order};注入后的顺序是 ${final.join("、")}。注入器最后总会把自己的容器放到所需的位置:原生代理及其所需的在最前,否则 istio-init 在最后。`,
    };
  },
};
