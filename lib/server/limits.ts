import type { PoolOptions } from "./pool";

/** Every text of a request, in bytes of UTF-8: larger ones are refused. */
export const MAX_TEXT_BYTES = 6 * 1024 * 1024;

/** A whole request body: a text at its limit still fits when JSON writes each of its quotes and line ends as two bytes. */
export const MAX_BODY_BYTES = 2 * MAX_TEXT_BYTES + 1024 * 1024;

/** A body of `POST /api/v1/fleet`. Of its texts, those of the sides are bounded as all others; the workloads fill the rest. */
export const MAX_FLEET_BYTES = 64 * 1024 * 1024;

/** Fleets that are served at one time: of all clients, and of one. */
export const MAX_FLEETS = { all: 2, ofClient: 1 } as const;

/** What the thread that reads a fleet may use: its body as bytes, as text and in pieces. */
export const READER_LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 48, stackSizeMb: 4 } as const;

/** One answer. Origins of everything in two hundred containers come to some 20 MB. */
export const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** Bodies held in memory at one time, over all requests. */
export const MAX_HELD_BYTES = 4 * MAX_BODY_BYTES;

/** Of these, those of one client. */
export const MAX_HELD_BYTES_OF_CLIENT = 2 * MAX_BODY_BYTES;

/**
 * What one worker may use: 64 MB of what lives on, and as large a nursery as Node gives its main thread (with a third of it, an
 * injection spends half as much time again on collecting garbage). A worker that needs more is stopped, and only its request fails.
 */
export const WORKER_LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 48, stackSizeMb: 4 } as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What injections may take. One second of processor, reading and checking of the request included (a real ConfigMap takes a worker
 * about 0.2 s the first time, some milliseconds afterwards), and by the clock twice that where the machine is busy.
 * `INJECT_TIMEOUT_MS` sets the processor time, `INJECT_WORKERS` how many run at one time.
 */
export function poolLimits(env: Environment, processors: number): Omit<PoolOptions, "spawn"> {
  const size = positive(env.INJECT_WORKERS) ?? Math.max(1, Math.min(4, processors));
  const cpuLimit = positive(env.INJECT_TIMEOUT_MS) ?? 1000;
  return {
    size,
    reserve: size,
    slowAfter: 100,
    cpuLimit,
    // With what starting and answering add, an answer comes within twice the time.
    wallLimit: 1.9 * cpuLimit,
    maxWaiting: 256,
    maxWaitingOfClient: 128,
  };
}

/** A whole number above zero that timers can count to; undefined for anything else. */
export function positive(text: string | undefined): number | undefined {
  return /^0*[1-9]\d{0,8}$/.test(text ?? "") ? Number(text) : undefined;
}
