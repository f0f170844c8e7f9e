import { useCallback, useEffect, useRef, useState } from "react";
import { type Inputs, inputsOf, restoredInputs, sameInputs } from "./inputs";
import { read, remove, write } from "./storage";
import { STORED_INPUTS } from "./storage-keys";
import type { InjectRequest } from "../lib/index";

/** Milliseconds after the last key press at which text is written to storage. */
const PAUSE = 300;

export interface StoredInputs {
  readonly inputs: Inputs;
  /** Goes up with every `replace`. */
  readonly revision: number;
  /** Whether it is known by now what the browser had kept. */
  readonly restored: boolean;
  /** For what an editor or a control changed. */
  edit(change: (old: Inputs) => Inputs): void;
  /** For new texts that the editors do not know yet. */
  replace(inputs: Inputs): void;
}

/**
 * The inputs, kept in the browser so that a reload loses nothing. The page is first drawn with the example (as the server drew it);
 * what was kept takes its place at once.
 */
export function useStoredInputs(example: InjectRequest): StoredInputs {
  const [{ inputs, revision }, set] = useState(() => ({ inputs: inputsOf(example), revision: 0 }));
  const [restored, setRestored] = useState(false);
  const initial = useRef(inputs);
  const edit = useCallback(
    (change: (old: Inputs) => Inputs) => set((old) => ({ ...old, inputs: change(old.inputs) })),
    [],
  );
  const replace = useCallback((next: Inputs) => set((old) => ({ inputs: next, revision: old.revision + 1 })), []);

  useEffect(() => {
    let left = false;
    // After the server's page has been taken over, which knows nothing of the browser's storage.
    void Promise.resolve().then(() => {
      if (left) return;
      const stored = restoredInputs(read(STORED_INPUTS));
      if (stored && !sameInputs(stored, initial.current)) replace(stored);
      setRestored(true);
    });
    return () => {
      left = true;
    };
  }, [replace]);

  useEffect(() => {
    if (!restored) return;
    const save = () => {
      if (sameInputs(inputs, initial.current)) remove(STORED_INPUTS);
      else write(STORED_INPUTS, JSON.stringify(inputs));
    };
    const timer = setTimeout(save, PAUSE);
    addEventListener("pagehide", save);
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", save);
    };
  }, [inputs, restored]);

  return { inputs, revision, restored, edit, replace };
}
