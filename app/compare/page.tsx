import type { Metadata } from "next";
import { ComparePage } from "../../components/compare/compare-page";
import { COMPARE_TEXTS } from "../../components/compare/texts";
import { comparedExample } from "../../lib/example/compared";
import { RELEASE_NAMES } from "../release-names";
import { comparedResult } from "../../lib/server/example-result";
import { requestLanguage, requestStrings } from "../request-language";

/** The title of the page, in the visitor's language. */
export async function generateMetadata(): Promise<Metadata> {
  const { title, description } = COMPARE_TEXTS[await requestLanguage()];
  return { title: `${title} · ${(await requestStrings()).title}`, description };
}

/** Two situations side by side, with an example already compared. */
export default async function Page() {
  return <ComparePage example={comparedExample} exampleResult={await comparedResult()} releases={RELEASE_NAMES} />;
}
