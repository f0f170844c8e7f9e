import { useCallback, useSyncExternalStore } from "react";
import { read, remove, write } from "../storage";
import { STORED_LEARNED } from "../storage-keys";

const CHANGED = "injection-explorer-learned";
const NONE: ReadonlySet<string> = new Set();

/** Steps are called `lesson/step`. What is stored and is none is left out. */
export function readLearned(text: string | null): ReadonlySet<string> {
  try {
    const json: unknown = JSON.parse(text ?? "[]");
    if (!Array.isArray(json)) return NONE;
    return new Set(json.filter((item) => typeof item === "string" && /^[a-z-]+\/[a-z-]+$/.test(item)));
  } catch {
    return NONE;
  }
}

let known: { readonly text: string | null; readonly steps: ReadonlySet<string> } = { text: null, steps: NONE };

function learned(): ReadonlySet<string> {
  const text = read(STORED_LEARNED);
  if (text !== known.text) known = { text, steps: readLearned(text) };
  return known.steps;
}

function subscribe(changed: () => void): () => void {
  addEventListener(CHANGED, changed);
  addEventListener("storage", changed);
  return () => {
    removeEventListener(CHANGED, changed);
    removeEventListener("storage", changed);
  };
}

/** The steps of the course that were done in this browser; none on the server. */
export function useLearned(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, learned, () => NONE);
}

/** How to remember that a step is done, and how to forget all. */
export function useLearning(): { learn(step: string): void; forget(): void } {
  const learn = useCallback((step: string) => {
    if (learned().has(step)) return;
    write(STORED_LEARNED, JSON.stringify([...learned(), step]));
    dispatchEvent(new Event(CHANGED));
  }, []);
  const forget = useCallback(() => {
    remove(STORED_LEARNED);
    dispatchEvent(new Event(CHANGED));
  }, []);
  return { learn, forget };
}
