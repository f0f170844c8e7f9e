import { useId, useMemo } from "react";
import { CopyButton } from "../result/copy-button";
import type { Barred, EditorPlace } from "../editor/input-editor";
import { PlainEditor } from "../editor/plain-editor";
import { fieldOf } from "../failure";
import { type InputOptions, type Inputs, TEXT_FIELDS, type TextField } from "../inputs";
import { useStrings } from "../language";
import { Tabs } from "../tabs";
import type { Editors } from "../use-editors";
import type { PlacedError } from "../use-errors";
import { setCaret, useSource } from "../why/caret";
import { type InputTab, tabOf } from "./input-tab";
import { OptionsForm } from "./options-form";

/** What each text does when the caret is put into it. */
const CARETS = Object.fromEntries(
  TEXT_FIELDS.map((field) => [
    field,
    (place: { readonly line: number; readonly column: number }) => setCaret({ on: "input", field, ...place }),
  ]),
) as Readonly<Record<TextField, (place: { readonly line: number; readonly column: number }) => void>>;

interface InputPaneProps {
  readonly inputs: Inputs;
  /** Goes up whenever texts were changed by something else than their editors. */
  readonly revision: number;
  readonly tab: InputTab;
  /** The errors of the newest input that lie in one of the texts. */
  readonly errors: readonly PlacedError[];
  readonly reveal: (EditorPlace & { readonly field: TextField }) | undefined;
  readonly editors: Editors | undefined;
  readonly dark: boolean;
  /** Goes before the names of the texts, where there is another such pane on the page. */
  readonly scope?: string;
  /** What there is to know of the tabs. */
  readonly notes?: Readonly<Partial<Record<InputTab, string>>>;
  /** What there is to know of single texts and options behind "More". */
  readonly fieldNotes?: Readonly<Partial<Record<TextField | keyof InputOptions, string>>>;
  /** Lines of the tab's text that are told from the others. */
  readonly barred?: Barred;
  onTab(tab: InputTab): void;
  onInputs(change: (old: Inputs) => Inputs): void;
}

/** What the user gives: the three texts of every injection in tabs, everything else behind "More". */
export function InputPane({
  inputs,
  revision,
  tab,
  errors,
  reveal,
  editors,
  dark,
  scope = "",
  notes = {},
  fieldNotes = {},
  barred,
  onTab,
  onInputs,
}: InputPaneProps) {
  const t = useStrings();
  const id = useId();
  const tabs = (["workload", "injector", "mesh", "more"] as const).map((name) => ({
    id: name,
    label: t.tabs[name],
    ...(errors.some((error) => tabOf(error.field) === name) ? { alert: t.errorIn } : { note: notes[name] }),
  }));
  const byField = useMemo(() => errorsByField(errors), [errors]);
  const props = (field: TextField) => ({
    name: scope + field,
    label: t.fields[field],
    text: inputs[field],
    placeholder: t.paste(t.hints[field]),
    errors: byField[field],
    reveal: reveal?.field === field ? reveal : undefined,
    onCaret: CARETS[field],
    onChange: (text: string) => onInputs((old) => (old[field] === text ? old : { ...old, [field]: text })),
  });

  const origin = useSource();
  const { line: originLine, endLine: originEnd } = origin ?? {};
  const originField = origin && fieldOf(origin);
  const originLines = useMemo(
    () => (originLine === undefined ? undefined : { line: originLine, endLine: originEnd }),
    [originLine, originEnd],
  );
  const originIn = (field: TextField) => (originField === field ? originLines : undefined);

  return (
    <>
      <div className="flex shrink-0 items-center border-b border-line bg-panel pr-2">
        <Tabs label={t.inputs} panel={`${id}-panel`} tabs={tabs} active={tab} onActive={onTab} />
        {tab !== "more" && (
          <span className="ml-auto" title={t.hints[tab]}>
            <CopyButton text={t.hints[tab]} label={t.copyCommand} />
          </span>
        )}
      </div>
      <div
        id={`${id}-panel`}
        role="tabpanel"
        aria-label={t.tabs[tab]}
        className="min-h-0 flex-1 bg-panel"
        data-restorable=""
        data-field={tab === "more" ? undefined : tab}
      >
        {tab === "more" ? (
          <div className="h-full space-y-4 overflow-auto p-3">
            <OptionsForm
              options={inputs.options}
              notes={fieldNotes}
              onOptions={(options) => onInputs((old) => ({ ...old, options }))}
            />
            {(["namespaces", "webhooks", "proxyConfigs"] as const).map((field) => (
              <section key={field} data-field={field} aria-label={t.fields[field]}>
                <h2 className="mb-1 flex items-baseline gap-2 font-medium">
                  {t.fields[field]}{" "}
                  <code className="font-mono text-[11.5px] font-normal text-muted">{t.hints[field]}</code>
                  {fieldNotes[field] !== undefined && (
                    <span className="text-[12px] font-normal text-accent">{fieldNotes[field]}</span>
                  )}
                </h2>
                <div className="h-44 overflow-hidden rounded border border-line">
                  <PlainEditor {...props(field)} />
                </div>
              </section>
            ))}
          </div>
        ) : editors ? (
          <editors.InputEditor {...props(tab)} origin={originIn(tab)} barred={barred} revision={revision} dark={dark} />
        ) : (
          <PlainEditor {...props(tab)} />
        )}
      </div>
    </>
  );
}

function errorsByField(errors: readonly PlacedError[]): Readonly<Record<TextField, readonly PlacedError[]>> {
  const of = (field: TextField) => errors.filter((error) => error.field === field);
  return Object.fromEntries(TEXT_FIELDS.map((field) => [field, of(field)])) as Record<TextField, PlacedError[]>;
}
