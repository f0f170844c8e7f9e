import { fromBytes } from "../../go/strings";
import type { LinkContent } from "../../links/content";
import { readContent } from "../../links/read-content";
import { LINK_ID } from "../store/ids";
import { errorName, type LinkService } from "./service";

/**
 * What a plain link holds, for its page's title and preview; undefined for any other: of an encrypted one nothing is known, and one that
 * burns is read by its reader only. Never throws: a page without a preview is a page.
 */
export async function linkPreview(id: string, service: LinkService): Promise<LinkContent | undefined> {
  if (!service.store || !LINK_ID.test(id)) return undefined;
  try {
    const link = await (await service.store()).read(id, service.now());
    if (link?.kind !== "plain" || link.burn || !link.content) return undefined;
    const read = readContent(JSON.parse(fromBytes(link.content)));
    return "content" in read ? read.content : undefined;
  } catch (error) {
    console.error(`links: no preview: ${errorName(error)}`);
    return undefined;
  }
}
