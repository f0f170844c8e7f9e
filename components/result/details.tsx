import { type ReactNode, useEffect, useId, useMemo, useState } from "react";
import type { Change } from "../../lib/view/changes";
import type { ObjectView } from "../../lib/view/result";
import type { Value } from "../../lib/view/value";
import { writeJson } from "../../lib/view/write-json";
import { useStrings } from "../language";
import { Tabs } from "../tabs";
import { useAsksWhy } from "../why/caret";
import { ChangesTable } from "./changes-table";
import { CopyButton } from "./copy-button";

type Tab = "why" | "changes" | "patch" | "output";

interface DetailsProps {
  readonly changes: readonly Change[] | undefined;
  /** Whether one step is shown alone. */
  readonly alone: boolean;
  readonly patch: ObjectView["patch"];
  /** What the offline command prints, on that path. */
  readonly output: string | undefined;
  /** The tab that says why. */
  readonly why: ReactNode;
  readonly open: boolean;
  onOpen(open: boolean): void;
  /** Whether the tab that says why is looked at. */
  onWhy(looked: boolean): void;
  onShow(change: Change): void;
}

/** Below the difference: why a line is there, its changes as a table, the patch, the offline command's output. */
export function Details({ changes, alone, patch, output, why, open, onOpen, onWhy, onShow }: DetailsProps) {
  const t = useStrings();
  const id = useId();
  const [asked, setTab] = useState<Tab>("changes");
  const tabs: { id: Tab; label: string; count?: number }[] = [
    { id: "why", label: t.why.title },
    { id: "changes", label: t.changes, count: changes?.length },
  ];
  if (patch) tabs.push({ id: "patch", label: t.patch, count: patch.length });
  if (output !== undefined) tabs.push({ id: "output", label: t.output });
  const tab = tabs.some((known) => known.id === asked) ? asked : "changes";
  const looksAtWhy = open && tab === "why";
  useEffect(() => onWhy(looksAtWhy), [looksAtWhy, onWhy]);
  const asksWhy = useAsksWhy();
  const [answered, setAnswered] = useState(asksWhy);
  if (asksWhy !== answered) {
    setAnswered(asksWhy);
    if (asksWhy) setTab("why");
  }
  const patchText = useMemo(() => (tab === "patch" && open ? patchJson(patch ?? []) : ""), [tab, open, patch]);
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
        <span className="ml-auto flex">
          {open && copyable !== "" && <CopyButton text={copyable} label={t.copy} />}
          <button type="button" className="quiet max-wide:hidden" aria-expanded={open} onClick={() => onOpen(!open)}>
            {open ? t.hideDetails : t.showDetails}
          </button>
        </span>
      </div>
      <div
        id={`${id}-panel`}
        role="tabpanel"
        aria-label={tab === "why" ? t.why.title : t[tab]}
        tabIndex={0}
        hidden={!open}
        className="min-h-0 flex-1 overflow-auto"
      >
        {tab === "why" && why}
        {tab === "changes" && <ChangesTable changes={changes} alone={alone} onShow={onShow} />}
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

function patchJson(patch: NonNullable<ObjectView["patch"]>): string {
  return writeJson(patch.map((operation): Value => new Map(Object.entries(operation) as [string, Value][])));
}
