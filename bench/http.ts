import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { InjectRequest } from "../lib/index";
import { row } from "./measure";

const root = join(import.meta.dirname, "..");
const PORT = 3917;
const URL = `http://127.0.0.1:${PORT}`;

/** Drives the built server on loopback with 1, 8 and 64 clients, a bounded number of requests each. */
export async function benchHttp(request: InjectRequest, yamlParse: number): Promise<void> {
  const server = join(root, ".next/standalone/server.js");
  if (!existsSync(server)) {
    console.log("HTTP is not measured: there is no build (npm run build)");
    return;
  }
  const child = spawn(process.execPath, [server], {
    stdio: "ignore",
    env: { ...process.env, PORT: String(PORT), HOSTNAME: "127.0.0.1", NODE_ENV: "production" },
  });
  try {
    await ready();
    const body = JSON.stringify(request);
    for (let i = 0; i < 20; i++) await post(body);
    for (const clients of [1, 8, 64]) await drive(clients, body, yamlParse);
  } finally {
    child.kill();
    await once(child, "exit");
  }
}

async function ready(): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const response = await fetch(`${URL}/readyz`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server does not get ready");
}

async function post(body: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(`${URL}/api/v1/inject`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return performance.now() - started;
}

async function drive(clients: number, body: string, yamlParse: number): Promise<void> {
  const times: number[] = [];
  const each = Math.ceil(400 / clients);
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let i = 0; i < each; i++) times.push(await post(body));
    }),
  );
  const perSecond = times.length / ((performance.now() - started) / 1000);
  times.sort((a, b) => a - b);
  const p99 = times[Math.floor(times.length * 0.99)]!;
  const inOneParse = (perSecond * yamlParse) / 1000;
  row(`HTTP with ${clients} clients, ConfigMap in every request`, `${perSecond.toFixed(0)}/s`, {
    of: "injections in the time of one yaml.parse",
    is: inOneParse,
  });
  row("  p99", `${p99.toFixed(1)} ms`);
}
