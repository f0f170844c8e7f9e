import { fixOf, removeMember } from "../edits";
import type { Json } from "../../go/json-value";
import { at, scalar } from "../json";
import type { Rule } from "../rule";
import { finalContainers, inSpec } from "../subject";
import { proxyOf } from "../words";

/** The proxy runs as another user than the one whose traffic istio-init leaves alone: its own traffic comes back to it. */
export const userNotExempt: Rule = {
  code: "IX152",
  rule: "user-not-exempt",
  severity: "warning",
  likelihood: 88,
  references: ["#51012", "#52614"],
  check: (s) => {
    const proxy = proxyOf(s, "final");
    const init = finalContainers(s).find(({ name }) => name === "istio-init");
    const [users, groups] = ["-u", "-g"].map((flag) => argument(init?.json.get("args"), flag)?.split(","));
    // TPROXY is marked, not told by users: its proxy runs as root.
    if (!s.injected || !proxy || !users || argument(init?.json.get("args"), "-m") === "TPROXY") return undefined;
    const podWide = at(s.final, "spec", "securityContext");
    const [user, group] = ["runAsUser", "runAsGroup"].map((key) =>
      scalar(at(proxy.json, "securityContext", key) ?? at(podWide, key)),
    );
    if (user === undefined || users.includes(user)) return undefined;
    const byGroup = group !== undefined && groups?.includes(group) === true;
    const own = proxyOf(s, "own");
    const asked = at(own?.json, "securityContext", "runAsUser") !== undefined;
    // Where nobody asked, the template means the group to do it.
    if (byGroup && !asked) return undefined;
    const pointer = `${own?.pointer ?? ""}/securityContext/runAsUser`;
    return {
      places: [inSpec(s, asked ? pointer : "")],
      en: `istio-proxy runs as user ${user}, while istio-init leaves only the traffic of user ${users.join(", ")} alone (-u): ${byGroup ? `only its group ${group} keeps the proxy's traffic from coming back to it` : "what the proxy sends comes back to it, so it never gets its configuration and the pod is never ready"}.`,
      zh: `istio-proxy 以用户 ${user} 运行,而 istio-init 只放过用户 ${users.join("、")} 的流量(-u):${byGroup ? `只有它的组 ${group} 让代理的流量不会回到自身` : "代理发出的流量会回到自身,因此得不到配置,Pod 永远不会就绪"}。`,
      likelihood: byGroup ? 60 : 88,
      fix: asked
        ? fixOf("Leave the user to the template", "将用户交给模板", removeMember(s.own, `${s.spec}${pointer}`))
        : undefined,
    };
  },
};

/** What follows a flag in a list of arguments. */
function argument(args: Json | undefined, flag: string): string | undefined {
  if (!Array.isArray(args)) return undefined;
  const index = args.indexOf(flag);
  return index < 0 ? undefined : scalar(args[index + 1]);
}
