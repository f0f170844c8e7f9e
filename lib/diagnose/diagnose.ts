import { inject as injectAll } from "../inject/answer";
import type { Finding, Include, InjectRequest, InjectResult } from "../inject/api";
import { analyzerFindings } from "./analyzer";
import { exported } from "./export/export";
import { live } from "./live/live";
import { observedFindings } from "./observed/findings";
import { questions } from "./questions";
import { findingsOf } from "./rule";
import { RULES, SHARED_RULES } from "./rules";
import { type Subject, subjectsOf } from "./subject";
import { uninjected } from "./uninjected/uninjected";
import { ordered, type Surroundings, surroundingsOf } from "./surroundings";

/** What is said of the subjects of a result. */
type Telling = (result: InjectResult, subjects: readonly IndexedSubject[], shared: Surroundings) => InjectResult;

interface IndexedSubject {
  readonly index: number;
  readonly subject: Subject;
}

const TELLINGS: Partial<Readonly<Record<Include, Telling>>> = {
  findings: diagnosed,
  export: exported,
  uninjected,
  live,
};

/**
 * Injects, and with `include: ["findings"]` also says what is wrong: of each object, and of what they share, most likely first; with
 * `export` gives each workload as it needs no injector, with `uninjected` says what it would be like without one,
 * with `live` how pods of the cluster differ from what they would be today. Never throws for what was pasted. O(injection + objects × rules); what is not
 * asked for costs nothing.
 */
export function inject(request: InjectRequest): InjectResult {
  const result = injectAll(request);
  const tellings = (request.options?.include ?? []).flatMap((wanted) => TELLINGS[wanted] ?? []);
  if (tellings.length === 0) return result;
  const shared = surroundingsOf(request, result);
  const subjects = subjectsOf(shared);
  return tellings.reduce((told, telling) => telling(told, subjects, shared), result);
}

/** A result with its findings. The stages in their order: the API server's webhooks, istiod's own decision, the pod that comes out. */
function diagnosed(result: InjectResult, subjects: readonly IndexedSubject[], shared: Surroundings): InjectResult {
  const byIndex = new Map<number, readonly Finding[]>();
  for (const { index, subject } of subjects) {
    const found = RULES.flatMap((rule) => findingsOf(rule, rule.check(subject)));
    byIndex.set(index, ordered(found));
  }
  const around = SHARED_RULES.flatMap((rule) => findingsOf(rule, rule.checkShared(shared)));
  const observed = observedFindings(shared.request.observed ?? "");
  return {
    ...result,
    objects: result.objects.map((object, index) =>
      object.makesPods ? { ...object, findings: byIndex.get(index) ?? [] } : object,
    ),
    findings: ordered([...around, ...observed, ...analyzerFindings(shared), ...questions(shared, observed)]),
  };
}
