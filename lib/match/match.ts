import { toldError } from "../source/errors";
import type { Json, JsonMap } from "../go/json-value";
import { compareStrings } from "../go/strings";
import { quote } from "../go/quote";
import { decode } from "../k8s/decode";
import type { AdmissionRequest, MatchResult, Predicate, Reason, WebhookVerdict } from "./api";
import { conditionError, conditionsResult, type ConditionInput, type ConditionObject } from "./conditions";
import { withDefaults } from "./defaults";
import { equivalents, ruleResult, type RequestedResource } from "./rules";
import { holds, labelTest, parseSelector, type Requirement } from "./selector";
import { strictError } from "./strict";
import {
  ANY_OBJECT,
  CONFIGURATION,
  POD,
  type Metadata,
  type Selector,
  type Webhook,
  type WebhookConfiguration,
} from "./types";
import { configurationErrors } from "./validate";

/**
 * Which mutating webhooks the API server (Kubernetes 1.35) calls for a request, and what says no to each of the others; webhooks are all
 * judged against the object as it was submitted. Mirrors ShouldCallHook of k8s.io/apiserver/pkg/admission/plugin/webhook/generic with its
 * predicates, the defaults and the validation of admissionregistration/v1. Never throws for what was pasted. O(size of the configurations).
 *
 * How to use it: `matchWebhooks({configurations, namespace, object, operation: "CREATE"})` with objects as JSON (Maps), the pod as its
 * controller submits it. `explainInjection` (explain.ts) then says which of the injector's webhooks was called, what kept the others from
 * it, and the one label that would change that; places are JSON pointers into the configuration of that index.
 */
export function matchWebhooks(request: AdmissionRequest): MatchResult {
  let read: ReadRequest;
  try {
    read = readRequest(request);
  } catch (failure) {
    if (failure instanceof Unreadable) return { webhooks: [], error: failure.message };
    throw failure;
  }
  const invalid: Record<string, readonly string[]> = {};
  const strict: Record<string, string> = {};
  for (const { node, errors, unknown } of read.configurations) {
    const name = node.metadata?.name ?? "";
    if (errors.length > 0) invalid[name] = errors;
    if (unknown !== undefined) strict[name] = unknown;
  }
  const exempt = isExempt(request.object);
  const webhooks = exempt
    ? []
    : read.configurations.flatMap((configuration) =>
        (configuration.node.webhooks ?? []).map((webhook, index) => verdict(webhook, index, configuration, read)),
      );
  const ending = webhooks.find(({ error }) => error !== undefined);
  return {
    webhooks,
    ...(Object.keys(invalid).length > 0 ? { invalid } : {}),
    ...(Object.keys(strict).length > 0 ? { strict } : {}),
    ...(ending ? { endsAt: `${ending.configuration}/${ending.webhook}` } : {}),
    ...(exempt ? { exempt } : {}),
  };
}

class Unreadable extends Error {}

interface Checked {
  readonly node: WebhookConfiguration;
  readonly errors: readonly string[];
  readonly unknown?: string;
}

interface ReadConfiguration extends Checked {
  /** Its index in the request. */
  readonly index: number;
}

interface ReadRequest extends ConditionInput {
  readonly configurations: readonly ReadConfiguration[];
  /** `none`: the request has no namespace. */
  readonly namespaceLabels: ReadonlyMap<string, string> | "none" | { readonly error: string };
  /** Of the object and of the old one; undefined where there is none, or none with metadata. */
  readonly objectLabels: readonly (ReadonlyMap<string, string> | undefined)[];
}

type Labels = ReadonlyMap<string, string>;
const NO_LABELS: Labels = new Map();
const NAME_LABEL = "kubernetes.io/metadata.name";

function readRequest(request: AdmissionRequest): ReadRequest {
  const { operation, group = "", version = "v1", resource = "pods", subresource = "" } = request;
  const configurations = readConfigurations(request);
  const object = readObject("object", request.object);
  const old = readObject("oldObject", request.oldObject ?? null);
  const namespace = readObject("namespace", request.namespace);
  const namespaceName = request.namespaceName ?? namespace?.metadata?.name ?? "";
  const isNamespace = group === "" && version === "v1" && resource === "namespaces";
  const requested = { operation, group, version, resource, subresource, namespace: namespaceName };
  return {
    name: object?.metadata?.name ?? old?.metadata?.name ?? "",
    configurations,
    resource: requested,
    object: conditionObject(request.object, object),
    oldObject: conditionObject(request.oldObject ?? null, old),
    namespaceLabels: namespaceLabels(requested, namespace?.metadata, object?.metadata, isNamespace),
    objectLabels: [object, old].map((read) => read && labelsOf(read.metadata, isNamespace)),
  };
}

