import { type ReactNode, useEffect, useId, useMemo, useState } from "react";
import type { ContainerCase } from "../../lib/index";
import { entryKey } from "../../lib/view/entries";
import type { ObjectView } from "../../lib/view/result";
import type { MarkOf } from "../findings/use-entry-marks";
import { useStrings } from "../language";
import { Menu, type MenuGroup } from "../menu";
import { Tabs } from "../tabs";
import { useAsksWhy } from "../why/caret";
import { ChangesTable } from "./changes-table";
import { CopyButton } from "./copy-button";
import { patchJson } from "./patch-json";
import { TableButtons } from "./table-buttons";
import { FIRST_TABLE } from "./table-rows";
import type { Changes } from "./use-changes";

type Tab = "why" | "changes" | "patch" | "findings" | "variants" | "output";

interface DetailsProps {
  /** Undefined where nothing came out that could be compared: then there are the findings alone. */
  readonly changes: Changes | undefined;
  readonly containers: readonly ContainerCase[];
  /** Whether one step is shown alone. */
  readonly alone: boolean;
  readonly patch: ObjectView["patch"];
  /** What the offline command prints, on that path. */
  readonly output: string | undefined;
  /** The tab that says why. */
  readonly why: ReactNode;
  /** What is wrong. */
  readonly findings: ReactNode;
  readonly findingCount: number | undefined;
  /** Marks changes that something was found about. */
  readonly markOf: MarkOf | undefined;
  /** Goes up when the findings are to be shown. */
  readonly findingsAsked: number;
  /** The pod in other circumstances; absent where there is no pod. */
  readonly variants: ReactNode;
  /** Goes up when the variants are to be shown. */
  readonly variantsAsked: number;
  readonly open: boolean;
  onOpen(open: boolean): void;
  /** Whether the tab that says why is looked at. */
  onWhy(looked: boolean): void;
  /** What can be copied and downloaded. */
  readonly exports: readonly MenuGroup[];
}

/** Below the difference: why a line is there, its changes as a table, the patch, the offline command's output. */
export function Details({
  changes,
  containers,
  alone,
  patch,
  output,
  why,
  findings,
  findingCount,
  markOf,
  findingsAsked,
  variants,
  variantsAsked,
  exports,
  open,
  onOpen,
  onWhy,
}: DetailsProps) {
  const t = useStrings();
  const id = useId();
  const [asked, setTab] = useState<Tab>("changes");
  const tabs: { id: Tab; label: string; count?: number }[] = [];
  if (changes) {
    tabs.push({ id: "why", label: t.why.title });
    tabs.push({ id: "changes", label: t.changes, count: changes.entries && changes.shown.length });
  }
  if (patch) tabs.push({ id: "patch", label: t.patch, count: patch.length });
  tabs.push({ id: "findings", label: t.findings.title, count: findingCount });
  if (variants) tabs.push({ id: "variants", label: t.variants });
  if (output !== undefined) tabs.push({ id: "output", label: t.output });
  const tab = tabs.some((known) => known.id === asked) ? asked : changes ? "changes" : "findings";
  const looksAtWhy = open && tab === "why";
  useEffect(() => onWhy(looksAtWhy), [looksAtWhy, onWhy]);
  const asksWhy = useAsksWhy();
  const [answered, setAnswered] = useState(asksWhy);
  if (asksWhy !== answered) {
    setAnswered(asksWhy);
    if (asksWhy) setTab("why");
  }
  const [shownFindings, setShownFindings] = useState(findingsAsked);
  if (findingsAsked !== shownFindings) {
    setShownFindings(findingsAsked);
    setTab("findings");
  }
  const [shownVariants, setShownVariants] = useState(variantsAsked);
  if (variantsAsked !== shownVariants) {
    setShownVariants(variantsAsked);
    setTab("variants");
  }
  const patchText = useMemo(() => (tab === "patch" && open ? patchJson(patch ?? []) : ""), [tab, open, patch]);
  const [table, setTable] = useState(FIRST_TABLE);
  const { entries, shown = NONE } = changes ?? {};
  const copyable = tab === "patch" ? patchText : tab === "output" ? (output ?? "") : "";

  return (
    <section aria-label={t.details} className="flex h-full min-h-0 flex-col bg-panel">
      <div className="flex shrink-0 items-center border-b border-line pr-2">
        <Tabs
          label={t.details}
          panel={`${id}-panel`}
          tabs={tabs}
          active={tab}
          onActive={(next) => {
            setTab(next);
            onOpen(true);
          }}
        />
        <span className="ml-auto flex shrink-0">
          {open && tab === "changes" && shown.length > 0 && (
            <TableButtons entries={shown} view={table} onView={setTable} />
          )}
          {open && copyable !== "" && <CopyButton text={copyable} label={t.copy} />}
          {exports.length > 0 && (
            <Menu label={t.exports.title} groups={exports} opens="above">
              {t.exports.title}
            </Menu>
          )}
          <button type="button" className="quiet max-wide:hidden" aria-expanded={open} onClick={() => onOpen(!open)}>
            {open ? t.hideDetails : t.showDetails}
          </button>
        </span>
      </div>
      <div
        id={`${id}-panel`}
        role="tabpanel"
        aria-label={tab === "why" || tab === "findings" ? t[tab].title : t[tab]}
        tabIndex={0}
        hidden={!open}
        className="relative min-h-0 flex-1 overflow-auto"
      >
        {tab === "why" && why}
        {tab === "findings" && open && findings}
        {tab === "variants" && open && variants}
        {tab === "changes" &&
          changes &&
          (shown.length > 0 ? (
            <ChangesTable
              entries={shown}
              containers={containers}
              current={changes.at && entryKey(changes.at.entry)}
              markOf={markOf}
              view={table}
              onView={setTable}
              onShow={changes.show}
            />
          ) : (
            <p className="p-3 text-muted">
              {entries ? (entries.length > 0 ? t.noneShown : t.noChanges) : alone ? t.changesAlone : t.changesOfTexts}
            </p>
          ))}
        {tab === "patch" && (
          <>
            <p className="px-3 pt-2 text-muted">{patch?.length ? t.patchHint : t.noPatch}</p>
            {patch && patch.length > 0 && <pre className="code p-3 wrap-anywhere whitespace-pre-wrap">{patchText}</pre>}
          </>
        )}
        {tab === "output" && <pre className="code p-3 wrap-anywhere whitespace-pre-wrap">{output}</pre>}
      </div>
    </section>
  );
}

const NONE: readonly never[] = [];
