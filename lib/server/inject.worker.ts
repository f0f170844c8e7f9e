import { getHeapSpaceStatistics } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";
import { exampleRequest } from "../example";
import { answerPieces, inject } from "../index";
import { answerBytes } from "./answer-bytes";
import { compareAnswer } from "./compare-job";
import { fleetAnswer } from "./fleet-job";
import { MAX_ANSWER_BYTES, WORKER_LIMITS } from "./limits";
import { readFleets } from "./fleet-reader";
import type { JobKind } from "./pool-job";
import { RequestReader } from "./request-reader";
import { type Problem, problemOf } from "./problem";

/** What the pool sends: one job at a time. Of `inject` a request body, in parts; of `fleet` its objects and its sides. */
export interface WorkerRequest {
  readonly kind: JobKind;
  readonly parts: readonly Uint8Array[];
}

/** What the worker sends: once that it is ready, then one answer for each request. */
export type WorkerMessage = { readonly ready: true } | WorkerAnswer;
export type WorkerAnswer = ({ readonly result: Uint8Array<ArrayBuffer> } | { readonly problem: Problem }) & {
  /** The job has left so much memory in use that the next one might not have enough, whatever it is. */
  readonly spent?: boolean;
};

const port = parentPort!;
const requests = new RequestReader();

const ANSWERS: Readonly<Record<JobKind, (parts: readonly Uint8Array[]) => Uint8Array<ArrayBuffer>>> = {
  inject: (parts) => {
    const request = requests.read(parts.length === 1 ? parts[0]! : Buffer.concat(parts));
    return answerBytes((pass) => answerPieces(request, pass), MAX_ANSWER_BYTES);
  },
  compare: (parts) => compareAnswer(parts.length === 1 ? parts[0]! : Buffer.concat(parts)),
  fleet: ([sources, sides]) => fleetAnswer(sources!, sides!),
};

function answerTo({ kind, parts }: WorkerRequest): WorkerAnswer {
  try {
    return { result: ANSWERS[kind](parts) };
  } catch (error) {
    // Engine errors are results; what arrives here is wrong with the request, or a fault of this program.
    return { problem: problemOf(error) };
  }
}

/** Milliseconds from which on a job may have used much: measuring memory after each would cost more than it tells. */
const LONG = 50;

/** Whether more than two thirds of the memory that may live on is in use; ordinary jobs leave less than half. */
function isSpent(): boolean {
  const old = getHeapSpaceStatistics().filter(({ space_name: name }) => !name.startsWith("new_"));
  const used = old.reduce((sum, space) => sum + space.space_used_size, 0);
  return used > ((WORKER_LIMITS.maxOldGenerationSizeMb * 2) / 3) * 1024 * 1024;
}

if (workerData === "fleet") readFleets(port);
else {
  port.on("message", (request: WorkerRequest) => {
    const started = performance.now();
    const answer = answerTo(request);
    if (performance.now() - started > LONG && isSpent()) Object.assign(answer, { spent: true });
    port.postMessage(answer, "result" in answer ? [answer.result.buffer] : []);
  });
  // Warm before the first user comes: types read, templates compiled, code optimised.
  for (let i = 0; i < 3; i++) inject(exampleRequest);
  port.postMessage({ ready: true } satisfies WorkerMessage);
}
