import { useMemo, useState } from "react";
import {
  type ChangeFilter,
  dimmedLines,
  type Dimmed,
  filterChoices,
  type FilterChoices,
  passes,
  type SideLine,
  stopAt,
  stopFrom,
  type Stop,
  stopsOf,
} from "../../lib/view/change-filter";
import type { Comparison } from "../../lib/view/comparison";
import { entriesOf, type Entry, entryKey, entryPlace } from "../../lib/view/entries";
import type { Mark } from "../../lib/view/marks";
import type { DiffPlace } from "../editor/diff-view";
import { setCaret, useCaret } from "../why/caret";

/** The changes of a comparison that a filter lets through, and the way from one to the next. */
export interface Changes {
  /** All of them; undefined where texts are compared, or nothing. */
  readonly entries: readonly Entry[] | undefined;
  /** Those that the filter lets through. */
  readonly shown: readonly Entry[];
  readonly choices: FilterChoices;
  readonly marks: readonly Mark[];
  /** Lines that step back behind those of the filter. */
  readonly dimmed: Dimmed;
  readonly stops: readonly Stop[];
  /** The change at the caret. */
  readonly at: Stop | undefined;
  /** Shows an entry in the difference. */
  show(entry: Entry): void;
  /** Shows the next or the previous entry. @returns undefined where there is none. */
  go(direction: "next" | "previous"): Stop | undefined;
}

const NONE: readonly never[] = [];
const UNDIMMED: Dimmed = { left: NONE, right: NONE };

/** One filter for the table, the marks, the difference, and the next and previous change. */
export function useChanges(
  comparison: Comparison | undefined,
  filter: ChangeFilter,
  onReveal: (place: DiffPlace) => void,
): Changes {
  const entries = useMemo(() => comparison && entriesOf(comparison), [comparison]);
  const shown = useMemo(() => (entries ?? NONE).filter((entry) => passes(filter, entry)), [entries, filter]);
  const choices = useMemo(() => filterChoices(entries ?? NONE, filter), [entries, filter]);
  const marks = useMemo(
    () => (comparison?.marks ?? NONE).filter(({ entry }) => passes(filter, entry)),
    [comparison, filter],
  );
  const dimmed = useMemo(
    () => (comparison && entries ? dimmedLines(comparison, entries, filter) : UNDIMMED),
    [comparison, entries, filter],
  );
  const stops = useMemo(
    () => (comparison && entries ? stopsOf(comparison, entries, filter) : NONE),
    [comparison, entries, filter],
  );

  const caret = useCaret();
  const [here, setHere] = useState<SideLine>();
  const [last, setLast] = useState<string>();
  // In an input the caret says nothing of the difference: there one stays where one was.
  const now = caret?.on === "input" ? here : caret && { side: caret.on, line: caret.line };
  if (now?.side !== here?.side || now?.line !== here?.line) setHere(now);

  const reveal = (entry: Entry, { side, line }: SideLine) => {
    setLast(entryKey(entry));
    onReveal({ side, line });
    setCaret({ on: side, line, quiet: true });
  };
  return {
    entries,
    shown,
    choices,
    marks,
    dimmed,
    stops,
    at: stopAt(stops, now, last),
    show(entry) {
      const place = comparison && entryPlace(entry, comparison);
      if (place) reveal(entry, { side: place.side, line: place.lines[0] });
    },
    go(direction) {
      const stop = stopFrom(stops, now, direction, last);
      if (stop) reveal(stop.entry, stop.place);
      return stop;
    },
  };
}
