"use client";

import { useStrings } from "../components/language";

/** Shown in place of a page that broke. */
export default function ErrorPage() {
  const t = useStrings();
  return (
    <main className="grid min-h-dvh place-content-center gap-3 p-6 text-center">
      <h1 className="text-[18px] font-semibold">{t.title}</h1>
      <p className="text-muted">{t.broken}</p>
      <button type="button" className="text-accent underline" onClick={() => location.reload()}>
        {t.reload}
      </button>
    </main>
  );
}
