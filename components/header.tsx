import type { ReactNode } from "react";
import type { InjectResult } from "../lib/index";
import { keyText } from "./commands/keys";
import { runCommand } from "./commands/store";
import { useMac, useTooltip } from "./commands/use-commands";
import { useLanguage, useStrings } from "./language";
import { Navigation } from "./navigation";
import { HTML_LANG, LANGUAGES } from "./strings/language";
import type { Theme } from "./use-theme";

interface HeaderProps {
  readonly releases: readonly string[];
  /** The chosen release, or auto. */
  readonly release: string;
  /** What the engine found. */
  readonly found: InjectResult["release"];
  readonly theme: Theme;
  /** The menu of the examples. */
  readonly examples: ReactNode;
  onRelease(release: string): void;
  onTheme(): void;
  onOpen(): void;
}

const THEME_SIGNS: Readonly<Record<Theme, string>> = { system: "◐", light: "☀", dark: "☾" };

/** Name, release, and what concerns the whole page. */
export function Header({ releases, release, found, theme, examples, onRelease, onTheme, onOpen }: HeaderProps) {
  const t = useStrings();
  const mac = useMac();
  const palette = useTooltip("palette");
  const keys = useTooltip("keys");
  const share = useTooltip("share");
  return (
    <header
      data-part=""
      className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-panel px-3 py-1"
    >
      <a href="#result" className="sr-only z-50 rounded bg-accent-soft px-2 py-1 text-accent focus:not-sr-only">
        {t.skip}
      </a>
      <h1 className="flex items-center gap-2 text-[14px] font-semibold whitespace-nowrap">
        <Logo />
        {t.title}
      </h1>
      <Navigation at="explorer" />
      {examples}
      <label
        className="flex items-center gap-1.5 text-muted"
        title={found.from === "" ? undefined : t.releaseFrom(found.from)}
      >
        <span className="max-wide:sr-only">{t.release}</span>
        <select className="control" value={release} onChange={(event) => onRelease(event.target.value)}>
          <option value="auto">{t.releaseAuto(found.name)}</option>
          {releases.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {release === "auto" && found.from !== "" && (
        <span className="text-[12px] text-muted max-wide:hidden">{t.releaseFrom(found.from)}</span>
      )}
      <span className="ml-auto flex items-center">
        <button type="button" className="quiet max-wide:hidden" title={t.openFilesHint} onClick={onOpen}>
          {t.openFiles}
        </button>
        <button type="button" className="quiet" aria-haspopup="dialog" {...share} onClick={() => runCommand("share")}>
          {t.share}
        </button>
        <a className="quiet max-wide:hidden" href="/api/v1/openapi.json">
          {t.apiLink}
        </a>
        <button
          type="button"
          className="quiet"
          aria-label={palette.title}
          aria-haspopup="dialog"
          {...palette}
          onClick={() => runCommand("palette")}
        >
          <span aria-hidden="true" className="rounded border border-line px-1 text-[11.5px] leading-5">
            <span className="max-wide:hidden">{keyText("Mod+K", mac)}</span>
            <span className="wide:hidden">⋯</span>
          </span>
        </button>
        <ThemeButton theme={theme} onTheme={onTheme} />
        <LanguageSwitch />
        <button
          type="button"
          className="quiet ml-1 w-7 justify-center"
          aria-label={t.commands.titles.keys}
          aria-haspopup="dialog"
          {...keys}
          onClick={() => runCommand("keys")}
        >
          ?
        </button>
      </span>
    </header>
  );
}

/** The theme, and the way to the next. */
export function ThemeButton({ theme, onTheme }: Pick<HeaderProps, "theme" | "onTheme">) {
  const t = useStrings();
  return (
    <button
      type="button"
      className="quiet"
      aria-label={`${t.theme}${t.punctuation.colon}${t.themes[theme]}`}
      title={t.themes[theme]}
      onClick={onTheme}
    >
      <span aria-hidden="true" className="w-4 text-center text-[15px]">
        {THEME_SIGNS[theme]}
      </span>
    </button>
  );
}

/** The languages, each called as it calls itself. */
export function LanguageSwitch() {
  const { language, strings, setLanguage } = useLanguage();
  return (
    <span role="group" aria-label={strings.language} className="ml-1 flex rounded border border-line">
      {LANGUAGES.map(({ id, name, sign }) => (
        <button
          key={id}
          type="button"
          lang={HTML_LANG[id]}
          title={name}
          aria-label={name}
          aria-pressed={id === language}
          onClick={() => setLanguage(id)}
          className={`h-6 min-w-7 rounded px-1 text-[12px] ${
            id === language ? "bg-accent-soft font-semibold text-accent" : "text-muted hover:bg-raised hover:text-text"
          }`}
        >
          {sign}
        </button>
      ))}
    </span>
  );
}

/** A pod, and what goes into it. */
export function Logo() {
  return (
    <svg
      aria-hidden="true"
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      className="text-accent"
    >
      <path d="M11.5 2.2 17.6 5.7v7L11.5 16.2 5.4 12.7v-7z" strokeLinejoin="round" />
      <path d="M1.5 18.2 9.6 10.9" strokeLinecap="round" />
      <circle cx="11.5" cy="9.2" r="2.1" fill="currentColor" stroke="none" />
    </svg>
  );
}
