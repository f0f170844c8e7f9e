"use client";

import type { ReactNode } from "react";
import { LanguageProvider } from "../language";
import { en } from "./en";

const first = { language: "en", strings: en } as const;

/** A page that comes in English. A module of its own, so that no other language's texts come with it. */
export function InEnglish({ children }: { readonly children: ReactNode }) {
  return <LanguageProvider first={first}>{children}</LanguageProvider>;
}
