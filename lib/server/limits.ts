/** Every text of a request, in bytes of UTF-8: larger ones are refused. */
export const MAX_TEXT_BYTES = 6 * 1024 * 1024;

/** A whole request body: a text at its limit still fits when JSON writes each of its quotes and line ends as two bytes. */
export const MAX_BODY_BYTES = 2 * MAX_TEXT_BYTES + 1024 * 1024;

/** Bodies held in memory at one time, over all requests. */
export const MAX_HELD_BYTES = 4 * MAX_BODY_BYTES;

/** Requests that may wait for a worker; later ones are told to come back. */
export const MAX_WAITING = 64;

/** What one worker may use. A worker that needs more is stopped, and only its request fails. */
export const WORKER_LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 } as const;

/**
 * Milliseconds that one injection may run, reading and checking of the request included. By the clock, so it must leave room for a
 * machine that is busy: a real ConfigMap takes a worker about 0.2 s the first time, some milliseconds afterwards.
 */
export function timeLimit(env: Readonly<Record<string, string | undefined>>): number {
  return positive(env.INJECT_TIMEOUT_MS) ?? 2000;
}

/** How many injections run at the same time. */
export function workerCount(env: Readonly<Record<string, string | undefined>>, processors: number): number {
  return positive(env.INJECT_WORKERS) ?? Math.max(1, Math.min(4, processors));
}

function positive(text: string | undefined): number | undefined {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : undefined;
}
