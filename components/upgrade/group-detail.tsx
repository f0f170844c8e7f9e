import { useId, useState } from "react";
import type { FleetEntry } from "../../lib/compare/fleet";
import { fleetName, type FleetGroup } from "../../lib/compare/fleet-report";
import { useStrings } from "../language";
import { PlainText } from "../result/plain-diff";
import { Tabs } from "../tabs";
import type { Editors } from "../use-editors";
import { GroupChanges } from "./group-changes";
import { GroupWorkloads } from "./group-workloads";
import { ExampleDiff } from "./example-diff";
import { OutcomeBadge } from "./outcome-badge";
import { useUpgradeTexts } from "./texts";
import type { KnownExample } from "./use-example";

interface GroupDetailProps {
  readonly group: FleetGroup;
  readonly example: KnownExample | undefined;
  readonly editors: Editors | undefined;
  readonly inline: boolean;
  onInline(inline: boolean): void;
  readonly dark: boolean;
  /** Shows where an error stands in an input; undefined where that is not on the page. */
  placeOf(entry: FleetEntry): { readonly text: string; go?(): void } | undefined;
}

type Tab = "workloads" | "changes";

/** One group: its error or its changes, an example's pods side by side, and all of its workloads. */
export function GroupDetail({ group, example, editors, inline, onInline, dark, placeOf }: GroupDetailProps) {
  const t = useUpgradeTexts();
  const strings = useStrings();
  const id = useId();
  const [chosen, setTab] = useState<Tab>("workloads");
  const { outcome, items, example: first } = group;
  const tab = first.changes.length === 0 ? "workloads" : chosen;
  const tabs: readonly { readonly id: Tab; readonly label: string }[] = [
    { id: "workloads", label: t.workloads(items.length) },
    ...(first.changes.length > 0 ? [{ id: "changes" as Tab, label: t.changes(first.changes.length) }] : []),
  ];
  const name = fleetName(first);
  const place = placeOf(first);
  const pods = example?.pods;
  return (
    <section aria-label={t.group(t.outcomes[outcome], items.length)} className="flex min-h-0 min-w-0 flex-col">
      <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-2 border-b border-line bg-panel px-3">
        <OutcomeBadge outcome={outcome} />
        <span className="min-w-0 wrap-anywhere text-muted">
          {items.length > 1 && `${t.example1} `}
          <span className="font-mono text-[12px] text-text">{name}</span>
        </span>
        {pods?.b !== undefined && editors && (
          <button type="button" className="quiet ml-auto" onClick={() => onInline(!inline)}>
            {inline ? strings.sideBySide : strings.inline}
          </button>
        )}
      </div>
      {first.error && (
        <div data-testid="group-error" className="shrink-0 border-b border-bad/40 bg-bad-soft px-3 py-2">
          <p className="max-h-40 overflow-y-auto font-mono text-[12.5px] wrap-anywhere whitespace-pre-wrap">
            {first.error.message.trimEnd()}
          </p>
          {place &&
            (place.go ? (
              <button type="button" className="place mt-1" title={t.goTo(place.text)} onClick={place.go}>
                {place.text}
              </button>
            ) : (
              <span className="text-muted">{place.text}</span>
            ))}
        </div>
      )}
      <div className="min-h-40 flex-3 max-wide:h-[60dvh] max-wide:flex-none">
        {example === undefined ? null : !pods ? (
          <p className="p-3 text-muted">{t.notShown}</p>
        ) : pods.a !== undefined && pods.b !== undefined ? (
          <ExampleDiff
            topic={String(example.number)}
            left={pods.a}
            right={pods.b}
            label={t.difference(name)}
            editors={editors}
            inline={inline}
            dark={dark}
          />
        ) : (
          <PlainText text={pods.text} label={t.ownText(name)} />
        )}
      </div>
      <div className="shrink-0 border-y border-line bg-panel px-1">
        <Tabs<Tab> label={name} panel={`${id}-panel`} tabs={tabs} active={tab} onActive={setTab} />
      </div>
      <div
        id={`${id}-panel`}
        role="tabpanel"
        aria-label={tabs.find((each) => each.id === tab)!.label}
        tabIndex={0}
        className="min-h-24 flex-2 overflow-auto bg-panel max-wide:flex-none"
      >
        {tab === "workloads" ? (
          <GroupWorkloads key={first.group} items={items} />
        ) : (
          <GroupChanges changes={first.changes} />
        )}
      </div>
    </section>
  );
}
