import { PathError } from "./files";
import { FlagError } from "./flags";
import { EXIT, type Io } from "./io";

/** Runs a command of our own: a command line that it cannot understand, and files that it cannot read, are told on standard error. */
export function guarded(command: string, io: Io, run: () => number): number {
  try {
    return run();
  } catch (error) {
    if (error instanceof FlagError) {
      io.err(`${error.message}\nSee injection-explorer ${command} --help\n`);
      return EXIT.usage;
    }
    if (!(error instanceof PathError)) throw error;
    io.err(`${error.message}\n`);
    return EXIT.failed;
  }
}
