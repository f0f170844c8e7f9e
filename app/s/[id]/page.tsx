import type { Metadata } from "next";
import { Explorer } from "../../../components/explorer";
import { titleOf } from "../../../components/kept";
import { exampleRequest } from "../../../lib/example";
import { RELEASE_NAMES } from "../../release-names";
import { exampleResult } from "../../../lib/server/example-result";
import { linkPreview } from "../../../lib/server/links/preview";
import { processLinks } from "../../../lib/server/links/service";
import { requestStrings } from "../../request-language";

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

/** Whoever shows a plain link shows what it is about; of an encrypted one, and of one that burns, there is nothing to show. */
export async function generateMetadata({ params }: Context): Promise<Metadata> {
  const t = await requestStrings();
  const content = await linkPreview((await params).id, processLinks());
  const robots = { index: false, follow: false };
  const about = content && titleOf(content.texts);
  if (!about) return { robots };
  const title = `${about} · ${t.title}`;
  const { description } = t;
  return {
    title,
    description,
    robots,
    openGraph: { title, description, siteName: t.title, type: "website" },
    twitter: { card: "summary", title, description },
  };
}

/** The explorer, with what a link holds as soon as the browser has opened it. */
export default async function LinkPage({ params }: Context) {
  const { id } = await params;
  return (
    <Explorer example={exampleRequest} exampleResult={await exampleResult()} releases={RELEASE_NAMES} linkId={id} />
  );
}
