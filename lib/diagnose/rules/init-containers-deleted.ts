import type { Rule } from "../rule";
import { finalContainers, inSpec, ownContainers } from "../subject";

/** A template renders `initContainers: null`, which as a patch deletes the workload's own. */
export const initContainersDeleted: Rule = {
  code: "IX150",
  rule: "init-containers-deleted",
  severity: "warning",
  likelihood: 92,
  references: ["#54562", "#55075"],
  check: (s) => {
    if (!s.injected || s.annotations.has("sidecar.istio.io/status")) return undefined;
    const kept = new Set(finalContainers(s).map(({ name }) => name));
    const gone = ownContainers(s).filter(({ name, list }) => list === "initContainers" && !kept.has(name));
    if (gone.length === 0) return undefined;
    const names = gone.map(({ name }) => name).join(", ");
    const templates = (s.object.templates ?? []).map(({ name }) => name).join(", ");
    return {
      places: gone.map(({ pointer }) => inSpec(s, pointer)),
      en: `Injection deletes ${names}: a template (of ${templates}) renders initContainers without items, which is null, and null in a strategic merge patch takes the whole list away. The template must leave the key out where it has nothing to add.`,
      zh: `注入会删除 ${names}:某个模板(${templates})渲染出没有条目的 initContainers,即 null,而策略合并补丁中的 null 会去掉整个列表。模板没有要添加的内容时必须省略这个键。`,
      ask: "kubectl -n istio-system get configmap istio-sidecar-injector -o yaml",
    };
  },
};
