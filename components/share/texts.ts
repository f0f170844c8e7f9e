import type { Language } from "../strings/language";
import { en, type ShareTexts } from "./texts-en";
import { zh } from "./texts-zh";

export type { ShareTexts };

/** The texts of links, by language. They come with what shows them, not with the page. */
export const SHARE_TEXTS: Readonly<Record<Language, ShareTexts>> = { en, zh };
