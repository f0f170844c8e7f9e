"use client";

import { type CSSProperties, useCallback, useEffect, useRef, useState } from "react";
import type { Fix, InjectRequest, Place } from "../lib/index";
import { readResult } from "../lib/view/result";
import { type Arrival, readFiles } from "./arrivals";
import type { DiffHandle } from "./editor/diff-view";
import { ExamplesMenu } from "./examples-menu";
import { failureOf, failuresOf, fieldOf } from "./failure";
import { Header } from "./header";
import { InputPane } from "./input/input-pane";
import { type InputTab, tabOf } from "./input/input-tab";
import type { Found } from "./findings/use-findings";
import { type Inputs, inputsOf, sameInputs, type TextField } from "./inputs";
import type { Shown } from "./kept";
import { ResultPane } from "./result/result-pane";
import { useOffline } from "./offline/offline-now";
import { useKeptPage } from "./offline/use-kept-page";
import { type Pane, PaneSwitch } from "./pane-switch";
import { Separator } from "./separator";
import { useLanguage } from "./language";
import { type LessonFrame, PageContext } from "./lesson-frame";
import { Toast, type ToastMessage } from "./toast";
import { CommandWindows } from "./commands/command-windows";
import { ShareWindow } from "./share/share-window";
import { useLink } from "./share/use-link";
import { useEditors } from "./use-editors";
import { useArrivals } from "./use-arrivals";
import { type PlacedError, useErrors } from "./use-errors";
import { useExamples } from "./use-examples";
import { useFormat } from "./use-format";
import { useInjection } from "./use-injection";
import { useLayout } from "./use-layout";
import { runCommand } from "./commands/store";
import { usePageCommands } from "./use-page-commands";
import { useStoredInputs } from "./use-stored-inputs";
import { focusPart } from "./parts";
import { useTheme } from "./use-theme";
import { useView } from "./use-view";
import { useWide } from "./use-wide";

interface ExplorerProps {
  /** Absent in a lesson. */
  readonly example?: InjectRequest;
  /** The text of the example's result: injected on the server, so that the first page shows it. */
  readonly exampleResult: string;
  readonly releases: readonly string[];
  /** Of the link that this page is the page of. */
  readonly linkId?: string;
  readonly lesson?: LessonFrame;
}

