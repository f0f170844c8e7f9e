import { useCallback, useEffect, useState } from "react";
import { type Inputs, readInputs, sameInputs } from "../inputs";
import { readShown } from "../kept";
import { read, remove, saveSoon, write } from "../storage";
import { STORED_COMPARED, STORED_INPUTS } from "../storage-keys";

export type SideName = "a" | "b";

/** The inputs of both situations, and the steps whose pods are compared. */
export interface Compared {
  readonly a: Inputs;
  readonly b: Inputs;
  readonly step: string;
  readonly stepB: string;
}

export interface ComparedSides {
  readonly now: Compared;
  /** Goes up whenever texts were changed by something else than their editors. */
  readonly revision: number;
  /** Whether the texts are those of a link, as they came. They are not kept in the browser: one's own stay there. */
  readonly link: boolean;
  /** Whether it is known by now what the browser had kept. */
  readonly restored: boolean;
  /** For what an editor or a control of a side changed. */
  edit(side: SideName, change: (old: Inputs) => Inputs): void;
  /** For new texts that the editors do not know yet. */
  replace(next: Compared): void;
  /** Shows what a link holds. */
  open(compared: Compared): void;
  choose(steps: Partial<Pick<Compared, "step" | "stepB">>): void;
}

/**
 * Both situations, kept in the browser. At first an example; where the explorer holds one's own texts, A is these and B their copy.
 */
export function useSides(first: Compared): ComparedSides {
  const [state, set] = useState<{ readonly now: Compared; readonly revision: number; readonly opened?: Compared }>({
    now: first,
    revision: 0,
  });
  const [restored, setRestored] = useState(false);
  const { now, opened } = state;
  const link = opened !== undefined && sameInputs(now.a, opened.a) && sameInputs(now.b, opened.b);

  useEffect(() => {
    let left = false;
    // After the server's page has been taken over, which knows nothing of the browser's storage.
    void Promise.resolve().then(() => {
      if (left) return;
      const kept = keptSides(first);
      if (kept) set((old) => ({ ...old, now: kept, revision: old.revision + 1 }));
      setRestored(true);
    });
    return () => {
      left = true;
    };
  }, [first]);

  useEffect(() => {
    if (!restored || link) return;
    return saveSoon(() => {
      if (sameInputs(now.a, first.a) && sameInputs(now.b, first.b)) remove(STORED_COMPARED);
      else write(STORED_COMPARED, JSON.stringify(now));
    });
  }, [now, first, restored, link]);

  const edit = useCallback(
    (side: SideName, change: (old: Inputs) => Inputs) =>
      set((old) => ({ ...old, now: { ...old.now, [side]: change(old.now[side]) } })),
    [],
  );
  const replace = useCallback(
    (next: Compared) => set((old) => ({ ...old, now: next, revision: old.revision + 1 })),
    [],
  );
  const open = useCallback(
    (compared: Compared) => set((old) => ({ now: compared, revision: old.revision + 1, opened: compared })),
    [],
  );
  const choose = useCallback(
    (steps: Partial<Pick<Compared, "step" | "stepB">>) => set((old) => ({ ...old, now: { ...old.now, ...steps } })),
    [],
  );
  return { now, revision: state.revision, link, restored, edit, replace, open, choose };
}

/** What was compared last in this browser, unless the explorer holds other texts of one's own since then. */
function keptSides(first: Compared): Compared | undefined {
  const own = readShown(read(STORED_INPUTS));
  const kept = readCompared(read(STORED_COMPARED));
  if (kept && (!own || own.example || sameInputs(kept.a, own.inputs))) return kept;
  if (own && !own.example) return { ...first, a: own.inputs, b: own.inputs };
  return kept;
}

function readCompared(text: string | null): Compared | undefined {
  try {
    const { a, b, step, stepB } = JSON.parse(text ?? "null") as { readonly [key in keyof Compared]?: unknown };
    const [left, right] = [readInputs(a), readInputs(b)];
    const stepOf = (step: unknown) => (typeof step === "string" ? step : "final");
    return left && right && { a: left, b: right, step: stepOf(step), stepB: stepOf(stepB) };
  } catch {
    return undefined;
  }
}
