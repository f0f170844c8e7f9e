/** The languages of the page, and what `<html lang>` says of each. */
export const HTML_LANG = { en: "en", zh: "zh-CN" } as const;

export type Language = keyof typeof HTML_LANG;

/** What each language is called in itself, long and short. */
export const LANGUAGES: readonly { readonly id: Language; readonly name: string; readonly sign: string }[] = [
  { id: "en", name: "English", sign: "EN" },
  { id: "zh", name: "中文", sign: "中" },
];

/**
 * The language for a visitor: the one that was chosen (the cookie), else the first of the browser's languages that the page has.
 * @param accepted the header Accept-Language.
 */
export function languageFor(chosen: string | undefined, accepted: string | null): Language {
  const known = (name: string | undefined) => LANGUAGES.find(({ id }) => id === name)?.id;
  const wanted = (accepted ?? "").split(",").map((part) => {
    const [range = "", ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
    const quality = parameters.find((text) => text.startsWith("q="));
    return { language: known(range.split("-")[0]), weight: quality === undefined ? 1 : Number(quality.slice(2)) };
  });
  const best = wanted.filter(({ language, weight }) => language && weight > 0).sort((a, b) => b.weight - a.weight)[0];
  return known(chosen) ?? best?.language ?? "en";
}
