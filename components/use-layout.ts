import { useCallback, useEffect, useState } from "react";
import { read, write } from "./storage";
import { STORED_LAYOUT } from "./storage-keys";

/** How the page is divided; kept in the browser. */
export interface Layout {
  /** The inputs' share of the width. */
  readonly split: number;
  /** The details' share of the result's height. */
  readonly details: number;
  readonly detailsOpen: boolean;
  /** The difference in one column. */
  readonly inline: boolean;
}

const DEFAULT: Layout = { split: 0.38, details: 0.3, detailsOpen: true, inline: false };

/** The layout, and how to change a part of it. */
export function useLayout(): [Layout, (part: Partial<Layout>) => void] {
  const [layout, setLayout] = useState(DEFAULT);

  useEffect(() => {
    let left = false;
    // After the server's page has been taken over, which knows nothing of the browser's storage.
    void Promise.resolve().then(() => {
      const stored = restored(read(STORED_LAYOUT));
      if (stored && !left) setLayout(stored);
    });
    return () => {
      left = true;
    };
  }, []);

  const change = useCallback((part: Partial<Layout>) => {
    setLayout((old) => {
      const next = { ...old, ...part };
      write(STORED_LAYOUT, JSON.stringify(next));
      return next;
    });
  }, []);
  return [layout, change];
}

function restored(text: string | null): Layout | undefined {
  try {
    const stored = JSON.parse(text ?? "null") as Partial<Layout> | null;
    if (!stored) return undefined;
    const share = (value: unknown, otherwise: number) =>
      typeof value === "number" && value >= 0.1 && value <= 0.8 ? value : otherwise;
    return {
      split: share(stored.split, DEFAULT.split),
      details: share(stored.details, DEFAULT.details),
      detailsOpen: stored.detailsOpen !== false,
      inline: stored.inline === true,
    };
  } catch {
    return undefined;
  }
}
