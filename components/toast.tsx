import { useEffect } from "react";
import { useTooltip } from "./commands/use-commands";
import { useStrings } from "./language";

export interface ToastMessage {
  readonly text: string;
  /** A way back. */
  readonly action?: { readonly label: string; run(): void };
}

/** Milliseconds that a message stays. */
const STAY = 8000;

/** A short message at the lower edge, with a way back where there is one. */
export function Toast({ message, onClose }: { readonly message: ToastMessage | undefined; onClose(): void }) {
  const t = useStrings();
  const { title, ...keys } = useTooltip("text.back");
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(onClose, STAY);
    return () => clearTimeout(timer);
  }, [message, onClose]);

  return (
    <div
      role="status"
      data-testid="toast"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-50 flex justify-center px-3"
    >
      {message && (
        <div className="pointer-events-auto flex items-center gap-1 rounded-lg border border-line bg-raised py-1 pr-1 pl-3 shadow-lg">
          <span className="max-w-2xl wrap-anywhere">{message.text}</span>
          {message.action && (
            <button
              type="button"
              className="quiet font-semibold whitespace-nowrap"
              title={title}
              {...keys}
              onClick={() => {
                onClose();
                message.action?.run();
              }}
            >
              {message.action.label}
              <kbd aria-hidden="true" className="font-sans text-[11.5px] font-normal max-wide:hidden">
                {/\((.*)\)$/.exec(title)?.[1]}
              </kbd>
            </button>
          )}
          <button type="button" className="quiet" aria-label={t.dismiss} onClick={onClose}>
            ✕
          </button>
        </div>
      )}
    </div>
  );
}
