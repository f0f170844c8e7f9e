"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { LANGUAGE_COOKIE } from "./storage-keys";
import type { Strings } from "./strings/en";
import { HTML_LANG, type Language } from "./strings/language";

interface Spoken {
  readonly language: Language;
  readonly strings: Strings;
}

const SpokenContext = createContext<(Spoken & { setLanguage(language: Language): void }) | undefined>(undefined);

/** Only the texts of the first language come with the page; these are fetched when they are asked for. */
const LOAD: Readonly<Record<Language, () => Promise<Strings>>> = {
  en: () => import("./strings/en").then(({ en }) => en),
  zh: () => import("./strings/zh").then(({ zh }) => zh),
};

const YEAR = 365 * 24 * 60 * 60;

/** Everything below speaks one language: at first that of `first`, which the server has chosen. */
export function LanguageProvider({ first, children }: { readonly first: Spoken; readonly children: ReactNode }) {
  const [spoken, setSpoken] = useState(first);
  const wanted = useRef(first.language);

  const setLanguage = useCallback((language: Language) => {
    wanted.current = language;
    document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=${YEAR}; samesite=lax`;
    LOAD[language]().then(
      (strings) => {
        if (wanted.current === language) setSpoken({ language, strings });
      },
      // Without the network the language stays as it is; the next page has the other one.
      () => undefined,
    );
  }, []);

  useEffect(() => {
    document.documentElement.lang = HTML_LANG[spoken.language];
    document.title = spoken.strings.title;
  }, [spoken]);

  const value = useMemo(() => ({ ...spoken, setLanguage }), [spoken, setLanguage]);
  return <SpokenContext value={value}>{children}</SpokenContext>;
}

/** The language of the page, and how to change it; the choice is remembered. */
export function useLanguage() {
  const spoken = useContext(SpokenContext);
  if (!spoken) throw new Error("no language is provided here");
  return spoken;
}

/** The texts of the page in its language. */
export function useStrings(): Strings {
  return useLanguage().strings;
}
