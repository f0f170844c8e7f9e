import { KeysButton, LanguageSwitch, Logo, PaletteButton, ThemeButton } from "../header-parts";
import { useStrings } from "../language";
import { Navigation } from "../navigation";
import { PAGES } from "../pages";
import type { Theme } from "../use-theme";
import { useUpgradeTexts } from "./texts";

/** Where one is, the way to the explorer, and what concerns the whole page. */
export function UpgradeHeader({ theme, onTheme }: { readonly theme: Theme; onTheme(): void }) {
  const t = useStrings();
  const texts = useUpgradeTexts();
  return (
    <header
      data-part=""
      className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-panel px-3 py-1"
    >
      <a href={PAGES.explorer} className="flex items-center gap-2 text-[14px] font-semibold whitespace-nowrap">
        <Logo />
        {t.title}
      </a>
      <Navigation at="upgrade" />
      <h1 className="sr-only">{texts.title}</h1>
      <p className="min-w-0 truncate text-muted max-wide:hidden">{texts.lead}</p>
      <span className="ml-auto flex items-center">
        <PaletteButton />
        <ThemeButton theme={theme} onTheme={onTheme} />
        <LanguageSwitch />
        <KeysButton />
      </span>
    </header>
  );
}
