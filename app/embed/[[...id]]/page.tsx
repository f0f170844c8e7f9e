import type { Metadata } from "next";
import { Embed } from "../../../components/embed/embed";
import { RELEASES, releaseName } from "../../../lib/index";

/** Search engines find the pages that embed it. */
export const metadata: Metadata = { robots: { index: false, follow: false } };

/** What a link holds, to be read in another page: `/embed#…`, or `/embed/<id>` with its key behind `#`. The only page that may be framed. */
export default async function EmbedPage({ params }: { readonly params: Promise<{ readonly id?: readonly string[] }> }) {
  const [id] = (await params).id ?? [];
  return <Embed id={id} releases={RELEASES.map(releaseName)} />;
}
