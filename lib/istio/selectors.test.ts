import { expect, test } from "vitest";
import { type LabelSelector, selectorResult } from "./selectors";

const labels = new Map([["app", "web"]]);
const expression = (operator: string, key = "app", values?: string[]): LabelSelector => ({
  matchExpressions: [{ key, operator, values }],
});

test.each<[LabelSelector, string]>([
  [{}, "empty"],
  [{ matchLabels: new Map([["app", "web"]]) }, "matches"],
  [{ matchLabels: new Map([["app", ""]]) }, "differs"],
  [expression("In", "app", ["a", "web"]), "matches"],
  [expression("NotIn", "app", ["web"]), "differs"],
  [expression("NotIn", "tier", ["web"]), "matches"],
  [expression("Exists"), "matches"],
  [expression("DoesNotExist", "x.io/tier"), "matches"],
  [expression("In", "app", []), "invalid"],
  [expression("Exists", "app", ["x"]), "invalid"],
  [expression("in", "app", ["web"]), "invalid"],
  [expression("Exists", "a/b/c"), "invalid"],
  [expression("Exists", "UPPER/b"), "invalid"],
  [expression("In", "app", ["not valid"]), "invalid"],
  [{ matchLabels: new Map([["app", "x".repeat(64)]]) }, "invalid"],
])("%j: %s", (selector, result) => expect(selectorResult(selector, labels)).toBe(result));
