import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Pool } from "../pool";
import { type Problem, ProblemError, UNEXPECTED } from "../problem";
import { networkOf } from "../client-address";
import { addressOf, cameSecurely, isLocal, settleForwarded } from "./forwarded";
import { limitConnections } from "./connections";
import type { Exchange } from "./exchange";
import { Metrics } from "./metrics";
import { respondProblem } from "./respond";
import { ROUTES } from "./routes";

/** Serves what the front does not: pages, files and their routes. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => unknown;

/** What a client may take of the server. Times in milliseconds. */
export interface FrontLimits {
  readonly connections: number;
  readonly connectionsOfClient: number;
  /** Requests of one client that are served at one time. */
  readonly requestsOfClient: number;
  readonly headerBytes: number;
  readonly headersTimeout: number;
  /** For headers and body together. */
  readonly requestTimeout: number;
  readonly keepAliveTimeout: number;
}

export const FRONT_LIMITS: FrontLimits = {
  connections: 1024,
  connectionsOfClient: 256,
  requestsOfClient: 192,
  headerBytes: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  // Longer than that of usual proxies, so that it is they who close.
  keepAliveTimeout: 65_000,
};

export interface FrontOptions {
  readonly pool: Pick<Pool, "run" | "state">;
  readonly pages: Pages;
  /** How many proxies stand before this server and can be trusted with X-Forwarded-*. */
  readonly proxies?: number;
  readonly limits?: Partial<FrontLimits>;
}

/** The server, before it listens. */
export interface Front {
  readonly server: Server;
  /** Takes no more connections, and ends those that there are when they have their answers. Resolves when all have ended. */
  stop(): Promise<void>;
}

const TOO_MANY: Problem = {
  status: 429,
  title: "Too many requests",
  detail: "Too many requests of this client are being served. Try again in a moment.",
  retryAfter: 1,
};

/**
 * Makes the server that the world talks to. It answers injections and probes itself, with no framework in between, and hands all else
 * to `pages`.
 */
export function createFront({ pool, pages, proxies = 0, limits: some }: FrontOptions): Front {
  const limits = { ...FRONT_LIMITS, ...some };
  const { headersTimeout, requestTimeout, keepAliveTimeout, headerBytes: maxHeaderSize } = limits;
  const connectionsCheckingInterval = Math.min(1000, headersTimeout / 4);
  const server = createServer({
    maxHeaderSize,
    headersTimeout,
    requestTimeout,
    keepAliveTimeout,
    connectionsCheckingInterval,
  });
  const metrics = new Metrics(
    () => pool.state,
    () => connections.count(),
  );
  const ofAddress = proxies > 0 ? Infinity : limits.connectionsOfClient;
  const connections = limitConnections(server, { all: limits.connections, ofAddress }, metrics);
  const open = new Set<ServerResponse>();
  const requestsOf = new Map<string, number>();
  let stopping = false;
  const services = { pool, metrics, stopping: () => stopping };

  server.on("request", (request, response) => {
    const started = performance.now();
    const path = (request.url ?? "/").split("?", 1)[0]!;
    const address = addressOf(request, proxies);
    const client = networkOf(address);
    const local = isLocal(request);
    const gone = new AbortController();
    const exchange: Exchange = { request, response, path, id: crypto.randomUUID(), client, local, signal: gone.signal };
    if (cameSecurely(request, proxies)) response.setHeader("Strict-Transport-Security", "max-age=31536000");
    settleForwarded(request, address, proxies);
    if (stopping) response.shouldKeepAlive = false;
    const count = (requestsOf.get(client) ?? 0) + 1;
    requestsOf.set(client, count);
    open.add(response);
    response.once("close", () => {
      open.delete(response);
      const left = requestsOf.get(client)! - 1;
      if (left > 0) requestsOf.set(client, left);
      else requestsOf.delete(client);
      if (!response.writableFinished) gone.abort();
      const status = response.writableFinished ? response.statusCode : 499;
      metrics.answered(routeName(path), status, (performance.now() - started) / 1000);
      if (stopping) setImmediate(() => server.closeIdleConnections());
    });
    const serve = async () => {
      if (count > limits.requestsOfClient) throw new ProblemError(TOO_MANY);
      const route = Object.hasOwn(ROUTES, path) ? ROUTES[path] : undefined;
      await (route ? route(exchange, services) : pages(request, response));
    };
    serve().catch((error: unknown) => fail(exchange, error));
  });

  const stop = () => {
    stopping = true;
    const ended = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const response of open) if (!response.headersSent) response.shouldKeepAlive = false;
    return ended;
  };
  return { server, stop };
}

function fail(exchange: Exchange, error: unknown): void {
  const problem = error instanceof ProblemError ? error.problem : UNEXPECTED;
  // Never the error, the body or the path: each could hold the user's text. A caller that has gone is no fault, a busy moment is counted.
  if (problem.status >= 500 && problem.retryAfter === undefined && !exchange.signal.aborted)
    console.error(`${exchange.id} ${problem.status} ${problem.title}`);
  respondProblem(exchange, problem);
}

/** What a path is counted as. */
function routeName(path: string): string {
  if (Object.hasOwn(ROUTES, path)) return path;
  if (path.startsWith("/_next/")) return "files";
  const api = /^\/api\/v1\/(links|openapi\.json)(?![^/])/.exec(path);
  return api ? api[0] : path.startsWith("/api/") ? "/api/" : "pages";
}
