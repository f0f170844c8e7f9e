/** What is wrong with a request, or why it could not be served: the fields of RFC 9457 that differ from case to case. */
export interface Problem {
  readonly status: 400 | 403 | 404 | 413 | 415 | 429 | 500 | 501 | 503 | 507;
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
}

/** A request that cannot be served, thrown where it shows and answered at the edge. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = "ProblemError";
  }
}

/** The answer that tells a problem, as `application/problem+json` (RFC 9457). */
export function problemResponse(problem: Problem, requestId: string): Response {
  const { retryAfter, ...fields } = problem;
  const headers: Record<string, string> = {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    "X-Request-Id": requestId,
  };
  if (retryAfter !== undefined) headers["Retry-After"] = String(retryAfter);
  return new Response(JSON.stringify({ type: "about:blank", ...fields, requestId }), {
    status: problem.status,
    headers,
  });
}
