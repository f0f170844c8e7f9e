import { sortStrings } from "../go/strings";
import { goUrl } from "../functions/urls";
import { isIpAddress } from "../istio/netip";
import type { Selector, Webhook, WebhookConfiguration } from "../match/types";
import { toldError } from "../source/errors";
import { selects } from "./image-auto";
import type { Report } from "./messages";
import type { Resource, Resources } from "./resources";

const REVISION = "istio.io/rev";
const NAMESPACES: readonly (readonly (readonly [string, string])[])[] = [
  [],
  [["istio-injection", "enabled"]],
  [["istio-injection", "disabled"]],
];
const OBJECTS: typeof NAMESPACES = [[], [["sidecar.istio.io/inject", "true"]], [["sidecar.istio.io/inject", "false"]]];

interface NamedWebhook {
  readonly resource: Resource;
  readonly webhook: Webhook;
  readonly key: string;
}

/** Webhooks of the injector that overlap, or whose service does not exist. Mirrors webhook.Analyzer: IST0139. */
export function analyzeWebhooks(resources: Resources): Report[] {
  const revisions = new Set<string>();
  const webhooks: NamedWebhook[] = [];
  for (const resource of resources.of("MutatingWebhookConfiguration")) {
    const all = (resource.node as WebhookConfiguration).webhooks ?? [];
    const named = revisionsOf(resource, all);
    if (named.length === 0 && !all.some(({ name = "" }) => name.endsWith("istio.io"))) continue;
    for (const revision of named) revisions.add(revision);
    for (const webhook of all) webhooks.push({ resource, webhook, key: `${resource.name}/${webhook.name ?? ""}` });
  }
  return [...overlaps(webhooks, revisions), ...withoutService(webhooks, resources)];
}

function revisionsOf({ labels }: Resource, webhooks: readonly Webhook[]): string[] {
  const own = labels.get(REVISION);
  const selectors = webhooks.flatMap(({ namespaceSelector, objectSelector }) => [namespaceSelector, objectSelector]);
  return [
    ...(own === undefined ? [] : [own]),
    ...selectors.flatMap((selector) => (selector ? inSelector(selector) : [])),
  ];
}

function inSelector({ matchLabels, matchExpressions }: Selector): string[] {
  const label = matchLabels?.get(REVISION);
  const expressions = (matchExpressions ?? []).filter(({ key }) => key === REVISION);
  return [...(label === undefined ? [] : [label]), ...expressions.flatMap(({ values }) => values ?? [])];
}

/** Each combination of labels that matters may be matched once. */
function overlaps(webhooks: readonly NamedWebhook[], revisions: ReadonlySet<string>): Report[] {
  const namespaces = withRevisions(NAMESPACES, revisions);
  const objects = withRevisions(OBJECTS, revisions);
  const matches = (selector: Selector | null | undefined, sets: readonly ReadonlyMap<string, string>[]) =>
    sets.map((labels) => selects(selector, labels));
  const matched = webhooks.map((named) => ({
    ...named,
    inNamespace: matches(named.webhook.namespaceSelector, namespaces),
    ofObject: matches(named.webhook.objectSelector, objects),
  }));
  const found = new Map<string, Report>();
  for (const namespace of namespaces.keys()) {
    for (const object of objects.keys()) {
      const here = matched.filter(({ inNamespace, ofObject }) => inNamespace[namespace] && ofObject[object]);
      const keys = sortStrings(new Set(here.map(({ key }) => key)));
      if (keys.length < 2) continue;
      for (const { key, resource } of here) {
        const others = keys.filter((other) => other !== key);
        const message = `Webhook overlaps with others: [${others.join(" ")}]. This may cause injection to occur twice.`;
        found.set(`${key} ${message}`, { code: "IST0139", resource, message });
      }
    }
  }
  return [...found.values()];
}

function withRevisions(base: typeof NAMESPACES, revisions: ReadonlySet<string>): ReadonlyMap<string, string>[] {
  const plain = base.map((labels) => new Map(labels));
  return [
    ...plain,
    ...[...revisions].flatMap((revision) => plain.map((labels) => new Map(labels).set(REVISION, revision))),
  ];
}

function withoutService(webhooks: readonly NamedWebhook[], resources: Resources): Report[] {
  return webhooks.flatMap(({ resource, webhook }) => {
    const service = webhook.clientConfig?.service;
    if (!service || resources.find("Service", service.namespace ?? "", service.name ?? "")) return [];
    const name = `${service.namespace ? `${service.namespace}/` : ""}${service.name ?? ""}`;
    const message = `Injector refers to a control plane service that does not exist: ${name}.`;
    return [{ code: "IST0139", resource, message }];
  });
}

/** URLs of an external control plane. Mirrors externalcontrolplane.ExternalControlPlaneAnalyzer: IST0163, IST0164. */
export function analyzeExternal(resources: Resources): Report[] {
  const validating = resources
    .of("ValidatingWebhookConfiguration")
    .filter(({ name }) => name === "istiod-default-validator" || name.startsWith("istio-validator"));
  const mutating = resources
    .of("MutatingWebhookConfiguration")
    .filter(({ name }) => name.startsWith("istio-sidecar-injector"));
  return [...validating, ...mutating].flatMap((resource) =>
    ((resource.node as WebhookConfiguration).webhooks ?? []).flatMap((webhook) => urlReport(resource, webhook)),
  );
}

function urlReport(resource: Resource, { name = "", clientConfig }: Webhook): Report[] {
  const { url, service } = clientConfig ?? {};
  const wrong = (what: string): Report => {
    const message = `The hostname (${url ?? ""}) that was provided for the webhook (${name}) to reach the ingress gateway on the external control plane cluster ${what}. Traffic may not flow properly.`;
    return { code: "IST0163", resource, message };
  };
  if (url === undefined || url === null) return service ? [] : [wrong("is blank")];
  let hostname: string;
  try {
    ({ hostname } = goUrl(url));
  } catch (failure) {
    toldError(failure);
    return [wrong("was provided in an invalid format")];
  }
  if (!isIpAddress(hostname)) return [];
  const message = `The address (${url}) that was provided for the webhook (${name}) to reach the ingress gateway on the external control plane cluster is an IP address. This is not recommended for a production environment.`;
  return [{ code: "IST0164", resource, message }];
}
