import { exampleRequest } from "../example";
import { comparedExample } from "../example/compared";
import { injectionPool } from "./injection-pool";

/** The bundled example as a request body. A new copy each time: a worker takes it over. */
export function exampleBody(): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(exampleRequest));
}

/** The comparison that its page shows first as a request body. */
function comparedBody(): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(comparedExample));
}

let compared: Promise<string> | undefined;

/** The answer to the comparison that its page shows first, made once for all visitors. */
export function comparedResult(): Promise<string> {
  compared ??= injectionPool()
    .run(comparedBody(), {}, "compare")
    .then((bytes) => new TextDecoder().decode(bytes));
  compared.catch(() => (compared = undefined));
  return compared;
}

let example: Promise<string> | undefined;

/** The result of the bundled example, injected once for all visitors. */
export function exampleResult(): Promise<string> {
  example ??= injectionPool()
    .run(exampleBody())
    .then((bytes) => new TextDecoder().decode(bytes));
  // A failure (a busy moment) is not kept.
  example.catch(() => (example = undefined));
  return example;
}
