import { useCallback, useEffect, useRef, useState } from "react";
import type { ExampleId } from "../lib/example/catalogue";
import { type Inputs, sameInputs, sameTexts } from "./inputs";
import { type Kept, readKept, readShown, type Shown, shownText, withKept, withoutKept } from "./kept";
import { read, remove, saveSoon, write } from "./storage";
import { STORED_INPUTS, STORED_KEPT } from "./storage-keys";

export interface StoredInputs {
  readonly inputs: Inputs;
  /** Goes up with every `replace`, `open` and `show`. */
  readonly revision: number;
  /** Goes up when texts about something else take the place of what was shown. */
  readonly topic: number;
  /** Whether it is known by now what the browser had kept. */
  readonly restored: boolean;
  /** The example that is shown, as long as its texts are as they came. */
  readonly example: ExampleId | undefined;
  /** Whether the texts are those of a link, as they came. They are not kept in the browser: one's own stay there. */
  readonly link: boolean;
  /** Texts of one's own that gave way to others, newest first. */
  readonly kept: readonly Kept[];
  /** For what an editor or a control changed. */
  edit(change: (old: Inputs) => Inputs): void;
  /** For new texts that the editors do not know yet. */
  replace(inputs: Inputs): void;
  /** Shows an example, what a link holds, or one's own texts again; what one has written oneself is kept. */
  open(shown: Shown): void;
  /** Shows something, and keeps what is given and nothing else. */
  show(shown: Shown, kept: readonly Kept[]): void;
}

interface State {
  readonly inputs: Inputs;
  readonly revision: number;
  readonly topic: number;
  /** The example that was opened last, with its texts. */
  readonly opened?: Shown;
  readonly kept: readonly Kept[];
}

/** What was opened last, as long as its texts are as they came. */
function openedAs({ inputs, opened }: State): Shown | undefined {
  return opened && sameTexts(inputs, opened.inputs) ? opened : undefined;
}

/** Whether the texts are one's own: neither an example's nor a link's. */
function isOwn(state: State): boolean {
  const opened = openedAs(state);
  return opened?.example === undefined && opened?.link === undefined;
}

function showing(old: State, shown: Shown, kept: readonly Kept[]): State {
  const topic = sameInputs(old.inputs, shown.inputs) ? old.topic : old.topic + 1;
  return { inputs: shown.inputs, revision: old.revision + 1, topic, opened: shown, kept };
}

/**
 * The inputs, kept in the browser so that a reload loses nothing. The page is first drawn with an example (as the server drew it);
 * what was kept takes its place at once.
 * @param apart the page is a lesson's: it takes nothing that was kept, and keeps nothing.
 */
export function useStoredInputs(first: Shown, apart: boolean): StoredInputs {
  const [state, set] = useState<State>(() => ({
    inputs: first.inputs,
    revision: 0,
    topic: 0,
    opened: first,
    kept: [],
  }));
  const [restored, setRestored] = useState(apart);
  const initial = useRef(first.inputs);
  const { inputs, kept } = state;
  const opened = openedAs(state);
  const example = opened?.example;
  const link = opened?.link === true;

  const edit = useCallback(
    (change: (old: Inputs) => Inputs) => set((old) => ({ ...old, inputs: change(old.inputs) })),
    [],
  );
  const replace = useCallback(
    (next: Inputs) => set((old) => ({ ...old, inputs: next, revision: old.revision + 1 })),
    [],
  );
  const open = useCallback((shown: Shown) => {
    // Another page of this browser may have kept something, too.
    const stored = readKept(read(STORED_KEPT));
    const at = Date.now();
    set((old) => {
      const known = stored.length > 0 ? stored : old.kept;
      const own = isOwn(old) ? withKept(known, old.inputs, at) : known;
      return showing(old, shown, shown.example || shown.link ? own : withoutKept(own, shown.inputs));
    });
  }, []);
  const show = useCallback((shown: Shown, next: readonly Kept[]) => set((old) => showing(old, shown, next)), []);

  useEffect(() => {
    if (apart) return;
    let left = false;
    // After the server's page has been taken over, which knows nothing of the browser's storage.
    void Promise.resolve().then(() => {
      if (left) return;
      const stored = readShown(read(STORED_INPUTS));
      const keptBefore = readKept(read(STORED_KEPT));
      set((old) =>
        stored && !sameInputs(stored.inputs, initial.current)
          ? showing(old, stored, stored.example ? keptBefore : withoutKept(keptBefore, stored.inputs))
          : { ...old, kept: keptBefore },
      );
      setRestored(true);
    });
    return () => {
      left = true;
    };
  }, [apart]);

  useEffect(() => {
    if (!restored || link || apart) return;
    return saveSoon(() => {
      if (sameInputs(inputs, initial.current)) remove(STORED_INPUTS);
      else write(STORED_INPUTS, shownText({ inputs, example }));
    });
  }, [inputs, example, link, restored, apart]);

  useEffect(() => {
    if (!restored || apart) return;
    // As many as the browser has room for, the newest first.
    let room = kept.length;
    while (room > 0 && !write(STORED_KEPT, JSON.stringify(kept.slice(0, room)))) room--;
    if (room === 0) remove(STORED_KEPT);
  }, [kept, restored, apart]);

  return {
    inputs,
    revision: state.revision,
    topic: state.topic,
    restored,
    example,
    link,
    kept,
    edit,
    replace,
    open,
    show,
  };
}
