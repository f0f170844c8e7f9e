import { useCallback, useEffect, useRef, useState } from "react";
import type { ObjectView, ResultView } from "../lib/view/result";
import { ask, RefusedError, type Refusal, UNREACHABLE } from "./ask";
import { type Inputs, requestOf, sameInputs } from "./inputs";

/** A result, and the inputs it is the result of. */
export interface Answer {
  readonly inputs: Inputs;
  readonly result: ResultView;
}

export interface Injection {
  /** The newest answer. */
  readonly answer: Answer;
  /** The last answer that worked; an object that fails now stands in it as it was when it last worked. */
  readonly good: Answer;
  /** Why there is none for the newest inputs; gone with the next answer. */
  readonly refusal?: Refusal;
  /** Asks again with the same inputs. */
  retry(): void;
}

/**
 * Milliseconds without a key press after which a result is asked for while another is under way: little while answers come at once, more
 * where each costs time (a far server, a slow line).
 */
const MIN_PAUSE = 15;
const MAX_PAUSE = 250;

/**
 * The result of the inputs, following them without a button; what worked before counts only within the same topic. Only the newest request counts: a new one ends the one under way, and
 * its answer can no longer arrive.
 */
export function useInjection(inputs: Inputs, topic: number, first: Answer): Injection {
  const [state, setState] = useState<Omit<Injection, "retry"> & { topic: number }>({
    answer: first,
    good: first,
    topic,
  });
  const [attempt, setAttempt] = useState(0);
  const settled = useRef(first.inputs);
  const pause = useRef(MIN_PAUSE);
  const asking = useRef(false);

  useEffect(() => {
    if (attempt === 0 && sameInputs(inputs, settled.current)) return;
    const stop = new AbortController();
    const send = () => {
      const asked = performance.now();
      asking.current = true;
      ask(requestOf(inputs), stop.signal).then(
        (result) => {
          if (stop.signal.aborted) return;
          asking.current = false;
          settled.current = inputs;
          pause.current = Math.min(MAX_PAUSE, Math.max(MIN_PAUSE, (performance.now() - asked) / 2));
          const answer = { inputs, result };
          setState((old) => ({
            answer,
            good: goodOf(answer, old.topic === topic ? old.good : nothing(answer)),
            topic,
          }));
        },
        (error: unknown) => {
          if (stop.signal.aborted) return;
          asking.current = false;
          settled.current = inputs;
          const refusal = error instanceof RefusedError ? error.refusal : UNREACHABLE;
          setState((old) => ({ ...old, refusal }));
        },
      );
    };
    // What comes while nothing is under way need not wait for more.
    let timer: ReturnType<typeof setTimeout> | undefined;
    if (asking.current) timer = setTimeout(send, pause.current);
    else send();
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [inputs, topic, attempt]);

  const retry = useCallback(() => setAttempt((n) => n + 1), []);
  return { ...state, retry };
}

/** An answer without objects. */
function nothing({ inputs, result: { release } }: Answer): Answer {
  return { inputs, result: { release, objects: [] } };
}

function goodOf(answer: Answer, old: Answer): Answer {
  const { inputs, result } = answer;
  if (result.configError || result.error) return old;
  const objects = result.objects.map((object) => (object.error && lastGood(object, old.result)) || object);
  return { inputs, result: { ...result, objects } };
}

function lastGood(object: ObjectView, old: ResultView): ObjectView | undefined {
  const same = old.objects.filter((other) => other.kind === object.kind && !other.error);
  return same.find((other) => other.name === object.name && other.namespace === object.namespace) ?? same[0];
}
