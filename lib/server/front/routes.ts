import { exampleBody } from "../example-result";
import type { Pool } from "../pool";
import { ProblemError } from "../problem";
import { readBody } from "../read-body";
import { requireJson } from "../require-json";
import { startFleetReader } from "../injection-pool";
import type { Exchange } from "./exchange";
import { answerFleet } from "./fleet";
import type { Metrics } from "./metrics";
import { respond, respondJson } from "./respond";

/** What the routes work with. */
export interface Services {
  readonly pool: Pick<Pool, "run">;
  readonly metrics: Metrics;
  /** Whether the server is about to end. */
  readonly stopping: () => boolean;
}

/** Answers one request, or throws a ProblemError. */
export type Route = (exchange: Exchange, services: Services) => Promise<void>;

/** What the front answers itself, by path; all else is the pages'. */
export const ROUTES: Readonly<Record<string, Route>> = {
  "/api/v1/inject": (exchange, services) => answer("inject", exchange, services),
  "/api/v1/compare": (exchange, services) => answer("compare", exchange, services),
  "/api/v1/fleet": async (exchange, { pool }) => {
    requireMethod(exchange, "POST");
    requireJson(exchange.request.headers["content-type"]);
    await answerFleet(exchange, pool, startFleetReader);
  },
  "/healthz": (exchange) => {
    requireMethod(exchange, "GET", "HEAD");
    return respondJson(exchange, { status: "alive" });
  },
  "/readyz": ready,
  "/metrics": async (exchange, { metrics }) => {
    requireMethod(exchange, "GET", "HEAD");
    const { type, text } = await metrics.print();
    return respond(exchange, type, new TextEncoder().encode(text));
  },
};

/**
 * `POST /api/v1/inject` and `/compare`. The body goes to a worker as it came: reading, checking and injecting it are all under the worker's
 * limits, and the server's own thread stays free.
 */
async function answer(kind: "inject" | "compare", exchange: Exchange, { pool }: Services): Promise<void> {
  requireMethod(exchange, "POST");
  const { request, client, signal } = exchange;
  requireJson(request.headers["content-type"]);
  const chunks = request.iterator({ destroyOnReturn: false });
  const body = await readBody({ chunks, declared: Number(request.headers["content-length"]), client });
  try {
    return await respond(exchange, "application/json", await pool.run(body.parts, { client, signal }, kind));
  } finally {
    body.release();
  }
}

/** `GET /readyz`: injects the bundled example in a worker and looks at what came out. */
async function ready(exchange: Exchange, { pool, stopping }: Services): Promise<void> {
  requireMethod(exchange, "GET", "HEAD");
  if (stopping()) throw notReady("The server is about to end.");
  const { client, signal } = exchange;
  const text = await pool.run(exampleBody(), { client, signal }).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => "{}",
  );
  const { objects } = JSON.parse(text) as { objects?: { decision?: { inject?: boolean }; error?: unknown }[] };
  const [object] = objects ?? [];
  if (!object?.decision?.inject || object.error) throw notReady("The bundled example could not be injected.");
  return respondJson(exchange, { status: "ready" });
}

const notReady = (detail: string): ProblemError =>
  new ProblemError({ status: 503, title: "Not ready", detail, retryAfter: 1 });

function requireMethod({ request }: Exchange, ...allowed: readonly string[]): void {
  if (allowed.includes(request.method ?? "")) return;
  const allow = allowed.join(", ");
  throw new ProblemError({ status: 405, title: "Method not allowed", detail: `Use ${allow}.`, allow });
}
