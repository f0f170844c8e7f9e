import { type RefObject, useCallback, useEffect, useState } from "react";
import type { Finding, Fix } from "../../lib/index";
import type { ChangeFilter } from "../../lib/view/change-filter";
import type { Sides } from "../../lib/view/comparison";
import type { MarkKind } from "../../lib/view/marks";
import type { DiffHandle, DiffPlace } from "../editor/diff-view";
import { Separator } from "../separator";
import { useStrings } from "../language";
import type { Layout } from "../use-layout";
import type { Editors } from "../use-editors";
import type { Injection } from "../use-injection";
import { useCommand } from "../commands/use-commands";
import { FindingsStrip } from "../findings/findings-strip";
import { LazyFindings } from "../findings/lazy-findings";
import { noted } from "../findings/noted";
import { useEntryMarks } from "../findings/use-entry-marks";
import { useFindings, type Found } from "../findings/use-findings";
import { LazyVariants } from "../variants/lazy-variants";
import type { Variant } from "../variants/variant";
import { CompareBar } from "./compare-bar";
import { Details } from "./details";
import { DiffArea } from "./diff-area";
import { ErrorCard, type Failure } from "./error-card";
import { ObjectPicker } from "./object-picker";
import type { GoTo } from "./place-link";
import { Outcome } from "./outcome";
import { Stepper, stepName } from "./stepper";
import { Summary } from "./summary";
import { useChanges } from "./use-changes";
import { useComparison } from "./use-comparison";
import { useExport } from "./use-export";
import { useResultCommands } from "./use-result-commands";
import type { ToastMessage } from "../toast";
import type { View } from "../use-view";
import { useWhy } from "../why/use-why";
import { LazyWhy } from "../why/lazy-why";

interface ResultPaneProps {
  readonly injection: Injection;
  readonly failure: Failure | undefined;
  /** The object that is looked at. */
  readonly selected: number;
  readonly editors: Editors | undefined;
  readonly dark: boolean;
  readonly layout: Layout;
  readonly view: View;
  readonly handleRef: RefObject<DiffHandle | null>;
  readonly onGo: GoTo;
  /** Makes the edits of a fix of what was found; absent where texts are only read. */
  readonly onFix?: (fix: Fix, found: Found) => void;
  /** The live pods; `onLive` is absent where texts are only read. */
  readonly live: string;
  readonly onLive?: (text: string) => void;
  onSelect(index: number): void;
  onView(view: Partial<View>): void;
  onLayout(layout: Partial<Layout>): void;
  say(message: ToastMessage): void;
}

