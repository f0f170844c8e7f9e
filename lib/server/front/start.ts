import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { positive } from "../limits";
import type { Pool } from "../pool";
import { createFront, type Front, type Pages } from "./front";

/** Milliseconds that requests under way have to end, once that the server is told to stop. */
const GRACE = 25_000;

/**
 * Listens at `PORT` of `HOSTNAME` (3000, 0.0.0.0), and says where. SIGTERM or SIGINT let what was accepted finish; a second one ends at
 * once. `TRUST_PROXY` is the number of proxies before this server.
 */
export async function startServer(pool: Pool, pages: Pages): Promise<void> {
  // Whoever reads the log may go; that must neither end the server nor be logged, which would go on for ever.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  const { PORT, HOSTNAME, TRUST_PROXY } = process.env;
  const front = createFront({ pool, pages, proxies: positive(TRUST_PROXY) ?? 0 });
  front.server.listen(Number(PORT ?? 3000), HOSTNAME || "0.0.0.0");
  await once(front.server, "listening");
  const { address, port } = front.server.address() as AddressInfo;
  const host = ["0.0.0.0", "::"].includes(address) ? "localhost" : address.includes(":") ? `[${address}]` : address;
  console.log(`Injection Explorer: http://${host}:${port}`);
  endsGracefully(front, pool);
}

function endsGracefully(front: Front, pool: Pool): void {
  let told = false;
  const end = async () => {
    if (told) process.exit(1);
    told = true;
    const late = setTimeout(() => front.server.closeAllConnections(), GRACE);
    await front.stop();
    clearTimeout(late);
    await pool.close();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void end());
}
