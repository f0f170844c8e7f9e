import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { InjectRequest } from "../lib/index";
import { HttpClient } from "./http-client";
import { row } from "./measure";
import { withServer } from "./server";

const PORT = 3917;

/** Injections in the time of one yaml.parse that eight clients shall get of two cores. */
const GOAL = 2.5;

/**
 * Drives the built server on loopback with 1, 8 and 64 clients, a bounded number of requests each, every request with the whole
 * ConfigMap and a pod of another name, in turns with `yamlParse` on the idle machine; then many more, to see that its memory stays; then
 * ends it under load.
 */
export async function benchHttp(request: InjectRequest, yamlParse: () => unknown): Promise<void> {
  await withServer(PORT, async ({ url, process: server }) => {
    const send = sender(request);
    await drive(8, 4000, send);
    timed(yamlParse, 1000);
    for (const clients of [1, 8, 64]) {
      const { perSecond, p99, is } = await inTurns(clients, send, yamlParse);
      row(`HTTP with ${clients} clients, ConfigMap in every request`, `${perSecond.toFixed(0)}/s`, {
        of: `injections in the time of one yaml.parse${clients === 8 ? ` (goal ${GOAL})` : ""}`,
        is,
      });
      row("  p99", `${p99.toFixed(1)} ms`);
    }
    await memory(url, send);
    await gracefulStop(server, send);
  });
}

type Send = (client: HttpClient) => Promise<number>;

/** Sends the request, each time with another pod; asks for the patch alone. */
function sender(request: InjectRequest): Send {
  const { workload, ...rest } = { ...request, options: { ...request.options, include: ["patch"] } };
  const tail = Buffer.from(`,${JSON.stringify(rest).slice(1)}`);
  let sent = 0;
  return (client) => {
    const name = `app-${++sent}`;
    const text = workload.replace(/"name":"app"|name: \S+/, (found) =>
      found.startsWith('"') ? `"name":"${name}"` : `name: ${name}`,
    );
    const body = Buffer.from(`{"workload":${JSON.stringify(text)}`);
    const head = `POST /api/v1/inject HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length + tail.length}\r\n\r\n`;
    return client.send([Buffer.concat([Buffer.from(head), body]), tail]);
  };
}

/** Injections in the time of one parse: each round holds requests against parses just before and after them, and the middle one counts. */
async function inTurns(clients: number, send: Send, parse: () => unknown) {
  const rounds = [];
  let before = timed(parse, 200);
  for (let i = 0; i < 11; i++) {
    const driven = await drive(clients, 640, send);
    const after = timed(parse, 200);
    rounds.push({ ...driven, is: (driven.perSecond * (before + after)) / 2 / 1000 });
    before = after;
  }
  const p99 = median(rounds.map((round) => round.p99));
  return { perSecond: median(rounds.map((round) => round.perSecond)), p99, is: median(rounds.map(({ is }) => is)) };
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;

/** Milliseconds of one call, over so many milliseconds of them. */
function timed(run: () => unknown, during: number): number {
  const started = performance.now();
  let calls = 0;
  do run();
  while (++calls && performance.now() - started < during);
  return (performance.now() - started) / calls;
}

/** So many clients send so many requests in all. */
async function drive(clients: number, count: number, send: Send): Promise<{ perSecond: number; p99: number }> {
  const open = await Promise.all(Array.from({ length: clients }, () => new HttpClient(PORT).open()));
  const times: number[] = [];
  const started = performance.now();
  await Promise.all(
    open.map(async (client) => {
      for (let i = 0; i < count / clients; i++) {
        const sent = performance.now();
        if ((await send(client)) < 1000) throw new Error("an answer without a patch");
        times.push(performance.now() - sent);
      }
    }),
  );
  const perSecond = times.length / ((performance.now() - started) / 1000);
  for (const client of open) client.close();
  times.sort((a, b) => a - b);
  return { perSecond, p99: times[Math.floor(times.length * 0.99)]! };
}

async function resident(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\d+)/m.exec(text)![1]) / 1e6;
}

/** Flat: what 50,000 requests leave behind is no more than what the first 10,000 needed to settle. */
async function memory(url: string, send: Send): Promise<void> {
  const before = await resident(url);
  await drive(8, 50_000, send);
  const after = await resident(url);
  row("memory of the server after 50,000 requests more", `${after.toFixed(0)} MB`, {
    of: "that before",
    is: after / before,
    limit: 1.2,
  });
}

/** Told to end while 64 requests are under way, the server answers all of them. */
async function gracefulStop(server: ChildProcess, send: Send): Promise<void> {
  const clients = await Promise.all(Array.from({ length: 64 }, () => new HttpClient(PORT).open()));
  for (const client of clients) await send(client);
  const answers = clients.map((client) =>
    send(client).then(
      () => true,
      () => false,
    ),
  );
  // Accepted, which is to say read by the server.
  await new Promise((resolve) => setTimeout(resolve, 20));
  server.kill("SIGTERM");
  const answered = (await Promise.all(answers)).filter(Boolean).length;
  const [code] = (await once(server, "exit")) as [number | null];
  row("answered of 64 requests when told to end", `${answered}${code === 0 ? "" : `, ended with ${code}`}`);
}
