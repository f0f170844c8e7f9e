/** What commands stand under, in the palette and in the list of keys, in this order. */
export const COMMAND_GROUPS = [
  "change",
  "go",
  "view",
  "filter",
  "step",
  "export",
  "text",
  "example",
  "release",
  "page",
] as const;

export type CommandGroup = (typeof COMMAND_GROUPS)[number];

interface CommandRow {
  readonly group: CommandGroup;
  /**
   * Keys, the first of them shown on buttons: `Mod+K` is ⌘K on a Mac and Ctrl+K elsewhere; see keys.ts. Never a letter or digit alone,
   * which screen readers and typing need; Alt with a digit changes tabs in browsers.
   */
  readonly keys?: readonly string[];
  /** A selector: where the focus is in there, the keys keep their usual meaning. */
  readonly unless?: string;
}

/**
 * Every command of the page that has a name of its own: the one place for ids and keys.
 *
 * To add one: a row here, its title in both languages (`commands.titles` of components/strings), and
 * `useCommand("my.id", run, when)` (use-commands.ts) in the component that can do it. The palette, the list of keys and the key
 * itself follow; `useTooltip("my.id")` gives its button the title with the key. Commands that come in any number (an example, a
 * release, a step) have no row: see `useCommandFamily`.
 */
export const COMMANDS = {
  palette: { group: "page", keys: ["Mod+K"] },
  keys: { group: "page", keys: ["?"] },
  "change.next": { group: "change", keys: ["Alt+ArrowDown"], unless: "[data-pane=inputs], select" },
  "change.previous": { group: "change", keys: ["Alt+ArrowUp"], unless: "[data-pane=inputs], select" },
  "error.next": { group: "go", keys: ["F8"] },
  "error.previous": { group: "go", keys: ["Shift+F8"] },
  "pane.next": { group: "go", keys: ["F6"] },
  "pane.previous": { group: "go", keys: ["Shift+F6"] },
  "why.follow": { group: "go", keys: ["Alt+Enter"] },
  "findings.show": { group: "go", keys: ["Alt+Shift+D"] },
  "findings.fix": { group: "text", keys: ["Alt+Shift+M"] },
  "variant.uninjected": { group: "go" },
  "variant.export": { group: "go" },
  "variant.live": { group: "go" },
  "lit.next": { group: "go", keys: ["Alt+Shift+ArrowDown"] },
  "lit.previous": { group: "go", keys: ["Alt+Shift+ArrowUp"] },
  "lesson.next": { group: "go", keys: ["Alt+PageDown"] },
  "lesson.previous": { group: "go", keys: ["Alt+PageUp"] },
  "tab.workload": { group: "go" },
  "tab.injector": { group: "go" },
  "tab.mesh": { group: "go" },
  "tab.more": { group: "go" },
  "compare.copy": { group: "text" },
  "compare.swap": { group: "text" },
  share: { group: "export", keys: ["Alt+Shift+S"] },
  "text.open": { group: "text" },
  "text.back": { group: "text", keys: ["Alt+Z"] },
  "text.forget": { group: "text" },
  "text.format": { group: "text", keys: ["Alt+Shift+F"] },
  "text.fold": { group: "text" },
  "text.unfold": { group: "text" },
  "text.find": { group: "text" },
  "step.all": { group: "step" },
  "filter.clear": { group: "filter" },
  "changes.copy": { group: "export" },
  "changes.markdown": { group: "export" },
  "changes.csv": { group: "export" },
  "pod.save": { group: "export" },
  "patch.save": { group: "export" },
  "diff.read": { group: "view" },
  "view.inline": { group: "view" },
  "view.details": { group: "view" },
  "theme.system": { group: "page" },
  "theme.light": { group: "page" },
  "theme.dark": { group: "page" },
  "language.en": { group: "page" },
  "language.zh": { group: "page" },
} as const satisfies Readonly<Record<string, CommandRow>>;

export type CommandId = keyof typeof COMMANDS;

/** The row of a command, its optional parts where it has none, too. */
export function commandRow(id: CommandId): CommandRow {
  return COMMANDS[id];
}
