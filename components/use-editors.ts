import { useEffect, useState } from "react";

export type Editors = typeof import("./editor");

/** The editors, once they are loaded; asked for when the page is drawn and `wanted`. */
export function useEditors(wanted: boolean): Editors | undefined {
  const [editors, setEditors] = useState<Editors>();

  useEffect(() => {
    if (!wanted) return;
    let left = false;
    const load = () => {
      import("./editor").then(
        (loaded) => {
          if (!left) setEditors(loaded);
        },
        // Without the network the plain texts stay, and work.
        () => undefined,
      );
    };
    const later = typeof requestIdleCallback === "function" ? requestIdleCallback(load, { timeout: 300 }) : undefined;
    const timer = later === undefined ? setTimeout(load, 50) : undefined;
    return () => {
      left = true;
      if (later !== undefined) cancelIdleCallback(later);
      clearTimeout(timer);
    };
  }, [wanted]);

  return wanted ? editors : undefined;
}
