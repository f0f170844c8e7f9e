import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { FleetEntry, FleetSideState } from "../../lib/compare/fleet";
import type { UpgradeFile } from "./file-texts";
import type { FileProblem } from "./reader.worker";
import { EnginePool, type FleetExample, FleetRun, type Sides } from "./run";

/** How far a fleet is, and what is known of it so far. */
export interface FleetState {
  readonly phase: "reading" | "running" | "done" | "cancelled" | "failed";
  readonly read?: { readonly count: number; readonly files: number; readonly problems: readonly FileProblem[] };
  readonly sides?: { readonly a: FleetSideState; readonly b: FleetSideState };
  readonly entries: readonly FleetEntry[];
  /** Whether the entries are still those of what was there before. */
  readonly stale: boolean;
  readonly done: number;
  /** Milliseconds from the beginning to the end. */
  readonly took?: number;
}

/** What is compared: undefined where it is known already. */
export interface FleetInput {
  readonly files: readonly UpgradeFile[];
  readonly sides: Sides;
}

/** Milliseconds between two pictures of what comes. */
const PACE = 250;

/** One go at an input. */
interface Job {
  readonly input: FleetInput | undefined;
  readonly round: number;
}

/** What is shown until something is known: of the same workloads what there was before. */
function begun({ input }: Job, before: FleetState, files: FleetInput["files"] | undefined): FleetState {
  const same = input?.files === files;
  return { phase: "reading", entries: same ? before.entries : [], stale: same, done: 0 };
}

/**
 * Works out a fleet in workers of the browser whenever the input is another one; `first` is what is known of `firstFiles` without.
 * @returns what there is, the way to stop and to begin again, and to the example of a group.
 */
export function useFleetRun(input: FleetInput | undefined, first: FleetState, firstFiles: FleetInput["files"]) {
  const [round, setRound] = useState(0);
  const job = useMemo((): Job => ({ input, round }), [input, round]);
  const [known, setKnown] = useState<{ readonly job?: Job; readonly state: FleetState }>({ state: first });
  const run = useRef<FleetRun>(undefined);
  /** Draws what has come and is not drawn yet. */
  const flush = useRef<() => void>(undefined);
  const [pool] = useState(() => new EnginePool());
  const update = useCallback(
    (of: Job, change: (state: FleetState) => FleetState) => {
      setKnown((old) => ({
        job: of,
        state: change(old.job === of ? old.state : begun(of, old.state, old.job?.input?.files ?? firstFiles)),
      }));
    },
    [firstFiles],
  );

  useEffect(() => {
    if (!job.input) return;
    const began = performance.now();
    const entries: FleetEntry[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let done = 0;
    let fresh = false;
    const draw = (more: Partial<FleetState> = {}) => {
      clearTimeout(timer);
      timer = undefined;
      const now = fresh ? { entries: [...entries], stale: false, done } : {};
      update(job, (state) => ({ ...state, ...now, ...more }));
    };
    const one = new FleetRun(job.input.files, job.input.sides, pool, {
      onRead: (read) => draw({ read, phase: "running" }),
      onSides: (sides) => draw({ sides }),
      onEntries: (some, at) => {
        entries.push(...some);
        // The first ones are shown at once.
        timer ??= setTimeout(draw, done === 0 ? 0 : PACE);
        done = at;
        fresh = true;
      },
      onEnd: () => {
        fresh = true;
        draw({ phase: "done", took: performance.now() - began });
      },
      onFailure: () => draw({ phase: "failed" }),
    });
    run.current = one;
    flush.current = () => {
      if (timer) draw();
    };
    return () => {
      clearTimeout(timer);
      one.end();
      run.current = undefined;
      flush.current = undefined;
    };
  }, [job, pool, update]);

  // Behind the run above, which gives back its engines when the page is left.
  useEffect(() => () => pool.end(), [pool]);

  const cancel = useCallback(() => {
    run.current?.cancel();
    flush.current?.();
    update(job, (state) => {
      const busy = state.phase === "reading" || state.phase === "running";
      return busy ? { ...state, phase: "cancelled", stale: false } : state;
    });
  }, [job, update]);
  const again = useCallback(() => setRound((n) => n + 1), []);
  const example = useCallback(
    (number: number): Promise<FleetExample> => run.current?.example(number) ?? Promise.reject(new Error("no run")),
    [],
  );
  const state = !input
    ? first
    : known.job === job
      ? known.state
      : begun(job, known.state, known.job?.input?.files ?? firstFiles);
  return { state, cancel, again, example };
}
