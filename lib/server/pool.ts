import { FairQueue } from "./fair-queue";
import type { WorkerAnswer, WorkerMessage, WorkerRequest } from "./inject.worker";
import { busy, type Caller, type Job, type JobKind, stopped, type StopCause, tooMany } from "./pool-job";
import { ProblemError } from "./problem";

/** A thread that takes one request body at a time. `node:worker_threads`'s Worker is one. */
export interface PoolWorker {
  postMessage(request: WorkerRequest, transfer: ArrayBuffer[]): void;
  on(event: "message", listener: (message: WorkerMessage) => void): unknown;
  on(event: "error", listener: (error: Error & { code?: string }) => void): unknown;
  on(event: "exit", listener: () => void): unknown;
  terminate(): Promise<unknown>;
  /** Milliseconds of processor that the thread has had; absent or undefined where that is not known. */
  cpuTime?(): number | undefined;
}

export interface PoolOptions {
  readonly spawn: () => PoolWorker;
  /** Jobs that run at one time, not counting those that have turned out slow. */
  readonly size: number;
  /** Workers beyond these, so that others are served while some jobs are slow. */
  readonly reserve: number;
  /** Milliseconds after which a job counts as slow. */
  readonly slowAfter: number;
  /** Milliseconds of processor that a job may use, where that is known. */
  readonly cpuLimit: number;
  /** Milliseconds by the clock that a job may take. */
  readonly wallLimit: number;
  /** Jobs that may wait, in all and of one client. */
  readonly maxWaiting: number;
  readonly maxWaitingOfClient: number;
}

/** What the pool is doing, for those who watch the server. */
export interface PoolState {
  readonly waiting: number;
  readonly running: number;
  /** Of those running, the slow ones. */
  readonly slow: number;
  /** Workers that have started. */
  readonly ready: number;
  /** Workers replaced so far, by why. */
  readonly replaced: Readonly<Record<StopCause, number>>;
}

interface Slot {
  readonly worker: PoolWorker;
  ready: boolean;
  run?: Run;
}

/** A job in a worker. */
interface Run {
  readonly job: Job;
  readonly started: number;
  timer: NodeJS.Timeout;
  /** Set once it is slow: when it was first looked at, and what its worker had used by then. */
  slow?: { readonly after: number; readonly cpu: number | undefined };
}

/** Milliseconds to wait before replacing a worker that died before it was ready, so that a broken installation does not spin. */
const RESPAWN_DELAY = 500;

/**
 * Runs injections in threads with limits on time and memory. A job that breaks a limit takes its worker with it: the job fails, a
 * fresh worker replaces the old one, other jobs are untouched. Clients take turns, and a slow job does not hold up the quick ones: it
 * goes on in its worker while one of the reserve takes its place.
 */
export class Pool {
  /** The first free one is taken, so that the same few stay warm. */
  private readonly slots = new Set<Slot>();
  private readonly waiting = new FairQueue<Job>();
  private readonly replaced = { time: 0, memory: 0, fault: 0 };
  private closed = false;

  constructor(private readonly options: PoolOptions) {
    for (let i = 0; i < options.size + options.reserve; i++) this.addSlot();
  }

  /**
   * The result of one request body, both as bytes; the body in one or several parts, whose memory moves to the worker. A job whose caller goes leaves the queue; one
   * that runs already is let finish, as its worker is worth more than the time.
   * @throws ProblemError with what the worker found wrong, 503 when busy or over a limit, 429 when its client has too many waiting.
   */
  run(
    body: Uint8Array | readonly Uint8Array[],
    { client = "", signal }: Caller = {},
    kind: JobKind = "inject",
  ): Promise<Uint8Array> {
    if (this.closed || signal?.aborted) return Promise.reject(stopped("fault"));
    if (this.waiting.size >= this.options.maxWaiting) return Promise.reject(busy());
    if (this.waiting.sizeOf(client) >= this.options.maxWaitingOfClient) return Promise.reject(tooMany());
    return new Promise((resolve, reject) => {
      const job: Job = { kind, body: body instanceof Uint8Array ? [body] : body, client, resolve, reject };
      this.waiting.push(client, job);
      const forget = () => {
        this.waiting.remove(client, job);
        reject(stopped("fault"));
      };
      signal?.addEventListener("abort", forget, { once: true });
      this.dispatch();
    });
  }

