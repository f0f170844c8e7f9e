import type { InjectRequest } from "../lib/index";
import { readResult, type ResultView } from "../lib/view/result";
import type { Asked } from "./offline/engine.worker";
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

/**
 * Sends JSON to the API; where the server cannot be reached, the same engine answers in this browser.
 * @returns the text of the answer.
 * @throws RefusedError, or what fetch throws where the engine is not here either.
 */
export async function answered(path: string, body: string, asked: Asked, signal: AbortSignal): Promise<string> {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(path, { method: "POST", headers, body, signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    return answeredHere(asked, signal, error);
  });
  if (typeof response === "string") return response;
  setOffline(undefined);
  if (response.ok) return response.text();
  throw await refusedBy(response);
}

async function answeredHere(asked: Asked, signal: AbortSignal, error: unknown): Promise<string> {
  try {
    const { answerHere, offlineNotice } = await import("./offline/here");
    const answer = await answerHere(asked);
    if (!signal.aborted) setOffline(offlineNotice);
    return answer;
  } catch {
    throw error;
  }
}

/** Asks for an injection. @throws as `answered`. */
export async function ask(request: InjectRequest, signal: AbortSignal): Promise<ResultView> {
  return readResult(await answered("/api/v1/inject", textOf(request), { request }, signal));
}

/** What a response that is not ok says. */
export async function refusedBy(response: Response): Promise<RefusedError> {
  const told = response.headers.get("content-type")?.startsWith("application/problem+json");
  return new RefusedError(told ? ((await response.json()) as Refusal) : UNREACHABLE);
}
