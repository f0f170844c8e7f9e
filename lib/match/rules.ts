import type { Rule } from "./types";

/** The resource that a request is about, as rules see it. */
export interface RequestedResource {
  readonly operation: string;
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly subresource: string;
  /** "" for what has no namespace. */
  readonly namespace: string;
}

/**
 * Whether a rule is about a request: yes, not for its scope alone, or not at all. Mirrors
 * k8s.io/apiserver/pkg/admission/plugin/webhook/predicates/rules.
 */
export function ruleResult(rule: Rule, request: RequestedResource): "matches" | "scope" | "differs" {
  const about =
    anyOrExactly(rule.operations, request.operation) &&
    anyOrExactly(rule.apiGroups, request.group) &&
    anyOrExactly(rule.apiVersions, request.version) &&
    (rule.resources ?? []).some((resource) => isResource(resource, request));
  if (!about) return "differs";
  return inScope(rule.scope, request) ? "matches" : "scope";
}

function anyOrExactly(items: readonly string[] | null | undefined, wanted: string): boolean {
  return (items ?? []).some((item) => item === "*" || item === wanted);
}

function isResource(pattern: string, { resource, subresource }: RequestedResource): boolean {
  const slash = pattern.indexOf("/");
  const [name, sub] = slash < 0 ? [pattern, ""] : [pattern.slice(0, slash), pattern.slice(slash + 1)];
  return (name === "*" || name === resource) && (sub === "*" || sub === subresource);
}

function inScope(scope: string | null | undefined, request: RequestedResource): boolean {
  if (scope === undefined || scope === null || scope === "*") return true;
  const isNamespace = request.group === "" && request.version === "v1" && request.resource === "namespaces";
  if (scope === "Namespaced") return !isNamespace && request.namespace !== "";
  if (scope === "Cluster") return isNamespace || request.namespace === "";
  return false;
}

/** Resources that the API server serves from one storage in several groups or versions (Kubernetes 1.35, stable versions). */
const EQUIVALENTS: readonly (readonly (readonly [group: string, version: string])[])[] = [
  [
    ["autoscaling", "v1"],
    ["autoscaling", "v2"],
  ],
  [
    ["", "v1"],
    ["events.k8s.io", "v1"],
  ],
];
const EQUIVALENT_RESOURCES = ["horizontalpodautoscalers", "events"];

/** The same resource in its other groups and versions, for matchPolicy Equivalent. */
export function equivalents(request: RequestedResource): RequestedResource[] {
  const served = EQUIVALENTS[EQUIVALENT_RESOURCES.indexOf(request.resource)] ?? [];
  const same = ([group, version]: readonly [string, string]) => group === request.group && version === request.version;
  if (!served.some(same)) return [];
  return served.filter((gv) => !same(gv)).map(([group, version]) => ({ ...request, group, version }));
}
