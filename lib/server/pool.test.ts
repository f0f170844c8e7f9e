import { afterEach, describe, expect, test, vi } from "vitest";
import type { WorkerMessage } from "./inject.worker";
import { Pool, type PoolOptions, type PoolWorker } from "./pool";
import { ProblemError } from "./problem";

/** A worker that does what the first byte of a body says. */
class FakeWorker implements PoolWorker {
  terminated = false;
  private readonly listeners = new Map<string, ((value: never) => void)[]>();

  constructor(startsWell = true) {
    setTimeout(() => (startsWell ? this.emit("message", { ready: true }) : this.emit("exit", undefined)));
  }

  postMessage(body: Uint8Array): void {
    const answer = {
      e: () => this.emit("message", { result: body }),
      p: () => this.emit("message", { problem: { status: 400, title: "bad", detail: "" } }),
      m: () => this.emit("error", Object.assign(new Error(), { code: "ERR_WORKER_OUT_OF_MEMORY" })),
      x: () => this.emit("exit", undefined),
    }[String.fromCharCode(body[0]!)];
    if (answer) setTimeout(answer);
  }

  on(event: string, listener: (value: never) => void): void {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
  }

  terminate(): Promise<void> {
    this.terminated = true;
    setTimeout(() => this.emit("exit", undefined));
    return Promise.resolve();
  }

  private emit(event: string, value: WorkerMessage | Error | undefined): void {
    for (const listener of this.listeners.get(event) ?? []) listener(value as never);
  }
}

const body = (text: string) => new TextEncoder().encode(text);
const spawned: FakeWorker[] = [];
const pools: Pool[] = [];

function pool(options: Partial<PoolOptions> = {}): Pool {
  const spawn = () => {
    const worker = new FakeWorker();
    spawned.push(worker);
    return worker;
  };
  const made = new Pool({ spawn, size: 1, timeLimit: 50, maxWaiting: 2, ...options });
  pools.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((made) => made.close()));
  spawned.length = 0;
});

const title = (run: Promise<Uint8Array>) => run.then(String, (error: ProblemError) => error.problem.title);

describe("Pool", () => {
  test("answers, and tells what the worker found wrong", async () => {
    const made = pool();
    expect(await made.run(body("e1"))).toEqual(body("e1"));
    expect(await title(made.run(body("p")))).toBe("bad");
    expect(spawned.length).toBe(1);
  });

  test.each([
    ["loop", "Too much time"],
    ["m", "Too much memory"],
    ["x", "Stopped"],
  ])("stops a job that goes wrong (%s), and goes on with a fresh worker", async (job, problem) => {
    const made = pool();
    const wrong = title(made.run(body(job)));
    const next = made.run(body("e"));
    expect(await wrong).toBe(problem);
    expect(await next).toEqual(body("e"));
    expect(spawned.map((worker) => worker.terminated)).toEqual([true, false]);
  });

  test("refuses when too many wait", async () => {
    const made = pool();
    const first = [made.run(body("e")), made.run(body("e"))];
    expect(await title(made.run(body("e")))).toBe("Busy");
    await Promise.all(first);
  });

  test("forgets a waiting job whose caller has gone", async () => {
    const made = pool();
    const caller = new AbortController();
    const gone = title(made.run(body("e1"), caller.signal));
    caller.abort();
    expect(await gone).toBe("Stopped");
    expect(await made.run(body("e2"))).toEqual(body("e2"));
  });

  test("waits before it replaces a worker that never got ready", async () => {
    const spawn = vi.fn(() => new FakeWorker(false));
    pool({ spawn });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(spawn).toHaveBeenCalledTimes(1);
  });
});
