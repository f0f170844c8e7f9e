import type { Json, JsonMap } from "../go/json-value";
import type { AdmissionRequest, InjectionMatch, LabelChange, MatchResult, WebhookVerdict } from "./api";
import { matchWebhooks } from "./match";

/** Whether a webhook is the sidecar injector's: all charts and `istioctl tag` give it a name that ends so. */
export function isInjectorWebhook(webhook: string): boolean {
  return webhook === INJECTOR || webhook.endsWith(`.${INJECTOR}`);
}

const INJECTOR = "sidecar-injector.istio.io";

/**
 * Whether the injector is called for a request, by which webhook, what kept the others from it and the one label that would change it.
 * `match` saves asking again where the result is at hand. O(labels that selectors name × size of the configurations).
 */
export function explainInjection(
  request: AdmissionRequest,
  match: MatchResult = matchWebhooks(request),
): InjectionMatch {
  const of = match.webhooks.filter(({ webhook }) => isInjectorWebhook(webhook));
  const ended = match.webhooks.find(({ error }) => error !== undefined);
  const all = ended ? [] : of.filter(({ called }) => called);
  const because = (all[0] ?? nearest(of))?.because ?? [];
  return {
    called: all.length > 0,
    by: all[0],
    all,
    because: ended ? ended.because : because,
    ...(ended ? { ended } : {}),
    ...(match.error === undefined ? {} : { unreadable: match.error }),
    labels: ended ? [] : labelChanges(request, all.length > 0, of),
  };
}

/** The webhook that least says no to; of equals the first. */
function nearest(verdicts: readonly WebhookVerdict[]): WebhookVerdict | undefined {
  return verdicts.reduce<WebhookVerdict | undefined>(
    (best, verdict) => (best && best.because.length <= verdict.because.length ? best : verdict),
    undefined,
  );
}

/** The labels of the injector, the usual ones first; others that selectors name come behind them. */
const USUAL: readonly LabelChange[] = [
  { of: "namespace", key: "istio-injection", value: "enabled" },
  { of: "object", key: "sidecar.istio.io/inject", value: "true" },
  { of: "object", key: "sidecar.istio.io/inject", value: "false" },
];

function labelChanges(
  request: AdmissionRequest,
  called: boolean,
  verdicts: readonly WebhookVerdict[],
): readonly LabelChange[] {
  return candidates(request, verdicts).filter((change) => {
    const changed = matchWebhooks(withLabel(request, change)).webhooks;
    return changed.every(({ error }) => error === undefined) && isCalled(changed) !== called;
  });
}

function isCalled(verdicts: readonly WebhookVerdict[]): boolean {
  return verdicts.some(({ called, webhook }) => called && isInjectorWebhook(webhook));
}

/** Each label that is set, taken away; and each value that selectors of the injector ask for. */
function candidates(request: AdmissionRequest, verdicts: readonly WebhookVerdict[]): LabelChange[] {
  const found: LabelChange[] = [];
  for (const { configuration, webhook } of verdicts.map(({ at }) => at)) {
    const json = memberAt(request.configurations[configuration], ["webhooks", String(webhook)]);
    for (const [predicate, of] of [
      ["namespaceSelector", "namespace"],
      ["objectSelector", "object"],
    ] as const) {
      for (const { key, values } of selectorLabels(memberAt(json, [predicate]))) {
        found.push({ of, key }, ...values.map((value) => ({ of, key, value })));
      }
    }
  }
  const keys = new Set(found.map(({ of, key }) => `${of} ${key}`));
  const usual = USUAL.filter(({ of, key }) => keys.has(`${of} ${key}`));
  const all = new Map(
    [...usual, ...found].map((change) => [`${change.of} ${change.key}=${change.value ?? ""}`, change]),
  );
  return [...all.values()].filter((change) => labelOf(request, change) !== change.value && !isFixed(change));
}

/** A namespace's name is no label that one sets. */
function isFixed({ key }: LabelChange): boolean {
  return key === "kubernetes.io/metadata.name";
}

function* selectorLabels(selector: Json | undefined): Generator<{ key: string; values: string[] }> {
  const labels = memberAt(selector, ["matchLabels"]);
  if (labels instanceof Map)
    for (const [key, value] of labels) if (typeof value === "string") yield { key, values: [value] };
  const expressions = memberAt(selector, ["matchExpressions"]);
  for (const expression of Array.isArray(expressions) ? expressions : []) {
    const key = memberAt(expression, ["key"]);
    const values = memberAt(expression, ["values"]);
    if (typeof key !== "string") continue;
    yield { key, values: Array.isArray(values) ? values.filter((v): v is string => typeof v === "string") : [] };
  }
}

function objectOf(request: AdmissionRequest, { of }: LabelChange): Json {
  return of === "namespace" ? request.namespace : request.object;
}

function labelOf(request: AdmissionRequest, change: LabelChange): string | undefined {
  const value = memberAt(objectOf(request, change), ["metadata", "labels", change.key]);
  return typeof value === "string" ? value : undefined;
}

/** The request as it would be with a label changed. */
function withLabel(request: AdmissionRequest, change: LabelChange): AdmissionRequest {
  const object = objectOf(request, change);
  const metadata = memberAt(object, ["metadata"]);
  const labels = new Map(asMap(memberAt(metadata, ["labels"])));
  if (change.value === undefined) labels.delete(change.key);
  else labels.set(change.key, change.value);
  const changed = new Map(asMap(object)).set("metadata", new Map(asMap(metadata)).set("labels", labels));
  return { ...request, [change.of]: changed };
}

function asMap(json: Json | undefined): JsonMap {
  return json instanceof Map ? json : new Map();
}

function memberAt(json: Json | undefined, path: readonly string[]): Json | undefined {
  let at = json;
  for (const key of path) at = at instanceof Map ? at.get(key) : Array.isArray(at) ? at[Number(key)] : undefined;
  return at;
}
