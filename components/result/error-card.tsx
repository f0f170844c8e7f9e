import type { Place } from "../../lib/index";
import { useStrings } from "../language";
import { type GoTo, PlaceLink } from "./place-link";

/** Why there is no good result of what is typed now. */
export interface Failure {
  readonly title: string;
  /** The injector's own words, or the server's. */
  readonly message: string;
  readonly stage?: string;
  readonly at?: Place;
  /** Trying again may help. */
  readonly transient?: boolean;
}

interface ErrorCardProps {
  readonly failure: Failure;
  /** What is shown below: the last good result, or the steps of the failed one. Undefined if only one of the two exists. */
  readonly below: "good" | "failed";
  readonly canSwitch: boolean;
  readonly onGo: GoTo;
  onSwitch(): void;
  onRetry(): void;
}

/** The error of the newest input, above the last good result. */
export function ErrorCard({ failure, below, canSwitch, onGo, onSwitch, onRetry }: ErrorCardProps) {
  const t = useStrings();
  const { title, message, stage, at, transient } = failure;
  return (
    <div data-testid="error" className="shrink-0 border-b border-bad/40 bg-bad-soft px-3 py-2">
      <p className="flex flex-wrap items-center gap-x-2">
        <strong className="font-semibold text-bad">{title}</strong>
        {stage !== undefined && <span className="text-muted">{t.stage(stage)}</span>}
        {at && <PlaceLink place={at} onGo={onGo} />}
      </p>
      {message !== "" && <p className="mt-0.5 font-mono text-[12.5px] wrap-anywhere whitespace-pre-wrap">{message}</p>}
      <p className="mt-0.5 flex flex-wrap items-center gap-x-1 text-muted">
        {below === "good" && t.lastGood}
        {transient && (
          <button type="button" className="quiet underline" onClick={onRetry}>
            {t.tryAgain}
          </button>
        )}
        {canSwitch && (
          <button type="button" className="quiet underline" onClick={onSwitch}>
            {below === "good" ? t.showFailed : t.showGood}
          </button>
        )}
      </p>
    </div>
  );
}
