import { LanguageSwitch, Logo, PaletteButton, ShareButton, ThemeButton } from "../header-parts";
import { useLanguage } from "../language";
import { Navigation } from "../navigation";
import { PAGES } from "../pages";
import type { Theme } from "../use-theme";
import { COMPARE_TEXTS } from "./texts";

interface CompareHeaderProps {
  readonly theme: Theme;
  onTheme(): void;
  onCopy(): void;
  onSwap(): void;
  onExample(): void;
}

/** The way back to the explorer, what can be done with both sides, and what concerns the whole page. */
export function CompareHeader({ theme, onTheme, onCopy, onSwap, onExample }: CompareHeaderProps) {
  const { strings: t, language } = useLanguage();
  const texts = COMPARE_TEXTS[language];
  return (
    <header
      data-part=""
      className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-panel px-3 py-1"
    >
      <a
        href={PAGES.explorer}
        title={texts.home}
        className="flex items-center gap-2 text-[14px] font-semibold whitespace-nowrap"
      >
        <Logo />
        <span className="max-wide:sr-only">{t.title}</span>
      </a>
      <Navigation at="compare" />
      <h1 className="sr-only">{texts.title}</h1>
      <button type="button" className="quiet" onClick={onCopy}>
        {t.commands.titles["compare.copy"]}
      </button>
      <button type="button" className="quiet" onClick={onSwap}>
        {t.commands.titles["compare.swap"]}
      </button>
      <button type="button" className="quiet" onClick={onExample}>
        {texts.example}
      </button>
      <span className="ml-auto flex items-center">
        <ShareButton />
        <PaletteButton />
        <ThemeButton theme={theme} onTheme={onTheme} />
        <LanguageSwitch />
      </span>
    </header>
  );
}
