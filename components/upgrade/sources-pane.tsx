import { useId, useMemo, useState } from "react";
import type { FleetSideState } from "../../lib/compare/fleet";
import type { EditorError, EditorPlace } from "../editor/input-editor";
import { PlainEditor } from "../editor/plain-editor";
import { fieldOf } from "../failure";
import { ReleaseOptions } from "../header-parts";
import { OptionsForm } from "../input/options-form";
import { DEFAULT_OPTIONS, differingOptions } from "../inputs";
import { CopyButton } from "../result/copy-button";
import { useStrings } from "../language";
import { Tabs } from "../tabs";
import type { Editors } from "../use-editors";
import { FileList } from "./file-list";
import { useUpgradeTexts } from "./texts";
import type { FleetState } from "./use-fleet-run";
import type { SideField, SideInputs, UpgradeInputs } from "./use-upgrade-inputs";

export type SourceTab = "workloads" | "a" | "b";

/** A line of a text to show; a new object asks again. */
export interface SourcePlace extends EditorPlace {
  readonly tab: SourceTab;
}

interface SourcesPaneProps {
  readonly inputs: UpgradeInputs;
  readonly state: FleetState;
  readonly releases: readonly string[];
  readonly tab: SourceTab;
  readonly reveal: SourcePlace | undefined;
  readonly editors: Editors | undefined;
  readonly dark: boolean;
  onTab(tab: SourceTab): void;
  onWorkload(text: string): void;
  onSide(side: "a" | "b", changes: Partial<SideInputs>): void;
  onFiles(): void;
  onFolder(): void;
  /** The way back to the example; undefined where it is shown. */
  readonly onExample: (() => void) | undefined;
}

const WORKLOADS = "kubectl get deploy,sts,ds,cj -A -o yaml";

/** What is compared: the workloads, and the injectors of today and of the next release. */
export function SourcesPane(props: SourcesPaneProps) {
  const { inputs, state, tab, reveal, editors, dark, onTab, onWorkload, onFiles, onFolder, onExample } = props;
  const t = useUpgradeTexts();
  const { copyCommand, errorIn } = useStrings();
  const id = useId();
  const tabs = (["workloads", "a", "b"] as const).map((name) => ({
    id: name,
    label: t.tabs[name],
    ...(name !== "workloads" && state.sides?.[name].configError ? { alert: errorIn } : {}),
  }));
  const { workloads, revision } = inputs;
  const Editor = editors?.InputEditor;
  const text = {
    name: "upgrade-workloads",
    label: t.workloadsText,
    placeholder: WORKLOADS,
    errors: NO_ERRORS,
    reveal: reveal?.tab === "workloads" ? reveal : undefined,
    onChange: onWorkload,
  };
  return (
    <>
      <div className="flex shrink-0 items-center border-b border-line bg-panel pr-2">
        <Tabs
          label={t.inputs}
          panel={`${id}-panel`}
          tabs={tabs}
          active={tab}
          onActive={(next) => onTab(next as SourceTab)}
        />
      </div>
      <div
        id={`${id}-panel`}
        role="tabpanel"
        aria-label={t.tabs[tab]}
        data-side={tab === "workloads" ? undefined : tab}
        className="flex min-h-0 flex-1 flex-col bg-panel"
      >
        {tab === "workloads" ? (
          <>
            <div className="m-2 shrink-0 rounded-lg border-2 border-dashed border-line px-3 py-2">
              <p className="text-muted">
                {t.dropWorkloads} <code className="font-mono text-[11.5px] text-text">{WORKLOADS}</code>
              </p>
              <div className="mt-1 -ml-2 flex flex-wrap items-center">
                <button type="button" className="quiet font-semibold text-accent" onClick={onFiles}>
                  {t.files}
                </button>
                <button type="button" className="quiet font-semibold text-accent max-wide:hidden" onClick={onFolder}>
                  {t.folder}
                </button>
                <CopyButton text={WORKLOADS} label={copyCommand} />
                {onExample && (
                  <button type="button" className="quiet" onClick={onExample}>
                    {t.example}
                  </button>
                )}
              </div>
              <p className="text-[12px] text-muted">{t.private}</p>
            </div>
            {workloads.kind === "files" ? (
              <FileList files={workloads.files} state={state} />
            ) : (
              <div className="min-h-0 flex-1 border-t border-line">
                {Editor ? (
                  <Editor {...text} text={workloads.text} revision={revision} dark={dark} />
                ) : (
                  <PlainEditor {...text} text={workloads.text} />
                )}
              </div>
            )}
          </>
        ) : (
          <SideEditors key={tab} {...props} side={tab} />
        )}
      </div>
    </>
  );
}

