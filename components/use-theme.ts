import { useEffect, useSyncExternalStore } from "react";
import { read, remove, write } from "./storage";
import { STORED_THEME } from "./storage-keys";

export type Theme = "system" | "light" | "dark";

const THEMES: readonly Theme[] = ["system", "light", "dark"];
const CHANGED = "injection-explorer-theme";

function chosen(): Theme {
  const stored = read(STORED_THEME);
  return stored === "light" || stored === "dark" ? stored : "system";
}

function subscribe(changed: () => void): () => void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", changed);
  addEventListener(CHANGED, changed);
  return () => {
    dark.removeEventListener("change", changed);
    removeEventListener(CHANGED, changed);
  };
}

function isDark(): boolean {
  const theme = chosen();
  return theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
}

/** The chosen theme, whether it comes out dark, how to choose one and how to go to the next one. */
export function useTheme(): { theme: Theme; dark: boolean; choose(theme: Theme): void; next(): void } {
  const theme = useSyncExternalStore<Theme>(subscribe, chosen, () => "system");
  const dark = useSyncExternalStore(subscribe, isDark, () => false);

  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);

  const choose = (chosen: Theme) => {
    if (chosen === "system") remove(STORED_THEME);
    else write(STORED_THEME, chosen);
    dispatchEvent(new Event(CHANGED));
  };
  const next = () => choose(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!);
  return { theme, dark, choose, next };
}
