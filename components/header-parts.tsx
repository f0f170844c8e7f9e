import { keyText } from "./commands/keys";
import { runCommand } from "./commands/store";
import { useMac, useTooltip } from "./commands/use-commands";
import { useLanguage, useStrings } from "./language";
import { HTML_LANG, LANGUAGES } from "./strings/language";
import type { Theme } from "./use-theme";

/** What the headers of several pages hold. */

const THEME_SIGNS: Readonly<Record<Theme, string>> = { system: "◐", light: "☀", dark: "☾" };

/** Opens the window that makes links. */
export function ShareButton() {
  const t = useStrings();
  const share = useTooltip("share");
  return (
    <button type="button" className="quiet" aria-haspopup="dialog" {...share} onClick={() => runCommand("share")}>
      {t.share}
    </button>
  );
}

/** Opens the palette of all commands. */
export function PaletteButton() {
  const mac = useMac();
  const palette = useTooltip("palette");
  return (
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
  );
}

/** Opens the list of keys. */
export function KeysButton() {
  const t = useStrings();
  const keys = useTooltip("keys");
  return (
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
  );
}

/** What a select of the release offers: the one that was found, and all. */
export function ReleaseOptions({ found, releases }: { readonly found: string; readonly releases: readonly string[] }) {
  const t = useStrings();
  return (
    <>
      <option value="auto">{t.releaseAuto(found)}</option>
      {releases.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </>
  );
}

/** The theme, and the way to the next. */
export function ThemeButton({ theme, onTheme }: { readonly theme: Theme; onTheme(): void }) {
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
