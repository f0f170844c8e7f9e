import { inject as injectAll } from "../inject/answer";
import type { Finding, InjectRequest, InjectResult } from "../inject/api";
import { analyzerFindings } from "./analyzer";
import { observedFindings } from "./observed/findings";
import { questions } from "./questions";
import { findingsOf } from "./rule";
import { RULES, SHARED_RULES } from "./rules";
import { subjectsOf } from "./subject";
import { ordered, surroundingsOf } from "./surroundings";

/**
 * Injects, and with `include: ["findings"]` also says what is wrong: of each object, and of what they share, most likely first. Never
 * throws for what was pasted. O(injection + objects × rules); without findings nothing is paid for them.
 */
export function inject(request: InjectRequest): InjectResult {
  const result = injectAll(request);
  return request.options?.include?.includes("findings") ? diagnosed(request, result) : result;
}

/** A result with its findings. The stages in their order: the API server's webhooks, istiod's own decision, the pod that comes out. */
function diagnosed(request: InjectRequest, result: InjectResult): InjectResult {
  const shared = surroundingsOf(request, result);
  const subjects = subjectsOf(shared);
  const byIndex = new Map<number, readonly Finding[]>();
  for (const { index, subject } of subjects) {
    const found = RULES.flatMap((rule) => findingsOf(rule, rule.check(subject)));
    byIndex.set(index, ordered(found));
  }
  const around = SHARED_RULES.flatMap((rule) => findingsOf(rule, rule.checkShared(shared)));
  const observed = observedFindings(request.observed ?? "");
  return {
    ...result,
    objects: result.objects.map((object, index) =>
      object.makesPods ? { ...object, findings: byIndex.get(index) ?? [] } : object,
    ),
    findings: ordered([...around, ...observed, ...analyzerFindings(shared), ...questions(shared, observed)]),
  };
}
