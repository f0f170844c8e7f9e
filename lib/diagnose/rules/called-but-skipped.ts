import type { Rule } from "../rule";

/** The API server calls the injector, which then leaves the pod as it is. */
export const calledButSkipped: Rule = {
  code: "IX114",
  rule: "called-but-skipped",
  severity: "warning",
  likelihood: 82,
  references: ["#53440"],
  check: (s) => {
    const { decision } = s.object;
    if (s.called !== true || decision?.inject !== false) return undefined;
    return {
      places: decision.because,
      en: `The webhook is called (istioctl experimental check-inject says yes), but istiod leaves the pod as it is: ${decision.reason}.`,
      zh: `webhook 会被调用(istioctl experimental check-inject 也说会),但 istiod 不改动该 Pod:${decision.reason}。`,
    };
  },
};
