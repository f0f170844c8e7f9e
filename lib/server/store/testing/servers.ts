import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A real database server that a test has started, with a folder of its own. */
export interface TestServer {
  readonly url: string;
  /** kill -9, then a new process on the same folder. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** A kind of server that may be on this machine. */
export interface ServerKind {
  readonly name: string;
  /** Where the program is; undefined where it is not on this machine. */
  readonly program: string | undefined;
  /** Where it can be had from. */
  readonly from: string;
  start(): Promise<TestServer>;
}

/** `redis-server` of Debian's package of that name, with a log that is synced before each answer. */
export const redisServer: ServerKind = {
  name: "Redis",
  program: found("redis-server", ["/usr/bin"]),
  from: "Debian's package redis-server",
  start: () =>
    started(redisServer, (port, folder) => ({
      args: [
        "--port",
        port,
        "--bind",
        "127.0.0.1",
        "--dir",
        folder,
        "--appendonly",
        "yes",
        "--appendfsync",
        "always",
        "--save",
        "",
      ],
      url: `redis://127.0.0.1:${port}`,
    })),
};

/** `postgres` of Debian's package postgresql, as it is by default: every commit is synced. */
export const postgresServer: ServerKind = {
  name: "PostgreSQL",
  program: found("postgres", postgresFolders()),
  from: "Debian's package postgresql",
  start: () =>
    started(postgresServer, (port, folder, user) => {
      const data = join(folder, "data");
      const initdb = join(postgresServer.program!, "..", "initdb");
      const options = ["-D", data, "-U", "explorer", "-A", "trust", "-E", "UTF8", "--locale=C"];
      if (!existsSync(data)) execFileSync(initdb, options, { stdio: "ignore", ...user });
      return {
        args: ["-D", data, "-p", port, "-k", folder, "-h", "127.0.0.1"],
        url: `postgres://explorer@127.0.0.1:${port}/postgres`,
        serves: () =>
          spawnSync(join(postgresServer.program!, "..", "pg_isready"), ["-h", "127.0.0.1", "-p", port]).status === 0,
      };
    }),
};

/** sqld, libSQL's server. */
export const libsqlServer: ServerKind = {
  name: "sqld",
  program: found(
    "sqld",
    ["/usr/bin", "/usr/local/bin", join(import.meta.dirname, "../../../../node_modules/.cache")],
    process.env.SQLD_PATH,
  ),
  from: "libSQL's releases; name it with SQLD_PATH",
  start: () =>
    started(libsqlServer, (port, folder) => ({
      args: ["--db-path", join(folder, "db"), "--http-listen-addr", `127.0.0.1:${port}`],
      url: `http://127.0.0.1:${port}`,
    })),
};

interface Command {
  readonly args: readonly string[];
  readonly url: string;
  /** Whether it serves, where an open port does not say so. */
  readonly serves?: () => boolean;
}
type User = { uid: number; gid: number } | undefined;

async function started(
  kind: ServerKind,
  command: (port: string, folder: string, user: User) => Command,
): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "store-server-"));
  const user = unprivileged(folder);
  const port = await freePort();
  const { args, url, serves = () => true } = command(port, folder, user);
  const start = async () => {
    const child = spawn(kind.program!, args, { cwd: folder, stdio: "ignore", ...user });
    await answering(child, Number(port), kind.name, serves);
    return child;
  };
  let child = await start();
  const kill = async (signal: NodeJS.Signals) => {
    const exit = once(child, "exit");
    child.kill(signal);
    await exit;
  };
  return {
    url,
    crash: async () => {
      await kill("SIGKILL");
      child = await start();
    },
    stop: async () => {
      await kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** PostgreSQL refuses to run as root: where the tests do, servers run as the user that Debian made for it, or else as nobody. */
function unprivileged(folder: string): User {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => {
    for (const name of ["postgres", "nobody"]) {
      try {
        return Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
      } catch {
        // The next.
      }
    }
    return 65534;
  };
  const user = { uid: id("-u"), gid: id("-g") };
  chownSync(folder, user.uid, user.gid);
  return user;
}

async function answering(child: ChildProcess, port: number, name: string, serves: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
      socket.once("connect", () => socket.destroy());
    });
    if (open && serves()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${name} did not start`);
}

/** A port of loopback that is free now. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return String(port);
}

function found(program: string, folders: readonly string[], named?: string): string | undefined {
  return [named, ...folders.map((folder) => join(folder, program))].find((path) => path && existsSync(path));
}

function postgresFolders(): string[] {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return [...versions.map((version) => join(root, version, "bin")), "/usr/bin"];
}

/** A folder for a test's files. */
export function testFolder(): string {
  return mkdtempSync(join(tmpdir(), "store file "));
}
