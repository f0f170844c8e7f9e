import type { IncomingMessage } from "node:http";

/**
 * The address that a request came from. `proxies` is how many stand before this server and are trusted: each adds to X-Forwarded-For
 * whom it heard from, so the client is that many entries from the end; what stands before it anyone could have written.
 */
export function addressOf(request: IncomingMessage, proxies: number): string {
  const peer = request.socket.remoteAddress ?? "";
  const hops = [...forwardedFor(request), peer];
  return hops[Math.max(0, hops.length - 1 - proxies)]!.trim() || peer;
}

function forwardedFor(request: IncomingMessage): string[] {
  const value = request.headers["x-forwarded-for"];
  return value === undefined ? [] : String(value).split(",");
}

/** Whether the request came over TLS, as the nearest proxy says where there is one to trust. */
export function cameSecurely(request: IncomingMessage, proxies: number): boolean {
  return (
    proxies > 0 &&
    String(request.headers["x-forwarded-proto"] ?? "")
      .split(",")[0]!
      .trim() === "https"
  );
}

/** Whether it came from this machine itself, not through a proxy on it. */
export function isLocal(request: IncomingMessage): boolean {
  const peer = request.socket.remoteAddress ?? "";
  return forwardedFor(request).length === 0 && /^(::1|(::ffff:)?127\.[\d.]+)$/i.test(peer);
}

const SAID_BY_PROXIES = ["forwarded", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"];

/** Leaves the routes nothing to find out: of whom the request is, and, without a proxy to trust, nothing that only one may say. */
export function settleForwarded(request: IncomingMessage, address: string, proxies: number): void {
  request.headers["x-forwarded-for"] = address;
  if (proxies === 0) for (const name of SAID_BY_PROXIES) delete request.headers[name];
}
