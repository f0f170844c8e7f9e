import { quote } from "../go/quote";
import { sortStrings } from "../go/strings";
import { escapeToken } from "../patch/json-patch";
import type { LabelTest } from "./api";
import { aggregate, invalid } from "./field-errors";
import { labelKeyErrors, labelValueErrors } from "./names";
import type { Selector } from "./types";

/** A requirement of a selector that can be asked. */
export interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
  /** Where it stands in the selector, as a JSON pointer. */
  readonly pointer: string;
}

/** A selector that can be asked: all of its requirements must hold; `nothing` matches nothing. */
export type ParsedSelector =
  | { readonly requirements: readonly Requirement[]; readonly nothing: boolean }
  | { readonly error: string; readonly pointer: string };

/**
 * Mirrors metav1.LabelSelectorAsSelector and labels.NewRequirement: no selector matches nothing, an empty one everything. Where Go goes
 * through matchLabels in random order, the first key in byte order is the one that is told.
 */
export function parseSelector(selector: Selector | null | undefined): ParsedSelector {
  if (!selector) return { requirements: [], nothing: true };
  const requirements: Requirement[] = [];
  for (const key of sortStrings(selector.matchLabels?.keys() ?? [])) {
    const values = [selector.matchLabels!.get(key)!];
    requirements.push({ key, operator: "In", values, pointer: `/matchLabels/${escapeToken(key)}` });
  }
  for (const [index, { key = "", operator = "", values }] of (selector.matchExpressions ?? []).entries()) {
    requirements.push({ key, operator, values: values ?? [], pointer: `/matchExpressions/${index}` });
  }
  for (const requirement of requirements) {
    const error = requirementError(requirement);
    if (error !== undefined) return { error, pointer: requirement.pointer };
  }
  return { requirements, nothing: false };
}

function requirementError({ key, operator, values }: Requirement): string | undefined {
  if (!["In", "NotIn", "Exists", "DoesNotExist"].includes(operator)) {
    return `${quote(operator)} is not a valid label selector operator`;
  }
  const errors: string[] = [];
  const ofKey = labelKeyErrors(key);
  if (ofKey.length > 0) errors.push(invalid("key", key, ofKey.join("; ")));
  const takesValues = operator === "In" || operator === "NotIn";
  if (takesValues && values.length === 0)
    errors.push(invalid("values", null, "for 'in', 'notin' operators, values set can't be empty"));
  if (!takesValues && values.length > 0)
    errors.push(invalid("values", [...values], "values set must be empty for exists and does not exist"));
  for (const [index, value] of values.entries()) {
    const ofValue = labelValueErrors(value);
    if (ofValue.length > 0) errors.push(invalid(`values[${index}][${key}]`, value, ofValue.join("; ")));
  }
  return errors.length === 0 ? undefined : aggregate(errors);
}

/** Whether a requirement holds for labels. Mirrors Requirement.Matches. */
export function holds({ key, operator, values }: Requirement, labels: ReadonlyMap<string, string>): boolean {
  const found = labels.get(key);
  switch (operator) {
    case "In":
      return found !== undefined && values.includes(found);
    case "NotIn":
      return found === undefined || !values.includes(found);
    case "Exists":
      return found !== undefined;
    default:
      return found === undefined;
  }
}

/** A requirement as it was asked of labels. */
export function labelTest(
  of: LabelTest["of"],
  { key, operator, values }: Requirement,
  labels: ReadonlyMap<string, string>,
): LabelTest {
  const found = labels.get(key);
  return { of, key, operator, values, ...(found === undefined ? {} : { found }) };
}
