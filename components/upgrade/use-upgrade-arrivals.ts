import { useEffect, useState } from "react";
import { droppedFiles } from "./dropped-files";
import type { UpgradeFile } from "./file-texts";
import type { SourceTab } from "./sources-pane";

interface Arrivals {
  /** The text that is looked at. */
  readonly tab: SourceTab;
  onFiles(files: readonly UpgradeFile[]): Promise<void>;
  onSide(side: "a" | "b", text: string): void;
}

/** Characters from which on a pasted text is kept as a file: no editor takes so many well. */
const LARGE = 200_000;

/**
 * Files and folders that are dropped anywhere, and what is pasted: where a side is looked at, one text is that side's injector.
 * @returns whether something is being dragged over the page.
 */
export function useUpgradeArrivals({ tab, onFiles, onSide }: Arrivals): boolean {
  const [over, setOver] = useState(false);

  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      const side = event.target instanceof Element ? sideAround(event.target) : undefined;
      void droppedFiles(event.dataTransfer).then(async (files) => {
        if (side && files.length === 1) onSide(side, await files[0]!.file.text());
        else await onFiles(files);
      });
    };
    addEventListener("dragover", onDragOver);
    addEventListener("dragleave", onDragLeave);
    // Before an editor under the pointer takes the drop for itself.
    addEventListener("drop", onDrop, true);
    return () => {
      removeEventListener("dragover", onDragOver);
      removeEventListener("dragleave", onDragLeave);
      removeEventListener("drop", onDrop, true);
    };
  }, [onFiles, onSide]);

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target instanceof Element ? event.target : undefined;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const files = event.clipboardData?.files.length ?? 0;
      const inField = target?.closest("input, textarea, select, [contenteditable], .monaco-editor") != null;
      if (inField && (tab !== "workloads" || text.length < LARGE)) return;
      if (!inField && files > 0) void droppedFiles(event.clipboardData!).then(onFiles);
      else if (text.trim() === "") return;
      else if (tab === "workloads") void onFiles([{ path: "pasted.yaml", file: new Blob([text]) }]);
      else onSide(tab, text);
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener("paste", onPaste, true);
    return () => removeEventListener("paste", onPaste, true);
  }, [tab, onFiles, onSide]);

  return over;
}

function sideAround(target: Element): "a" | "b" | undefined {
  const side = target.closest<HTMLElement>("[data-side]")?.dataset.side;
  return side === "a" || side === "b" ? side : undefined;
}
