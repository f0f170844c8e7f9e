import { useLanguage } from "../language";
import type { Language } from "../strings/language";
import { en, type LearnTexts } from "./texts-en";
import { zh } from "./texts-zh";

const TEXTS: Readonly<Record<Language, LearnTexts>> = { en, zh };

/** The course's texts in the language of the page. */
export function useLearnTexts(): LearnTexts {
  return TEXTS[useLanguage().language];
}
