import { readdirSync, readFileSync } from "node:fs";

/** A thread, and how long it has had a processor. */
export interface ClockedThread<T> {
  readonly thread: T;
  /** Milliseconds of processor time so far; undefined where the system does not tell (it is no Linux, or the thread has ended). */
  cpuTime(): number | undefined;
}

const TASKS = "/proc/self/task";

/**
 * Starts a thread with `start` and finds Linux's number for it, so that its processor time can be told apart from that of other
 * threads: Node's own measures are those of the whole process.
 */
export function clocked<T>(start: () => T): ClockedThread<T> {
  const before = new Set(tasks());
  const thread = start();
  const started = tasks().filter((task) => !before.has(task));
  // With two new threads at once there is no telling which is which.
  const task = started.length === 1 ? started[0] : undefined;
  return { thread, cpuTime: () => (task === undefined ? undefined : cpuTimeOf(task)) };
}

function tasks(): string[] {
  try {
    return readdirSync(TASKS);
  } catch {
    return [];
  }
}

/** The first number of schedstat: nanoseconds on a processor (Documentation/scheduler/sched-stats.rst of the kernel). */
function cpuTimeOf(task: string): number | undefined {
  try {
    const [nanoseconds] = readFileSync(`${TASKS}/${task}/schedstat`, "utf8").split(" ");
    return Number(nanoseconds) / 1e6;
  } catch {
    return undefined;
  }
}
