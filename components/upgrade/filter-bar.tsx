import type { Outcome } from "../../lib/compare/api";
import { fleetCounts, passes, type FleetFilter } from "../../lib/compare/fleet-report";
import type { FleetEntry } from "../../lib/compare/fleet";
import type { ChangeTopic } from "../../lib/view/changes";
import { useStrings } from "../language";
import { useUpgradeTexts } from "./texts";

interface FilterBarProps {
  readonly entries: readonly FleetEntry[];
  readonly filter: FleetFilter;
  onFilter(filter: FleetFilter): void;
  /** Undefined while there is nothing to save. */
  readonly onCsv: (() => void) | undefined;
  readonly onMarkdown: (() => void) | undefined;
}

const OUTCOMES: readonly Outcome[] = [
  "starts-to-fail",
  "fails",
  "only-a",
  "only-b",
  "changed",
  "stops-failing",
  "same",
];
const CHOSEN = "border-accent bg-accent-soft text-accent";
const ALL = "*";

/** Which workloads are looked at, with how many there are of each kind, and how to take them along. */
export function FilterBar({ entries, filter, onFilter, onCsv, onMarkdown }: FilterBarProps) {
  const t = useUpgradeTexts();
  const { topics: topicNames } = useStrings();
  // Each choice counts what the other two let pass.
  const outcomes = fleetCounts(entries.filter((entry) => passes(entry, { ...filter, outcome: undefined })));
  const namespaces = counted(
    entries.filter((entry) => passes(entry, { ...filter, namespace: undefined })),
    ({ namespace }) => [namespace],
  );
  const topics = counted(
    entries.filter((entry) => passes(entry, { ...filter, topic: undefined })),
    ({ changes }) => new Set(changes.map(({ topic }) => topic)),
  );
  const all = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
  const chip = (outcome: Outcome | undefined, name: string, count: number) => (
    <button
      key={name}
      type="button"
      aria-pressed={filter.outcome === outcome}
      onClick={() => onFilter({ ...filter, outcome })}
      className={`h-7 rounded border px-2 whitespace-nowrap ${filter.outcome === outcome ? CHOSEN : "border-line text-muted hover:bg-raised hover:text-text"}`}
    >
      {name} <span className="font-mono text-[11.5px]">{count.toLocaleString("en")}</span>
    </button>
  );
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-1.5 border-b border-line bg-panel px-3 py-1">
      <span role="group" aria-label={t.outcomeFilter} className="flex flex-wrap gap-1">
        {chip(undefined, t.allOutcomes, all)}
        {OUTCOMES.filter((outcome) => outcomes.has(outcome) || filter.outcome === outcome).map((outcome) =>
          chip(outcome, t.outcomes[outcome], outcomes.get(outcome) ?? 0),
        )}
      </span>
      <select
        aria-label={t.namespace}
        className={`control max-w-48 ${filter.namespace === undefined ? "" : CHOSEN}`}
        value={filter.namespace === undefined ? ALL : `=${filter.namespace}`}
        onChange={({ target: { value } }) =>
          onFilter({ ...filter, namespace: value === ALL ? undefined : value.slice(1) })
        }
      >
        <option value={ALL}>{t.allNamespaces}</option>
        {options(namespaces, filter.namespace).map(([name, count]) => (
          <option key={name} value={`=${name}`}>
            {t.counted(name || t.noNamespace, count)}
          </option>
        ))}
      </select>
      <select
        aria-label={t.topic}
        className={`control max-w-44 ${filter.topic === undefined ? "" : CHOSEN}`}
        value={filter.topic ?? ALL}
        onChange={({ target: { value } }) =>
          onFilter({ ...filter, topic: value === ALL ? undefined : (value as ChangeTopic) })
        }
      >
        <option value={ALL}>{t.allTopics}</option>
        {options(topics, filter.topic).map(([topic, count]) => (
          <option key={topic} value={topic}>
            {t.counted(topicNames[topic as ChangeTopic], count)}
          </option>
        ))}
      </select>
      <span className="ml-auto flex">
        <button type="button" className="quiet" title={t.csvTitle} disabled={!onCsv} onClick={onCsv}>
          {t.csv}
        </button>
        <button type="button" className="quiet" title={t.markdownTitle} disabled={!onMarkdown} onClick={onMarkdown}>
          {t.markdown}
        </button>
      </span>
    </div>
  );
}

function counted(entries: readonly FleetEntry[], keysOf: (entry: FleetEntry) => Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) for (const key of keysOf(entry)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** What can be chosen, sorted; what is chosen stays even if nothing is left of it. */
function options(counts: ReadonlyMap<string, number>, chosen: string | undefined): [string, number][] {
  const all = new Map(counts);
  if (chosen !== undefined && !all.has(chosen)) all.set(chosen, 0);
  return [...all].sort(([x], [y]) => (x < y ? -1 : 1));
}
