import { useEffect } from "react";

/** What the page is called, in its language; after it has given itself the title that all pages have. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    const timer = setTimeout(() => (document.title = title));
    return () => clearTimeout(timer);
  }, [title]);
}
