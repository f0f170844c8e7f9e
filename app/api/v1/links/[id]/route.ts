import { handleDeleteLink, handleGetLink } from "../../../../../lib/server/links/handlers";
import { processLinks } from "../../../../../lib/server/links/service";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ id: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handleGetLink(request, (await params).id, processLinks());
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return handleDeleteLink(request, (await params).id, processLinks());
}
