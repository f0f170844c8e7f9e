import type { IncomingMessage, ServerResponse } from "node:http";

/** A request and its answer, with what the front knows of them. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Path without query. */
  readonly path: string;
  /** Names it in the log and in problems. */
  readonly id: string;
  /** Whose turn it takes: see networkOf. */
  readonly client: string;
  /** Whether it came from this machine itself. */
  readonly local: boolean;
  /** Aborted when the connection goes before the answer is complete. */
  readonly signal: AbortSignal;
}

/** What nothing may do with an answer that is data: run it, frame it, guess its type, learn where it came from. */
export const DATA_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
};
