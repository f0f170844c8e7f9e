import { handleInject } from "../../../../lib/server/inject-handler";
import { injectionPool } from "../../../../lib/server/pool";

export const dynamic = "force-dynamic";

export function POST(request: Request): Promise<Response> {
  return handleInject(request, injectionPool());
}
