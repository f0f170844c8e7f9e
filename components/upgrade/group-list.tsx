import { type KeyboardEvent, useRef } from "react";
import { fleetName, type FleetGroup } from "../../lib/compare/fleet-report";
import type { ChangeTopic } from "../../lib/view/changes";
import { useStrings } from "../language";
import { OutcomeBadge } from "./outcome-badge";
import { useUpgradeTexts } from "./texts";

interface GroupListProps {
  readonly groups: readonly FleetGroup[];
  /** The group that is looked at. */
  readonly selected: FleetGroup | undefined;
  readonly stale: boolean;
  onSelect(group: string): void;
}

/** Groups drawn at first; thousands of them would take their time. */
const DRAWN = 200;

/** Workloads with the same change: what would start to fail first, then the biggest. Arrow keys go from one to the next. */
export function GroupList({ groups, selected, stale, onSelect }: GroupListProps) {
  const t = useUpgradeTexts();
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    const button = to === undefined || at < 0 || event.altKey ? undefined : buttons[to];
    if (!button) return;
    event.preventDefault();
    button.focus();
    button.click();
  };
  return (
    <ul
      ref={list}
      aria-label={t.groups}
      data-testid="groups"
      data-dimmed={stale || undefined}
      onKeyDown={onKeyDown}
      className="dimmable min-h-0 overflow-y-auto bg-panel max-wide:max-h-[38dvh]"
    >
      {groups.slice(0, DRAWN).map((group) => (
        <li key={group.example.group} className="border-b border-line">
          <GroupButton group={group} current={group === selected} onSelect={onSelect} />
        </li>
      ))}
    </ul>
  );
}

interface GroupButtonProps {
  readonly group: FleetGroup;
  readonly current: boolean;
  onSelect(group: string): void;
}

function GroupButton({ group: { outcome, items, example }, current, onSelect }: GroupButtonProps) {
  const t = useUpgradeTexts();
  const { topics } = useStrings();
  const names = items.slice(0, 3).map(fleetName).join(", ");
  return (
    <button
      type="button"
      aria-current={current}
      tabIndex={current ? 0 : -1}
      title={t.group(t.outcomes[outcome], items.length)}
      onClick={() => onSelect(example.group)}
      className={`block w-full border-l-2 px-3 py-1.5 text-left ${current ? "border-accent bg-accent-soft" : "border-transparent hover:bg-raised"}`}
    >
      <span className="flex items-baseline gap-2">
        <OutcomeBadge outcome={outcome} />
        <span className="ml-auto font-mono text-[12px] text-muted">{items.length.toLocaleString("en")}</span>
      </span>
      {example.error ? (
        <span className="line-clamp-2 font-mono text-[12px] leading-4.5 wrap-anywhere">
          {heart(example.error.message)}
        </span>
      ) : (
        <span className="block truncate text-[12.5px]">
          {example.changes.length > 0
            ? topicCounts(example.changes.map(({ topic }) => topic))
                .map(([topic, count]) => (count > 1 ? `${topics[topic]} ×${count}` : topics[topic]))
                .join(" · ")
            : injectedNote(example.injected, t.notInjected)}
        </span>
      )}
      <span className="block truncate font-mono text-[11.5px] text-muted">{names}</span>
    </button>
  );
}

/** What a message ends with, which is what happened: what stands before it says where. */
function heart(message: string): string {
  const text = message.trimEnd();
  const at = text.lastIndexOf(">: ");
  return at < 0 ? text.replace(/^failed to run injection template: /, "") : text.slice(at + 3);
}

function topicCounts(topics: readonly ChangeTopic[]): [ChangeTopic, number][] {
  const counts = new Map<ChangeTopic, number>();
  for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts];
}

/** What to say of a pod that stays the same. */
function injectedNote(
  { a, b }: { readonly a: boolean; readonly b: boolean },
  texts: { readonly before: string; readonly after: string; readonly both: string },
): string {
  if (a && b) return "";
  return !a && !b ? texts.both : a ? texts.after : texts.before;
}