  get state(): PoolState {
    const slots = [...this.slots];
    return {
      waiting: this.waiting.size,
      running: slots.filter((slot) => slot.run).length,
      slow: slots.filter((slot) => slot.run?.slow).length,
      ready: slots.filter((slot) => slot.ready).length,
      replaced: this.replaced,
    };
  }

  /** Ends all workers. Jobs under way and waiting fail. */
  async close(): Promise<void> {
    this.closed = true;
    const slots = [...this.slots];
    this.slots.clear();
    for (const job of this.waiting.drain()) job.reject(stopped("fault"));
    for (const { run } of slots) this.end(run)?.reject(stopped("fault"));
    await Promise.all(slots.map((slot) => slot.worker.terminate()));
  }

  private dispatch(): void {
    let quick = 0;
    for (const slot of this.slots) if (slot.run && !slot.run.slow) quick++;
    for (const slot of this.slots) {
      if (quick >= this.options.size) return;
      if (!slot.ready || slot.run) continue;
      const job = this.waiting.shift();
      if (!job) return;
      quick++;
      const timer = setTimeout(() => this.look(slot), this.options.slowAfter);
      slot.run = { job, started: performance.now(), timer };
      const parts = job.body.map(owned);
      slot.worker.postMessage(
        { kind: job.kind, parts },
        parts.map(({ buffer }) => buffer as ArrayBuffer),
      );
    }
  }

  /** Looks at a job that has not ended soon: over a limit it is stopped, otherwise looked at again. */
  private look(slot: Slot): void {
    const run = slot.run!;
    const { cpuLimit, wallLimit } = this.options;
    const wall = performance.now() - run.started;
    const cpu = slot.worker.cpuTime?.();
    // Reading that clock is not worth it for a job that takes a millisecond: until now it counts as having run all the time.
    run.slow ??= { after: wall, cpu };
    const used =
      cpu === undefined || run.slow.cpu === undefined ? wall : Math.min(wall, run.slow.after + cpu - run.slow.cpu);
    if (used >= cpuLimit || wall >= wallLimit) return this.replace(slot, "time");
    run.timer = setTimeout(() => this.look(slot), Math.max(5, Math.min(cpuLimit - used, wallLimit - wall)));
    this.dispatch();
  }

  private addSlot(): void {
    if (this.closed) return;
    const slot: Slot = { worker: this.options.spawn(), ready: false };
    this.slots.add(slot);
    slot.worker.on("message", (message) => {
      if ("ready" in message) slot.ready = true;
      else {
        this.finish(slot, message);
        if (message.spent) this.replace(slot, "memory");
      }
      this.dispatch();
    });
    slot.worker.on("error", (error) =>
      this.replace(slot, error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "fault"),
    );
    slot.worker.on("exit", () => this.replace(slot, "fault"));
  }

  private finish(slot: Slot, answer: WorkerAnswer): void {
    const job = this.end(slot.run);
    slot.run = undefined;
    if ("result" in answer) job?.resolve(answer.result);
    else job?.reject(new ProblemError(answer.problem));
  }

  private replace(slot: Slot, cause: StopCause): void {
    if (!this.slots.delete(slot)) return;
    this.replaced[cause]++;
    this.end(slot.run)?.reject(stopped(cause));
    void slot.worker.terminate();
    if (slot.ready) this.addSlot();
    else setTimeout(() => this.addSlot(), RESPAWN_DELAY).unref();
  }

  private end(run: Run | undefined): Job | undefined {
    clearTimeout(run?.timer);
    return run?.job;
  }
}

/**
 * The part in memory of its own, which can be moved. What shares memory with others is copied: a message takes all of it along. Moved, it
 * leaves no garbage here: with 130 KB a request, the whole heap would be searched for that all the time.
 */
function owned(part: Uint8Array): Uint8Array {
  return part.buffer.byteLength === part.byteLength ? part : new Uint8Array(part);
}
