import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testFolder } from "../store/testing/servers";
import { Witness } from "./testing/witness";

const KILLS = 100;
const CLIENTS = 6;
const root = join(import.meta.dirname, "../../..");
const program = join(root, "dist/links-server.mjs");
const folder = testFolder();

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, "testing/links-server.ts")],
    outfile: program,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function start(place: string): Promise<{ child: ChildProcess; base: string }> {
  const env = { ...process.env, DATA_DIR: place, STORE_URL: "", LINKS_PER_MINUTE: "1000000" };
  const child = spawn(process.execPath, [program], { env, stdio: ["ignore", "pipe", "inherit"] });
  const [port] = (await once(createInterface(child.stdout!), "line")) as [string];
  return { child, base: `http://127.0.0.1:${port}` };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

/** Kills a server under load again and again; gives what was acknowledged, and what is wrong with it afterwards. */
async function killed(place: string, times: number) {
  const witness = new Witness();
  for (let i = 0; i < times; i++) {
    const { child, base } = await start(place);
    const before = witness.acknowledged;
    const clients = Array.from({ length: CLIENTS }, () => witness.work(base));
    const enough = before + 1 + Math.floor(Math.random() * 12);
    while (witness.acknowledged < enough) await pause(2);
    await pause(Math.random() * 20);
    await kill(child);
    await Promise.all(clients);
  }
  const { child, base } = await start(place);
  const wrong = await witness.wrong(base);
  await kill(child);
  console.log(
    `${place.split("/").at(-1)}: ${times} kills: ${witness.kept.size} links kept, ${witness.gone.size} gone: ${JSON.stringify(wrong)}`,
  );
  return { kept: witness.kept.size, gone: witness.gone.size, wrong };
}

test("no link that was acknowledged is lost, and none that is gone comes back, when the server is killed a hundred times under load", async () => {
  const runs = await Promise.all(["one", "other"].map((name) => killed(join(folder, name), KILLS / 2)));
  for (const { kept, gone, wrong } of runs) {
    expect(wrong).toEqual({ lost: 0, changed: 0, back: 0 });
    expect(kept).toBeGreaterThan(KILLS / 2);
    expect(gone).toBeGreaterThan(KILLS / 10);
  }
}, 400_000);

test("servers that start together in a new folder share it", async () => {
  const place = join(folder, "shared");
  const servers = await Promise.all(Array.from({ length: 4 }, () => start(place)));
  const witness = new Witness();
  const clients = servers.map(({ base }) => witness.work(base));
  while (witness.acknowledged < 60) await pause(20);
  for (const { child } of servers.slice(1)) await kill(child);
  const wrong = await witness.wrong(servers[0]!.base);
  await kill(servers[0]!.child);
  await Promise.all(clients);
  expect(wrong).toEqual({ lost: 0, changed: 0, back: 0 });
  expect(witness.kept.size).toBeGreaterThan(20);
});