function readConfigurations({ configurations, noDefaults }: AdmissionRequest): ReadConfiguration[] {
  const byName = new Map<string, ReadConfiguration>();
  for (const [index, json] of configurations.entries()) {
    if (!(json instanceof Map) || json.get("kind") !== "MutatingWebhookConfiguration") continue;
    const read = noDefaults ? check(json, (node) => node) : checked(json);
    byName.set(read.node.metadata?.name ?? "", { ...read, index });
  }
  return [...byName].sort(([a], [b]) => compareStrings(a, b)).map(([, configuration]) => configuration);
}

/** Many requests are matched against the same configurations. */
const known = new WeakMap<JsonMap, Checked>();

function checked(json: JsonMap): Checked {
  let found = known.get(json);
  if (!found) known.set(json, (found = check(json, withDefaults)));
  return found;
}

function check(json: JsonMap, defaults: typeof withDefaults): Checked {
  const node = defaults(reading("webhooks", () => decode(CONFIGURATION, json) as WebhookConfiguration));
  return { node, errors: configurationErrors(node, conditionError), unknown: strictError(CONFIGURATION, json) };
}

/** Objects without metadata of their own: no selector matches them. */
const WITHOUT_METADATA = /Options$/;

function readObject(what: string, json: Json): { readonly metadata?: Metadata } | undefined {
  if (!(json instanceof Map)) return undefined;
  const kind = json.get("kind");
  if (typeof kind === "string" && WITHOUT_METADATA.test(kind)) return undefined;
  return reading(what, () => decode(kind === "Pod" ? POD : ANY_OBJECT, json) as { metadata?: Metadata });
}

function conditionObject(json: Json, read: { readonly metadata?: Metadata } | undefined): ConditionObject | undefined {
  if (!(json instanceof Map)) return undefined;
  return json.get("kind") === "Pod" && read ? { json, pod: read } : { json };
}

function reading<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (failure) {
    throw new Unreadable(`${what}: ${toldError(failure).message}`);
  }
}

/** A Namespace carries its name as a label, whatever was written there. */
function labelsOf(metadata: Metadata | undefined, isNamespace: boolean): Labels {
  const labels = metadata?.labels ?? NO_LABELS;
  return isNamespace && metadata?.name ? new Map([...labels, [NAME_LABEL, metadata.name]]) : labels;
}

/** Mirrors GetNamespaceLabels of predicates/namespace. */
function namespaceLabels(
  { operation, resource, subresource, namespace: name }: RequestedResource,
  namespace: Metadata | undefined,
  object: Metadata | undefined,
  isNamespace: boolean,
): ReadRequest["namespaceLabels"] {
  if (name === "" && resource !== "namespaces") return "none";
  if (resource === "namespaces" && subresource === "" && (operation === "CREATE" || operation === "UPDATE"))
    return labelsOf(object, isNamespace);
  if (namespace?.name !== name) return { error: `namespaces ${quote(name)} not found` };
  return labelsOf(namespace, true);
}

/** Mirrors IsExemptAdmissionConfigurationResource. */
function isExempt(object: Json): boolean {
  if (!(object instanceof Map)) return false;
  const apiVersion = object.get("apiVersion");
  if (typeof apiVersion !== "string" || !apiVersion.startsWith("admissionregistration.k8s.io/")) return false;
  return /^(?:Validating|Mutating)(?:WebhookConfiguration|AdmissionPolicy(?:Binding)?)$/.test(
    String(object.get("kind")),
  );
}

/** What one predicate says: yes, no, or that it cannot be asked. */
interface Answer {
  readonly matches: boolean;
  readonly because: readonly Reason[];
  readonly error?: string;
}

const YES: Answer = { matches: true, because: [] };

