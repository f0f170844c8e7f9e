import { handleAboutLinks, handleMakeLink } from "../../../../lib/server/links/handlers";
import { processLinks } from "../../../../lib/server/links/service";

export const dynamic = "force-dynamic";

export function GET(): Response {
  return handleAboutLinks(processLinks());
}

export function POST(request: Request): Promise<Response> {
  return handleMakeLink(request, processLinks());
}
