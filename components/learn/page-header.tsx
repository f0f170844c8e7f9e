import { LanguageSwitch, Logo, ThemeButton } from "../header-parts";
import { useLanguage } from "../language";
import { Navigation } from "../navigation";
import { PAGES } from "../pages";
import { useTheme } from "../use-theme";
import { useLearnTexts } from "./texts";

/** The head of the pages beside the explorer: where one is, and where else one can go. */
export function PageHeader({ here }: { readonly here: "course" | "glossary" }) {
  const { strings: t } = useLanguage();
  const texts = useLearnTexts();
  const { theme, next } = useTheme();
  return (
    <header className="flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-panel px-3 py-1">
      <a href={PAGES.explorer} className="flex items-center gap-2 text-[14px] font-semibold whitespace-nowrap">
        <Logo />
        {t.title}
      </a>
      <Navigation at={here === "course" ? "learn" : undefined} />
      <a
        href={PAGES.glossary}
        aria-current={here === "glossary" ? "page" : undefined}
        className={`quiet ${here === "glossary" ? "font-semibold text-text" : ""}`}
      >
        {texts.glossary}
      </a>
      <span className="ml-auto flex items-center">
        <ThemeButton theme={theme} onTheme={next} />
        <LanguageSwitch />
      </span>
    </header>
  );
}
