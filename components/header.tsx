import type { ReactNode } from "react";
import type { InjectResult } from "../lib/index";
import {
  KeysButton,
  LanguageSwitch,
  Logo,
  PaletteButton,
  ReleaseOptions,
  ShareButton,
  ThemeButton,
} from "./header-parts";
import { useStrings } from "./language";
import { Navigation } from "./navigation";
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

/** Name, release, and what concerns the whole page. */
export function Header({ releases, release, found, theme, examples, onRelease, onTheme, onOpen }: HeaderProps) {
  const t = useStrings();
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
          <ReleaseOptions found={found.name} releases={releases} />
        </select>
      </label>
      {release === "auto" && found.from !== "" && (
        <span className="text-[12px] text-muted max-wide:hidden">{t.releaseFrom(found.from)}</span>
      )}
      <span className="ml-auto flex items-center">
        <button type="button" className="quiet max-wide:hidden" title={t.openFilesHint} onClick={onOpen}>
          {t.openFiles}
        </button>
        <ShareButton />
        <a className="quiet max-wide:hidden" href="/api/v1/openapi.json">
          {t.apiLink}
        </a>
        <PaletteButton />
        <ThemeButton theme={theme} onTheme={onTheme} />
        <LanguageSwitch />
        <KeysButton />
      </span>
    </header>
  );
}
