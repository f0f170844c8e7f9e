import { parseJson } from "../../go/json";
import type { Json, JsonMap } from "../../go/json-value";
import { at, maps, text } from "../json";
import type { Rule, Seen } from "../rule";
import { finalContainers, inSpec, ownContainers, type PlacedContainer, type Subject } from "../subject";
import { proxyOf } from "../words";

const PROBES = ["livenessProbe", "readinessProbe", "startupProbe"] as const;

/** A probe that goes past the agent, or that leads to it though it does not know it: of a container that came after injection. */
export const probeNotServed: Rule = {
  code: "IX154",
  rule: "probe-not-served",
  severity: "warning",
  likelihood: 69,
  references: ["#36353", "#56102"],
  check: (s) => [...passedBy(s), ...unknownToAgent(s)],
};

/** Of a pod that was injected: probes that are as they were, beside others that lead to the agent. */
function passedBy(s: Subject): Seen[] {
  const known = served(proxyOf(s, "own")?.json);
  if (!s.annotations.has("sidecar.istio.io/status") || !known) return [];
  return ownContainers(s).flatMap((container) =>
    container.name === "istio-proxy"
      ? []
      : probesOf(container)
          .filter(({ probe }) => handled(probe) && !agentPath(probe))
          .map(({ kind }) => ({
            places: [inSpec(s, `${container.pointer}/${kind}`)],
            en: `${kind} of ${container.name} does not lead to the agent, though the pod is injected: another mutator added the container after Istio's webhook. The kubelet asks the application itself, which strict mutual TLS refuses.`,
            zh: `该 Pod 已注入,但 ${container.name} 的 ${kind} 没有指向 agent:另一个变更器在 Istio 的 webhook 之后添加了该容器。kubelet 直接询问应用,而严格的双向 TLS 会拒绝。`,
            ask: "kubectl get mutatingwebhookconfigurations",
          })),
  );
}

/** Probes that lead to the agent, which has no entry for them: it answers 404. */
function unknownToAgent(s: Subject): Seen[] {
  if (!s.injected) return [];
  const known = served(proxyOf(s, "final")?.json) ?? new Set();
  const own = ownContainers(s);
  return finalContainers(s).flatMap((container) =>
    probesOf(container).flatMap(({ kind, probe }): Seen[] => {
      const path = agentPath(probe);
      const submitted = own.find(({ name }) => name === container.name);
      const port = at(submitted?.json, kind, "httpGet", "port") ?? at(submitted?.json, kind, "tcpSocket", "port");
      // A port that is named and not there is a finding of its own.
      if (path === undefined || known.has(path) || (typeof port === "string" && port !== "")) return [];
      return [
        {
          places: [inSpec(s, submitted ? `${submitted.pointer}/${kind}` : "")],
          en: `${kind} of ${container.name} leads to the agent (${path}), which has no entry for it and answers 404: the pod was injected before the container was there, and this release does not add to what the agent knows.`,
          zh: `${container.name} 的 ${kind} 指向 agent(${path}),但 agent 没有对应条目,会返回 404:该 Pod 在有此容器之前就已注入,而这个版本不会补充 agent 的条目。`,
        },
      ];
    }),
  );
}

function probesOf({ json }: PlacedContainer): { readonly kind: string; readonly probe: JsonMap }[] {
  return PROBES.flatMap((kind) => {
    const probe = json.get(kind);
    return probe instanceof Map ? [{ kind, probe }] : [];
  });
}

function handled(probe: JsonMap): boolean {
  return ["httpGet", "tcpSocket", "grpc"].some((handler) => probe.get(handler) instanceof Map);
}

function agentPath(probe: JsonMap): string | undefined {
  const path = text(at(probe, "httpGet", "path"));
  return path.startsWith("/app-health/") ? path : undefined;
}

/** The paths that the agent answers; undefined where the proxy has no list of them. */
function served(proxy: JsonMap | undefined): ReadonlySet<string> | undefined {
  const listed = maps(proxy?.get("env")).find((entry) => entry.get("name") === "ISTIO_KUBE_APP_PROBERS");
  if (!listed) return undefined;
  let json: Json;
  try {
    json = parseJson(text(listed.get("value")));
  } catch {
    return undefined;
  }
  return json instanceof Map ? new Set(json.keys()) : undefined;
}
