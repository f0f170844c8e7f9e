import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { beforePaint } from "../components/before-paint";
import { LanguageProvider } from "../components/language";
import { HTML_LANG } from "../components/strings/language";
import { requestLanguage, requestStrings } from "./request-language";
import "./globals.css";

/** The title and description of every page, in the visitor's language. */
export async function generateMetadata(): Promise<Metadata> {
  const { title, description } = await requestStrings();
  return { title, description };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f3f5f8" },
    { media: "(prefers-color-scheme: dark)", color: "#0c0f14" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const language = await requestLanguage();
  return (
    // The script below sets attributes of <html> before React sees it.
    <html lang={HTML_LANG[language]} suppressHydrationWarning>
      <head>
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: beforePaint }} />
      </head>
      <body>
        <LanguageProvider first={language}>{children}</LanguageProvider>
      </body>
    </html>
  );
}
