/** The production server without pages, for tests that need a process of its own: real workers, real signals. */
import { startInjectionPool } from "../../injection-pool";
import { startServer } from "../start";

const pool = startInjectionPool(new URL("./inject.worker.js", import.meta.url));
await startServer(pool, (_request, response) => {
  response.statusCode = 404;
  response.end();
});
