import { injectionPool } from "../../lib/server/pool";
import { handleReady } from "../../lib/server/ready-handler";

export const dynamic = "force-dynamic";

export function GET(): Promise<Response> {
  return handleReady(injectionPool());
}
