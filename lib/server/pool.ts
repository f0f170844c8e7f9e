import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { WorkerAnswer, WorkerMessage } from "./inject.worker";
import { MAX_WAITING, timeLimit, WORKER_LIMITS, workerCount } from "./limits";
import { type Problem, ProblemError } from "./problem";

/** A thread that takes one request body at a time. `node:worker_threads`'s Worker is one. */
export interface PoolWorker {
  postMessage(body: Uint8Array, transfer: ArrayBuffer[]): void;
  on(event: "message", listener: (message: WorkerMessage) => void): unknown;
  on(event: "error", listener: (error: Error & { code?: string }) => void): unknown;
  on(event: "exit", listener: () => void): unknown;
  terminate(): Promise<unknown>;
}

export interface PoolOptions {
  readonly spawn: () => PoolWorker;
  readonly size: number;
  /** Milliseconds that one job may run. */
  readonly timeLimit: number;
  /** Jobs that may wait. */
  readonly maxWaiting: number;
}

interface Job {
  readonly body: Uint8Array;
  resolve(result: Uint8Array): void;
  reject(error: ProblemError): void;
}

interface Slot {
  worker: PoolWorker;
  ready: boolean;
  job?: Job;
  timer?: NodeJS.Timeout;
}

const OUT_OF_TIME: Problem = {
  status: 503,
  title: "Too much time",
  detail: "The injection was stopped because it ran longer than the server allows.",
};
const OUT_OF_MEMORY: Problem = {
  status: 503,
  title: "Too much memory",
  detail: "The injection was stopped because it needed more memory than the server allows.",
};
const STOPPED: Problem = {
  status: 503,
  title: "Stopped",
  detail: "The injection was stopped. Try again.",
  retryAfter: 1,
};
const BUSY: Problem = {
  status: 503,
  title: "Busy",
  detail: "Too many injections are waiting. Try again in a moment.",
  retryAfter: 1,
};

/** Milliseconds to wait before replacing a worker that died before it was ready, so that a broken installation does not spin. */
const RESPAWN_DELAY = 500;

/**
 * Runs injections in threads with limits on time and memory. A job that breaks a limit takes its worker with it: the job fails, a
 * fresh worker replaces the old one, other jobs are untouched.
 */
export class Pool {
  private readonly slots = new Set<Slot>();
  private readonly waiting: Job[] = [];

  constructor(private readonly options: PoolOptions) {
    for (let i = 0; i < options.size; i++) this.addSlot();
  }

  /**
   * The result of one request body, both as bytes. The body's memory moves to the worker.
   * `signal` takes a job that still waits out of the queue.
   * @throws ProblemError with what the worker found wrong, 503 when busy or over a limit.
   */
  run(body: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
    if (this.waiting.length >= this.options.maxWaiting) return Promise.reject(new ProblemError(BUSY));
    return new Promise((resolve, reject) => {
      const job: Job = { body, resolve, reject };
      this.waiting.push(job);
      signal?.addEventListener("abort", () => this.forget(job), { once: true });
      this.dispatch();
    });
  }

  /** Ends all workers. Jobs under way fail. */
  async close(): Promise<void> {
    const slots = [...this.slots];
    this.slots.clear();
    await Promise.all(slots.map((slot) => slot.worker.terminate()));
  }

  private dispatch(): void {
    for (const slot of this.slots) {
      if (!slot.ready || slot.job) continue;
      const job = this.waiting.shift();
      if (!job) return;
      slot.job = job;
      slot.timer = setTimeout(() => this.replace(slot, OUT_OF_TIME), this.options.timeLimit);
      slot.worker.postMessage(job.body, [job.body.buffer as ArrayBuffer]);
    }
  }

  private addSlot(): void {
    const slot: Slot = { worker: this.options.spawn(), ready: false };
    this.slots.add(slot);
    slot.worker.on("message", (message) => {
      if ("ready" in message) slot.ready = true;
      else this.finish(slot, message);
      this.dispatch();
    });
    slot.worker.on("error", (error) =>
      this.replace(slot, error.code === "ERR_WORKER_OUT_OF_MEMORY" ? OUT_OF_MEMORY : STOPPED),
    );
    slot.worker.on("exit", () => this.replace(slot, STOPPED));
  }

  private finish(slot: Slot, answer: WorkerAnswer): void {
    const job = slot.job;
    clearTimeout(slot.timer);
    slot.job = undefined;
    if ("result" in answer) job?.resolve(answer.result);
    else job?.reject(new ProblemError(answer.problem));
  }

  private replace(slot: Slot, problem: Problem): void {
    if (!this.slots.delete(slot)) return;
    clearTimeout(slot.timer);
    slot.job?.reject(new ProblemError(problem));
    void slot.worker.terminate();
    if (slot.ready) this.addSlot();
    else setTimeout(() => this.addSlot(), RESPAWN_DELAY).unref();
  }

  private forget(job: Job): void {
    const at = this.waiting.indexOf(job);
    if (at < 0) return;
    this.waiting.splice(at, 1);
    job.reject(new ProblemError(STOPPED));
  }
}

/** Kept on globalThis: the page and the routes are bundled apart, and a development server loads this module again and again. */
const shared = globalThis as { injectionPool?: Pool };

/** The pool of this process, started when first asked for. */
export function injectionPool(): Pool {
  shared.injectionPool ??= new Pool({
    spawn: () =>
      new Worker(new URL("./inject.worker.ts", import.meta.url), {
        env: {},
        execArgv: [],
        resourceLimits: WORKER_LIMITS,
      }) as unknown as PoolWorker,
    size: workerCount(process.env, availableParallelism()),
    timeLimit: timeLimit(process.env),
    maxWaiting: MAX_WAITING,
  });
  return shared.injectionPool;
}
