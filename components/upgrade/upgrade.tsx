"use client";

import { type CSSProperties, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { FleetEntry, FleetRequest } from "../../lib/compare/fleet";
import { fleetCsv, fleetGroups, fleetMarkdown, passes, type FleetFilter } from "../../lib/compare/fleet-report";
import { CommandWindows } from "../commands/command-windows";
import { saveFile } from "../save-file";
import { type Pane, PaneSwitch } from "../pane-switch";
import { Separator } from "../separator";
import { useStrings } from "../language";
import { Toast, type ToastMessage } from "../toast";
import { useEditors } from "../use-editors";
import { inputsOf } from "../inputs";
import { useKeptPage } from "../offline/use-kept-page";
import { useTheme } from "../use-theme";
import { useWide } from "../use-wide";
import { chosenFiles } from "./dropped-files";
import type { UpgradeFile } from "./file-texts";
import { FilterBar } from "./filter-bar";
import { GroupDetail } from "./group-detail";
import { GroupList } from "./group-list";
import type { FleetExample } from "./run";
import { RunBar } from "./run-bar";
import { type SourcePlace, SourcesPane, type SourceTab } from "./sources-pane";
import { useUpgradeTexts } from "./texts";
import { placedTexts, sortedFiles } from "./sorted-files";
import { UpgradeHeader } from "./upgrade-header";
import { useExample } from "./use-example";
import { useRoomy } from "./use-roomy";
import { type FleetState, useFleetRun } from "./use-fleet-run";
import { useUpgradeArrivals } from "./use-upgrade-arrivals";
import { useUpgradeCommands } from "./use-upgrade-commands";
import { sideInputs, type UpgradeInputs, useUpgradeInputs } from "./use-upgrade-inputs";

interface UpgradeProps {
  readonly request: FleetRequest;
  /** What the server has worked out of the example, so that the first page shows it. */
  readonly entries: readonly FleetEntry[];
  readonly sides: NonNullable<FleetState["sides"]>;
  readonly examples: Readonly<Record<number, FleetExample>>;
  readonly releases: readonly string[];
}

/** The page of upgrades: workloads and two injectors on one side, what each restart would change on the other. */
export function Upgrade({ request, entries, sides, examples, releases }: UpgradeProps) {
  const t = useUpgradeTexts();
  const strings = useStrings();
  const [first] = useState(() => firstOf(request, entries, sides));
  const { inputs, input, isExample, exampleFiles, restored, replace, editWorkload, editSide } = useUpgradeInputs(
    first.inputs,
  );
  // What was kept takes the place of the example before anything is seen of it.
  useEffect(() => {
    if (restored) delete document.documentElement.dataset.restoring;
  }, [restored]);
  const { state, cancel, again, example: ask } = useFleetRun(input, first.state, exampleFiles);
  const [filter, setFilter] = useState<FleetFilter>({});
  const [chosen, setChosen] = useState<string>();
  const [tab, setTab] = useState<SourceTab>("workloads");
  const [reveal, setReveal] = useState<SourcePlace>();
  const [pane, setPane] = useState<Pane>("result");
  const [toast, setToast] = useState<ToastMessage>();
  const closeToast = useCallback(() => setToast(undefined), []);
  const [split, setSplit] = useState(0.28);
  const [inline, setInline] = useState<boolean>();
  const { theme, dark, next: nextTheme, choose: chooseTheme } = useTheme();
  const wide = useWide();
  const roomy = useRoomy();
  const editors = useEditors(wide);
  useKeptPage();
  const fileInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);

  const shown = useMemo(() => state.entries.filter((entry) => passes(entry, filter)), [state.entries, filter]);
  const groups = useMemo(() => fleetGroups(shown), [shown]);
  const group = groups.find(({ example }) => example.group === chosen) ?? groups[0];
  const number = group?.example.number;
  const fromServer = isExample || (state.stale && input?.files === exampleFiles && state.done === 0);
  const known = useMemo(() => (fromServer ? { number, examples } : undefined), [fromServer, number, examples]);
  const example = useExample(state.stale ? undefined : number, input ?? first, known, ask);

  const takeFiles = useCallback(
    async (files: readonly UpgradeFile[], only?: "a" | "b") => {
      const old = { workloads: inputs.workloads, sides: inputs.sides };
      const { found, others } = await sortedFiles(files);
      const { sides: given, placed } = placedTexts(found, old.sides, only);
      const [other] = others;
      // A single text that is put on a side is its injector, whatever it looks like: the engine says what is wrong.
      const alone = only && other && files.length === 1;
      const next: Partial<UpgradeInputs> = {
        ...(other && !alone ? { workloads: { kind: "files", files: others } } : {}),
        ...(placed.length > 0 ? { sides: given } : {}),
        ...(alone
          ? { sides: { ...old.sides, [only]: { ...old.sides[only], injector: await other.file.text() } } }
          : {}),
      };
      if (Object.keys(next).length === 0) return;
      replace(next);
      if (next.workloads) setFilter({});
      if (placed.length > 0) setToast({ text: t.placed(placed), action: { label: t.undo, run: () => replace(old) } });
    },
    [inputs, replace, t],
  );
  const dropHint = useUpgradeArrivals({ tab, onFiles: takeFiles });

  const showExample = isExample
    ? undefined
    : () => {
        replace(first.inputs);
        setFilter({});
      };
  const openSource = (next: SourceTab) => {
    setPane("inputs");
    setTab(next);
  };
  const placeOf = (entry: FleetEntry) => {
    const { error, outcome, file } = entry;
    const { source, line, column } = error?.at ?? {};
    if (line === undefined) return undefined;
    if (source === "workload") {
      const text = t.line(file && !isText ? file : t.tabs.workloads, line);
      return isText ? { text, go: () => go({ tab: "workloads", line, column }) } : { text };
    }
    const side = outcome === "stops-failing" ? "a" : "b";
    const text = t.line(t.tabs[side], line);
    return source === "injector" ? { text, go: () => go({ tab: side, line, column }) } : { text };
  };
  const isText = inputs.workloads.kind === "text";
  const go = (place: SourcePlace) => {
    openSource(place.tab);
    setReveal(place);
  };
  const something = groups.length > 0;
  const onCsv = something ? () => saveFile("upgrade.csv", "text/csv", fleetCsv(groups)) : undefined;
  const onMarkdown = something
    ? () => saveFile("upgrade.md", "text/markdown", fleetMarkdown(groups, t.outcomes))
    : undefined;
  const busy = state.phase === "reading" || state.phase === "running";
  const wayBack = toast?.action?.run;
  useUpgradeCommands({
    onBack:
      wayBack &&
      (() => {
        closeToast();
        wayBack();
      }),
    onFiles: () => fileInput.current?.click(),
    onFolder: () => folderInput.current?.click(),
    onExample: showExample,
    onCancel: busy ? cancel : undefined,
    onCsv,
    onMarkdown,
    onSource: openSource,
    onTheme: chooseTheme,
  });

  const failedSide = (["a", "b"] as const).find((side) => state.sides?.[side].configError);
  return (
    <div className="flex h-dvh flex-col">
      <UpgradeHeader theme={theme} onTheme={nextTheme} />
      <input
        ref={fileInput}
        type="file"
        multiple
        hidden
        aria-label={t.files}
        onChange={({ target }) => {
          void takeFiles(chosenFiles([...(target.files ?? [])]));
          target.value = "";
        }}
      />
      <input
        ref={(element) => {
          folderInput.current = element;
          element?.setAttribute("webkitdirectory", "");
        }}
        type="file"
        hidden
        aria-label={t.folder}
        onChange={({ target }) => {
          void takeFiles(chosenFiles([...(target.files ?? [])]));
          target.value = "";
        }}
      />
      <PaneSwitch
        label={strings.panes}
        names={{ inputs: t.panes.inputs, result: t.panes.results }}
        pane={pane}
        onPane={setPane}
      />
      <main data-restorable="" className="panes flex-1" data-show={pane} style={{ "--split": split } as CSSProperties}>
        <section data-pane="inputs" data-part="" aria-label={t.inputs} className="flex min-h-0 min-w-0 flex-col">
          <SourcesPane
            inputs={inputs}
            state={state}
            releases={releases}
            tab={tab}
            reveal={reveal}
            editors={editors}
            dark={dark}
            onTab={setTab}
            onWorkload={editWorkload}
            onSide={editSide}
            onFiles={() => fileInput.current?.click()}
            onFolder={() => folderInput.current?.click()}
            onExample={showExample}
          />
        </section>
        <Separator label={strings.resize} orientation="vertical" value={split} min={0.2} max={0.7} onValue={setSplit} />
        <section
          data-pane="result"
          data-part=""
          aria-label={t.results}
          className="flex min-h-0 min-w-0 flex-col max-wide:overflow-y-auto"
        >
          <RunBar state={state} example={isExample} onCancel={cancel} onAgain={again} />
          <FilterBar
            entries={state.entries}
            filter={filter}
            onFilter={setFilter}
            onCsv={onCsv}
            onMarkdown={onMarkdown}
          />
          {failedSide && (
            <div data-testid="config-error" className="shrink-0 border-b border-bad/40 bg-bad-soft px-3 py-2">
              <strong className="font-semibold text-bad">{t.configError(t.tabs[failedSide])}</strong>
              <p className="font-mono text-[12.5px] wrap-anywhere whitespace-pre-wrap">
                {state.sides![failedSide].configError!.message.trimEnd()}
              </p>
            </div>
          )}
          {group ? (
            <div className="grid min-h-0 flex-1 grid-cols-[minmax(13rem,20rem)_minmax(0,1fr)] max-wide:block">
              <div className="flex min-h-0 flex-col border-r border-line max-wide:border-r-0 max-wide:border-b-4">
                <GroupList groups={groups} selected={group} stale={state.stale} onSelect={setChosen} />
              </div>
              <GroupDetail
                group={group}
                example={example}
                editors={editors}
                inline={inline ?? !roomy}
                onInline={setInline}
                dark={dark}
                placeOf={placeOf}
              />
            </div>
          ) : (
            !busy &&
            !failedSide && (
              <p className="p-3 text-muted">{state.entries.length > 0 ? t.nothingPasses : t.noWorkloads}</p>
            )
          )}
        </section>
      </main>
      {dropHint}
      <CommandWindows say={setToast} />
      <Toast message={toast} onClose={closeToast} />
    </div>
  );
}

/** The example as the page holds it. */
function firstOf(request: FleetRequest, entries: readonly FleetEntry[], sides: NonNullable<FleetState["sides"]>) {
  const texts = (side: FleetRequest["a"]) => sideInputs(inputsOf({ ...side, workload: "" }));
  const state: FleetState = { phase: "done", entries, sides, stale: false, done: entries.length };
  const inputs: Pick<UpgradeInputs, "workloads" | "sides"> = {
    workloads: { kind: "text", text: request.workload },
    sides: { a: texts(request.a), b: texts(request.b) },
  };
  return { state, inputs };
}
