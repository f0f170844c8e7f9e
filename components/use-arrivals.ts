import { type ReactNode, useCallback, useEffect } from "react";
import { type Arrival, pastedArrival, readFiles, sortedArrival } from "./arrivals";
import { TEXT_FIELDS, type TextField } from "./inputs";
import { useStrings } from "./language";
import { useDrop } from "./use-drop";
import type { Editors } from "./use-editors";

/**
 * Files dropped anywhere on the page, and text that is pasted: anywhere but in a field, or in a field where it does not belong.
 * @param beside whether live pods are to be held against the workload that is there.
 * @param onPaste is told before the field takes the text; the paste is an ordinary one if it comes to undefined.
 * @returns what is said above the page while something is being dragged over it.
 */
export function useArrivals(
  editors: Editors | undefined,
  beside: boolean,
  onArrival: (arrival: Promise<Arrival>) => void,
  onPaste: (arrival: Promise<Arrival | undefined>) => void,
): ReactNode {
  const t = useStrings();
  const onDrop = useCallback(
    (dropped: DataTransfer) => onArrival(readFiles([...dropped.files], t, beside)),
    [onArrival, t, beside],
  );
  const hint = useDrop(onDrop, t.dropHere);

  useEffect(() => {
    const onClipboard = (event: ClipboardEvent) => {
      const target = event.target instanceof Element ? event.target : undefined;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const field = target && fieldAround(target);
      if (field) {
        if (text.trim() !== "") onPaste(pastedArrival(text, field, replacesAll(target, editors), t));
      } else if (!target?.closest("input, textarea, select, [contenteditable], .monaco-editor")) {
        if (files.length > 0) onArrival(readFiles(files, t, beside));
        else if (text.trim() !== "") onArrival(sortedArrival([text], t, beside));
      }
    };
    // While the field still has what it had.
    addEventListener("paste", onClipboard, true);
    return () => removeEventListener("paste", onClipboard, true);
  }, [editors, beside, onArrival, onPaste, t]);

  return hint;
}

function fieldAround(target: Element): TextField | undefined {
  const name = target.closest<HTMLElement>("[data-field]")?.dataset.field;
  return TEXT_FIELDS.find((field) => field === name);
}

/** Whether what is pasted takes the place of all text of its field. */
function replacesAll(target: Element, editors: Editors | undefined): boolean {
  if (target.closest(".monaco-editor")) return editors?.replacesAll() ?? false;
  if (!(target instanceof HTMLTextAreaElement)) return false;
  const { value, selectionStart, selectionEnd } = target;
  return (value.slice(0, selectionStart) + value.slice(selectionEnd)).trim() === "";
}
