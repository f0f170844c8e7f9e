import { type ReactNode, useLayoutEffect, useRef } from "react";

interface DialogProps {
  readonly label: string;
  /** Where it stands and how wide it is. */
  readonly className?: string;
  readonly children: ReactNode;
  onClose(): void;
}

/** A window over the page, open as long as it is drawn. Escape or a click beside it closes it; the focus goes back to where it was. */
export function Dialog({ label, className = "", children, onClose }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);

  // Before anything that follows the closing: what a command does with the focus counts.
  useLayoutEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>("input:not([type=checkbox])")?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={ref}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className={`m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] flex-col overflow-hidden rounded-lg border border-line bg-panel p-0 text-text shadow-lg backdrop:bg-black/30 open:flex ${className}`}
    >
      {children}
    </dialog>
  );
}
