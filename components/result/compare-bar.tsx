import type { Comparison, Sides } from "../../lib/view/comparison";
import { MARK_KINDS, markCounts, type MarkKind } from "../../lib/view/marks";
import type { Step } from "../../lib/view/steps";
import { useTooltip } from "../commands/use-commands";
import { useStrings } from "../language";
import { stepName } from "./stepper";

interface CompareBarProps {
  readonly steps: readonly Step[];
  readonly sides: Sides;
  readonly comparison: Comparison;
  readonly inline: boolean;
  onSides(sides: Sides): void;
  onInline(inline: boolean): void;
  /** Shows the next mark of a kind. */
  onMark(kind: MarkKind): void;
  onGo(direction: "next" | "previous"): void;
}

/** Which two steps are compared, what the marks mean and how many there are, and the way from change to change. */
export function CompareBar({ steps, sides, comparison, inline, onSides, onInline, onMark, onGo }: CompareBarProps) {
  const t = useStrings();
  const previous = useTooltip("change.previous");
  const next = useTooltip("change.next");
  const counts = markCounts(comparison.marks);
  const alone = sides.left === null;
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
      <ul data-testid="legend" className="max-wide:order-last flex flex-wrap items-center gap-x-0.5">
        {MARK_KINDS.filter((kind) => counts.has(kind)).map((kind) => {
          const count = counts.get(kind)!;
          const says = t.markCount(kind, count);
          return (
            <li key={kind}>
              <button
                type="button"
                className="flex h-7 items-center gap-1 rounded px-1 hover:bg-raised"
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
          disabled={alone}
          onClick={() => onGo("previous")}
        >
          ↑
        </button>
        <button
          type="button"
          className="quiet w-7 justify-center"
          aria-label={t.commands.titles["change.next"]}
          {...next}
          disabled={alone}
          onClick={() => onGo("next")}
        >
          ↓
        </button>
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
