import type { InjectRequest } from "../lib/index";
import { readResult, type ResultView } from "../lib/view/result";
import { setOffline } from "./offline/offline-now";

/** The request itself could not be served. */
export interface Refusal {
  /** Of the answer; absent where there was none. */
  readonly status?: number;
  readonly title: string;
  readonly detail: string;
  /** JSON pointer into the request, where one field is to blame. */
  readonly field?: string;
}

/** The server is not there, or what answers is none. */
export const UNREACHABLE: Refusal = { title: "", detail: "" };

/** Thrown for a request that the server refuses. */
export class RefusedError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.title);
  }
}

/** The texts of the last request as JSON: while one is typed, the others stay as they are. */
const printed = new Map<string, { readonly text: string; readonly json: string }>();

/** A request as JSON. */
function textOf(request: InjectRequest): string {
  const members = Object.entries(request).flatMap(([key, value]: [string, unknown]) => {
    if (value === undefined) return [];
    if (typeof value !== "string") return [`"${key}":${JSON.stringify(value)}`];
    let known = printed.get(key);
    if (known?.text !== value) printed.set(key, (known = { text: value, json: JSON.stringify(value) }));
    return [`"${key}":${known.json}`];
  });
  return `{${members.join(",")}}`;
}

async function injectedHere(request: InjectRequest, signal: AbortSignal, error: unknown): Promise<string> {
  try {
    const { injectHere, offlineNotice } = await import("./offline/here");
    const answer = await injectHere(request);
    if (!signal.aborted) setOffline(offlineNotice);
    return answer;
  } catch {
    throw error;
  }
}

/**
 * Asks the server for an injection; where it cannot be reached, the same engine in this browser.
 * @throws RefusedError, or what fetch throws where the engine is not here either.
 */
export async function ask(request: InjectRequest, signal: AbortSignal): Promise<ResultView> {
  const response = await fetch("/api/v1/inject", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: textOf(request),
    signal,
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    return injectedHere(request, signal, error);
  });
  if (typeof response === "string") return readResult(response);
  setOffline(undefined);
  if (response.ok) return readResult(await response.text());
  throw await refusedBy(response);
}

/** What a response that is not ok says. */
export async function refusedBy(response: Response): Promise<RefusedError> {
  const told = response.headers.get("content-type")?.startsWith("application/problem+json");
  return new RefusedError(told ? ((await response.json()) as Refusal) : UNREACHABLE);
}
