import type { Finding, FindingPlace, Fix, Severity } from "../inject/api";
import type { Subject } from "./subject";
import type { Surroundings } from "./surroundings";

/** What a rule saw. */
export interface Seen {
  readonly places: readonly (FindingPlace | undefined)[];
  /** Pointers into the final pod, where the places do not tell which of its values it is about. */
  readonly about?: readonly string[];
  readonly en: string;
  readonly zh: string;
  /** Where it is not the rule's usual one. */
  readonly severity?: Severity;
  readonly likelihood?: number;
  readonly fix?: Fix;
  readonly ask?: string;
}

interface RuleRow {
  readonly code: string;
  /** Its name in words; also that of its file. */
  readonly rule: string;
  readonly severity: Severity;
  readonly likelihood: number;
  readonly references: readonly string[];
}

/** One way in which injection goes wrong, looked for in each object that makes pods. */
export interface Rule extends RuleRow {
  readonly check: (subject: Subject) => Seen | readonly Seen[] | undefined;
}

/** One that concerns what all objects share: configurations, ConfigMaps, namespaces. */
export interface SharedRule extends RuleRow {
  readonly checkShared: (surroundings: Surroundings) => Seen | readonly Seen[] | undefined;
}

/** The findings of a rule. */
export function findingsOf(row: RuleRow, seen: Seen | readonly Seen[] | undefined): Finding[] {
  const all: readonly Seen[] = seen === undefined ? [] : "en" in seen ? [seen] : seen;
  const { code, rule, severity, likelihood, references } = row;
  return all.map(({ places, about, en, zh, fix, ask, ...own }) => ({
    code,
    rule,
    severity: own.severity ?? severity,
    likelihood: own.likelihood ?? likelihood,
    places: places.filter((place) => place !== undefined),
    ...(about ? { about } : {}),
    sentence: { en, zh },
    references,
    ...(fix ? { fix } : {}),
    ...(ask === undefined ? {} : { ask }),
  }));
}
