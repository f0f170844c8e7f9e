import { requestStrings } from "./request-language";

/** Shown where there is no page. */
export default async function NotFound() {
  const t = await requestStrings();
  return (
    <main className="grid min-h-dvh place-content-center gap-3 p-6 text-center">
      <h1 className="text-[18px] font-semibold">{t.title}</h1>
      <p className="text-muted">{t.notFound}</p>
      <form action="/">
        <button className="text-accent underline">{t.toExplorer}</button>
      </form>
    </main>
  );
}
