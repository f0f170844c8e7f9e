import type { Language } from "../strings/language";
import { type CompareTexts, en } from "./texts-en";
import { zh } from "./texts-zh";

export type { CompareTexts };

/** The texts of the comparison of situations, by language. They come with their page. */
export const COMPARE_TEXTS: Readonly<Record<Language, CompareTexts>> = { en, zh };