function verdict(webhook: Webhook, index: number, configuration: ReadConfiguration, read: ReadRequest): WebhookVerdict {
  const at = `/webhooks/${index}`;
  const rules = askRules(webhook, at, configuration.index, read.resource);
  const selectors = {
    namespaceSelector: askNamespace(webhook.namespaceSelector, `${at}/namespaceSelector`, configuration.index, read),
    objectSelector: askObject(webhook.objectSelector, `${at}/objectSelector`, configuration.index, read),
  };
  const answers: Partial<Record<Predicate, Answer>> = { [rules.predicate]: rules.answer, ...selectors };
  const reached = rules.answer.matches && Object.values(selectors).every(({ matches }) => matches);
  // Conditions are asked of what nothing else keeps from being called.
  if (reached) answers.matchConditions = conditionsResult(webhook, `${at}/matchConditions`, configuration.index, read);
  const all = Object.entries(answers) as [Predicate, Answer][];
  const failed = all
    .filter(([, { matches, error }]) => !matches && error === undefined)
    .map(([predicate]) => predicate);
  const errors = all.flatMap(([predicate, { error }]) => (error === undefined ? [] : [[predicate, error] as const]));
  const error = failed.length === 0 ? errors[0] : undefined;
  const called = all.every(([, { matches }]) => matches);
  return {
    configuration: configuration.node.metadata?.name ?? "",
    webhook: webhook.name ?? "",
    at: { configuration: configuration.index, webhook: index },
    called,
    failed,
    because: all.flatMap(([, { matches, because }]) => (matches === called ? because : [])),
    ...(error ? { error: requestError(error[0], error[1], read) } : {}),
    ...(errors.length > 0 ? { predicateErrors: Object.fromEntries(errors) } : {}),
    reinvoked: webhook.reinvocationPolicy === "IfNeeded",
  };
}

/** A condition that cannot be asked forbids the request. Mirrors apierrors.NewForbidden. */
function requestError(predicate: Predicate, error: string, { resource, name }: ReadRequest): string {
  if (predicate !== "matchConditions") return error;
  const about = resource.group === "" ? resource.resource : `${resource.resource}.${resource.group}`;
  return `${about}${name === "" ? "" : ` ${quote(name)}`} is forbidden: ${error}`;
}

function askRules(
  { rules, matchPolicy }: Webhook,
  at: string,
  configuration: number,
  request: RequestedResource,
): { predicate: "rules" | "scope"; answer: Answer } {
  const asked = matchPolicy === "Equivalent" ? [request, ...equivalents(request)] : [request];
  const results = (rules ?? []).map((rule) => asked.map((resource) => ruleResult(rule, resource)));
  if (results.some((result) => result.includes("matches"))) return { predicate: "rules", answer: YES };
  const byScope = results.some((result) => result.includes("scope"));
  const predicate = byScope ? "scope" : "rules";
  const told = results.flatMap((result, index) => (!byScope || result.includes("scope") ? [index] : []));
  const pointers = told.map((index) => `${at}/rules/${index}${byScope ? "/scope" : ""}`);
  if (pointers.length === 0) pointers.push(`${at}/rules`);
  const because = pointers.map((pointer) => ({ predicate, configuration, pointer }) as const);
  return { predicate, answer: { matches: false, because } };
}

function askNamespace(
  selector: Selector | null | undefined,
  at: string,
  configuration: number,
  { namespaceLabels }: ReadRequest,
): Answer {
  if (namespaceLabels === "none") return YES;
  const labels = "error" in namespaceLabels ? namespaceLabels : [namespaceLabels];
  return askSelector("namespaceSelector", selector, at, configuration, labels as readonly Labels[] | { error: string });
}

function askObject(
  selector: Selector | null | undefined,
  at: string,
  configuration: number,
  { objectLabels }: ReadRequest,
): Answer {
  return askSelector(
    "objectSelector",
    selector,
    at,
    configuration,
    objectLabels.filter((labels) => labels !== undefined),
  );
}

/** A selector matches where it matches one of the sets of labels; an empty one always does. */
function askSelector(
  predicate: "namespaceSelector" | "objectSelector",
  selector: Selector | null | undefined,
  at: string,
  configuration: number,
  labels: readonly Labels[] | { readonly error: string },
): Answer {
  const parsed = parseSelector(selector);
  const reason = (pointer: string) => ({ predicate, configuration, pointer: at + pointer }) as const;
  if ("error" in parsed) {
    const error = `Internal error occurred: ${parsed.error}`;
    return { matches: false, error, because: [{ ...reason(parsed.pointer), error }] };
  }
  const { requirements, nothing } = parsed;
  if (!nothing && requirements.length === 0) return YES;
  if ("error" in labels)
    return { matches: false, error: labels.error, because: [{ ...reason(""), error: labels.error }] };
  const of = predicate === "namespaceSelector" ? "namespace" : "object";
  const tests = (asked: readonly Requirement[], set: Labels) =>
    asked.map((requirement) => ({ ...reason(requirement.pointer), label: labelTest(of, requirement, set) }));
  const matching = labels.find((set) => requirements.every((requirement) => holds(requirement, set)));
  if (!nothing && matching) return { matches: true, because: tests(requirements, matching) };
  const [first = NO_LABELS] = labels;
  const unmet = requirements.filter((requirement) => labels.length === 0 || !holds(requirement, first));
  return { matches: false, because: unmet.length > 0 ? tests(unmet, first) : [reason("")] };
}
