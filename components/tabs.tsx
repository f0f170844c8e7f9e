import { type KeyboardEvent, useRef } from "react";

interface TabsProps<T extends string> {
  readonly label: string;
  /** Id of the panel that the tabs fill. */
  readonly panel: string;
  readonly tabs: readonly {
    readonly id: T;
    readonly label: string;
    readonly count?: number;
    readonly alert?: string;
    /** Something to know of it that is no error. */
    readonly note?: string;
  }[];
  readonly active: T;
  onActive(tab: T): void;
}

/** A row of tabs: one stop for Tab, the arrow keys go from one to the next. */
export function Tabs<T extends string>({ label, panel, tabs, active, onActive }: TabsProps<T>) {
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === active);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const index = (to + tabs.length) % tabs.length;
    onActive(tabs[index]!.id);
    list.current?.querySelectorAll("button")[index]?.focus();
  };

  return (
    <div ref={list} role="tablist" aria-label={label} className="flex min-w-0 overflow-x-auto" onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          aria-selected={tab.id === active}
          aria-controls={panel}
          tabIndex={tab.id === active ? 0 : -1}
          onClick={() => onActive(tab.id)}
          className={`flex h-9 shrink-0 items-center gap-1.5 border-b-2 px-3 ${
            tab.id === active
              ? "border-accent font-semibold text-text"
              : "border-transparent text-muted hover:text-text"
          }`}
        >
          {tab.label}
          {tab.count !== undefined && (
            <span className="rounded bg-raised px-1 font-mono text-[11px] font-normal text-muted">{tab.count}</span>
          )}
          {(tab.alert ?? tab.note) !== undefined && (
            <>
              <span aria-hidden="true" className={`h-2 w-2 rounded-full ${tab.alert ? "bg-bad" : "bg-accent"}`} />
              <span className="sr-only">{tab.alert ?? tab.note}</span>
            </>
          )}
        </button>
      ))}
    </div>
  );
}
