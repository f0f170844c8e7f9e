import { useUpgradeTexts } from "./texts";
import type { FleetState } from "./use-fleet-run";

interface RunBarProps {
  readonly state: FleetState;
  /** Whether what is shown is the example as it came with the page. */
  readonly example: boolean;
  onCancel(): void;
  onAgain(): void;
}

/** How far it is, with the way to stop; afterwards how long it took. One line that never moves. */
export function RunBar({ state, example, onCancel, onAgain }: RunBarProps) {
  const t = useUpgradeTexts();
  const { phase, read, entries, done, took } = state;
  const count = read?.count ?? 0;
  const busy = phase === "reading" || phase === "running";
  const text = {
    reading: t.reading,
    running: t.progress(done, count),
    done: example ? t.doneExample(entries.length) : t.done(entries.length, ((took ?? 0) / 1000).toFixed(1)),
    cancelled: t.cancelled(done, count),
    failed: t.failed,
  }[phase];
  return (
    <div className="relative flex h-9 shrink-0 items-center gap-2 border-b border-line bg-panel px-3">
      <span role="status" data-testid="run-state" className={phase === "failed" ? "text-bad" : "text-muted"}>
        {text}
      </span>
      {busy ? (
        <button type="button" className="quiet font-semibold" onClick={onCancel}>
          {t.cancel}
        </button>
      ) : (
        (phase === "cancelled" || phase === "failed") && (
          <button type="button" className="quiet underline" onClick={onAgain}>
            {t.again}
          </button>
        )
      )}
      {state.sides && (
        <span className="ml-auto font-mono text-[12px] whitespace-nowrap text-muted">
          {state.sides.a.release.name || "?"} → {state.sides.b.release.name || "?"}
        </span>
      )}
      {busy && (
        <div
          role="progressbar"
          aria-label={t.progress(done, count)}
          aria-valuemin={0}
          aria-valuemax={count || 1}
          aria-valuenow={done}
          className="absolute inset-x-0 -bottom-px h-0.5 bg-raised"
        >
          <div
            className="h-full bg-accent transition-[width] duration-100 motion-reduce:transition-none"
            style={{ width: `${count === 0 ? 0 : (100 * done) / count}%` }}
          />
        </div>
      )}
    </div>
  );
}
