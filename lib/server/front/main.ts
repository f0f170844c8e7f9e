/** The production server: the front, with the pages of the Next.js build beside it. `scripts/build.mjs` puts it there. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { startInjectionPool } from "../injection-pool";
import { storeSettings } from "../store/settings";
import { startServer } from "./start";

const dir = import.meta.dirname;
// A relative folder is meant from where the server was started.
if (process.env.DATA_DIR) process.env.DATA_DIR = resolve(process.env.DATA_DIR);
process.chdir(dir);
Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });

try {
  // What is set wrongly must show at the start, not at the first link.
  storeSettings(process.env);
} catch (error) {
  end(error);
}

// Before the pages are loaded: they use the same pool.
const pool = startInjectionPool(new URL("./inject.worker.js", import.meta.url));

// What the standalone server of Next.js does: the configuration as it was built, no file of it.
const built = JSON.parse(readFileSync(join(dir, ".next/required-server-files.json"), "utf8")) as { config: object };
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(built.config);
const { default: next } = await import("next");
const pages = next({ dev: false, dir, quiet: true });
await pages.prepare();

// Not left to Next.js, which would tell the error and stay.
await startServer(pool, pages.getRequestHandler()).catch(end);

// Errors of a page must not end the server for all others, and their text may be a user's.
for (const event of ["uncaughtException", "unhandledRejection"])
  process.on(event, (error: unknown) =>
    console.error(`${event}: ${error instanceof Error ? error.name : "unknown error"}`),
  );

function end(error: unknown): never {
  console.error(error instanceof Error ? error.message : "the server cannot start");
  process.exit(1);
}
