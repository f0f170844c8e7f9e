import type { Answer, Asked, Question } from "./engine.worker";

/** Milliseconds that an injection or a comparison may take in the browser; longer ones end with their worker. */
const LIMIT = 10_000;

interface Waiting {
  answer(text: string): void;
  fail(error: Error): void;
  readonly timer: ReturnType<typeof setTimeout>;
}

let worker: Worker | undefined;
const waiting = new Map<number, Waiting>();
let count = 0;

function start(): Worker {
  const started = new Worker(new URL("./engine.worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data: { id, text } }: MessageEvent<Answer>) => {
    const one = waiting.get(id);
    if (text === undefined) one?.fail(new Error("the engine failed"));
    else one?.answer(text);
  });
  started.addEventListener("error", (event) => {
    event.preventDefault();
    stop("the engine could not be loaded");
  });
  return started;
}

/** Ends the worker, and what waits for it. */
function stop(why: string): void {
  worker?.terminate();
  worker = undefined;
  for (const { fail } of [...waiting.values()]) fail(new Error(why));
}

/**
 * The answer to a request, from the engine in a worker of this browser: the bytes that the server's would be.
 * @throws Error where the engine cannot be loaded, fails, or takes too long.
 */
export function answerHere(asked: Asked): Promise<string> {
  worker ??= start();
  const id = ++count;
  return new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => stop("the injection takes too long"), LIMIT);
    const settled = <T>(settle: (value: T) => void) => {
      return (value: T) => {
        clearTimeout(timer);
        waiting.delete(id);
        settle(value);
      };
    };
    waiting.set(id, { answer: settled(resolve), fail: settled(reject), timer });
    worker!.postMessage({ id, ...asked } satisfies Question);
  });
}

/** Loads the engine, so that it is there when the server is not, and lets it go again. */
export async function loadEngine(): Promise<void> {
  if (worker) return;
  await answerHere({ request: { workload: "", injector: "" } });
  if (waiting.size === 0) stop("");
}
