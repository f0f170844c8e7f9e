import { useCallback, useEffect, useRef } from "react";
import { type ExampleId, EXAMPLES, loadExample } from "../lib/example/catalogue";
import { forgetCommands } from "./commands/recent";
import { inputsOf, type TextField } from "./inputs";
import type { Kept, Shown } from "./kept";
import { useStrings } from "./language";
import type { ToastMessage } from "./toast";
import type { StoredInputs } from "./use-stored-inputs";

interface Examples {
  openExample(id: ExampleId): void;
  /** Shows texts of one's own again, the last that gave way unless others are named. */
  back(kept?: Kept): void;
  /** Drops one's own texts from this browser. */
  forget(): void;
}

/**
 * Opening examples, and the ways back.
 * @param first what stands in for one's own texts when they are forgotten.
 * @param onOpen is told when something else is shown, and which of its texts to look at.
 */
export function useExamples(
  stored: StoredInputs,
  first: Shown,
  say: (message: ToastMessage | undefined) => void,
  onOpen: (text: TextField) => void,
): Examples {
  const t = useStrings();
  const latest = useRef(stored);
  useEffect(() => {
    latest.current = stored;
  });

  const back = useCallback(
    (kept: Kept | undefined = latest.current.kept[0]) => {
      if (!kept) return;
      latest.current.open({ inputs: kept.inputs });
      onOpen("workload");
      say(undefined);
    },
    [onOpen, say],
  );

  const openExample = useCallback(
    (id: ExampleId) => {
      loadExample(id).then(
        (request) => {
          const { example, link, kept, open } = latest.current;
          const ownIsKept = (example === undefined && !link) || kept.length > 0;
          open({ inputs: inputsOf(request), example: id });
          onOpen(EXAMPLES.find((other) => other.id === id)!.text);
          const text = t.examples.opened(t.examples.names[id], ownIsKept);
          say({ text, ...(ownIsKept ? { action: { label: t.examples.back, run: () => back() } } : {}) });
        },
        () => say({ text: t.errorTitles.unreachable }),
      );
    },
    [back, onOpen, say, t],
  );

  const forget = useCallback(() => {
    const { inputs, example, link, kept, show } = latest.current;
    const before: Shown = { inputs, ...(example ? { example } : {}), ...(link ? { link } : {}) };
    show(example ? before : first, []);
    forgetCommands();
    if (!example) onOpen("workload");
    say({ text: t.examples.forgotten, action: { label: t.undo, run: () => latest.current.show(before, kept) } });
  }, [first, onOpen, say, t]);

  return { openExample, back, forget };
}
