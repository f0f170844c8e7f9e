import { useCommand, useCommandFamily, type FamilyMember } from "../commands/use-commands";
import { useCommonCommands } from "../commands/use-common-commands";
import { useLanguage } from "../language";
import type { Theme } from "../use-theme";
import type { SourceTab } from "./sources-pane";
import { UPGRADE_TEXTS } from "./texts";

/** What can be done on the page now; undefined for what cannot. */
interface UpgradeActions {
  onFiles(): void;
  onFolder(): void;
  readonly onExample: (() => void) | undefined;
  readonly onCancel: (() => void) | undefined;
  readonly onCsv: (() => void) | undefined;
  readonly onMarkdown: (() => void) | undefined;
  /** What takes back what was just done. */
  readonly onBack: (() => void) | undefined;
  onSource(tab: SourceTab): void;
  onTheme(theme: Theme): void;
}

type Title = keyof (typeof UPGRADE_TEXTS)["en"]["commands"];

/** Everything that can be done on the page, for the palette. Titles come with this page's own texts. */
export function useUpgradeCommands(actions: UpgradeActions): void {
  const { language } = useLanguage();
  const titles = UPGRADE_TEXTS[language].commands;
  const others = UPGRADE_TEXTS[language === "en" ? "zh" : "en"].commands;
  const members = (runs: Partial<Record<Title, (() => void) | undefined>>): FamilyMember[] =>
    (Object.keys(runs) as Title[]).flatMap((id) => {
      const run = runs[id];
      return run ? [{ id, title: titles[id], also: others[id], run }] : [];
    });
  useCommandFamily(
    "upgrade-text",
    "text",
    members({ files: actions.onFiles, folder: actions.onFolder, cancel: actions.onCancel, example: actions.onExample }),
  );
  useCommandFamily("upgrade-save", "export", members({ csv: actions.onCsv, markdown: actions.onMarkdown }));
  useCommandFamily(
    "upgrade-go",
    "go",
    members({
      today: () => actions.onSource("a"),
      next: () => actions.onSource("b"),
    }),
  );
  useCommonCommands(actions.onTheme);
  useCommand("text.back", () => actions.onBack?.(), actions.onBack !== undefined);
}
