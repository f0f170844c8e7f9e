import { useSyncExternalStore } from "react";
import type { Strings } from "./en";

/** The page's second language comes only for who wants it. English comes with the page: it is also what commands are found by. */

let known: Strings | undefined;
let loading: Promise<Strings> | undefined;
const listeners = new Set<() => void>();

/** The Chinese texts, loaded once; rejects where they cannot be had, and may be asked for again then. */
export function loadChinese(): Promise<Strings> {
  loading ??= import("./zh").then(
    ({ zh }) => {
      known = zh;
      for (const tell of listeners) tell();
      return zh;
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** The Chinese texts, if they are here. */
export const chineseNow = (): Strings | undefined => known;

/** The same for who draws: it is drawn again when they come. */
export function useChinese(): Strings | undefined {
  return useSyncExternalStore(subscribe, chineseNow, () => undefined);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

// Who reads Chinese waits for the texts before the page comes alive: asked for while the rest is still being read, they are soon here.
if (typeof document !== "undefined" && document.documentElement.lang.startsWith("zh"))
  loadChinese().catch(() => undefined);
