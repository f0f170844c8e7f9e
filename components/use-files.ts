import { useEffect, useState } from "react";
import type { Slot } from "../lib/view/sort-texts";
import type { Inputs } from "./inputs";
import { tabOf } from "./input/input-pane";
import { useStrings } from "./language";
import type { Strings } from "./strings/en";

/** Texts that were put in their places, and what to say about it. */
export interface Arrival {
  readonly message: string;
  readonly texts: Partial<Pick<Inputs, Slot>>;
}

const MAX_BYTES = 6 * 1024 * 1024;

/** Reads files and sorts what they hold by where it belongs. The YAML reader for this is loaded when first needed. */
export async function readFiles(files: readonly File[], t: Strings): Promise<Arrival> {
  const texts: string[] = [];
  for (const file of files) {
    if (file.size > MAX_BYTES) return { message: t.tooLarge(file.name), texts: {} };
    const text = await file.text();
    if (text.includes("\u0000")) return { message: t.unreadable(file.name), texts: {} };
    texts.push(text);
  }
  return sortedArrival(texts, t);
}

/** Sorts pasted or dropped texts. */
export async function sortedArrival(texts: readonly string[], t: Strings): Promise<Arrival> {
  const { sortTexts } = await import("../lib/view/sort-texts");
  const sorted = sortTexts(texts);
  if (sorted.texts.size === 0) return { message: t.sortedNothing, texts: {} };
  const parts = sorted.found.map(({ slot, kind, count }) => t.sortedPart(count, kind, t.tabs[tabOf(slot)]));
  return { message: t.sorted(parts), texts: Object.fromEntries(sorted.texts) };
}

/**
 * Files dropped anywhere on the page, and text pasted where no field has the focus.
 * @returns whether something is being dragged over the page.
 */
export function useArrivals(onArrival: (arrival: Promise<Arrival>) => void): boolean {
  const t = useStrings();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      onArrival(readFiles([...(event.dataTransfer?.files ?? [])], t));
    };
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest("input, textarea, select, [contenteditable], .monaco-editor")) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (files.length > 0) onArrival(readFiles(files, t));
      else if (text.trim() !== "") onArrival(sortedArrival([text], t));
    };
    addEventListener("dragover", onDragOver);
    addEventListener("dragleave", onDragLeave);
    // Before an editor under the pointer takes the drop for itself.
    addEventListener("drop", onDrop, true);
    addEventListener("paste", onPaste);
    return () => {
      removeEventListener("dragover", onDragOver);
      removeEventListener("dragleave", onDragLeave);
      removeEventListener("drop", onDrop, true);
      removeEventListener("paste", onPaste);
    };
  }, [onArrival, t]);

  return over;
}
