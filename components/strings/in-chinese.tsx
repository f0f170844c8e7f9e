"use client";

import type { ReactNode } from "react";
import { LanguageProvider } from "../language";
import { zh } from "./zh";

const first = { language: "zh", strings: zh } as const;

/** A page that comes in Chinese. A module of its own, so that no other language's texts come with it. */
export function InChinese({ children }: { readonly children: ReactNode }) {
  return <LanguageProvider first={first}>{children}</LanguageProvider>;
}
