import { useEffect } from "react";

/** Milliseconds after which the page is kept for when there is no server: behind all that is needed at once. */
const LATER = 5000;

/** Has the browser keep the page. If that fails, the next visit tries again. */
export function useKeptPage(): void {
  useEffect(() => {
    if (process.env.NODE_ENV !== "production") return;
    const timer = setTimeout(() => {
      import("./keep").then(({ keepPage }) => keepPage()).catch(() => undefined);
    }, LATER);
    return () => clearTimeout(timer);
  }, []);
}
