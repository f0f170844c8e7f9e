const PANES = ["inputs", "result"] as const;

/** The two halves of a page, of which a phone shows one. */
export type Pane = (typeof PANES)[number];

interface PaneSwitchProps {
  readonly label: string;
  readonly names: Readonly<Record<Pane, string>>;
  readonly pane: Pane;
  onPane(pane: Pane): void;
}

/** On a phone: which half of the page is shown. */
export function PaneSwitch({ label, names, pane, onPane }: PaneSwitchProps) {
  return (
    <nav aria-label={label} className="flex shrink-0 border-b border-line bg-panel wide:hidden">
      {PANES.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={pane === name}
          onClick={() => onPane(name)}
          className={`h-10 flex-1 border-b-2 ${pane === name ? "border-accent font-semibold" : "border-transparent text-muted"}`}
        >
          {names[name]}
        </button>
      ))}
    </nav>
  );
}
