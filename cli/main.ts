import { availableParallelism } from "node:os";
import { isatty } from "node:tty";
import { isMainThread, workerData } from "node:worker_threads";
import { readStandardInput } from "./files";
import { helpWithFleet, type HelperData } from "./fleet-threads";
import { EXIT } from "./io";
import { run } from "./run";

/** Whoever reads the output (`head`) may stop before its end: that is no failure of ours. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? EXIT.ok : EXIT.failed));
}

/** Threads that help; more would take more memory than they save time. */
const MOST_HELPERS = 3;

if (isMainThread) main();
else helpWithFleet(workerData as HelperData);

function main(): void {
  try {
    process.exitCode = run(process.argv.slice(2), {
      out: (bytes) => void process.stdout.write(bytes),
      err: (text) => void process.stderr.write(text),
      stdin: readStandardInput,
      stdinIsTerminal: isatty(0),
      stdoutIsTerminal: isatty(1),
      env: process.env,
      now: () => new Date(),
      helpers: { program: new URL(import.meta.url), count: Math.min(MOST_HELPERS, availableParallelism() - 1) },
    });
  } catch (error) {
    process.stderr.write(`injection-explorer: a bug: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = EXIT.bug;
  }
}
