import { useEffect } from "react";
import { useLanguage } from "../language";
import { goToPart, rememberFocus } from "../parts";
import type { Theme } from "../use-theme";
import { useCommand } from "./use-commands";

/** The commands of every page: its theme, its language, and the way round its parts. */
export function useCommonCommands(onTheme: (theme: Theme) => void): void {
  const { language, setLanguage } = useLanguage();
  useCommand("theme.system", () => onTheme("system"));
  useCommand("theme.light", () => onTheme("light"));
  useCommand("theme.dark", () => onTheme("dark"));
  useCommand("language.en", () => setLanguage("en"), language !== "en");
  useCommand("language.zh", () => setLanguage("zh"), language !== "zh");
  useCommand("pane.next", () => goToPart(1));
  useCommand("pane.previous", () => goToPart(-1));
  useEffect(() => {
    const onFocusIn = (event: FocusEvent) => rememberFocus(event.target);
    addEventListener("focusin", onFocusIn);
    return () => removeEventListener("focusin", onFocusIn);
  }, []);
}
