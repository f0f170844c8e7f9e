import type { Server } from "node:http";
import type { Socket } from "node:net";
import { type Problem, problemAnswer } from "../problem";
import { DATA_HEADERS } from "./exchange";
import type { Metrics } from "./metrics";

/** How many connections there may be. */
export interface ConnectionLimits {
  readonly all: number;
  /** Of one address; Infinity behind a proxy, where all have the same. */
  readonly ofAddress: number;
}

const TOO_MANY: Problem = {
  status: 429,
  title: "Too many connections",
  detail: "This client has too many connections open. Close some, or try again in a moment.",
  retryAfter: 1,
};
const HEADERS: Problem = { status: 431, title: "Headers too large", detail: "The request's headers are too large." };
const TIMEOUT: Problem = { status: 408, title: "Timeout", detail: "The request did not come in time." };
const MALFORMED: Problem = {
  status: 400,
  title: "Not HTTP",
  detail: "The request is not HTTP as this server reads it.",
};

/**
 * Bounds the connections of a server: one address cannot take all of them, connections that idle between requests make room for new
 * ones, and what comes too slowly, too large or broken is told so and closed.
 */
export function limitConnections(server: Server, limits: ConnectionLimits, metrics: Metrics): { count: () => number } {
  const byAddress = new Map<string, number>();
  let count = 0;
  server.maxConnections = limits.all;
  server.on("drop", () => metrics.connectionRefused("limit"));
  server.on("connection", (socket: Socket) => {
    const address = socket.remoteAddress ?? "";
    const ofAddress = (byAddress.get(address) ?? 0) + 1;
    byAddress.set(address, ofAddress);
    count++;
    socket.once("close", () => {
      count--;
      const left = byAddress.get(address)! - 1;
      if (left > 0) byAddress.set(address, left);
      else byAddress.delete(address);
    });
    if (count > 0.75 * limits.all) server.closeIdleConnections();
    if (ofAddress <= limits.ofAddress) return;
    metrics.connectionRefused("limit_of_client");
    refuse(socket, TOO_MANY);
  });
  server.on("clientError", (error: NodeJS.ErrnoException, stream) => {
    const socket = stream as Socket;
    if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy();
    const [cause, problem] =
      error.code === "HPE_HEADER_OVERFLOW"
        ? (["headers", HEADERS] as const)
        : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
          ? (["timeout", TIMEOUT] as const)
          : (["malformed", MALFORMED] as const);
    metrics.connectionRefused(cause);
    refuse(socket, problem);
  });
  // Nothing here speaks another protocol; without this, such a connection would be out of all limits.
  server.on("upgrade", (_request, socket) => refuse(socket as Socket, MALFORMED));
  return { count: () => count };
}

/** Answers on the bare connection and ends it, whatever its other end does. */
function refuse(socket: Socket, problem: Problem): void {
  const { status, headers, body } = problemAnswer(problem, crypto.randomUUID());
  const lines = Object.entries({
    ...DATA_HEADERS,
    ...headers,
    "Content-Length": Buffer.byteLength(body),
    Connection: "close",
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${problem.title}\r\n${lines.join("")}\r\n${body}`);
  socket.destroySoon();
}
