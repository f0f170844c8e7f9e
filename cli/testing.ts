import type { Io } from "./io";
import { run } from "./run";

/** What a run of the command line did. */
export interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process. */
export function runWith(
  args: readonly string[],
  { stdin, ...given }: Partial<Omit<Io, "stdin">> & { stdin?: string } = {},
): Ran {
  const out: Uint8Array[] = [];
  let stderr = "";
  const exit = run(args, {
    out: (bytes) => void out.push(Buffer.from(bytes)),
    err: (text) => void (stderr += text),
    stdin: () => Buffer.from(stdin ?? ""),
    stdinIsTerminal: stdin === undefined,
    stdoutIsTerminal: false,
    env: {},
    now: () => new Date(0),
    ...given,
  });
  return { exit, stdout: Buffer.concat(out).toString(), stderr };
}
