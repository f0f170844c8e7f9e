import { useEffect } from "react";
import type { ToastMessage } from "./toast";

/**
 * Alt+Z does what the message offers, or else goes back to one's own texts.
 * @param back undefined where there is nothing to go back to.
 */
export function useWayBack(
  toast: ToastMessage | undefined,
  closeToast: () => void,
  back: (() => void) | undefined,
): void {
  const run = toast?.action?.run ?? back;
  useEffect(() => {
    if (!run) return;
    const onKeyDown = (event: KeyboardEvent) => {
      // By its place: with Alt the key types other letters on some keyboards.
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.code !== "KeyZ") return;
      event.preventDefault();
      event.stopPropagation();
      closeToast();
      run();
    };
    addEventListener("keydown", onKeyDown, true);
    return () => removeEventListener("keydown", onKeyDown, true);
  }, [run, closeToast]);
}
