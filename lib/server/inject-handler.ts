import type { Pool } from "./pool";
import { type Problem, ProblemError, problemResponse } from "./problem";
import { readBody } from "./read-body";
import { requireJson } from "./require-json";

/**
 * Answers `POST /api/v1/inject`. The body goes to a worker as it came: reading, checking and injecting it are all under the
 * worker's limits, and the server's own thread stays free.
 */
export async function handleInject(request: Request, pool: Pick<Pool, "run">): Promise<Response> {
  const requestId = crypto.randomUUID();
  try {
    requireJson(request);
    const body = await readBody(request);
    try {
      const result = await pool.run(body.bytes, request.signal);
      return new Response(result as Uint8Array<ArrayBuffer>, {
        headers: { "Content-Type": "application/json", "Cache-Control": "no-store", "X-Request-Id": requestId },
      });
    } finally {
      body.release();
    }
  } catch (error) {
    const problem = error instanceof ProblemError ? error.problem : UNEXPECTED;
    // Never the error or the body: both could hold the user's text. A caller that has gone is no fault.
    if (problem.status >= 500 && !request.signal.aborted)
      console.error(`${requestId} ${problem.status} ${problem.title}`);
    return problemResponse(problem, requestId);
  }
}

const UNEXPECTED: Problem = { status: 500, title: "Internal error", detail: "The request could not be served." };
