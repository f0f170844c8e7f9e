import { useSyncExternalStore } from "react";

const QUERY = "(min-width: 56rem)";

/** Whether there is room for two columns now; in the browser only. */
export function isWide(): boolean {
  return matchMedia(QUERY).matches;
}

function subscribe(changed: () => void): () => void {
  const wide = matchMedia(QUERY);
  wide.addEventListener("change", changed);
  return () => wide.removeEventListener("change", changed);
}

/** Whether there is room for two columns. The server does not know and says no. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, isWide, () => false);
}
