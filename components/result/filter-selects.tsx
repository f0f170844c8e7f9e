import type { ChangeFilter, FilterChoices } from "../../lib/view/change-filter";
import { useStrings } from "../language";

interface FilterSelectsProps {
  readonly filter: ChangeFilter;
  readonly choices: FilterChoices;
  onFilter(filter: ChangeFilter): void;
}

const ALL = "all";

/** Which container's changes, and which kind of them, are looked at: in the table, the marks, the difference and from key to key. */
export function FilterSelects({ filter, choices, onFilter }: FilterSelectsProps) {
  const t = useStrings();
  const { containers, kinds, topics } = choices;
  const what = filter.what;
  const option = (value: string, name: string, count: number) => (
    <option key={value} value={value}>
      {t.filter.counted(name, count)}
    </option>
  );
  const known = what === undefined || kinds.has(what as never) || topics.has(what as never);
  return (
    <span role="group" aria-label={t.filter.title} className="flex min-w-0 items-center gap-1.5">
      <select
        aria-label={t.filter.container}
        className={`control max-w-44 ${filter.container === undefined ? "" : CHOSEN}`}
        value={filter.container === undefined ? ALL : `=${filter.container}`}
        onChange={({ target }) =>
          onFilter({ ...filter, container: target.value === ALL ? undefined : target.value.slice(1) })
        }
      >
        <option value={ALL}>{t.filter.allContainers}</option>
        {[...containers].map(([name, count]) => option(`=${name}`, name === "" ? t.pod : name, count))}
      </select>
      <select
        aria-label={t.filter.what}
        className={`control max-w-40 ${what === undefined ? "" : CHOSEN}`}
        value={what ?? ALL}
        onChange={({ target }) =>
          onFilter({ ...filter, what: target.value === ALL ? undefined : (target.value as ChangeFilter["what"]) })
        }
      >
        <option value={ALL}>{t.filter.allChanges}</option>
        {!known && option(what, nameOf(what, t), 0)}
        <optgroup label={t.columns.change}>
          {[...kinds].map(([kind, count]) => option(kind, t.kinds[kind], count))}
        </optgroup>
        <optgroup label={t.columns.where}>
          {[...topics].map(([topic, count]) => option(topic, t.topics[topic], count))}
        </optgroup>
      </select>
    </span>
  );
}

const CHOSEN = "border-accent bg-accent-soft text-accent";

function nameOf(what: NonNullable<ChangeFilter["what"]>, t: ReturnType<typeof useStrings>): string {
  return { ...t.kinds, ...t.topics }[what];
}
