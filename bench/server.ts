import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { SERVER_FLAGS } from "../scripts/server-flags.mjs";

const root = join(import.meta.dirname, "..");
const PROGRAM = join(root, ".next/standalone/server.js");

/** The built server while it runs on loopback. */
export interface BuiltServer {
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
}

/** Starts the server as `npm start` does, runs something against it, and ends it; says so where there is no build. */
export async function withServer(port: number, run: (server: BuiltServer) => Promise<void>): Promise<void> {
  if (!existsSync(PROGRAM)) {
    console.log("the server is not measured: there is no build (npm run build)");
    return;
  }
  const child = spawn(process.execPath, [...SERVER_FLAGS, PROGRAM], {
    stdio: "ignore",
    env: { ...process.env, PORT: String(port), HOSTNAME: "127.0.0.1", NODE_ENV: "production" },
  });
  const ended = once(child, "exit");
  const url = `http://127.0.0.1:${port}`;
  try {
    await ready(url);
    await run({ url, port, process: child });
  } finally {
    child.kill("SIGKILL");
    await ended;
  }
}

async function ready(url: string): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const response = await fetch(`${url}/readyz`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server does not get ready");
}
