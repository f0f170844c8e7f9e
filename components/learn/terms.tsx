import { findTerms } from "../../lib/teach/find-terms";
import { useLanguage } from "../language";
import { PAGES } from "../pages";

/** A text in the language of the page, its terms linked to the glossary. */
export function Terms({ text }: { readonly text: string }) {
  const { language } = useLanguage();
  return findTerms(text, language).map(({ text: piece, term }, i) =>
    term === undefined ? (
      piece
    ) : (
      <a
        key={i}
        href={`${PAGES.glossary}#${term}`}
        target="_blank"
        className="underline decoration-faint decoration-dotted underline-offset-2 hover:text-accent hover:decoration-accent"
      >
        {piece}
      </a>
    ),
  );
}
