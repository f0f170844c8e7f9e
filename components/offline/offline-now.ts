import { type ReactNode, useSyncExternalStore } from "react";

let notice: ReactNode;
const listeners = new Set<() => void>();

/** Says who answers now: the server, or (with what the page says of it) this browser. */
export function setOffline(next: ReactNode): void {
  if (next === notice) return;
  notice = next;
  for (const listener of listeners) listener();
}

/** What the page says while this browser answers; undefined while the server does. */
export function useOffline(): ReactNode {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notice,
    () => undefined,
  );
}
