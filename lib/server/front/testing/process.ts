import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import type { InjectRequest } from "../../../index";

const lib = join(import.meta.dirname, "../../..");

/** The production server without pages, in a process of its own. */
export interface ServerProcess {
  readonly process: ChildProcess;
  readonly url: string;
  /** What its worker takes from Node: the names of each import, and whence. */
  readonly imported: readonly string[];
  /** What it has written so far. */
  output(): string;
  post(request: InjectRequest): Promise<Response>;
  /** Sends a body to `POST /api/v1/fleet`. */
  fleet(body: unknown, signal?: AbortSignal): Promise<Response>;
  /** Ends it at once. */
  end(): void;
}

/** Bundles the server and its worker as scripts/build.mjs does, without the pages, and starts it on a free port with two workers. */
export async function startProcess(): Promise<ServerProcess> {
  const folder = mkdtempSync(join(tmpdir(), "front of a test "));
  const options = { bundle: true, platform: "node", format: "esm", target: "node20", outdir: folder } as const;
  const banner = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';
  const entry = join(lib, "server/front/testing/server.ts");
  await build({ ...options, entryPoints: { server: entry }, outExtension: { ".js": ".mjs" }, banner: { js: banner } });
  const worker = { "inject.worker": join(lib, "server/inject.worker.ts") };
  const { metafile } = await build({ ...options, entryPoints: worker, metafile: true });
  const imported = importsOf(metafile, readFileSync(join(folder, "inject.worker.js"), "utf8"));

  const env = {
    NODE_ENV: "production" as const,
    PATH: process.env.PATH,
    PORT: "0",
    HOSTNAME: "127.0.0.1",
    INJECT_WORKERS: "2",
  };
  const child = spawn(process.execPath, [join(folder, "server.mjs")], { env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  while (!output.includes("http://")) await once(child.stdout, "data");
  const url = /http:\S+/.exec(output)![0];
  while (!(await fetch(`${url}/readyz`)).ok) await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    process: child,
    url,
    imported,
    output: () => output,
    post: (request) =>
      fetch(`${url}/api/v1/inject`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(request),
      }),
    fleet: (body, signal) =>
      fetch(`${url}/api/v1/fleet`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
        signal,
      }),
    end() {
      child.kill("SIGKILL");
      rmSync(folder, { recursive: true });
    },
  };
}

/** The import statements of a bundle, as `{ name } from "module"`; the module alone where it is taken in another way. */
function importsOf({ outputs }: Metafile, code: string): string[] {
  const statements = [...code.matchAll(/^import (.+? from "([^"]+)");$/gm)];
  const modules = new Set(Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path)));
  return [...modules].sort().flatMap((module) => {
    const found = statements.filter(([, , from]) => from === module).map(([, statement]) => statement!);
    return found.length > 0 ? found : [module];
  });
}
