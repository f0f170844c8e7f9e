import { type RefObject, useCallback } from "react";
import type { Inputs, TextField } from "./inputs";
import { useStrings } from "./language";
import type { ToastMessage } from "./toast";

/** Lays out one of the texts as YAML; the message says how it went, and offers the way back. What does so is loaded when first needed. */
export function useFormat(
  field: TextField | undefined,
  latest: RefObject<Inputs>,
  replace: (inputs: Inputs) => void,
  say: (message: ToastMessage) => void,
): () => void {
  const t = useStrings();
  return useCallback(() => {
    if (!field) return;
    import("../lib/view/format-yaml").then(
      ({ formatYaml }) => {
        const old = latest.current;
        const result = formatYaml(old[field]);
        if ("line" in result) say({ text: t.commands.notFormatted(result.line) });
        else if (result.text === old[field]) say({ text: t.commands.alreadyFormatted });
        else {
          replace({ ...old, [field]: result.text });
          say({ text: t.commands.formatted, action: { label: t.undo, run: () => replace(old) } });
        }
      },
      () => say({ text: t.errorTitles.unreachable }),
    );
  }, [field, latest, replace, say, t]);
}
