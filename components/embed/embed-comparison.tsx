import { useEffect, useMemo, useRef, useState } from "react";
import type { ComparedChange, CompareResult } from "../../lib/compare/api";
import type { Place } from "../../lib/index";
import { entryKey } from "../../lib/view/entries";
import { UNLIT } from "../../lib/view/why";
import { CausesTable } from "../compare/causes-table";
import { errorOf, mostTelling, nameOf, outcomeLook, shownOf } from "../compare/comparison-view";
import { COMPARE_TEXTS } from "../compare/texts";
import type { Compared, SideName } from "../compare/use-sides";
import type { DiffHandle, DiffPlace } from "../editor/diff-view";
import { fieldOf } from "../failure";
import type { TextField } from "../inputs";
import { useLanguage } from "../language";
import { DiffArea } from "../result/diff-area";
import { stepName } from "../result/stepper";
import { useChanges } from "../result/use-changes";
import { useTheme } from "../use-theme";
import type { View } from "../use-view";
import { EmbedFrame } from "./embed-frame";
import { ReadText } from "./read-text";

interface EmbedComparisonProps {
  readonly compared: Compared;
  readonly result: CompareResult;
  readonly view: View;
  readonly changed: boolean;
  readonly lesson: string | undefined;
  /** Where it can be changed. */
  readonly opens: string;
}

/** The difference of a link's two situations, what made each change, and their texts, to be read. */
export function EmbedComparison({ compared, result, view, changed, lesson, opens }: EmbedComparisonProps) {
  const { strings: t, language } = useLanguage();
  const texts = COMPARE_TEXTS[language];
  const { dark } = useTheme();
  const [reveal, setReveal] = useState<DiffPlace>();
  const [text, setText] = useState<{ readonly side: SideName; readonly field: TextField; readonly line?: number }>();
  const handleRef = useRef<DiffHandle>(null);
  useEffect(() => {
    // One's own stored text has no place here.
    delete document.documentElement.dataset.restoring;
  }, []);

  const { objects } = result;
  const selected = view.object !== undefined && view.object < objects.length ? view.object : mostTelling(objects);
  const object = objects[selected];
  const { steps, left, right, comparison } = useMemo(() => shownOf(compared, object), [compared, object]);
  const changes = useChanges(comparison, view.filter, setReveal);
  const go = (side: SideName, { line, ...place }: Place) => {
    const field = fieldOf(place);
    if (field) setText({ side, field, line });
  };
  const nameOfText = ({ side, field }: { readonly side: SideName; readonly field: TextField }) =>
    `${texts.side(side)}${t.punctuation.colon}${t.fields[field]}`;

  return (
    <EmbedFrame
      tabs={[
        { name: texts.showResult, chosen: text === undefined, choose: () => setText(undefined) },
        ...(text ? [{ name: nameOfText(text), chosen: true, choose: () => undefined }] : []),
      ]}
      changed={changed}
      lesson={lesson}
      opens={opens}
    >
      {text ? (
        <ReadText text={compared[text.side][text.field]} label={nameOfText(text)} line={text.line} />
      ) : (
        <>
          <p className="shrink-0 px-3 py-1.5">
            {object && <span className="font-mono text-[12.5px]">{nameOf(object)} </span>}
            <strong data-testid="outcome" className={outcomeLook(object?.outcome)}>
              {object ? texts.outcomes[object.outcome] : t.noObjects}{" "}
              {comparison && texts.changes(comparison.changes.length)}
            </strong>
          </p>
          {(["a", "b"] as const).map((side) => {
            const error = errorOf(side, result, object);
            return (
              error && (
                <p key={side} data-testid="error" className="shrink-0 border-t border-bad/40 bg-bad-soft px-3 py-1.5">
                  <strong className="font-semibold text-bad">{texts.failed(side)}</strong>{" "}
                  <code className="font-mono text-[12.5px] wrap-anywhere whitespace-pre-wrap">
                    {error.message.trimEnd()}
                  </code>
                </p>
              )
            );
          })}
          {comparison && (
            <>
              <div data-reading="" className="min-h-48 flex-[3] border-t border-line">
                <DiffArea
                  topic={`embedded ${nameOf(object!)}`}
                  comparison={comparison}
                  marks={changes.marks}
                  dimmed={changes.dimmed}
                  leftName={`A ${stepName(left, steps, t)}`}
                  rightName={`B ${stepName(right, steps, t)}`}
                  editors={undefined}
                  inline={false}
                  reveal={reveal}
                  lit={UNLIT}
                  onSource={() => undefined}
                  dark={dark}
                  handleRef={handleRef}
                />
              </div>
              {changes.shown.length > 0 && (
                <div
                  tabIndex={0}
                  role="region"
                  aria-label={texts.table}
                  className="min-h-24 flex-[2] overflow-y-auto border-t border-line"
                >
                  <CausesTable
                    changes={changes.shown as readonly ComparedChange[]}
                    current={changes.at && entryKey(changes.at.entry)}
                    onShow={changes.show}
                    onGo={go}
                  />
                </div>
              )}
            </>
          )}
        </>
      )}
    </EmbedFrame>
  );
}
