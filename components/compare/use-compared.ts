import { useCallback, useEffect, useRef, useState } from "react";
import type { CompareResult } from "../../lib/compare/api";
import { answered, type Refusal, RefusedError, UNREACHABLE } from "../ask";
import { requestOf, sameInputs } from "../inputs";
import { readComparison } from "./comparison-view";
import type { Compared } from "./use-sides";

/** An answer, with what it was asked of. */
export interface ComparedAnswer {
  readonly asked: Compared;
  readonly result: CompareResult;
}

/** Milliseconds without a key press after which both are compared: some injections each time. */
const PAUSE = 120;

/** The comparison of both situations, following them without a button. What was shown stays until there is an answer. */
export function useCompared(
  now: Compared,
  first: ComparedAnswer,
): {
  readonly answer: ComparedAnswer;
  readonly refusal: Refusal | undefined;
  retry(): void;
} {
  const [state, setState] = useState<{ readonly answer: ComparedAnswer; readonly refusal?: Refusal }>({
    answer: first,
  });
  const [attempt, setAttempt] = useState(0);
  const settled = useRef(first.asked);

  useEffect(() => {
    if (attempt === 0 && sameCompared(now, settled.current)) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      askCompared(now, stop.signal).then(
        (result) => {
          if (stop.signal.aborted) return;
          settled.current = now;
          setState({ answer: { asked: now, result } });
        },
        (error: unknown) => {
          if (stop.signal.aborted) return;
          const refusal = error instanceof RefusedError ? error.refusal : UNREACHABLE;
          setState((old) => ({ ...old, refusal }));
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [now, attempt]);

  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  return { answer: state.answer, refusal: state.refusal, retry };
}

/** Whether two comparisons have the same answer. */
export function sameCompared(one: Compared, other: Compared): boolean {
  return (
    sameInputs(one.a, other.a) && sameInputs(one.b, other.b) && one.step === other.step && one.stepB === other.stepB
  );
}

/** Asks for a comparison. @throws as `answered`. */
export async function askCompared({ a, b, step, stepB }: Compared, signal: AbortSignal): Promise<CompareResult> {
  const compared = { a: requestOf(a), b: requestOf(b), step, ...(stepB === step ? {} : { stepB }) };
  return readComparison(await answered("/api/v1/compare", JSON.stringify(compared), { compared }, signal));
}
