import { LimitError } from "../source/errors";

/** What is wrong with a request, or why it could not be served: the fields of RFC 9457 that differ from case to case. */
export interface Problem {
  readonly status: 400 | 403 | 404 | 405 | 408 | 413 | 415 | 429 | 431 | 500 | 501 | 503 | 507;
  readonly title: string;
  /** Never quotes the user's text. */
  readonly detail: string;
  /** JSON pointer into the request body. */
  readonly field?: string;
  /** Where the body stops being JSON, counted from 1. */
  readonly line?: number;
  readonly column?: number;
  /** Seconds after which another try makes sense. */
  readonly retryAfter?: number;
  /** The methods that would do, for a 405. */
  readonly allow?: string;
}

/** A request that cannot be served, thrown where it shows and answered at the edge. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = "ProblemError";
  }
}

/** What is told when something fails that should not: never the error itself, which could hold the user's text. */
export const UNEXPECTED: Problem = {
  status: 500,
  title: "Internal error",
  detail: "The request could not be served.",
};

/** What an error is told as; one that is no ProblemError is a fault of this program, whose text could quote the user's. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof LimitError)
    return { status: 503, title: "Too large", detail: "The answer would be larger than the server gives." };
  const detail = `The engine failed (${error instanceof Error ? error.name : "unknown error"}). This is a fault of Injection Explorer.`;
  return { status: 500, title: "Internal error", detail };
}

/** An answer before it is written, whichever way. */
export interface ProblemAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The answer that tells a problem, as `application/problem+json` (RFC 9457). */
export function problemAnswer(problem: Problem, requestId: string): ProblemAnswer {
  const { retryAfter, allow, ...fields } = problem;
  const headers: Record<string, string> = {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    "X-Request-Id": requestId,
  };
  if (retryAfter !== undefined) headers["Retry-After"] = String(retryAfter);
  if (allow !== undefined) headers.Allow = allow;
  return { status: problem.status, headers, body: JSON.stringify({ type: "about:blank", ...fields, requestId }) };
}

/** The same as the Response of a route. */
export function problemResponse(problem: Problem, requestId: string): Response {
  const { status, headers, body } = problemAnswer(problem, requestId);
  return new Response(body, { status, headers });
}
