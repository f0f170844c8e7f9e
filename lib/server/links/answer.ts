import { clientAddress } from "../client-address";
import { type Problem, ProblemError, problemResponse } from "../problem";
import { isOutOfRoom, type Store } from "../store/store";
import type { TokenBuckets } from "../token-bucket";
import { errorName, type LinkService } from "./service";

const UNREACHABLE: Problem = {
  status: 503,
  title: "Storage not available",
  detail: "Links cannot be stored or read at the moment. Try again soon.",
  retryAfter: 5,
};

/** What a handler does for one request. */
export interface LinkRequest {
  readonly store: Store;
  /** @throws ProblemError 429 when the caller's address has used its share. */
  limit(buckets: TokenBuckets, cost?: number): void;
}

/**
 * Answers a request about links: with what `run` gives, or with the problem that it meets. A store that cannot be reached is a 503; the
 * log has the request's id and the error's code, never a text of a user.
 */
export async function answer(
  request: Request,
  service: LinkService,
  run: (context: LinkRequest) => Promise<Response>,
): Promise<Response> {
  const requestId = crypto.randomUUID();
  try {
    const limit = (buckets: TokenBuckets, cost?: number) => {
      const seconds = buckets.take(clientAddress(request.headers), service.now(), cost);
      if (seconds > 0) throw new ProblemError(tooMany(seconds));
    };
    if (!service.store) throw new ProblemError(NOT_KEPT);
    const response = await run({ store: await service.store(), limit });
    response.headers.set("X-Request-Id", requestId);
    return response;
  } catch (error) {
    const problem = error instanceof ProblemError ? error.problem : isOutOfRoom(error) ? FULL : UNREACHABLE;
    if (!(error instanceof ProblemError)) console.error(`${requestId} ${problem.status} links: ${errorName(error)}`);
    return problemResponse(problem, requestId);
  }
}

/** The quota is used up, or the storage itself has no more room. */
export const FULL: Problem = {
  status: 507,
  title: "Storage is full",
  detail:
    "This server keeps as much as it may. Share what you have in the link itself, or try again when older links have expired.",
};

const NOT_KEPT: Problem = {
  status: 501,
  title: "Links are not kept here",
  detail: "This server stores nothing. Share what you have in the link itself.",
};

function tooMany(seconds: number): Problem {
  return {
    status: 429,
    title: "Too many requests",
    detail: `Your address has used its share of links. Try again in ${seconds} s.`,
    retryAfter: seconds,
  };
}
