import { EXAMPLES, type ExampleId } from "../lib/example/catalogue";
import { useCommand, useCommandFamily } from "./commands/use-commands";
import { useCommonCommands } from "./commands/use-common-commands";
import type { InputTab } from "./input/input-tab";
import { useOtherStrings, useStrings } from "./language";
import type { Editors } from "./use-editors";
import type { Theme } from "./use-theme";

interface PageCommands {
  readonly editors: Editors | undefined;
  readonly tab: InputTab;
  readonly releases: readonly string[];
  /** Undefined where there is nothing to take back. */
  readonly back: (() => void) | undefined;
  onTab(tab: InputTab): void;
  onOpen(): void;
  onForget(): void;
  /** Lays out the text of the tab. */
  onFormat(): void;
  onExample(id: ExampleId): void;
  onRelease(release: string): void;
  onTheme(theme: Theme): void;
}

/** The commands that concern the whole page and its inputs. */
export function usePageCommands(page: PageCommands): void {
  const t = useStrings();
  const other = useOtherStrings();
  const { editors, tab } = page;

  useCommand("tab.workload", () => page.onTab("workload"));
  useCommand("tab.injector", () => page.onTab("injector"));
  useCommand("tab.mesh", () => page.onTab("mesh"));
  useCommand("tab.more", () => page.onTab("more"));
  useCommand("text.open", page.onOpen);
  useCommand("text.back", () => page.back?.(), page.back !== undefined);
  useCommand("text.forget", page.onForget);
  const editing = editors !== undefined && tab !== "more";
  useCommand("text.format", page.onFormat, tab !== "more");
  useCommand("text.find", () => editors?.runInInput("actions.find"), editing);
  useCommand("text.fold", () => editors?.runInInput("editor.foldAll"), editing);
  useCommand("text.unfold", () => editors?.runInInput("editor.unfoldAll"), editing);
  useCommandFamily(
    "example",
    "example",
    EXAMPLES.map(({ id }) => ({
      id,
      title: t.examples.names[id],
      also: other?.examples.names[id],
      run: () => page.onExample(id),
    })),
  );
  useCommandFamily(
    "release",
    "release",
    ["auto", ...page.releases].map((name) => ({
      id: name,
      title: t.commands.release(name),
      also: other?.commands.release(name),
      run: () => page.onRelease(name),
    })),
  );
  useCommonCommands(page.onTheme);
}
