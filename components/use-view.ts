import { useCallback, useState } from "react";
import type { ChangeFilter, SideLine } from "../lib/view/change-filter";
import type { Sides } from "../lib/view/comparison";
import { setCaret } from "./why/caret";

/** What is looked at of a result, beside where the caret is (why/caret.ts): a plain object, so that a link can carry it. */
export interface View {
  /** The object of the workload text; undefined for the first that makes pods. */
  readonly object?: number;
  /** The steps that are compared; undefined for the whole injection. */
  readonly sides?: Sides;
  readonly filter: ChangeFilter;
  /** The line that a link selects: shown when it comes. */
  readonly line?: SideLine;
}

const FIRST: View = { filter: {} };

/** What is looked at, and how to change a part of it. */
export function useView(first = FIRST): [View, (part: Partial<View>) => void] {
  const [view, setView] = useState(first);
  const change = useCallback((part: Partial<View>) => {
    // A line of other steps, or of another object, is not the one that was looked at.
    if ("sides" in part || "object" in part) setCaret(undefined);
    setView((old) => ({ ...old, ...part }));
  }, []);
  return [view, change];
}
