import { useLanguage } from "../language";
import type { Language } from "../strings/language";
import { en, type UpgradeTexts } from "./texts-en";
import { zh } from "./texts-zh";

/** The texts of the page of upgrades, in each language. */
export const UPGRADE_TEXTS: Readonly<Record<Language, UpgradeTexts>> = { en, zh };

/** Those of the language that is spoken. */
export function useUpgradeTexts(): UpgradeTexts {
  return UPGRADE_TEXTS[useLanguage().language];
}
