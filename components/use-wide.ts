import { useSyncExternalStore } from "react";

const QUERY = "(min-width: 56rem)";

function subscribe(changed: () => void): () => void {
  const wide = matchMedia(QUERY);
  wide.addEventListener("change", changed);
  return () => wide.removeEventListener("change", changed);
}

/** Whether there is room for two columns. The server does not know and says no. */
export function useWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(QUERY).matches,
    () => false,
  );
}
