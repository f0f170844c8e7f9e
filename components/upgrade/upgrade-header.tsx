import { keyText } from "../commands/keys";
import { runCommand } from "../commands/store";
import { useMac, useTooltip } from "../commands/use-commands";
import { LanguageSwitch, Logo, ThemeButton } from "../header";
import { useStrings } from "../language";
import { Navigation } from "../navigation";
import { PAGES } from "../pages";
import type { Theme } from "../use-theme";
import { useUpgradeTexts } from "./texts";

/** Where one is, the way to the explorer, and what concerns the whole page. */
export function UpgradeHeader({ theme, onTheme }: { readonly theme: Theme; onTheme(): void }) {
  const t = useStrings();
  const texts = useUpgradeTexts();
  const mac = useMac();
  const palette = useTooltip("palette");
  const keys = useTooltip("keys");
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
