import { INT32, ptrTo, sliceOf, STRING, STRING_SLICE, structType, UINT8, type GoType } from "../go/types";
import { NEWEST } from "../k8s/release";
import { typesOf } from "../k8s/types";

/**
 * admissionregistration/v1 MutatingWebhookConfiguration as nodes, and its Go type. Fields that matching and validation read; nothing else
 * is in the type of Kubernetes 1.35.
 */
export interface WebhookConfiguration {
  readonly metadata?: Metadata;
  readonly webhooks?: readonly Webhook[] | null;
}

export interface Metadata {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly labels?: ReadonlyMap<string, string> | null;
  readonly annotations?: ReadonlyMap<string, string> | null;
}

export interface Webhook {
  readonly name?: string;
  readonly clientConfig?: {
    readonly url?: string | null;
    readonly service?: {
      readonly name?: string;
      readonly namespace?: string;
      readonly path?: string | null;
      readonly port?: number | null;
    } | null;
    readonly caBundle?: unknown;
  };
  readonly rules?: readonly Rule[] | null;
  readonly failurePolicy?: string | null;
  readonly matchPolicy?: string | null;
  readonly namespaceSelector?: Selector | null;
  readonly objectSelector?: Selector | null;
  readonly sideEffects?: string | null;
  readonly timeoutSeconds?: number | null;
  readonly admissionReviewVersions?: readonly string[] | null;
  readonly reinvocationPolicy?: string | null;
  readonly matchConditions?: readonly Condition[] | null;
}

export interface Rule {
  readonly operations?: readonly string[] | null;
  readonly apiGroups?: readonly string[] | null;
  readonly apiVersions?: readonly string[] | null;
  readonly resources?: readonly string[] | null;
  readonly scope?: string | null;
}

/** metav1.LabelSelector. */
export interface Selector {
  readonly matchLabels?: ReadonlyMap<string, string> | null;
  readonly matchExpressions?:
    readonly { readonly key?: string; readonly operator?: string; readonly values?: readonly string[] | null }[] | null;
}

export interface Condition {
  readonly name?: string;
  readonly expression?: string;
}

const PACKAGE = "k8s.io/api/admissionregistration/v1";

const struct = (name: string, fields: Readonly<Record<string, GoType>>): GoType =>
  structType(`${PACKAGE}.${name}`, `v1.${name}`, fields);

const META = "k8s.io/apimachinery/pkg/apis/meta/v1";
const named = (name: string): GoType => ({ kind: "string", name: `v1.${name}`, path: `${PACKAGE}.${name}` });
const OBJECT_META = typesOf(NEWEST).get(`${META}.ObjectMeta`);
const SELECTOR = ptrTo(typesOf(NEWEST).get(`${META}.LabelSelector`));

const RULE = struct("RuleWithOperations", {
  operations: sliceOf(named("OperationType")),
  apiGroups: STRING_SLICE,
  apiVersions: STRING_SLICE,
  resources: STRING_SLICE,
  scope: ptrTo(named("ScopeType")),
});

const SERVICE = struct("ServiceReference", {
  namespace: STRING,
  name: STRING,
  path: ptrTo(STRING),
  port: ptrTo(INT32),
});

const CLIENT_CONFIG = struct("WebhookClientConfig", {
  url: ptrTo(STRING),
  service: ptrTo(SERVICE),
  caBundle: sliceOf(UINT8),
});

const WEBHOOK = struct("MutatingWebhook", {
  name: STRING,
  clientConfig: CLIENT_CONFIG,
  rules: sliceOf(RULE),
  failurePolicy: ptrTo(named("FailurePolicyType")),
  matchPolicy: ptrTo(named("MatchPolicyType")),
  namespaceSelector: SELECTOR,
  objectSelector: SELECTOR,
  sideEffects: ptrTo(named("SideEffectClass")),
  timeoutSeconds: ptrTo(INT32),
  admissionReviewVersions: STRING_SLICE,
  reinvocationPolicy: ptrTo(named("ReinvocationPolicyType")),
  matchConditions: sliceOf(struct("MatchCondition", { name: STRING, expression: STRING })),
});

/** The Go type of a MutatingWebhookConfiguration; a ValidatingWebhookConfiguration has all that is read of it, too. */
export const CONFIGURATION = struct("MutatingWebhookConfiguration", {
  kind: STRING,
  apiVersion: STRING,
  metadata: OBJECT_META,
  webhooks: sliceOf(WEBHOOK),
});

/** Any object as far as its metadata goes: what selectors look at. */
export const ANY_OBJECT = struct("Object", { metadata: OBJECT_META });

/** The Go type of a Pod. */
export const POD = typesOf(NEWEST).get("k8s.io/api/core/v1.Pod");
