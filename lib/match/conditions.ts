import type { Predicate, Reason } from "./api";
import type { Webhook } from "./types";

/** Whether all matchConditions of a webhook hold. They are not evaluated yet: whatever has some cannot be judged. */
export function conditionsResult(
  { matchConditions }: Webhook,
  at: string,
  configuration: number,
): { readonly matches: boolean; readonly because: readonly Reason[]; readonly error?: string } {
  if (!matchConditions || matchConditions.length === 0) return { matches: true, because: [] };
  const predicate: Predicate = "matchConditions";
  const error = "matchConditions are not evaluated";
  return { matches: false, error, because: [{ predicate, configuration, pointer: at, error }] };
}
