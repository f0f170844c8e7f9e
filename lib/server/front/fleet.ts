import { MAX_FLEETS } from "../limits";
import type { Pool } from "../pool";
import { ProblemError, UNEXPECTED } from "../problem";
import type { Exchange } from "./exchange";
import { FleetReading, type ReaderThread } from "./fleet-reading";
import { FleetRun } from "./fleet-run";
import { LineStream } from "./line-stream";

/** Batches of a fleet that are in the pool at one time: fewer than it has workers, so that others are served beside it. */
const AT_ONCE = 2;
const underWay = new Map<string, number>();

/** Counts a client's fleets. @throws ProblemError 429 or 503 where there are as many as there may be; call what it gives when it is over. */
function admit(client: string): () => void {
  const own = underWay.get(client) ?? 0;
  const all = [...underWay.values()].reduce((sum, count) => sum + count, 0);
  const busy = (status: 429 | 503, title: string, whose: string) => {
    const detail = `${whose} under way. Try again when it has ended.`;
    return new ProblemError({ status, title, detail, retryAfter: 5 });
  };
  if (own >= MAX_FLEETS.ofClient) throw busy(429, "Too many requests", "A fleet of this client is");
  if (all >= MAX_FLEETS.all) throw busy(503, "Busy", "As many fleets as this server takes are");
  underWay.set(client, own + 1);
  return () => {
    const left = underWay.get(client)! - 1;
    if (left > 0) underWay.set(client, left);
    else underWay.delete(client);
  };
}

/**
 * Answers `POST /api/v1/fleet`. A thread of its own reads the body and takes it apart, the pool's workers inject the parts under the
 * limits of injections; here are only bytes on their way, and what each workload's group is. It ends when the client goes.
 */
export async function answerFleet(
  exchange: Exchange,
  pool: Pick<Pool, "run">,
  start: () => ReaderThread,
): Promise<void> {
  const { request, client, signal } = exchange;
  const release = admit(client);
  const reading = new FleetReading(start());
  const gone = () => reading.end();
  signal.addEventListener("abort", gone);
  try {
    const declared = Number(request.headers["content-length"]);
    await reading.take(request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>, declared);
    const { count, sides } = await reading.begin();
    // A lane of its own: what the same client does beside it takes turns with the fleet.
    const caller = { client: `fleet of ${client}`, signal };
    const run = (sources: Uint8Array) => pool.run([sources, new Uint8Array(sides)], caller, "fleet");
    const [begun] = textLines(await run(new TextEncoder().encode("[]")));
    const { a, b } = JSON.parse(begun!) as { a: { configError?: object }; b: { configError?: object } };
    const lines = new LineStream(exchange);
    await lines.tell({ type: "start", a, b, objects: count });
    const fleet = new FleetRun(reading, run, lines, count, signal);
    try {
      if (!a.configError && !b.configError) await Promise.all(Array.from({ length: AT_ONCE }, () => fleet.work()));
      if (!signal.aborted) await lines.tell(fleet.end());
    } catch (error) {
      const { title, detail } = error instanceof ProblemError ? error.problem : UNEXPECTED;
      fleet.over = true;
      await lines.tell({ type: "problem", title, detail });
    }
    lines.end();
  } finally {
    signal.removeEventListener("abort", gone);
    reading.end();
    release();
  }
}

const textLines = (bytes: Uint8Array) => new TextDecoder().decode(bytes).split("\n");
