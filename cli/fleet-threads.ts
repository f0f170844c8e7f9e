import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from "node:worker_threads";
import { fleetEntries, type FleetEntry, type FleetSide, type FleetSource } from "../lib/compare/fleet";

/** What a thread beside this one is started with. */
export interface HelperData {
  readonly a: FleetSide;
  readonly b: FleetSide;
  readonly port: MessagePort;
  /** Counts answers, so that one can wait for the next. */
  readonly answers: SharedArrayBuffer;
}

interface Task {
  readonly batch: number;
  readonly sources: readonly FleetSource[];
}
interface Done {
  readonly batch: number;
  readonly entries: readonly FleetEntry[];
}

/** Batches that a helper has at one time: the next is there when it is done with one. */
const AHEAD = 3;
/** Batches below which starting a thread takes longer than it saves. */
const WORTH_IT = 6;
/** Milliseconds without any answer after which helpers are not waited for. */
const PATIENCE = 30_000;

/**
 * What would change, batch by batch in their order, worked out by this thread and `helpers` others that run `program`. This thread
 * never waits while there is something to do, so that without helpers, or with ones that die, it does all by itself.
 */
export function* entriesOf(
  batches: Iterable<readonly FleetSource[]>,
  a: FleetSide,
  b: FleetSide,
  program: URL | undefined,
  helpers: number,
): Generator<readonly FleetEntry[]> {
  const open: Task[] = [];
  const rest = numbered(batches);
  const take = () => rest.next().value ?? undefined;
  for (let task = take(); task; task = open.length < WORTH_IT ? take() : undefined) open.push(task);
  const team = new Team(program && open.length >= WORTH_IT ? helpers : 0, program, a, b);
  const next = () => open.shift() ?? take();
  try {
    for (let given = 0; ; given++) {
      while (!team.done.has(given)) {
        team.feed(next);
        const task = team.nobodys(given) ?? next();
        if (task) team.done.set(task.batch, fleetEntries(task.sources, a, b));
        else if (team.busy > 0) team.wait();
        else return;
        team.collect();
      }
      yield team.done.get(given)!;
      team.done.delete(given);
    }
  } finally {
    team.end();
  }
}

function* numbered(batches: Iterable<readonly FleetSource[]>): Generator<Task, undefined> {
  let batch = 0;
  for (const sources of batches) yield { batch: batch++, sources };
}

/** The other threads, and what they have to do. */
class Team {
  readonly done = new Map<number, readonly FleetEntry[]>();
  private readonly helpers: { readonly worker: Worker; readonly port: MessagePort; readonly tasks: Task[] }[] = [];
  private readonly answers = new Int32Array(new SharedArrayBuffer(4));
  private given: Task[] = [];

  constructor(count: number, program: URL | undefined, a: FleetSide, b: FleetSide) {
    for (let i = 0; i < count && program; i++) {
      const { port1: port, port2 } = new MessageChannel();
      const workerData: HelperData = { a, b, port: port2, answers: this.answers.buffer as SharedArrayBuffer };
      const worker = new Worker(program, { workerData, transferList: [port2], stdin: false });
      this.helpers.push({ worker, port, tasks: [] });
    }
  }

  /** How many batches others have. */
  get busy(): number {
    return this.helpers.reduce((sum, { tasks }) => sum + tasks.length, 0);
  }

  /** Gives every helper as much as it takes. */
  feed(next: () => Task | undefined): void {
    for (const { port, tasks } of this.helpers) {
      while (tasks.length < AHEAD) {
        const task = next();
        if (!task) return;
        tasks.push(task);
        port.postMessage(task);
      }
    }
  }

  /** Takes what has been answered. */
  collect(): void {
    for (const { port, tasks } of this.helpers) {
      for (let received; (received = receiveMessageOnPort(port) as { message: Done } | undefined);) {
        const { batch, entries } = received.message;
        tasks.splice(
          tasks.findIndex((task) => task.batch === batch),
          1,
        );
        this.done.set(batch, entries);
      }
    }
  }

  /** Waits for the next answer; where none comes, the helpers' work is this thread's. */
  wait(): void {
    const seen = Atomics.load(this.answers, 0);
    this.collect();
    if (this.busy === 0 || Atomics.load(this.answers, 0) !== seen) return;
    if (Atomics.wait(this.answers, 0, seen, PATIENCE) === "timed-out") {
      this.given.push(...this.helpers.flatMap(({ tasks }) => tasks));
      this.end();
    }
  }

  /** A batch that was given away and did not come back. */
  nobodys(from: number): Task | undefined {
    this.given = this.given.filter(({ batch }) => batch >= from && !this.done.has(batch));
    return this.given.shift();
  }

  end(): void {
    for (const { worker, port } of this.helpers.splice(0)) {
      port.close();
      void worker.terminate();
    }
  }
}

/** What a thread does that was started to help: batch after batch, until it is ended. */
export function helpWithFleet({ a, b, port, answers }: HelperData): void {
  const count = new Int32Array(answers);
  port.on("message", ({ batch, sources }: Task) => {
    port.postMessage({ batch, entries: fleetEntries(sources, a, b) } satisfies Done);
    Atomics.add(count, 0, 1);
    Atomics.notify(count, 0);
  });
}
