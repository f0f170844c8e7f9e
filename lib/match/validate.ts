import { dns1035Errors, labelKeyErrors, labelValueErrors, subdomainErrors } from "./names";
import { sortStrings } from "../go/strings";
import { trimSpace } from "../functions/strings";
import { clientErrors } from "./validate-client";
import { duplicate, forbidden, invalid, required, tooMany, unsupported } from "./field-errors";
import type { Condition, Metadata, Rule, Selector, Webhook, WebhookConfiguration } from "./types";

/** Says what is wrong with a matchCondition's expression; undefined for one that compiles. */
export type CompileError = (expression: string) => string | undefined;

/**
 * Why the API server would not create a configuration (with its defaults), in its words; none where it would. Mirrors
 * ValidateMutatingWebhookConfiguration of k8s.io/kubernetes/pkg/apis/admissionregistration/validation (1.35).
 */
export function configurationErrors(configuration: WebhookConfiguration, compileError: CompileError): string[] {
  const errors = metadataErrors(configuration.metadata ?? {});
  const names = new Set<string>();
  for (const [index, webhook] of (configuration.webhooks ?? []).entries()) {
    const at = `webhooks[${index}]`;
    errors.push(...webhookErrors(webhook, at, compileError));
    errors.push(...reviewVersionErrors(webhook.admissionReviewVersions ?? [], `${at}.admissionReviewVersions`));
    if (!webhook.name) continue;
    if (names.has(webhook.name)) errors.push(duplicate(`${at}.name`, webhook.name));
    names.add(webhook.name);
  }
  return errors;
}

/** Mirrors ValidateObjectMeta, of what people write themselves. */
function metadataErrors({ name = "", generateName = "", namespace = "", labels, annotations }: Metadata): string[] {
  const errors: string[] = [];
  if (generateName !== "") {
    const prefix =
      generateName.length > 1 && generateName.endsWith("-") ? `${generateName.slice(0, -1)}a` : generateName;
    for (const error of subdomainErrors(prefix)) errors.push(invalid("metadata.generateName", generateName, error));
  }
  if (name === "") errors.push(required("metadata.name", "name or generateName is required"));
  else for (const error of subdomainErrors(name)) errors.push(invalid("metadata.name", name, error));
  if (namespace !== "") errors.push(forbidden("metadata.namespace", "not allowed on this type"));
  errors.push(...labelsErrors(labels, "metadata.labels"));
  for (const key of sortStrings(annotations?.keys() ?? [])) {
    for (const error of labelKeyErrors(key.toLowerCase())) errors.push(invalid("metadata.annotations", key, error));
  }
  return errors;
}

/** Mirrors ValidateLabels; Go goes through them in random order. */
function labelsErrors(labels: ReadonlyMap<string, string> | null | undefined, at: string): string[] {
  return sortStrings(labels?.keys() ?? []).flatMap((key) => {
    const value = labels!.get(key)!;
    return [
      ...labelKeyErrors(key).map((error) => invalid(at, key, error)),
      ...labelValueErrors(value).map((error) => invalid(at, value, error)),
    ];
  });
}

const OPERATIONS = ["*", "CONNECT", "CREATE", "DELETE", "UPDATE"];
const SCOPES = ["*", "Cluster", "Namespaced"];
const REVIEW_VERSIONS = ["v1", "v1beta1"];
const SIDE_EFFECTS = ["None", "NoneOnDryRun"];

function webhookErrors(webhook: Webhook, at: string, compileError: CompileError): string[] {
  const errors = webhookNameErrors(webhook.name ?? "", `${at}.name`);
  const known = (field: keyof Webhook, supported: readonly string[]) => {
    const value = webhook[field] as string | null | undefined;
    if (value !== undefined && value !== null && !supported.includes(value))
      errors.push(unsupported(`${at}.${field}`, value, supported));
  };
  for (const [index, rule] of (webhook.rules ?? []).entries())
    errors.push(...ruleErrors(rule, `${at}.rules[${index}]`));
  known("failurePolicy", ["Fail", "Ignore"]);
  known("matchPolicy", ["Equivalent", "Exact"]);
  if (webhook.sideEffects === undefined || webhook.sideEffects === null)
    errors.push(required(`${at}.sideEffects`, `must specify one of ${SIDE_EFFECTS.join(", ")}`));
  known("sideEffects", SIDE_EFFECTS);
  const { timeoutSeconds: timeout } = webhook;
  if (timeout !== undefined && timeout !== null && (timeout > 30 || timeout < 1))
    errors.push(invalid(`${at}.timeoutSeconds`, timeout, "the timeout value must be between 1 and 30 seconds"));
  errors.push(...selectorErrors(webhook.namespaceSelector, `${at}.namespaceSelector`));
  errors.push(...selectorErrors(webhook.objectSelector, `${at}.objectSelector`));
  known("reinvocationPolicy", ["IfNeeded", "Never"]);
  errors.push(...clientErrors(webhook.clientConfig ?? {}, `${at}.clientConfig`));
  errors.push(...conditionsErrors(webhook.matchConditions ?? [], `${at}.matchConditions`, compileError));
  return errors;
}

/** Mirrors IsFullyQualifiedName. */
function webhookNameErrors(name: string, at: string): string[] {
  if (name === "") return [required(at)];
  const errors = subdomainErrors(name);
  if (errors.length > 0) return [invalid(at, name, errors.join(","))];
  if (name.split(".").length >= 3) return [];
  return [invalid(at, name, "should be a domain with at least three segments separated by dots")];
}