const NO_ERRORS: readonly EditorError[] = [];

/** What stands below the injector, in tabs. */
const BELOW = ["mesh", "namespaces", "proxyConfigs", "options"] as const;
type Below = (typeof BELOW)[number];

/** What one side is made of: its injector's ConfigMap, and below it the mesh and what else it can be given. */
function SideEditors(props: SourcesPaneProps & { side: "a" | "b" }) {
  const { inputs, state, releases, reveal, editors, dark, side, onSide } = props;
  const t = useUpgradeTexts();
  const strings = useStrings();
  const id = useId();
  const [below, setBelow] = useState<Below>("mesh");
  const known = state.sides?.[side];
  const texts = inputs.sides[side];
  const { options } = texts;
  const errors = useMemo(() => errorsOf(known), [known]);
  const editor = (field: SideField) => ({
    name: `upgrade-${side}-${field}`,
    label: t.textOf(strings.fields[field], t.tabs[side]),
    placeholder: strings.hints[field],
    text: texts[field],
    errors: errors[field] ?? NO_ERRORS,
    reveal: field === "injector" && reveal?.tab === side ? reveal : undefined,
    onChange: (text: string) => {
      if (text !== texts[field]) onSide(side, { [field]: text });
    },
  });
  const isGiven = (name: Below) =>
    name === "options" ? differingOptions(options, DEFAULT_OPTIONS).length > 0 : texts[name].trim() !== "";
  const tabs = BELOW.map((name) => ({
    id: name,
    label: t.below[name],
    ...(name !== "options" && errors[name] ? { alert: strings.errorIn } : isGiven(name) ? { note: t.given } : {}),
  }));
  const Editor = editors?.InputEditor;
  return (
    <>
      <p className="shrink-0 border-b border-line px-3 py-1 text-[12px] text-muted">
        {known && !known.configError ? (
          t.release(known.release.name, known.release.from)
        ) : (
          <>
            {t.dropSide} <code className="font-mono text-[11.5px] text-text">{strings.hints.injector}</code>
          </>
        )}
      </p>
      <div className="min-h-0 flex-3">
        {Editor ? (
          <Editor {...editor("injector")} revision={inputs.revision} dark={dark} />
        ) : (
          <PlainEditor {...editor("injector")} />
        )}
      </div>
      <div className="shrink-0 border-y border-line">
        <Tabs<Below>
          label={t.moreOf(t.tabs[side])}
          panel={`${id}-below`}
          tabs={tabs}
          active={below}
          onActive={setBelow}
        />
      </div>
      <div id={`${id}-below`} role="tabpanel" aria-label={t.below[below]} className="min-h-28 flex-1 overflow-auto">
        {below === "options" ? (
          <div className="space-y-3 p-3">
            <label className="flex items-center gap-1.5">
              <span className="font-medium">{strings.release}</span>
              <select
                className="control"
                value={options.release}
                onChange={({ target }) => onSide(side, { options: { ...options, release: target.value } })}
              >
                <ReleaseOptions found={known?.release.name ?? ""} releases={releases} />
              </select>
            </label>
            <OptionsForm options={options} webhookOnly onOptions={(next) => onSide(side, { options: next })} />
          </div>
        ) : (
          <PlainEditor key={below} {...editor(below)} />
        )}
      </div>
    </>
  );
}

/** Why a side cannot be used, in the text where that stands. */
function errorsOf(state: FleetSideState | undefined): Readonly<Partial<Record<string, readonly EditorError[]>>> {
  const error = state?.configError;
  if (!error) return {};
  const { line = 1, column } = error.at ?? {};
  return { [(error.at && fieldOf(error.at)) ?? "injector"]: [{ line, column, message: error.message }] };
}
