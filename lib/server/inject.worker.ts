import { parentPort } from "node:worker_threads";
import { exampleRequest } from "../example";
import { answerText, inject } from "../index";
import { RequestReader } from "./request-reader";
import { type Problem, ProblemError } from "./problem";

/** What the pool sends: one request body at a time, in parts. */
export type WorkerRequest = readonly Uint8Array[];

/** What the worker sends: once that it is ready, then one answer for each request. */
export type WorkerMessage = { readonly ready: true } | WorkerAnswer;
export type WorkerAnswer = { readonly result: Uint8Array } | { readonly problem: Problem };

const port = parentPort!;
const requests = new RequestReader();

port.on("message", (parts: WorkerRequest) => {
  const answer = answerTo(parts.length === 1 ? parts[0]! : Buffer.concat(parts));
  port.postMessage(answer, "result" in answer ? [answer.result.buffer as ArrayBuffer] : []);
});

function answerTo(body: Uint8Array): WorkerAnswer {
  try {
    return { result: new TextEncoder().encode(answerText(requests.read(body))) };
  } catch (error) {
    if (error instanceof ProblemError) return { problem: error.problem };
    // Engine errors are results; what arrives here is a fault of this program. Its text could quote the user's.
    const detail = `The engine failed (${error instanceof Error ? error.name : "unknown error"}). This is a fault of Injection Explorer.`;
    return { problem: { status: 500, title: "Internal error", detail } };
  }
}

// Warm before the first user comes: types read, templates compiled, code optimised.
for (let i = 0; i < 3; i++) inject(exampleRequest);
port.postMessage({ ready: true } satisfies WorkerMessage);
