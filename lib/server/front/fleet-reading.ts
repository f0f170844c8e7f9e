import type { ReaderAnswer, ReaderRequest } from "../fleet-reader";
import { MAX_FLEET_BYTES } from "../limits";
import { stopped } from "../pool-job";
import { ProblemError } from "../problem";

/** A thread that reads a fleet. `node:worker_threads`'s Worker is one. */
export interface ReaderThread {
  postMessage(message: ReaderRequest, transfer?: ArrayBuffer[]): void;
  on(event: "message", listener: (message: ReaderAnswer) => void): unknown;
  on(event: "error", listener: (error: Error & { code?: string }) => void): unknown;
  on(event: "exit", listener: () => void): unknown;
  terminate(): Promise<unknown>;
}

/** Milliseconds that reading a whole body, or making a batch of it, may take. */
const PATIENCE = 20_000;

/** A fleet that is read in a thread of its own. End it in any case. */
export class FleetReading {
  private waiting: { resolve(answer: ReaderAnswer): void; reject(error: ProblemError): void } | undefined;
  private over: ProblemError | undefined;

  constructor(private readonly thread: ReaderThread) {
    thread.on("message", (answer) => this.waiting?.resolve(answer));
    thread.on("error", ({ code }) => this.fail(stopped(code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "fault")));
    thread.on("exit", () => this.fail(stopped("fault")));
  }

  /** Sends a body to the thread as it comes. @throws ProblemError 413 at the first byte over the limit. */
  async take(chunks: AsyncIterable<Uint8Array>, declared: number): Promise<void> {
    let length = 0;
    const check = (bytes: number) => {
      if (!(bytes > MAX_FLEET_BYTES)) return;
      const detail = `The request body is larger than ${MAX_FLEET_BYTES} bytes.`;
      throw new ProblemError({ status: 413, title: "Too large", detail });
    };
    check(declared);
    for await (const bytes of chunks) {
      check((length += bytes.length));
      // A copy of its own, whose memory moves: a chunk shares its with others.
      const chunk = new Uint8Array(bytes);
      this.thread.postMessage({ chunk }, [chunk.buffer]);
    }
  }

  /** What the body holds. @throws ProblemError what is wrong with it, 503 where reading it takes too much. */
  async begin(): Promise<{ readonly count: number; readonly sides: Uint8Array }> {
    const answer = await this.ask("end");
    if (answer !== "done" && "problem" in answer) throw new ProblemError(answer.problem);
    if (answer === "done" || !("count" in answer)) throw stopped("fault");
    return answer;
  }

  /** The next objects; undefined where there are no more. One at a time. */
  async next(): Promise<Extract<ReaderAnswer, { sources: Uint8Array }> | undefined> {
    const answer = await this.ask("next");
    if (answer === "done") return undefined;
    if (!("sources" in answer)) throw stopped("fault");
    return answer;
  }

  end(): void {
    this.fail(stopped("fault"));
    void this.thread.terminate();
  }

  private async ask(request: "end" | "next"): Promise<ReaderAnswer> {
    if (this.over) throw this.over;
    const timer = setTimeout(() => this.fail(stopped("time")), PATIENCE);
    try {
      return await new Promise((resolve, reject) => {
        this.waiting = { resolve, reject };
        this.thread.postMessage(request);
      });
    } finally {
      clearTimeout(timer);
      this.waiting = undefined;
    }
  }

  private fail(error: ProblemError): void {
    this.over ??= error;
    this.waiting?.reject(this.over);
  }
}
