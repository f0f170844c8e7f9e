import { fixOf, replaceValue } from "../edits";
import { at, maps, text } from "../json";
import type { Rule, Seen } from "../rule";
import { inSpec, ownContainers } from "../subject";
import { closest } from "../words";

/** A probe names a port that its container does not have. */
export const probePortName: Rule = {
  code: "IX155",
  rule: "probe-port-name",
  severity: "warning",
  likelihood: 66,
  references: ["source"],
  check: (s) => {
    return ownContainers(s).flatMap((container) =>
      ["livenessProbe", "readinessProbe", "startupProbe"].flatMap((kind): Seen[] => {
        const port = at(container.json, kind, "httpGet", "port");
        const ports = maps(container.json.get("ports")).map((p) => text(p.get("name")));
        if (!s.injected || typeof port !== "string" || /^\d+$/.test(port) || ports.includes(port)) return [];
        const near =
          closest(
            port,
            ports.filter((name) => name !== ""),
          ) ?? (ports.length === 1 && ports[0] !== "" ? ports[0] : undefined);
        const pointer = `${container.pointer}/${kind}/httpGet/port`;
        return [
          {
            places: [inSpec(s, pointer)],
            en: `${kind} of ${container.name} asks the port "${port}", which is none of its ports${ports.length > 0 ? ` (${ports.join(", ")})` : ""}: the agent gets no entry for it and answers 404, so the pod is never ready.`,
            zh: `${container.name} 的 ${kind} 使用端口 "${port}",但它没有这个端口${ports.length > 0 ? `(${ports.join("、")})` : ""}:agent 中没有对应条目,会返回 404,Pod 永远不会就绪。`,
            fix:
              near === undefined
                ? undefined
                : fixOf(`Name the port ${near}`, `改为端口 ${near}`, replaceValue(s.own, `${s.spec}${pointer}`, near)),
          },
        ];
      }),
    );
  },
};
