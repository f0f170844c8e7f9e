import type { Sides } from "../../lib/view/comparison";
import { oneStep } from "../../lib/view/comparison";
import type { Step } from "../../lib/view/steps";
import { useStrings } from "../language";
import { PAGES } from "../pages";
import type { Strings } from "../strings/en";

interface StepperProps {
  readonly steps: readonly Step[];
  readonly counts: ReadonlyMap<string, number>;
  readonly sides: Sides;
  /** Whether the sides are the whole injection. */
  readonly whole: boolean;
  /** The step at which the injection failed comes after the last one. */
  readonly failed: boolean;
  onSides(sides: Sides | undefined): void;
}

/** What a step is called where there is room for a few words; steps of one template among several name it. */
export function stepName(step: Step, steps: readonly Step[], t: Strings): string {
  const several = steps.filter((other) => other.kind === step.kind).length > 1;
  const name = step.kind === "other" ? step.id : t.steps[step.kind];
  return several && step.template !== undefined ? `${name} · ${step.template}` : name;
}

/** The way of a pod through the injection. A step shows what it does; the first button shows everything at once. */
export function Stepper({ steps, counts, sides, whole, failed, onSides }: StepperProps) {
  const t = useStrings();
  if (steps.length < 2) return null;
  const current = whole ? undefined : steps.find(({ id }) => id === sides.right);
  return (
    <nav aria-label={t.stepper} className="flex min-w-0 shrink-0 items-center gap-2 border-t border-line px-3 py-1.5">
      <button
        type="button"
        aria-pressed={whole}
        onClick={() => onSides(undefined)}
        className={`h-7 shrink-0 rounded border px-2 ${whole ? "border-accent bg-accent-soft font-semibold text-accent" : "border-line text-muted hover:bg-raised hover:text-text"}`}
      >
        {t.wholeInjection}
      </button>
      <ol className="flex min-w-0 flex-1 items-center overflow-x-auto py-0.5 wide:flex-wrap">
        {steps.map((step, i) => {
          const count = counts.get(step.id);
          const here = !whole && sides.right === step.id;
          const idle = count === 0;
          return (
            <li key={step.id} className="flex shrink-0 items-center">
              {i > 0 && (
                <span aria-hidden="true" className="text-faint">
                  ›
                </span>
              )}
              <button
                type="button"
                aria-current={here ? "step" : undefined}
                title={`${t.stepHints[step.kind]}${count === undefined ? "" : ` (${t.stepChanges(count)})`}`}
                onClick={() => onSides(oneStep(step))}
                className={`flex h-7 items-center gap-1 rounded px-1 whitespace-nowrap ${
                  here
                    ? "bg-accent-soft font-semibold text-accent"
                    : idle
                      ? "text-faint hover:bg-raised"
                      : "text-text hover:bg-raised"
                }`}
              >
                {stepName(step, steps, t)}
                {count !== undefined && count > 0 && <span className="font-mono text-[11px] text-muted">{count}</span>}
              </button>
            </li>
          );
        })}
        {failed && (
          <li className="flex shrink-0 items-center">
            <span aria-hidden="true" className="text-faint">
              ›
            </span>
            <span className="px-1.5 font-semibold text-bad">✕ {t.rejected}</span>
          </li>
        )}
      </ol>
      {current && (
        <a
          href={`${PAGES.glossary}#step-${current.kind}`}
          target="_blank"
          className="quiet"
          aria-label={`${t.pages.glossary}${t.punctuation.colon}${stepName(current, steps, t)}`}
        >
          {t.pages.glossary}
        </a>
      )}
    </nav>
  );
}
