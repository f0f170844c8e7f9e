"use client";

import { createContext, type ReactNode, use, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { LANGUAGE_COOKIE } from "./storage-keys";
import { chineseNow, loadChinese, useChinese } from "./strings/chinese";
import { en, type Strings } from "./strings/en";
import { HTML_LANG, type Language } from "./strings/language";

interface Spoken {
  readonly language: Language;
  readonly strings: Strings;
  setLanguage(language: Language): void;
}

const SpokenContext = createContext<Spoken | undefined>(undefined);

const YEAR = 365 * 24 * 60 * 60;

interface LanguageProps {
  readonly first: Language;
  readonly children: ReactNode;
}

/**
 * Everything below speaks one language: at first the one that the server has chosen. This waits for its texts and has no other hooks:
 * React would not find those again when it goes on (its error 467), as then nothing is waited for any more.
 */
export function LanguageProvider(props: LanguageProps) {
  if (props.first === "zh" && !chineseNow()) use(loadChinese());
  return <Speaking {...props} />;
}

function Speaking({ first, children }: LanguageProps) {
  const [language, speak] = useState(first);
  // No other language is spoken before its texts are there.
  const strings = language === "en" ? en : chineseNow()!;

  const setLanguage = useCallback((chosen: Language) => {
    document.cookie = `${LANGUAGE_COOKIE}=${chosen}; path=/; max-age=${YEAR}; samesite=lax`;
    if (chosen === "en") speak(chosen);
    // Where they cannot be had, the page stays as it is; the next visit asks again.
    else
      loadChinese().then(
        () => speak(chosen),
        () => undefined,
      );
  }, []);

  useEffect(() => {
    document.documentElement.lang = HTML_LANG[language];
    document.title = strings.title;
  }, [language, strings]);

  const spoken = useMemo(() => ({ language, strings, setLanguage }), [language, strings, setLanguage]);
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

/** The language of the page, and how to change it; the choice is remembered. */
export function useLanguage(): Spoken {
  const spoken = useContext(SpokenContext);
  if (!spoken) throw new Error("no language is provided here");
  return spoken;
}

/** The texts of the page in its language. */
export function useStrings(): Strings {
  return useLanguage().strings;
}

/** The texts in the language that the page does not speak, which commands are found by, too; undefined until they are loaded. */
export function useOtherStrings(): Strings | undefined {
  const chinese = useChinese();
  return useLanguage().language === "en" ? chinese : en;
}
