import { describe, expect, it } from "vitest";
import type { Pod } from "../istio/pod";
import { behaviours } from "../istio/releases";
import { injectRequired } from "./decision";

const INJECT = "sidecar.istio.io/inject";
const selector = (key: string) => ({ matchLabels: new Map([[key, "x"]]) });
const config = { policy: "enabled", neverInjectSelector: [selector("no"), selector("both")], alwaysInjectSelector: [] };

function decide(pod: Pod, change: Partial<typeof config> | object = {}, release: 20 | 30 = 30) {
  const { inject, reason } = injectRequired(pod, { ...config, ...change }, behaviours(release));
  return `${inject ? "yes" : "no"}: ${reason}`;
}
const meta = (labels: Record<string, string>, annotations: Record<string, string> = {}): Pod => ({
  metadata: { labels: new Map(Object.entries(labels)), annotations: new Map(Object.entries(annotations)) },
});

describe("injectRequired", () => {
  it("follows the policy where nobody says anything", () => {
    expect(decide({})).toBe("yes: policy-enabled");
    expect(decide({}, { policy: "disabled" })).toBe("no: policy-disabled");
  });

  it("asks the host network and the namespace first, then whether the policy is known", () => {
    const asks = { labels: new Map([[INJECT, "true"]]) };
    expect(decide({ metadata: asks, spec: { hostNetwork: true } }, { policy: "x" })).toBe("no: host-network");
    expect(decide({ metadata: { ...asks, namespace: "kube-system" } }, { policy: "x" })).toBe("no: ignored-namespace");
    expect(decide({ metadata: asks }, { policy: "x" })).toBe("no: policy-unknown");
  });

  it("lets the label hide the annotation, and both win over selectors and policy", () => {
    expect(decide(meta({ [INJECT]: "false" }, { [INJECT]: "true" }))).toBe("no: label");
    expect(decide(meta({ no: "x" }, { [INJECT]: "true" }), { policy: "disabled" })).toBe("yes: annotation");
  });

  it("tries the never selectors before the always ones", () => {
    const always = { alwaysInjectSelector: [selector("both"), selector("yes")], policy: "disabled" };
    expect(decide(meta({ both: "x" }), always)).toBe("no: never-inject-selector");
    expect(decide(meta({ yes: "x" }), always)).toBe("yes: always-inject-selector");
    expect(injectRequired(meta({ both: "x" }), config, behaviours(30)).config).toEqual(["/neverInjectSelector/1"]);
  });

  it("reads other words than true and false by the release's rule", () => {
    expect(decide(meta({ [INJECT]: "yes" }), { policy: "disabled" }, 20)).toBe("yes: label");
    expect(decide(meta({ [INJECT]: "maybe" }), {}, 20)).toBe("no: label");
    const strict = behaviours(30).strictInjectLabel;
    expect(decide(meta({ [INJECT]: "maybe" }))).toBe(strict ? "yes: policy-enabled" : "no: label");
  });
});
