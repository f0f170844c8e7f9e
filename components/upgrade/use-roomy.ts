import { useSyncExternalStore } from "react";

/** Where there is room for two pods beside each other, beside all else. */
const QUERY = "(min-width: 100rem)";

function subscribe(changed: () => void): () => void {
  const roomy = matchMedia(QUERY);
  roomy.addEventListener("change", changed);
  return () => roomy.removeEventListener("change", changed);
}

/** Whether a difference has room for its two sides. The server does not know and says no. */
export function useRoomy(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(QUERY).matches,
    () => false,
  );
}