/** Everything about the result: what happened, its steps, the difference between any two of them, its details. */
export function ResultPane({
  injection,
  failure,
  selected,
  editors,
  dark,
  layout,
  view,
  handleRef,
  onGo,
  onFix,
  live,
  onLive,
  onSelect,
  onView,
  onLayout,
  say,
}: ResultPaneProps) {
  const t = useStrings();
  const { answer, good, retry } = injection;
  const [preferFailed, setPreferFailed] = useState(false);
  const [reveal, setReveal] = useState<DiffPlace | undefined>(view.line);
  const [line, setLine] = useState(view.line);
  if (view.line !== line) {
    setLine(view.line);
    if (view.line) setReveal(view.line);
  }

  // What is shown: the newest answer, or the last good one where the newest has nothing to show.
  const broken = Boolean(answer.result.configError ?? answer.result.error);
  const newest = broken ? undefined : answer.result.objects[selected];
  const lastGood = good.result.objects[selected];
  const hasGood = lastGood !== undefined && !lastGood.error;
  const hasFailed = Boolean(newest?.error && newest.stages?.length);
  const showGood = failure !== undefined && hasGood && !(preferFailed && hasFailed);
  const shown = showGood ? good : answer;
  const object = showGood ? lastGood : newest;

  const { output } = shown.result;
  const compared = useComparison(shown, object, view.sides);
  const { texts, sides, comparison } = compared;

  const [looksAtWhy, setLooksAtWhy] = useState(false);
  const why = useWhy({
    inputs: shown.inputs,
    index: selected,
    object,
    comparison,
    open: looksAtWhy,
    onReveal: setReveal,
    onGo,
  });

  const [observed, setObserved] = useState("");
  const found = useFindings(answer.inputs, selected, observed);
  useEffect(() => {
    if (found) noted.set(found.all.filter(({ ask, places }) => ask === undefined || places.length > 0));
  }, [found]);
  const [findingsAsked, setFindingsAsked] = useState(0);
  const showFindings = () => {
    setFindingsAsked(findingsAsked + 1);
    onLayout({ detailsOpen: true });
    requestAnimationFrame(() => document.querySelector<HTMLElement>(".details [role=tabpanel]")?.focus());
  };
  const [wantedFinding, setWantedFinding] = useState<{ readonly finding: Finding }>();
  const showFinding = useCallback(
    (finding: Finding) => {
      setWantedFinding({ finding });
      setFindingsAsked((n) => n + 1);
      onLayout({ detailsOpen: true });
    },
    [onLayout],
  );
  const firstFix = found?.all.find(({ fix }) => fix)?.fix;
  useCommand("findings.show", showFindings, found !== undefined);
  useCommand(
    "findings.fix",
    () => {
      // That of the finding which has the focus, if it has one.
      const own = document.activeElement?.closest("[data-code]")?.querySelector<HTMLElement>("[data-fix]");
      if (own) own.click();
      else if (found && firstFix) onFix?.(firstFix, found);
    },
    onFix !== undefined && firstFix !== undefined,
  );

  const [variant, setVariant] = useState<Variant>("uninjected");
  const [variantsAsked, setVariantsAsked] = useState(0);
  const showVariant = (wanted: Variant) => {
    setVariant(wanted);
    setVariantsAsked(variantsAsked + 1);
    onLayout({ detailsOpen: true });
    requestAnimationFrame(() => document.querySelector<HTMLElement>(".details [role=tabpanel]")?.focus());
  };
  const hasVariants = object?.makesPods === true;
  useCommand("variant.uninjected", () => showVariant("uninjected"), hasVariants);
  useCommand("variant.export", () => showVariant("export"), hasVariants);
  useCommand("variant.live", () => showVariant("live"), hasVariants);
  const showInFinal = (pointer: string) => {
    const final = texts.steps.findLast(({ kind }) => kind === "final");
    const place = final && texts.text(final.id).places.get(pointer);
    if (!place) return;
    onView({ sides: undefined });
    setReveal({ side: "right", line: place[0], focus: true });
  };

  const { filter } = view;
  const changes = useChanges(comparison, filter, setReveal);
  // Of an older result nothing is known now.
  const ownFindings = showGood ? NONE : (found?.own ?? NONE);
  const markOf = useEntryMarks(ownFindings, changes.entries, object, comparison, showFinding);
  const showMark = (kind: MarkKind) => {
    const own = changes.marks.filter((mark) => mark.kind === kind);
    const after = reveal?.side === "right" ? reveal.line : 0;
    const mark = own.find(({ lines }) => lines[0] > after) ?? own[0];
    if (mark) changes.show(mark.entry);
  };
  const setSides = (sides: Sides | undefined) => onView({ sides });
  const setFilter = (next: ChangeFilter) => onView({ filter: next });
  const go = (direction: "next" | "previous") => {
    // Texts have no changes of their own: there the editor's count.
    if (changes.entries) changes.go(direction);
    else handleRef.current?.go(direction);
  };
  useResultCommands({
    compared,
    changes,
    filter,
    layout,
    why,
    editors: editors !== undefined,
    handleRef,
    onSides: setSides,
    onFilter: setFilter,
    onGo: go,
    onLayout,
  });
  const exports = useExport({
    object,
    compared,
    entries: changes.entries && changes.shown,
    release: shown.result.release.name,
    say,
  });

  const details = (
    <Details
      changes={comparison && changes}
      containers={object?.containers ?? NONE}
      exports={exports}
      alone={comparison?.left === undefined}
      patch={object?.patch}
      output={output}
      why={
        <LazyWhy
          answer={why.answer}
          pending={why.pending}
          refused={why.refused}
          inputs={shown.inputs}
          containers={object?.containers ?? NONE}
          common={why.common}
          onLit={why.goLit}
          onShowLit={why.showLit}
          textOf={why.textOf}
          onGo={onGo}
        />
      }
      findings={
        <LazyFindings
          found={found}
          wanted={wantedFinding}
          observed={observed}
          onObserved={setObserved}
          onGo={onGo}
          onFix={onFix && ((fix) => found && onFix(fix, found))}
        />
      }
      findingCount={found?.all.length}
      markOf={markOf}
      findingsAsked={findingsAsked}
      variants={
        hasVariants && (
          <LazyVariants
            inputs={shown.inputs}
            index={selected}
            variant={variant}
            onVariant={setVariant}
            live={live}
            onLive={onLive}
            onGo={onGo}
            onShow={showInFinal}
          />
        )
      }
      variantsAsked={variantsAsked}
      open={layout.detailsOpen}
      onOpen={(detailsOpen) => onLayout({ detailsOpen })}
      onWhy={setLooksAtWhy}
    />
  );
  // Nothing came out that could be shown: what was found may say why.
  const failed = failure && (
    <div data-part="" className="details min-h-0 flex-1">
      {details}
    </div>
  );
  const body = object ? (
    <>
      <div data-part="" className="shrink-0">
        <Summary object={object} marks={compared.wholeMarks} onGo={onGo} />
        {sides && comparison && (
          <>
            <Stepper
              steps={texts.steps}
              counts={compared.counts}
              sides={sides}
              whole={compared.isWhole}
              failed={object.error !== undefined}
              onSides={setSides}
            />
            <CompareBar
              steps={texts.steps}
              sides={sides}
              changes={changes}
              filter={filter}
              inline={layout.inline}
              onSides={setSides}
              onFilter={setFilter}
              onInline={(inline) => onLayout({ inline })}
              onMark={showMark}
              onGo={go}
            />
          </>
        )}
      </div>
      {sides && comparison && (
        <>
          <div
            data-part=""
            data-reading=""
            className="min-h-0 flex-1 border-t border-line max-wide:h-[65dvh] max-wide:flex-none"
          >
            <DiffArea
              topic={`${object.kind} ${object.namespace} ${object.name} ${selected}`}
              comparison={comparison}
              marks={changes.marks}
              dimmed={changes.dimmed}
              leftName={comparison.left ? stepName(comparison.left, texts.steps, t) : ""}
              rightName={stepName(comparison.right, texts.steps, t)}
              editors={editors}
              inline={layout.inline}
              reveal={reveal}
              lit={why.lit}
              onSource={why.follow}
              dark={dark}
              handleRef={handleRef}
            />
          </div>
          <Separator
            label={t.resizeDetails}
            orientation="horizontal"
            value={layout.details}
            min={0.1}
            max={0.8}
            trailing
            onValue={(details) => onLayout({ details, detailsOpen: true })}
          />
          <div
            data-part=""
            data-docked={looksAtWhy && why.answer ? "" : undefined}
            className="details shrink-0"
            style={layout.detailsOpen ? { height: `${layout.details * 100}%` } : undefined}
          >
            {details}
          </div>
        </>
      )}
      {!(sides && comparison) && failed}
    </>
  ) : (
    (failed ?? <p className="p-4 text-muted">{t.noObjects}</p>)
  );

  return (
    <>
      <Outcome failure={failure} object={object} changes={changes.entries?.length} />
      {failure && (
        <ErrorCard
          failure={failure}
          below={showGood ? "good" : "failed"}
          canSwitch={hasGood && hasFailed}
          onGo={onGo}
          onSwitch={() => setPreferFailed(!preferFailed)}
          onRetry={retry}
        />
      )}
      <FindingsStrip found={found} failed={failure !== undefined} onShow={showFindings} />
      <ObjectPicker objects={(broken ? good : answer).result.objects} selected={selected} onSelect={onSelect} />
      <div
        data-restorable=""
        data-testid="result"
        data-dimmed={showGood ? "" : undefined}
        className="dimmable flex min-h-0 flex-1 flex-col bg-panel max-wide:flex-none"
      >
        {body}
      </div>
    </>
  );
}

const NONE: readonly never[] = [];
