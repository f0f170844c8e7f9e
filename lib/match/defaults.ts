import type { Selector, Webhook, WebhookConfiguration } from "./types";

const EVERYTHING: Selector = {};

/** What the API server fills in as it reads a configuration. Mirrors SetDefaults_MutatingWebhook, _Rule and _ServiceReference of 1.35. */
export function withDefaults(configuration: WebhookConfiguration): WebhookConfiguration {
  return { ...configuration, webhooks: configuration.webhooks?.map(webhookDefaults) };
}

function webhookDefaults(webhook: Webhook): Webhook {
  const { clientConfig, rules } = webhook;
  const service = clientConfig?.service;
  return {
    ...webhook,
    failurePolicy: webhook.failurePolicy ?? "Fail",
    matchPolicy: webhook.matchPolicy ?? "Equivalent",
    namespaceSelector: webhook.namespaceSelector ?? EVERYTHING,
    objectSelector: webhook.objectSelector ?? EVERYTHING,
    timeoutSeconds: webhook.timeoutSeconds ?? 10,
    reinvocationPolicy: webhook.reinvocationPolicy ?? "Never",
    rules: rules?.map((rule) => ({ ...rule, scope: rule.scope ?? "*" })),
    ...(service ? { clientConfig: { ...clientConfig, service: { ...service, port: service.port ?? 443 } } } : {}),
  };
}
