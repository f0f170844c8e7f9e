import { useDeferredValue, useMemo, useState } from "react";
import { differingLines } from "../../lib/view/line-diff";
import { ReleaseOptions } from "../header-parts";
import { InputPane } from "../input/input-pane";
import { type InputTab, tabOf } from "../input/input-tab";
import { differingOptions, type InputOptions, type Inputs, TEXT_FIELDS, type TextField } from "../inputs";
import { useLanguage } from "../language";
import type { Editors } from "../use-editors";
import type { PlacedError } from "../use-errors";
import { COMPARE_TEXTS } from "./texts";
import type { SideName } from "./use-sides";

/** A line of a side to show. */
export interface SidePlace {
  readonly field: TextField;
  readonly line: number;
  readonly column?: number;
}

interface SideInputsProps {
  readonly side: SideName;
  readonly inputs: Inputs;
  /** The inputs of the other side: what is not the same is marked. */
  readonly other: Inputs;
  /** The release that the engine found in this side. */
  readonly found: string;
  readonly releases: readonly string[];
  readonly revision: number;
  readonly tab: InputTab;
  readonly errors: readonly PlacedError[];
  readonly reveal: SidePlace | undefined;
  readonly editors: Editors | undefined;
  readonly dark: boolean;
  onTab(tab: InputTab): void;
  onInputs(change: (old: Inputs) => Inputs): void;
}

/** The inputs of one situation: those of the explorer, with its release, and a mark where they are not as on the other side. */
export function SideInputs(props: SideInputsProps) {
  const { side, inputs, other, found, releases, onInputs, ...pane } = props;
  const { strings: t, language } = useLanguage();
  const texts = COMPARE_TEXTS[language];
  const notes: Partial<Record<InputTab, string>> = {};
  const fieldNotes: Partial<Record<TextField | keyof InputOptions, string>> = {};
  if (side === "b") {
    for (const field of TEXT_FIELDS)
      if (inputs[field] !== other[field]) notes[tabOf(field)] = fieldNotes[field] = texts.otherThanA;
    // The release has its own mark, beside its list.
    for (const name of differingOptions(inputs.options, other.options))
      if (name !== "release") notes.more = fieldNotes[name] = texts.otherThanA;
  }
  const field = pane.tab === "more" ? undefined : pane.tab;
  // Behind what is being typed: two ConfigMaps have thousands of lines.
  const [mine, theirs] = [useDeferredValue(field && inputs[field]), useDeferredValue(field && other[field])];
  const barred = useMemo(
    () =>
      side === "b" && mine !== undefined && theirs !== undefined && mine !== theirs
        ? { ranges: differingLines(theirs, mine), note: texts.otherThanA }
        : undefined,
    [side, mine, theirs, texts],
  );
  // The bars are gone through in turn, from the first one of each text; what the page reveals later comes first again.
  const [stop, setStop] = useState<{ readonly place: SidePlace; readonly after: unknown }>();
  const places = field && barred ? barred.ranges : [];
  const nextPlace = () => {
    const line = stop?.place.field === field ? stop!.place.line : 0;
    const next = places.find((place) => place.line > line) ?? places[0]!;
    setStop({ place: { field: field!, line: next.line }, after: pane.reveal });
  };
  const reveal = stop?.after === pane.reveal ? (stop?.place ?? pane.reveal) : pane.reveal;
  const { release } = inputs.options;
  const otherRelease = side === "b" && release !== other.options.release;
  return (
    <section
      data-side={side}
      data-part=""
      aria-label={texts.sideLong(side)}
      className="flex min-h-0 min-w-0 flex-col border-line not-last:border-r max-wide:h-[48dvh] max-wide:border-b"
    >
      <div className="flex min-h-9 shrink-0 items-center gap-2 border-b border-line bg-panel px-3">
        <h2 className="rounded bg-accent-soft px-1.5 font-semibold text-accent">{texts.side(side)}</h2>
        <label className="flex items-center gap-1.5 text-muted">
          <span>{t.release}</span>
          <select
            className={`control ${otherRelease ? "border-accent text-accent" : ""}`}
            value={release}
            onChange={({ target }) =>
              onInputs((old) => ({ ...old, options: { ...old.options, release: target.value } }))
            }
          >
            <ReleaseOptions found={found} releases={releases} />
          </select>
        </label>
        {otherRelease && <span className="text-[12px] text-accent">{texts.otherThanA}</span>}
        {places.length > 0 && (
          <button
            type="button"
            className="quiet ml-auto text-[12px] text-accent"
            title={texts.toPlace}
            onClick={nextPlace}
          >
            <span aria-hidden="true" className="mr-1.5 inline-block h-3 w-[3px] rounded bg-accent align-[-1px]" />
            {texts.places(places.length)}
          </button>
        )}
      </div>
      <InputPane
        {...pane}
        inputs={inputs}
        reveal={reveal}
        scope={`${side}.`}
        notes={notes}
        fieldNotes={fieldNotes}
        barred={barred}
        onInputs={onInputs}
      />
    </section>
  );
}
