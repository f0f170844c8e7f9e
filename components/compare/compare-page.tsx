"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ComparedChange } from "../../lib/compare/api";
import type { InjectRequest, Place, ResultError } from "../../lib/index";
import type { ChangeFilter } from "../../lib/view/change-filter";
import { comparisonHash } from "../../lib/links/result-hash";
import { entryKey } from "../../lib/view/entries";
import { UNLIT } from "../../lib/view/why";
import { CommandWindows } from "../commands/command-windows";
import { useCommand } from "../commands/use-commands";
import { useCommonCommands } from "../commands/use-common-commands";
import type { DiffHandle, DiffPlace } from "../editor/diff-view";
import { fieldOf } from "../failure";
import { type InputTab, tabOf } from "../input/input-tab";
import { type Inputs, inputsOf } from "../inputs";
import { useLanguage } from "../language";
import { Terms } from "../learn/terms";
import { useOffline } from "../offline/offline-now";
import { useKeptPage } from "../offline/use-kept-page";
import { DiffArea } from "../result/diff-area";
import { FilterSelects } from "../result/filter-selects";
import { stepName } from "../result/stepper";
import { useChanges } from "../result/use-changes";
import { type Pane, PaneSwitch } from "../pane-switch";
import { Separator } from "../separator";
import { ShareWindow } from "../share/share-window";
import { Toast, type ToastMessage } from "../toast";
import { useEditors } from "../use-editors";
import type { PlacedError } from "../use-errors";
import { useTheme } from "../use-theme";
import { useWide } from "../use-wide";
import { CausesTable } from "./causes-table";
import { CompareHeader } from "./compare-header";
import { errorOf, mostTelling, nameOf, outcomeLook, readComparison, shownOf } from "./comparison-view";
import { SideInputs, type SidePlace } from "./side-inputs";
import { COMPARE_TEXTS } from "./texts";
import { askCompared, useCompared } from "./use-compared";
import { useComparedLink } from "./use-compared-link";
import { type Compared, type SideName, useSides } from "./use-sides";

interface ComparePageProps {
  readonly example: { readonly a: InjectRequest; readonly b: InjectRequest };
  /** The text of the example's answer: compared on the server, so that the first page shows it. */
  readonly exampleResult: string;
  readonly releases: readonly string[];
}

const SIDES = ["a", "b"] as const;

