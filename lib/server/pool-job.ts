import { type Problem, ProblemError } from "./problem";

/** Who asks, and whether they still do. */
export interface Caller {
  /** Clients take turns and have their own limits; "" is the server itself. */
  readonly client?: string;
  /** Says that nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
}

/** What a worker does with a body: answer it as `POST /api/v1/inject` or `/compare`, or a batch of `POST /api/v1/fleet`. */
export type JobKind = "inject" | "compare" | "fleet";

/** A request body on its way through the pool. */
export interface Job {
  readonly kind: JobKind;
  readonly body: readonly Uint8Array[];
  readonly client: string;
  resolve(result: Uint8Array): void;
  reject(error: ProblemError): void;
}

/** Why a worker was replaced. */
export type StopCause = "time" | "memory" | "fault";

const STOP_PROBLEMS: Readonly<Record<StopCause, Problem>> = {
  time: {
    status: 503,
    title: "Too much time",
    detail: "The injection was stopped because it ran longer than the server allows.",
  },
  memory: {
    status: 503,
    title: "Too much memory",
    detail: "The injection was stopped because it needed more memory than the server allows.",
  },
  fault: { status: 503, title: "Stopped", detail: "The injection was stopped. Try again.", retryAfter: 1 },
};

/** What a job is told whose worker was stopped. */
export const stopped = (cause: StopCause): ProblemError => new ProblemError(STOP_PROBLEMS[cause]);

/** What a job is told that finds no place to wait. */
export const busy = (): ProblemError =>
  new ProblemError({
    status: 503,
    title: "Busy",
    detail: "Too many injections are waiting. Try again in a moment.",
    retryAfter: 1,
  });

/** What a client is told that has as many jobs waiting as one client may. */
export const tooMany = (): ProblemError =>
  new ProblemError({
    status: 429,
    title: "Too many requests",
    detail: "Too many injections of this client are waiting. Try again in a moment.",
    retryAfter: 1,
  });
