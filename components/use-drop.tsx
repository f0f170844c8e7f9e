import { type ReactNode, useEffect, useState } from "react";

/**
 * Takes what is dropped anywhere on the page, before an editor under the pointer takes it for itself.
 * @param onDrop is told of drops that hold files; the event's data is gone when it returns.
 * @param hint what is said above the page while files are being dragged over it.
 * @returns that hint, while it is to be seen.
 */
export function useDrop(onDrop: (dropped: DataTransfer, target: Element | undefined) => void, hint: string): ReactNode {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDropped = (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      onDrop(event.dataTransfer, event.target instanceof Element ? event.target : undefined);
    };
    addEventListener("dragover", onDragOver);
    addEventListener("dragleave", onDragLeave);
    addEventListener("drop", onDropped, true);
    return () => {
      removeEventListener("dragover", onDragOver);
      removeEventListener("dragleave", onDragLeave);
      removeEventListener("drop", onDropped, true);
    };
  }, [onDrop]);

  return (
    over && (
      <div className="pointer-events-none fixed inset-3 z-40 grid place-items-center rounded-lg border-2 border-dashed border-accent bg-accent-soft/90 p-8 text-center text-[16px] font-semibold text-accent">
        {hint}
      </div>
    )
  );
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}
