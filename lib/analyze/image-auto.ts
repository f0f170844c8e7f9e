import { parseSelector, holds } from "../match/selector";
import type { Selector, WebhookConfiguration } from "../match/types";
import type { Report } from "./messages";
import { podOf } from "./pods";
import type { Resource, Resources } from "./resources";

/** `image: auto` that nothing replaces. Mirrors injection.ImageAutoAnalyzer: IST0146, IST0147. */
export function analyzeImageAuto(resources: Resources): Report[] {
  const webhooks = resources
    .of("MutatingWebhookConfiguration")
    .flatMap(({ node }) => (node as WebhookConfiguration).webhooks ?? [])
    .filter(({ name = "" }) => name.endsWith("istio.io"));
  const matched = (deployment: Resource): boolean => {
    const namespace = resources.find("Namespace", "", deployment.namespace || "default")?.labels ?? new Map();
    const { labels } = podOf(deployment);
    return webhooks.some(
      ({ namespaceSelector, objectSelector }) =>
        selects(namespaceSelector, namespace) && selects(objectSelector, labels),
    );
  };
  return [
    // Injection comes before a pod exists: one that still has it was not injected.
    ...resources
      .of("Pod")
      .filter(isAuto)
      .map((pod) => report("IST0147", pod)),
    ...resources
      .of("Deployment")
      .filter((deployment) => isAuto(deployment) && !matched(deployment))
      .map((deployment) => report("IST0146", deployment)),
  ];
}

function report(code: "IST0146" | "IST0147", resource: Resource): Report {
  const message = `${resource.kind} ${resource.name} contains \`image: auto\` but does not match any Istio injection webhook selectors.`;
  return { code, resource, message };
}

function isAuto(resource: Resource): boolean {
  return (podOf(resource).spec.containers ?? []).some(({ name, image }) => name === "istio-proxy" && image === "auto");
}

/** Whether a selector matches, as analyzers ask: one that is absent matches, one that cannot be read does not. */
export function selects(selector: Selector | null | undefined, labels: ReadonlyMap<string, string>): boolean {
  if (!selector) return true;
  const parsed = parseSelector(selector);
  return "requirements" in parsed && parsed.requirements.every((requirement) => holds(requirement, labels));
}
