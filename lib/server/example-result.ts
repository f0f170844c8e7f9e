import { exampleRequest } from "../example";
import { injectionPool } from "./injection-pool";

/** The bundled example as a request body. A new copy each time: a worker takes it over. */
export function exampleBody(): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(exampleRequest));
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
