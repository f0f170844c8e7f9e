import { LanguageSwitch, Logo, ThemeButton } from "../header";
import { useLanguage } from "../language";
import { PAGES } from "../pages";
import { useTheme } from "../use-theme";
import { useLearnTexts } from "./texts";

/** The head of the pages beside the explorer: where one is, and where else one can go. */
export function PageHeader({ here }: { readonly here: "course" | "glossary" }) {
  const { strings: t } = useLanguage();
  const texts = useLearnTexts();
  const { theme, next } = useTheme();
  const link = (page: "course" | "glossary", href: string) => (
    <a
      href={href}
      aria-current={page === here ? "page" : undefined}
      className={`quiet ${page === here ? "font-semibold text-text" : ""}`}
    >
      {texts[page]}
    </a>
  );
  return (
    <header className="flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-panel px-3 py-1">
      <a href={PAGES.explorer} className="flex items-center gap-2 text-[14px] font-semibold whitespace-nowrap">
        <Logo />
        {t.title}
      </a>
      <nav aria-label={texts.pages} className="flex">
        {link("course", PAGES.learn)}
        {link("glossary", PAGES.glossary)}
      </nav>
      <span className="ml-auto flex items-center">
        <ThemeButton theme={theme} onTheme={next} />
        <LanguageSwitch />
      </span>
    </header>
  );
}
