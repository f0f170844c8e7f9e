import type { ChangeFilter } from "../../lib/view/change-filter";
import type { Sides } from "../../lib/view/comparison";
import { MARK_KINDS, markCounts, type MarkKind } from "../../lib/view/marks";
import type { Step } from "../../lib/view/steps";
import { useTooltip } from "../commands/use-commands";
import { useStrings } from "../language";
import { FilterSelects } from "./filter-selects";
import { stepName } from "./stepper";
import type { Changes } from "./use-changes";

interface CompareBarProps {
  readonly steps: readonly Step[];
  readonly sides: Sides;
  readonly changes: Changes;
  readonly filter: ChangeFilter;
  readonly inline: boolean;
  onSides(sides: Sides): void;
  onFilter(filter: ChangeFilter): void;
  onInline(inline: boolean): void;
  /** Shows the next mark of a kind. */
  onMark(kind: MarkKind): void;
  onGo(direction: "next" | "previous"): void;
}

/** Which two steps are compared, what the marks mean and how many there are, and the way from change to change. */
export function CompareBar({
  steps,
  sides,
  changes,
  filter,
  inline,
  onSides,
  onFilter,
  onInline,
  onMark,
  onGo,
}: CompareBarProps) {
  const t = useStrings();
  const previous = useTooltip("change.previous");
  const next = useTooltip("change.next");
  const counts = markCounts(changes.marks);
  const alone = sides.left === null;
  const { entries, stops, at } = changes;
  const still = alone || (entries !== undefined && stops.length === 0);
  const option = (step: Step) => (
    <option key={step.id} value={step.id}>
      {stepName(step, steps, t)}
    </option>
  );
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-t border-line px-3 py-1">
      <span role="group" aria-label={t.compare} className="flex min-w-0 items-center gap-1.5 text-muted">
        <select
          aria-label={t.compareLeft}
          className="control w-32"
          value={sides.left ?? ""}
          onChange={(event) => onSides({ ...sides, left: event.target.value === "" ? null : event.target.value })}
        >
          <option value="">{t.alone}</option>
          {steps.map(option)}
        </select>
        <span aria-hidden="true">→</span>
        <select
          aria-label={t.compareRight}
          className="control w-32"
          value={sides.right}
          onChange={(event) => onSides({ ...sides, right: event.target.value })}
        >
          {steps.map(option)}
        </select>
      </span>
      {entries && entries.length > 0 && <FilterSelects filter={filter} choices={changes.choices} onFilter={onFilter} />}
      <ul data-testid="legend" className="order-last flex w-full flex-wrap items-center gap-x-1 empty:hidden">
        {MARK_KINDS.filter((kind) => counts.has(kind)).map((kind) => {
          const count = counts.get(kind)!;
          const says = t.markCount(kind, count);
          return (
            <li key={kind}>
              <button
                type="button"
                className="flex h-6 items-center gap-1 rounded px-1 hover:bg-raised max-wide:h-7"
                title={`${says} (${t.nextMark})`}
                aria-label={says}
                onClick={() => onMark(kind)}
              >
                <span aria-hidden="true" className={`mark mark-${kind}`} />
                <span className="font-mono text-[12px] font-semibold">{count}</span>
                <span className="text-muted">{t.marks[kind]}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <span className="ml-auto flex items-center">
        <button
          type="button"
          className="quiet w-7 justify-center"
          aria-label={t.commands.titles["change.previous"]}
          {...previous}
          disabled={still}
          onClick={() => onGo("previous")}
        >
          ↑
        </button>
        <button
          type="button"
          className="quiet w-7 justify-center"
          aria-label={t.commands.titles["change.next"]}
          {...next}
          disabled={still}
          onClick={() => onGo("next")}
        >
          ↓
        </button>
        {entries && (
          <span
            aria-hidden="true"
            data-testid="position"
            className="min-w-12 px-1 text-center font-mono text-[12px] text-muted"
          >
            {t.filter.position(at && at.index + 1, stops.length)}
          </span>
        )}
        <span role="status" className="sr-only">
          {at &&
            t.filter.positionSays(
              at.index + 1,
              stops.length,
              `${at.entry.container ?? t.pod} ${t.topics[at.entry.topic]}`,
              at.entry.label,
              t.kinds[at.entry.kind],
            )}
        </span>
        <button
          type="button"
          className="quiet max-wide:hidden"
          aria-pressed={inline}
          disabled={alone}
          onClick={() => onInline(!inline)}
        >
          {inline ? t.sideBySide : t.inline}
        </button>
      </span>
    </div>
  );
}
