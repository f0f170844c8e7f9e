import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { backup, BackupError, restore } from "./backup";
import { openStore } from "./open";
import { storeSettings } from "./settings";
import type { Store } from "./store";

const USAGE = `Usage: links backup [--with-burning] FILE
       links restore FILE

Copies the links of the storage that DATA_DIR or STORE_URL names to a file, or those of a file to it, while the server runs or not. The
file is lines of JSON, compressed where its name ends with .gz; - is standard output or input. It has contents and the hashes of delete
tokens: keep it as carefully as the storage. A restore leaves links that are there as they are, and drops those that have expired.

  --with-burning   links that can be read once too: only for moving, as one that has been read since would come back
`;

interface Io {
  readonly env: NodeJS.ProcessEnv;
  /** Prints a message for people. */
  readonly say: (text: string) => void;
}

/** Runs `links backup` or `links restore`; gives the exit code: 0, 1 where it failed, 2 for wrong usage. */
export async function runBackupCommand(args: readonly string[], { env, say }: Io): Promise<number> {
  const burning = args.includes("--with-burning");
  const [command, file, ...more] = args.filter((arg) => arg !== "--with-burning");
  const known = command === "backup" || (command === "restore" && !burning);
  if (!known || file === undefined || more.length > 0 || file.startsWith("--")) {
    say(USAGE);
    return 2;
  }
  let store: Store | undefined;
  try {
    const settings = storeSettings(env);
    if (settings.backend === "none") throw new BackupError("STORE_URL is none: there are no links");
    store = await openStore(settings);
    say(command === "backup" ? await backUp(store, file, burning) : await putBack(store, file));
    return 0;
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    await store?.close();
  }
}

async function backUp(store: Store, file: string, burning: boolean): Promise<string> {
  let lines = 0;
  const counted = async function* () {
    for await (const text of backup(store, { burning })) {
      lines++;
      yield text;
    }
  };
  const zip = file.endsWith(".gz") ? [createGzip()] : [];
  if (file === "-") await pipeline([Readable.from(counted()), process.stdout]);
  else {
    // The name is given to a whole backup only; an earlier one of that name stays until then.
    const partial = `${file}.partial`;
    try {
      const output = createWriteStream(partial, { mode: 0o600, flush: true });
      await pipeline([Readable.from(counted()), ...zip, output]);
      await rename(partial, file);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }
  return `${lines - 2} links\n`;
}

async function putBack(store: Store, file: string): Promise<string> {
  const input = file === "-" ? process.stdin : createReadStream(file);
  const unzip = createGunzip();
  const source = file.endsWith(".gz") ? unzip : input;
  // Whichever of the two fails, the reader of lines must hear of it: by itself it would only end.
  let failure: Error | undefined;
  input.once("error", (error: Error) => {
    failure = error;
    unzip.destroy(error);
  });
  unzip.once("error", (error) => void (failure ??= new BackupError(`not a whole gzip file: ${error.message}`)));
  if (source === unzip) input.pipe(unzip);
  const lines = createInterface({ input: source, crlfDelay: Infinity });
  try {
    const { restored, known, expired } = await restore(store, lines, Date.now());
    return `${restored} links restored, ${known} already there, ${expired} expired\n`;
  } catch (error) {
    throw failure ?? error;
  } finally {
    lines.close();
  }
}