/** The page of two situations: their inputs beside each other, and below what is not the same of their pods, and why. */
export function ComparePage({ example, exampleResult, releases }: ComparePageProps) {
  const { strings: t, language } = useLanguage();
  const texts = COMPARE_TEXTS[language];
  const [first] = useState(() => {
    const asked: Compared = { a: inputsOf(example.a), b: inputsOf(example.b), step: "final", stepB: "final" };
    return { asked, result: readComparison(exampleResult) };
  });
  const sides = useSides(first.asked);
  const { now, revision, edit, replace, choose } = sides;
  const { answer, refusal, retry } = useCompared(now, first);
  const offline = useOffline();
  useKeptPage();
  const { theme, dark, choose: chooseTheme, next: nextTheme } = useTheme();
  const editors = useEditors(useWide());
  const [tab, setTab] = useState<InputTab>("injector");
  const [revealed, setRevealed] = useState<SidePlace & { readonly side: SideName }>();
  const [pane, setPane] = useState<Pane>("result");
  const [height, setHeight] = useState(0.36);
  const [tableHeight, setTableHeight] = useState(0.34);
  const [chosen, setChosen] = useState<number>();
  const [filter, setFilter] = useState<ChangeFilter>({});
  const [reveal, setReveal] = useState<DiffPlace>();
  const [toast, setToast] = useState<ToastMessage>();
  const closeToast = useCallback(() => setToast(undefined), []);
  const handleRef = useRef<DiffHandle>(null);

  const linkBar = useComparedLink({
    sides,
    answer,
    releases,
    onView: ({ object: index, filter: wanted }) => {
      setChosen(index);
      setFilter(wanted);
    },
  });
  const sharedView = useMemo(
    () => ({ object: chosen, sides: { left: now.step, right: now.stepB }, filter }),
    [chosen, now.step, now.stepB, filter],
  );
  const compared = useMemo(
    () => ({
      other: now.b,
      hash: (a: Inputs, b: Inputs, signal: AbortSignal) =>
        askCompared({ ...now, a, b }, signal).then(comparisonHash, () => undefined),
    }),
    [now],
  );
  // What was kept takes the place of the example before anything is seen of it.
  useEffect(() => {
    if (sides.restored) delete document.documentElement.dataset.restoring;
  }, [sides.restored]);
  const { result } = answer;
  const selected = chosen !== undefined && chosen < result.objects.length ? chosen : mostTelling(result.objects);
  const object = result.objects[selected];
  const { steps, left, right, comparison } = useMemo(() => shownOf(answer.asked, object), [answer, object]);
  const changes = useChanges(comparison, filter, setReveal);

  const go = (side: SideName, place: Place) => {
    const field = fieldOf(place);
    setPane("inputs");
    if (!field) {
      setTab("more");
      return;
    }
    setTab(tabOf(field));
    if (place.line !== undefined) setRevealed({ side, field, line: place.line, column: place.column });
  };
  const change = (next: Compared, text: string) => {
    const old = now;
    replace(next);
    setToast({ text, action: { label: t.undo, run: () => replace(old) } });
  };
  const copy = () => change({ ...now, b: now.a }, texts.copied);
  const swap = () => replace({ a: now.b, b: now.a, step: now.stepB, stepB: now.step });
  const showExample = () => change(first.asked, texts.shownExample);

  useCommand("change.next", () => void changes.go("next"), changes.stops.length > 0);
  useCommand("change.previous", () => void changes.go("previous"), changes.stops.length > 0);
  useCommand("compare.copy", copy);
  useCommand("compare.swap", swap);
  useCommand("tab.workload", () => setTab("workload"));
  useCommand("tab.injector", () => setTab("injector"));
  useCommand("tab.mesh", () => setTab("mesh"));
  useCommand("tab.more", () => setTab("more"));
  useCommonCommands(chooseTheme);
  useCommand("text.back", () => toast?.action?.run(), toast?.action !== undefined);

  const failures = SIDES.flatMap((side): { side: SideName; error: ResultError }[] => {
    const error = errorOf(side, result, object);
    return error ? [{ side, error }] : [];
  });
  const placed = useMemo(() => {
    const of = (side: SideName) => errorsOf(errorOf(side, result, object));
    return { a: of("a"), b: of("b") };
  }, [result, object]);

  return (
    <div className="flex h-dvh flex-col">
      <CompareHeader theme={theme} onTheme={nextTheme} onCopy={copy} onSwap={swap} onExample={showExample} />
      {linkBar}
      {offline}
      <PaneSwitch
        label={texts.panes}
        names={{ inputs: texts.showInputs, result: texts.showResult }}
        pane={pane}
        onPane={setPane}
      />
      <main className="flex min-h-0 flex-1 flex-col max-wide:overflow-y-auto">
        <div
          data-pane="inputs"
          className={`grid min-h-0 shrink-0 grid-cols-2 max-wide:h-auto! max-wide:grid-cols-1 ${pane === "inputs" ? "" : "max-wide:hidden"}`}
          style={{ height: `${height * 100}%` }}
        >
          {SIDES.map((side) => (
            <SideInputs
              key={side}
              side={side}
              inputs={now[side]}
              other={now[side === "a" ? "b" : "a"]}
              found={result[side].release.name}
              releases={releases}
              revision={revision}
              tab={tab}
              errors={placed[side]}
              reveal={revealed?.side === side ? revealed : undefined}
              editors={editors}
              dark={dark}
              onTab={setTab}
              onInputs={(next) => edit(side, next)}
            />
          ))}
        </div>
        <div className="max-wide:hidden">
          <Separator
            label={texts.resize}
            orientation="horizontal"
            value={height}
            min={0.1}
            max={0.7}
            onValue={setHeight}
          />
        </div>
        <section
          aria-label={texts.showResult}
          data-testid="comparison"
          className={`flex min-h-0 flex-1 flex-col bg-panel max-wide:flex-none ${pane === "result" ? "" : "max-wide:hidden"}`}
        >
          <div data-part="" className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1">
            {result.objects.length > 1 && (
              <select
                aria-label={texts.object}
                className="control max-w-64"
                value={selected}
                onChange={({ target }) => setChosen(Number(target.value))}
              >
                {result.objects.map((other, i) => (
                  <option key={i} value={i}>
                    {nameOf(other)} – {texts.outcomes[other.outcome]}
                  </option>
                ))}
              </select>
            )}
            <span className="flex items-center gap-1.5 text-muted">
              {SIDES.map((side) => (
                <select
                  key={side}
                  aria-label={texts.step(side)}
                  className="control w-36"
                  value={side === "a" ? now.step : now.stepB}
                  onChange={({ target: { value } }) =>
                    // One follows the other until they are told apart.
                    choose(
                      side === "b"
                        ? { stepB: value }
                        : { step: value, ...(now.step === now.stepB ? { stepB: value } : {}) },
                    )
                  }
                >
                  {steps.map((step) => (
                    <option key={step.id} value={step.id}>
                      {texts.side(side)}
                      {t.punctuation.colon}
                      {stepName(step, steps, t)}
                    </option>
                  ))}
                </select>
              ))}
            </span>
            <strong data-testid="outcome" className={outcomeLook(object?.outcome)}>
              {object ? texts.outcomes[object.outcome] : ""} {comparison && texts.changes(comparison.changes.length)}
            </strong>
            {result.differs.length > 0 && (
              <span className="text-muted" data-testid="differs">
                {texts.differs}{" "}
                {result.differs.map((aspect) => (
                  <span key={aspect} className="mr-1 rounded bg-accent-soft px-1 text-accent">
                    <Terms text={texts.aspects[aspect]} />
                  </span>
                ))}
              </span>
            )}
            {changes.entries && changes.entries.length > 0 && (
              <span className="ml-auto">
                <FilterSelects filter={filter} choices={changes.choices} onFilter={setFilter} />
              </span>
            )}
          </div>
          {refusal && (
            <p role="alert" className="shrink-0 border-t border-bad/40 bg-bad-soft px-3 py-1.5">
              <strong className="font-semibold text-bad">{refusal.title || t.errorTitles.unreachable}</strong>{" "}
              {refusal.detail || t.unreachable}{" "}
              <button type="button" className="quiet underline" onClick={retry}>
                {t.tryAgain}
              </button>
            </p>
          )}
          {failures.map(({ side, error }) => (
            <p key={side} data-testid="error" className="shrink-0 border-t border-bad/40 bg-bad-soft px-3 py-1.5">
              <strong className="font-semibold text-bad">{texts.failed(side)}</strong>{" "}
              <code className="font-mono text-[12.5px] wrap-anywhere whitespace-pre-wrap">
                {error.message.trimEnd()}
              </code>{" "}
              {error.at?.line !== undefined && (
                <button type="button" className="place" onClick={() => go(side, error.at!)}>
                  {texts.lineOf(side, t.line(t.sources[error.at.source], error.at.line))}
                </button>
              )}
            </p>
          ))}
          {comparison ? (
            <>
              <div
                data-part=""
                data-reading=""
                className="min-h-0 flex-1 border-t border-line max-wide:h-[55dvh] max-wide:flex-none"
              >
                <DiffArea
                  topic={`compared ${selected} ${nameOf(object!)}`}
                  comparison={comparison}
                  marks={changes.marks}
                  dimmed={changes.dimmed}
                  leftName={`A ${stepName(left, steps, t)}`}
                  rightName={`B ${stepName(right, steps, t)}`}
                  editors={editors}
                  inline={false}
                  reveal={reveal}
                  lit={UNLIT}
                  onSource={NOTHING}
                  dark={dark}
                  handleRef={handleRef}
                />
              </div>
              <div className="max-wide:hidden">
                <Separator
                  label={texts.resizeTable}
                  orientation="horizontal"
                  value={tableHeight}
                  min={0.1}
                  max={0.8}
                  trailing
                  onValue={setTableHeight}
                />
              </div>
              <div
                data-part=""
                tabIndex={0}
                role="region"
                aria-label={texts.table}
                className="shrink-0 overflow-y-auto border-t border-line max-wide:h-auto!"
                style={{ height: `${tableHeight * 100}%` }}
              >
                {comparison.changes.length === 0 ? (
                  <p className="p-3 text-muted">{result.differs.length === 0 ? texts.same : texts.outcomes.same}</p>
                ) : (
                  <CausesTable
                    changes={changes.shown as readonly ComparedChange[]}
                    current={changes.at && entryKey(changes.at.entry)}
                    onShow={changes.show}
                    onGo={go}
                  />
                )}
              </div>
            </>
          ) : (
            <p className="border-t border-line p-4 text-muted">{object ? texts.noPod : t.noObjects}</p>
          )}
        </section>
      </main>
      <CommandWindows say={setToast} />
      <ShareWindow inputs={now.a} view={sharedView} compared={compared} say={setToast} />
      <Toast message={toast} onClose={closeToast} />
    </div>
  );
}

function NOTHING(): void {
  // No line of a comparison leads to another editor.
}

/** The error of a side where it stands in its texts. */
function errorsOf(error: ResultError | undefined): readonly PlacedError[] {
  const field = error?.at && fieldOf(error.at);
  if (!error?.at || !field || error.at.line === undefined) return [];
  return [{ field, line: error.at.line, column: error.at.column, message: error.message }];
}
