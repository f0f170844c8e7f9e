import { type ReactNode, useCallback, useEffect } from "react";
import { useDrop } from "../use-drop";
import { droppedFiles } from "./dropped-files";
import type { UpgradeFile } from "./file-texts";
import type { SourceTab } from "./sources-pane";
import { useUpgradeTexts } from "./texts";

interface Arrivals {
  /** The text that is looked at. */
  readonly tab: SourceTab;
  /** `side`: all of them are for that one. */
  onFiles(files: readonly UpgradeFile[], side?: "a" | "b"): Promise<void>;
}

/** Characters from which on a pasted text is kept as a file: no editor takes so many well. */
const LARGE = 200_000;

/**
 * Files and folders that are dropped anywhere, and what is pasted: what is dropped onto a side, or pasted where it is looked at, is its own.
 * @returns what is said above the page while something is being dragged over it.
 */
export function useUpgradeArrivals({ tab, onFiles }: Arrivals): ReactNode {
  const texts = useUpgradeTexts();
  const onDrop = useCallback(
    (dropped: DataTransfer, target: Element | undefined) => {
      const side = target && sideAround(target);
      void droppedFiles(dropped).then((files) => onFiles(files, side));
    },
    [onFiles],
  );
  const hint = useDrop(onDrop, texts.dropHere);

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target instanceof Element ? event.target : undefined;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const files = event.clipboardData?.files.length ?? 0;
      const inField = target?.closest("input, textarea, select, [contenteditable], .monaco-editor") != null;
      if (inField && (tab !== "workloads" || text.length < LARGE)) return;
      const side = tab === "workloads" ? undefined : tab;
      if (!inField && files > 0) void droppedFiles(event.clipboardData!).then((pasted) => onFiles(pasted, side));
      else if (text.trim() === "") return;
      else void onFiles([{ path: "pasted.yaml", file: new Blob([text]) }], side);
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener("paste", onPaste, true);
    return () => removeEventListener("paste", onPaste, true);
  }, [tab, onFiles]);

  return hint;
}

function sideAround(target: Element): "a" | "b" | undefined {
  const side = target.closest<HTMLElement>("[data-side]")?.dataset.side;
  return side === "a" || side === "b" ? side : undefined;
}
