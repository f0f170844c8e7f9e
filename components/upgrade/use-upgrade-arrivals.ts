import { type ReactNode, useCallback, useEffect } from "react";
import { useDrop } from "../use-drop";
import { droppedFiles } from "./dropped-files";
import type { UpgradeFile } from "./file-texts";
import type { SourceTab } from "./sources-pane";
import { useUpgradeTexts } from "./texts";

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
 * @returns what is said above the page while something is being dragged over it.
 */
export function useUpgradeArrivals({ tab, onFiles, onSide }: Arrivals): ReactNode {
  const texts = useUpgradeTexts();
  const onDrop = useCallback(
    (dropped: DataTransfer, target: Element | undefined) => {
      const side = target && sideAround(target);
      void droppedFiles(dropped).then(async (files) => {
        if (side && files.length === 1) onSide(side, await files[0]!.file.text());
        else await onFiles(files);
      });
    },
    [onFiles, onSide],
  );
  const hint = useDrop(onDrop, texts.dropHere);

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

  return hint;
}

function sideAround(target: Element): "a" | "b" | undefined {
  const side = target.closest<HTMLElement>("[data-side]")?.dataset.side;
  return side === "a" || side === "b" ? side : undefined;
}
