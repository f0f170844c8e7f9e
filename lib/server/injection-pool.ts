import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { poolLimits, READER_LIMITS, WORKER_LIMITS } from "./limits";
import { Pool, type PoolWorker } from "./pool";
import { clocked } from "./thread-clock";

/** Kept on globalThis: the server and the pages' routes are bundled apart, and share one pool. */
const shared = globalThis as { injectionPool?: Pool; workerFile?: URL };

/** The pool of this process, started when first asked for, with the worker that was bundled with whoever asks. */
export function injectionPool(): Pool {
  shared.injectionPool ??= startPool(() => new Worker(new URL("./inject.worker.ts", import.meta.url), WORKER_OPTIONS));
  return shared.injectionPool;
}

/** The pool of this process, with workers that run that file. */
export function startInjectionPool(file: URL): Pool {
  shared.workerFile = file;
  return (shared.injectionPool = startPool(() => new Worker(file, WORKER_OPTIONS)));
}

/** A thread that reads one fleet: see fleet-reader.ts. It runs what the pool's workers run. */
export function startFleetReader(): Worker {
  return new Worker(shared.workerFile!, { ...WORKER_OPTIONS, workerData: "fleet", resourceLimits: READER_LIMITS });
}

/** A stranger's template finds nothing to read and nowhere to write: no environment, no arguments, no streams. */
const WORKER_OPTIONS = { env: {}, argv: [], execArgv: [], stdin: false, resourceLimits: WORKER_LIMITS };

function startPool(start: () => Worker): Pool {
  const spawn = (): PoolWorker => {
    const { thread, cpuTime } = clocked(start);
    return Object.assign(thread, { cpuTime }) as unknown as PoolWorker;
  };
  return new Pool({ spawn, ...poolLimits(process.env, availableParallelism()) });
}
