import { handleReadLink } from "../../../../../../lib/server/links/handlers";
import { processLinks } from "../../../../../../lib/server/links/service";

export const dynamic = "force-dynamic";

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handleReadLink(request, (await params).id, processLinks());
}
