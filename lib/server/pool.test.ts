import { afterEach, describe, expect, test, vi } from "vitest";
import type { WorkerMessage, WorkerRequest } from "./inject.worker";
import { Pool, type PoolOptions, type PoolWorker } from "./pool";
import { ProblemError } from "./problem";

/** A worker that does what the first byte of a body says. */
class FakeWorker implements PoolWorker {
  terminated = false;
  private readonly listeners = new Map<string, ((value: never) => void)[]>();

  constructor(
    startsWell = true,
    readonly cpuTime?: () => number,
  ) {
    setTimeout(() => (startsWell ? this.emit("message", { ready: true }) : this.emit("exit", undefined)));
  }

  postMessage({ parts: [body] }: WorkerRequest): void {
    const answer = {
      e: () => this.emit("message", { result: body as Uint8Array<ArrayBuffer> }),
      s: () => this.emit("message", { result: body as Uint8Array<ArrayBuffer>, spent: true }),
      p: () => this.emit("message", { problem: { status: 400, title: "bad", detail: "" } }),
      m: () => this.emit("error", Object.assign(new Error(), { code: "ERR_WORKER_OUT_OF_MEMORY" })),
      x: () => this.emit("exit", undefined),
    }[String.fromCharCode(body![0]!)];
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

const OPTIONS = {
  size: 1,
  reserve: 0,
  slowAfter: 10,
  cpuLimit: 50,
  wallLimit: 100,
  maxWaiting: 2,
  maxWaitingOfClient: 2,
};
const body = (text: string) => new TextEncoder().encode(text);
const spawned: FakeWorker[] = [];
const pools: Pool[] = [];

function pool(options: Partial<PoolOptions> = {}): Pool {
  const spawn = () => {
    const worker = new FakeWorker();
    spawned.push(worker);
    return worker;
  };
  const made = new Pool({ spawn, ...OPTIONS, ...options });
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
    const first = [made.run(body("e"), { client: "a" }), made.run(body("e"), { client: "b" })];
    expect(await title(made.run(body("e"), { client: "c" }))).toBe("Busy");
    await Promise.all(first);
  });

  test("refuses a client with too many waiting, and only that one", async () => {
    const made = pool({ maxWaiting: 9 });
    const first = [made.run(body("e"), { client: "a" }), made.run(body("e"), { client: "a" })];
    expect(await title(made.run(body("e"), { client: "a" }))).toBe("Too many requests");
    await Promise.all([...first, made.run(body("e"), { client: "b" })]);
  });

  test("lets clients take turns", async () => {
    const made = pool({ maxWaiting: 99, maxWaitingOfClient: 99 });
    const ended: string[] = [];
    const run = (client: string) => made.run(body("e"), { client }).then(() => ended.push(client));
    await Promise.all([..."aaaab", ..."bc"].map(run));
    expect(ended.join("")).toBe("abcabaa");
  });

  test("a slow job does not hold up the quick ones", async () => {
    const made = pool({ reserve: 1, cpuLimit: 1000, wallLimit: 1000 });
    const slow = title(made.run(body("loop"), { client: "a" }));
    expect(await made.run(body("e"))).toEqual(body("e"));
    expect(made.state).toMatchObject({ running: 1, slow: 1, waiting: 0, ready: 2 });
    await made.close();
    expect(await slow).toBe("Stopped");
  });

  test("a worker that a busy machine keeps waiting gets more time by the clock, but not for ever", async () => {
    const starved = pool({ spawn: () => new FakeWorker(true, () => 5), wallLimit: 150 });
    const started = performance.now();
    expect(await title(starved.run(body("loop")))).toBe("Too much time");
    expect(performance.now() - started).toBeGreaterThan(140);
    const busy = pool({ spawn: () => new FakeWorker(true, () => performance.now()), wallLimit: 10_000 });
    expect(await title(busy.run(body("loop")))).toBe("Too much time");
    expect(busy.state.replaced).toEqual({ time: 1, memory: 0, fault: 0 });
  });

  test("a worker whose memory a job has used up answers it, and gives its place to a fresh one before the next", async () => {
    const made = pool();
    expect(await made.run(body("s"))).toEqual(body("s"));
    expect(await made.run(body("e"))).toEqual(body("e"));
    expect(made.state.replaced).toEqual({ time: 0, memory: 1, fault: 0 });
    expect(spawned.length).toBe(2);
  });

  test("forgets a waiting job whose caller has gone", async () => {
    const made = pool();
    const caller = new AbortController();
    const gone = title(made.run(body("loop"), { signal: caller.signal }));
    caller.abort();
    expect(await gone).toBe("Stopped");
    expect(await made.run(body("e2"))).toEqual(body("e2"));
    expect(await title(made.run(body("e"), { signal: caller.signal }))).toBe("Stopped");
    expect(spawned.length).toBe(1);
  });

  test("keeps the worker of a job whose caller has gone", async () => {
    const made = pool();
    await made.run(body("e"));
    const caller = new AbortController();
    const gone = title(made.run(body("e1"), { signal: caller.signal }));
    caller.abort();
    expect(await gone).toBe("Stopped");
    expect(await made.run(body("e2"))).toEqual(body("e2"));
    expect(made.state.replaced).toEqual({ time: 0, memory: 0, fault: 0 });
  });

  test("closed, it takes no more", async () => {
    const made = pool();
    const waiting = title(made.run(body("e")));
    await made.close();
    expect([await waiting, await title(made.run(body("e")))]).toEqual(["Stopped", "Stopped"]);
    expect(spawned.length).toBe(1);
  });

  test("waits before it replaces a worker that never got ready", async () => {
    const spawn = vi.fn(() => new FakeWorker(false));
    pool({ spawn });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(spawn).toHaveBeenCalledTimes(1);
  });
});
