import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { fleetEntries, type FleetRequest, type FleetSide } from "../lib/compare/fleet";
import { fleetBatches, fleetPieces } from "../lib/compare/fleet-pieces";
import { fleetGroups } from "../lib/compare/fleet-report";
import { fleetText } from "./fleet-text";
import { drop, withPage } from "./chromium";
import { row } from "./measure";
import { withServer } from "./server";

const root = join(import.meta.dirname, "..");
const COUNTS = [500, 1000, 5000] as const;
const PORT = 3919;

/** Seconds and bytes that 5,000 workloads may take of two processors. */
const GOAL = { seconds: 10, megabytes: 1024 };

/**
 * A fleet of mixed workloads from today's injector to the next one's: what one workload costs where there are few and where there are
 * many, in the engine alone, and then the command line, the API and the page as they are built, with all that they do.
 * @param warm milliseconds of one warm injection in this run.
 */
export async function benchFleet(a: FleetSide, b: FleetSide, warm: number): Promise<void> {
  for (let i = 0; i < 3; i++) inEngine(fleetText(200), a, b);
  const each = COUNTS.map((count) => {
    const text = fleetText(count);
    // The least disturbed of some runs; the longest needs no second one.
    const times = Array.from({ length: count < 5000 ? 3 : 1 }, () => timed(() => inEngine(text, a, b)));
    return Math.min(...times) / count;
  });
  for (const [i, count] of COUNTS.entries()) {
    row(`fleet of ${count} workloads, engine alone`, `${((each[i]! * count) / 1000).toFixed(2)} s`, {
      of: "two warm injections of each",
      is: each[i]! / (2 * warm),
    });
  }
  row("  one more workload, at 5000", `${each[2]!.toFixed(3)} ms`, {
    of: "one at 500",
    is: each[2]! / each[0]!,
    limit: 1.3,
  });
  await commandLine(a, b);
  await withServer(PORT, async ({ url, process: { pid } }) => {
    for (const count of COUNTS) await overHttp(url, pid!, { workload: fleetText(count), a, b }, count);
    await withPage(async (page) => {
      for (const count of COUNTS) await onPage(page, url, a, b, count);
    });
  });
}

function timed(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function inEngine(text: string, a: FleetSide, b: FleetSide): void {
  const entries = [];
  for (const pieces of fleetBatches(fleetPieces(text))) {
    const sources = pieces.map((piece, number) => ({ ...piece, number }));
    entries.push(...fleetEntries(sources, a, b));
  }
  if (fleetGroups(entries).length < 2) throw new Error("the benchmark's own fleet has no groups");
}

/** The same from standard input of the command line. */
async function commandLine(a: FleetSide, b: FleetSide): Promise<void> {
  const program = join(root, "dist/injection-explorer.mjs");
  if (!existsSync(program) || typeof a.injector !== "string" || typeof b.injector !== "string") {
    console.log("the fleet of the command line is not measured: it is not built (node scripts/build-cli.mjs)");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "fleet-"));
  try {
    const files = { a: a.injector, b: b.injector, am: a.mesh ?? "", bm: b.mesh ?? "" };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const flags = ["--injector", "a", "--to-injector", "b", "--mesh", "am", "--to-mesh", "bm", "-o", "csv"];
    const text = fleetText(5000);
    const started = performance.now();
    const child = spawn(process.execPath, [program, "fleet", ...flags], {
      cwd: folder,
      stdio: ["pipe", "pipe", "ignore"],
    });
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, peakMemory(child.pid!))), 50);
    child.stdin.on("error", () => undefined);
    child.stdin.end(text);
    let bytes = 0;
    child.stdout.on("data", (chunk: Buffer) => (bytes += chunk.length));
    await new Promise((resolve) => child.once("close", resolve));
    clearInterval(watch);
    if (bytes < 5000 * 20) throw new Error("the command line does not print the fleet");
    fleetRow("command line", 5000, performance.now() - started);
    memoryRow(peak);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same over HTTP: until the last line of the answer is there. */
async function overHttp(url: string, pid: number, request: FleetRequest, count: number): Promise<void> {
  const started = performance.now();
  const answer = await fetch(`${url}/api/v1/fleet`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  });
  const lines = (await answer.text()).trimEnd().split("\n");
  const entries = lines.filter((line) => "group" in (JSON.parse(line) as object));
  if (entries.length !== count) throw new Error(`the API answers ${entries.length} of ${count} workloads`);
  fleetRow("API", count, performance.now() - started);
  if (count === 5000) memoryRow(peakMemory(pid));
}

/** The same on the page, in a fresh visit: from the drop of the fleet until all of it is shown. */
async function onPage(page: Page, url: string, a: FleetSide, b: FleetSide, count: number): Promise<void> {
  await page.goto(`${url}/upgrade`, { waitUntil: "networkidle" });
  const state = page.getByTestId("run-state");
  // By their image tags the page tells which is the older one.
  await drop(page, { "from.yaml": a.injector as string, "to.yaml": b.injector as string });
  const started = await drop(page, { "fleet.yaml": fleetText(count) });
  await state.filter({ hasText: `${count.toLocaleString("en")} workloads in` }).waitFor({ timeout: 120_000 });
  fleetRow("page", count, performance.now() - started);
}

function fleetRow(where: string, count: number, took: number): void {
  const seconds = took / 1000;
  const goal = { of: `${GOAL.seconds} s`, is: seconds / GOAL.seconds, limit: 1 };
  row(`fleet of ${count} workloads, ${where}`, `${seconds.toFixed(2)} s`, count === 5000 ? goal : undefined);
}

function memoryRow(megabytes: number): void {
  row("  its memory at most", `${megabytes.toFixed(0)} MB`, { of: "1 GB", is: megabytes / GOAL.megabytes, limit: 1 });
}

/** Megabytes that a process has had at most so far; 0 where the system does not tell. */
function peakMemory(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
