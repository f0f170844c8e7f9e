import { cookies, headers } from "next/headers";
import { LANGUAGE_COOKIE } from "../components/storage-keys";
import { en, type Strings } from "../components/strings/en";
import { type Language, languageFor } from "../components/strings/language";
import { zh } from "../components/strings/zh";

/** The language that the visitor chose, or else prefers. */
export async function requestLanguage(): Promise<Language> {
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  return languageFor(chosen, (await headers()).get("accept-language"));
}

/** The texts in that language, for what only the server writes. */
export async function requestStrings(): Promise<Strings> {
  return (await requestLanguage()) === "zh" ? zh : en;
}
