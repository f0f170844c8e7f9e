import { exampleRequest } from "../example";
import { comparedExample } from "../example/compared";
import { injectionPool } from "./injection-pool";
import type { JobKind } from "./pool-job";

/** The bundled example as a request body. A new copy each time: a worker takes it over. */
export function exampleBody(): Uint8Array {
  return bodyOf(exampleRequest);
}

/** The result of the bundled example, injected once for all visitors. */
export const exampleResult = keptAnswer("inject", exampleRequest);

/** The answer to the comparison that its page shows first, made once for all visitors. */
export const comparedResult = keptAnswer("compare", comparedExample);

function keptAnswer(kind: JobKind, request: object): () => Promise<string> {
  let answer: Promise<string> | undefined;
  return () => {
    answer ??= injectionPool()
      .run(bodyOf(request), {}, kind)
      .then((bytes) => new TextDecoder().decode(bytes));
    // A failure (a busy moment) is not kept.
    answer.catch(() => (answer = undefined));
    return answer;
  };
}

function bodyOf(request: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(request));
}
