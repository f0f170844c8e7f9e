import { constants, gzip } from "node:zlib";
import { type Problem, problemAnswer } from "../problem";
import { DATA_HEADERS, type Exchange } from "./exchange";

/** Bytes from which on compressing is worth it. */
const COMPRESS_FROM = 2048;

/** Answers with data that is not to be kept by anyone on its way. */
export async function respond(exchange: Exchange, type: string, body: Uint8Array): Promise<void> {
  const { response, id } = exchange;
  const compress = body.length >= COMPRESS_FROM && wantsCompression(exchange);
  const bytes = compress ? await compressed(body) : body;
  if (response.destroyed) return;
  response.writeHead(200, {
    ...DATA_HEADERS,
    "Content-Type": type,
    "Content-Length": bytes.length,
    "Cache-Control": "no-store",
    "X-Request-Id": id,
    Vary: "Accept-Encoding",
    ...(compress ? { "Content-Encoding": "gzip" } : {}),
  });
  response.end(exchange.request.method === "HEAD" ? undefined : bytes);
}

/** Answers with plain data as JSON. */
export function respondJson(exchange: Exchange, value: object): Promise<void> {
  return respond(exchange, "application/json", new TextEncoder().encode(JSON.stringify(value)));
}

/** Answers with what is wrong. A body that is still on its way is read and dropped for a moment, so that its sender sees the answer. */
export function respondProblem({ request, response, id }: Exchange, problem: Problem): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const { status, headers, body } = problemAnswer(problem, id);
  response.writeHead(status, { ...DATA_HEADERS, ...headers, "Content-Length": Buffer.byteLength(body) });
  response.end(request.method === "HEAD" ? undefined : body);
  if (request.complete) return;
  const { socket } = request;
  const timer = setTimeout(() => socket.destroy(), LINGER).unref();
  request.once("end", () => clearTimeout(timer));
}

/** Milliseconds that the rest of a refused body may take. */
const LINGER = 2000;

/** Whether an answer is to be compressed: on the same machine that costs more than it saves. */
export function wantsCompression({ request, local }: Exchange): boolean {
  return /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? "")) && !local;
}

function compressed(body: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) =>
    gzip(body, { level: constants.Z_BEST_SPEED }, (error, bytes) => (error ? reject(error) : resolve(bytes))),
  );
}