function ruleErrors(rule: Rule, at: string): string[] {
  const operations = rule.operations ?? [];
  const groups = rule.apiGroups ?? [];
  const versions = rule.apiVersions ?? [];
  const errors: string[] = [];
  const notBeside = (field: string, items: readonly string[], what: string) => {
    if (items.length > 1 && items.includes("*"))
      errors.push(invalid(`${at}.${field}`, [...items], `if '*' is present, must not specify other ${what}`));
  };
  if (operations.length === 0) errors.push(required(`${at}.operations`));
  notBeside("operations", operations, "operations");
  for (const [index, operation] of operations.entries())
    if (!OPERATIONS.includes(operation)) errors.push(unsupported(`${at}.operations[${index}]`, operation, OPERATIONS));
  if (groups.length === 0) errors.push(required(`${at}.apiGroups`));
  notBeside("apiGroups", groups, "API groups");
  if (versions.length === 0) errors.push(required(`${at}.apiVersions`));
  notBeside("apiVersions", versions, "API versions");
  for (const [index, version] of versions.entries())
    if (version === "") errors.push(required(`${at}.apiVersions[${index}]`));
  errors.push(...resourcesErrors(rule.resources ?? [], `${at}.resources`));
  const { scope } = rule;
  if (scope !== undefined && scope !== null && !SCOPES.includes(scope))
    errors.push(unsupported(`${at}.scope`, scope, SCOPES));
  return errors;
}

/** Mirrors validateResources. */
function resourcesErrors(resources: readonly string[], at: string): string[] {
  const errors: string[] = [];
  if (resources.length === 0) errors.push(required(at));
  const allOf = new Set<string>();
  const everywhere = new Set<string>();
  // As in the original, a later `*` forgets an earlier plain resource.
  let plain = false;
  for (const [index, resource] of resources.entries()) {
    if (resource === "") {
      errors.push(required(`${at}[${index}]`));
      continue;
    }
    const slash = resource.indexOf("/");
    if (slash < 0) {
      plain = resource !== "*";
      continue;
    }
    const [name, sub] = [resource.slice(0, slash), resource.slice(slash + 1)];
    const beside = (pattern: string) =>
      errors.push(invalid(`${at}[${index}]`, resource, `if '${pattern}' is present, must not specify ${resource}`));
    if (allOf.has(name)) beside(`${name}/*`);
    if (everywhere.has(sub)) beside(`*/${sub}`);
    if (sub === "*") allOf.add(name);
    if (name === "*") everywhere.add(sub);
  }
  if (resources.length > 1 && resources.includes("*/*"))
    errors.push(invalid(at, [...resources], "if '*/*' is present, must not specify other resources"));
  if (resources.includes("*") && plain) {
    const rule = "if '*' is present, must not specify other resources without subresources";
    errors.push(invalid(at, [...resources], rule));
  }
  return errors;
}

/** Mirrors metav1validation.ValidateLabelSelector. */
function selectorErrors(selector: Selector | null | undefined, at: string): string[] {
  if (!selector) return [];
  const errors = labelsErrors(selector.matchLabels, `${at}.matchLabels`);
  for (const [index, { key = "", operator = "", values }] of (selector.matchExpressions ?? []).entries()) {
    const expression = `${at}.matchExpressions[${index}]`;
    const count = values?.length ?? 0;
    if (operator === "In" || operator === "NotIn") {
      if (count === 0)
        errors.push(required(`${expression}.values`, "must be specified when `operator` is 'In' or 'NotIn'"));
    } else if (operator === "Exists" || operator === "DoesNotExist") {
      const rule = "may not be specified when `operator` is 'Exists' or 'DoesNotExist'";
      if (count > 0) errors.push(forbidden(`${expression}.values`, rule));
    } else errors.push(invalid(`${expression}.operator`, operator, "not a valid selector operator"));
    for (const error of labelKeyErrors(key)) errors.push(invalid(`${expression}.key`, key, error));
    for (const [at, value] of (values ?? []).entries())
      for (const error of labelValueErrors(value)) errors.push(invalid(`${expression}.values[${at}]`, value, error));
  }
  return errors;
}

function conditionsErrors(conditions: readonly Condition[], at: string, compileError: CompileError): string[] {
  const errors: string[] = [];
  if (conditions.length > 64) errors.push(tooMany(at, conditions.length, 64));
  const names = new Set<string>();
  for (const [index, { name = "", expression = "" }] of conditions.entries()) {
    const trimmed = trimSpace(expression);
    const failure = trimmed === "" ? undefined : compileError(trimmed);
    if (trimmed === "") errors.push(required(`${at}[${index}].expression`));
    else if (failure !== undefined) errors.push(invalid(`${at}[${index}].expression`, trimmed, failure));
    if (name === "") errors.push(required(`${at}[${index}].name`));
    else for (const error of labelKeyErrors(name)) errors.push(invalid(`${at}[${index}].name`, name, error));
    if (name === "") continue;
    if (names.has(name)) errors.push(duplicate(`${at}[${index}].name`, name));
    names.add(name);
  }
  return errors;
}

/** Mirrors validateAdmissionReviewVersions. */
function reviewVersionErrors(versions: readonly string[], at: string): string[] {
  if (versions.length === 0) return [required(at, `must specify one of ${REVIEW_VERSIONS.join(", ")}`)];
  const errors: string[] = [];
  const seen = new Set<string>();
  for (const [index, version] of versions.entries()) {
    if (seen.has(version)) errors.push(invalid(`${at}[${index}]`, version, "duplicate version"));
    else for (const error of dns1035Errors(version)) errors.push(invalid(`${at}[${index}]`, version, error));
    seen.add(version);
  }
  if (!versions.some((version) => REVIEW_VERSIONS.includes(version)))
    errors.push(invalid(at, [...versions], `must include at least one of ${REVIEW_VERSIONS.join(", ")}`));
  return errors;
}