/** The page: inputs on one side, what the injector makes of them on the other. */
export function Explorer({ example, exampleResult, releases, linkId, lesson }: ExplorerProps) {
  const { strings: t, language } = useLanguage();
  const [first] = useState(() => {
    const shown: Shown = lesson ?? { inputs: inputsOf(example!), example: "gateway" };
    return { shown, inputs: shown.inputs, result: readResult(exampleResult) };
  });
  const stored = useStoredInputs(first.shown, lesson !== undefined);
  const { inputs, revision, restored, edit, replace } = stored;
  const injection = useInjection(inputs, stored.topic, first);
  const offline = useOffline();
  useKeptPage();
  const [layout, setLayout] = useLayout();
  const { theme, dark, choose: chooseTheme, next: nextTheme } = useTheme();
  const editors = useEditors(useWide());
  const [tab, setTab] = useState(lesson?.tab ?? "workload");
  const [reveal, setReveal] = useState<{ field: TextField; line: number; column?: number }>();
  const [pane, setPane] = useState<Pane>("result");
  const [view, setView] = useView(lesson?.view);
  const chosen = view.object;
  const [toast, setToast] = useState<ToastMessage>();
  const handleRef = useRef<DiffHandle>(null);
  const fileInput = useRef<HTMLInputElement>(null);

  const { answer } = injection;
  const { objects } = (answer.result.objects.length > 0 ? answer : injection.good).result;
  const firstPod = Math.max(
    0,
    objects.findIndex((object) => object.makesPods),
  );
  const selected = chosen !== undefined && chosen < objects.length ? chosen : firstPod;
  const failures = failuresOf(injection, t);
  const failure = failureOf(failures, selected);
  const goTo = useCallback((place: Place) => {
    const field = fieldOf(place);
    setPane("inputs");
    if (!field) {
      setTab("more");
      return;
    }
    setTab(tabOf(field));
    if (place.line !== undefined) setReveal({ field, line: place.line, column: place.column });
  }, []);

  const showError = useCallback(
    (error: PlacedError) => {
      setPane("inputs");
      setTab(tabOf(error.field));
      if (error.object !== undefined) setView({ object: error.object });
      setReveal({ ...error });
    },
    [setView],
  );
  const errors = useErrors(failures, showError);

  const latest = useRef(inputs);
  useEffect(() => {
    latest.current = inputs;
  }, [inputs]);

  const closeToast = useCallback(() => setToast(undefined), []);
  const lookAt = useCallback(
    (field: TextField) => {
      setTab(tabOf(field));
      setView({ object: undefined });
    },
    [setView],
  );
  const { openExample, back, forget } = useExamples(stored, first.shown, setToast, lookAt);

  const link = useLink({
    id: linkId,
    stored,
    injection,
    releases,
    onView: setView,
    onOpen: () => setTab("workload"),
    onBack: back,
    say: setToast,
  });
  const settled = restored && !link.pending && (sameInputs(inputs, answer.inputs) || injection.refusal !== undefined);
  useEffect(() => {
    if (settled) delete document.documentElement.dataset.restoring;
  }, [settled]);

  /** Puts texts in their places; the message offers the way back. */
  const arrive = useCallback(
    ({ texts, message }: Arrival, old: Inputs) => {
      const fields = Object.keys(texts) as (keyof typeof texts)[];
      if (fields.length === 0) {
        setToast({ text: message });
        return;
      }
      replace({ ...old, ...texts });
      setToast({ text: message, action: { label: t.undo, run: () => replace(old) } });
      const [first] = fields.includes("workload") ? (["workload"] as const) : fields;
      if (first !== "live") lookAt(first!);
      if (fields.includes("live")) runCommand("variant.live");
    },
    [replace, lookAt, t],
  );
  const applyFix = async (fix: Fix, found: Found) => {
    const { fixedInputs } = await import("./findings/fixed-inputs");
    const old = latest.current;
    if (!sameInputs(old, found.inputs)) {
      setToast({ text: t.findings.stale });
      return;
    }
    replace(fixedInputs(fix, old));
    setToast({
      text: t.findings.applied(fix.title[language]),
      action: { label: t.undo, run: () => replace(old) },
    });
  };
  const onArrival = useCallback(
    (arrival: Promise<Arrival>) => void arrival.then((found) => arrive(found, latest.current)),
    [arrive],
  );
  const onPaste = useCallback(
    (arrival: Promise<Arrival | undefined>) => {
      const before = latest.current;
      void arrival.then((found) => found && arrive(found, before));
    },
    [arrive],
  );
  const beside = stored.example === undefined && objects.some(({ makesPods, kind }) => makesPods && kind !== "Pod");
  const dropHint = useArrivals(editors, beside, onArrival, onPaste);

  const wayBack = toast?.action?.run ?? ((stored.example || stored.link) && stored.kept.length > 0 ? back : undefined);
  const format = useFormat(tab === "more" ? undefined : tab, latest, replace, setToast);
  const setRelease = (release: string) => edit((old) => ({ ...old, options: { ...old.options, release } }));
  const openTab = (next: InputTab) => {
    setPane("inputs");
    setTab(next);
    focusInputs();
  };
  usePageCommands({
    editors,
    tab,
    releases,
    back:
      wayBack &&
      (() => {
        closeToast();
        wayBack();
      }),
    onTab: openTab,
    onOpen: () => fileInput.current?.click(),
    onForget: forget,
    onFormat: format,
    onExample: openExample,
    onRelease: setRelease,
    onTheme: chooseTheme,
  });

  return (
    <div className="flex h-dvh flex-col">
      <Header
        releases={releases}
        release={inputs.options.release}
        found={answer.result.release}
        theme={theme}
        examples={
          lesson?.menu ?? (
            <ExamplesMenu
              shown={stored.example}
              kept={stored.kept}
              onExample={openExample}
              onMine={back}
              onForget={forget}
            />
          )
        }
        onRelease={setRelease}
        onTheme={nextTheme}
        onOpen={() => fileInput.current?.click()}
      />
      {offline}
      {link.bar}
      {lesson && (
        <PageContext value={{ inputs, answer, replace, onView: setView, onTab: setTab, say: setToast }}>
          {lesson.panel}
        </PageContext>
      )}
      <input
        ref={fileInput}
        type="file"
        multiple
        hidden
        aria-label={t.openFiles}
        onChange={(event) => {
          onArrival(readFiles([...(event.target.files ?? [])], t, beside));
          event.target.value = "";
        }}
      />
      <PaneSwitch label={t.panes} names={{ inputs: t.showInputs, result: t.showResult }} pane={pane} onPane={setPane} />
      <main className="panes flex-1" data-show={pane} style={{ "--split": layout.split } as CSSProperties}>
        <section data-pane="inputs" data-part="" aria-label={t.inputs} className="flex min-h-0 min-w-0 flex-col">
          <InputPane
            inputs={inputs}
            revision={revision}
            tab={tab}
            errors={errors}
            reveal={reveal}
            editors={editors}
            dark={dark}
            onTab={setTab}
            onInputs={edit}
          />
        </section>
        <Separator
          label={t.resize}
          orientation="vertical"
          value={layout.split}
          min={0.2}
          max={0.7}
          onValue={(split) => setLayout({ split })}
        />
        <section
          id="result"
          data-pane="result"
          aria-label={t.showResult}
          tabIndex={-1}
          className="flex min-h-0 min-w-0 flex-col max-wide:overflow-y-auto"
        >
          <ResultPane
            injection={injection}
            failure={failure}
            selected={selected}
            editors={editors}
            dark={dark}
            layout={layout}
            view={view}
            handleRef={handleRef}
            onGo={goTo}
            onFix={(fix, found) => {
              applyFix(fix, found).catch(() => setToast({ text: t.errorTitles.unreachable }));
            }}
            live={inputs.live}
            onLive={(live) => edit((old) => ({ ...old, live }))}
            onSelect={(object) => setView({ object })}
            onView={setView}
            onLayout={setLayout}
            say={setToast}
          />
        </section>
      </main>
      {dropHint}
      <CommandWindows say={setToast} />
      <ShareWindow inputs={inputs} view={view} answer={answer} say={setToast} />
      <Toast message={toast} onClose={closeToast} />
    </div>
  );
}

/** Puts the focus into the inputs, once they are drawn. */
function focusInputs(): void {
  requestAnimationFrame(() => {
    const part = document.querySelector<HTMLElement>("[data-pane=inputs]");
    if (part) focusPart(part);
  });
}
