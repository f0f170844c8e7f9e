/** A metav1.LabelSelector as a node. */
export interface LabelSelector {
  readonly matchLabels?: ReadonlyMap<string, string> | null;
  readonly matchExpressions?: readonly LabelSelectorRequirement[] | null;
}

interface LabelSelectorRequirement {
  readonly key?: string;
  readonly operator?: string;
  readonly values?: readonly string[] | null;
}

/** What became of a selector: `invalid` ones are only logged by the injector, `empty` ones select everything. */
export type SelectorResult = "matches" | "differs" | "empty" | "invalid";

/**
 * Whether a selector matches labels. Mirrors metav1.LabelSelectorAsSelector with labels.NewRequirement's validation, then
 * Selector.Empty and Selector.Matches of k8s.io/apimachinery.
 */
export function selectorResult(
  selector: LabelSelector,
  labels: ReadonlyMap<string, string> | null | undefined,
): SelectorResult {
  const requirements: Required<LabelSelectorRequirement>[] = [];
  for (const [key, value] of selector.matchLabels ?? []) requirements.push({ key, operator: "In", values: [value] });
  for (const { key = "", operator = "", values } of selector.matchExpressions ?? []) {
    requirements.push({ key, operator, values: values ?? [] });
  }
  if (!requirements.every(isValid)) return "invalid";
  if (requirements.length === 0) return "empty";
  return requirements.every((requirement) => holds(requirement, labels?.get(requirement.key))) ? "matches" : "differs";
}

function isValid({ key, operator, values }: Required<LabelSelectorRequirement>): boolean {
  const withValues = operator === "In" || operator === "NotIn";
  if (!withValues && operator !== "Exists" && operator !== "DoesNotExist") return false;
  return isLabelKey(key) && values!.length > 0 === withValues && values!.every(isLabelValue);
}

function holds({ operator, values }: Required<LabelSelectorRequirement>, label: string | undefined): boolean {
  switch (operator) {
    case "In":
      return label !== undefined && values!.includes(label);
    case "NotIn":
      return label === undefined || !values!.includes(label);
    case "Exists":
      return label !== undefined;
    default:
      return label === undefined;
  }
}

const NAME = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

/** Mirrors IsQualifiedName of k8s.io/apimachinery/pkg/util/validation. */
function isLabelKey(key: string): boolean {
  const parts = key.split("/");
  const name = parts.pop()!;
  if (parts.length > 1 || name.length > 63 || !NAME.test(name)) return false;
  return parts.length === 0 || (parts[0]!.length <= 253 && SUBDOMAIN.test(parts[0]!));
}

/** Mirrors IsValidLabelValue of k8s.io/apimachinery/pkg/util/validation. */
function isLabelValue(value: string): boolean {
  return value === "" || (value.length <= 63 && NAME.test(value));
}
