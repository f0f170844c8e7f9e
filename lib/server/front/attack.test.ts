import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { MAX_BODY_BYTES } from "../limits";
import { FRONT_LIMITS, type Front } from "./front";
import { bytesOf, echo, injectText, listening, Wire } from "./testing/wire";

let front: Front & { port: number };
let aborted = 0;
const run = vi.fn<(typeof echo)["run"]>();

/** Short times and few connections, so that each limit is met soon. */
const limits = {
  connections: 40,
  connectionsOfClient: 30,
  requestsOfClient: 20,
  headersTimeout: 500,
  requestTimeout: 1000,
  keepAliveTimeout: 60_000,
};

beforeEach(async () => {
  aborted = 0;
  run.mockImplementation((body, { signal } = {}) => {
    signal?.addEventListener("abort", () => aborted++);
    return Promise.resolve(bytesOf(body));
  });
  front = await listening({ pool: { ...echo, run }, limits });
});
afterEach(async () => {
  const stopped = front.stop();
  front.server.closeAllConnections();
  await stopped;
  run.mockReset();
});

const wires = (count: number) => Array.from({ length: count }, () => new Wire(front.port));
/** A client that behaves is served. */
async function served(): Promise<void> {
  const wire = new Wire(front.port);
  wire.send(injectText('"mine"', "Connection: close\r\n"));
  await wire.closed;
  expect(wire.heard).toMatch(/^HTTP\/1\.1 200 OK[^]*"mine"$/);
}
const problem = (wire: Wire) => JSON.parse(wire.heard.slice(wire.heard.indexOf("\r\n\r\n"))) as Record<string, unknown>;

describe("under attack", () => {
  test("headers that come too slowly", async () => {
    const slow = wires(25);
    for (const wire of slow) wire.send("GET / HTTP/1.1\r\nX-A: ");
    const drip = setInterval(() => slow.forEach((wire) => wire.send("a")), 50);
    await served();
    await Promise.all(slow.map((wire) => wire.closed));
    clearInterval(drip);
    expect(slow.map((wire) => wire.heard.slice(0, 12))).toEqual(Array(25).fill("HTTP/1.1 408"));
    expect(problem(slow[0]!)).toMatchObject({ status: 408, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    await served();
  });

  test("connections that say nothing", async () => {
    const silent = wires(25);
    await served();
    await Promise.all(silent.map((wire) => wire.closed));
    await served();
  });

  test("bodies that come too slowly", async () => {
    const slow = wires(15);
    for (const wire of slow) wire.send(injectText("").replace("Length: 0", "Length: 1000"));
    const drip = setInterval(() => slow.forEach((wire) => wire.send("a")), 50);
    await served();
    await Promise.all(slow.map((wire) => wire.closed));
    clearInterval(drip);
    expect(run).toHaveBeenCalledTimes(1);
    await served();
  });

  test.each([
    ["one long header", `X-A: ${"a".repeat(FRONT_LIMITS.headerBytes)}\r\n`],
    ["many short headers", "X-A: a\r\n".repeat(8000)],
    ["a long path", ""],
  ])("a flood of headers: %s", async (what, headers) => {
    const wire = new Wire(front.port);
    const path = what === "a long path" ? `/${"a".repeat(FRONT_LIMITS.headerBytes)}` : "/";
    wire.send(`GET ${path} HTTP/1.1\r\nHost: a\r\n${headers}\r\n`);
    await wire.closed;
    expect(wire.heard).toMatch(/^HTTP\/1\.1 431 /);
    await served();
  });

  test("what is not HTTP", async () => {
    const wrong = [
      "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
      "\0\0\0\0\r\n\r\n",
      injectText("{}", "Transfer-Encoding: chunked\r\n"),
      injectText("{}", "Content-Length: 7\r\n"),
      "GET / HTTP/1.1\r\nHost: a\r\nX: \x01\x00\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n",
    ];
    for (const text of wrong) {
      const wire = new Wire(front.port);
      wire.send(Buffer.from(text, "latin1"));
      await wire.closed;
      expect(wire.heard, JSON.stringify(text)).toMatch(/^HTTP\/1\.1 400 /);
    }
    expect(run).not.toHaveBeenCalled();
    await served();
  });

  test("a flood of body, declared or not, is not read on and on", async () => {
    const declared = new Wire(front.port);
    declared.send(injectText("").replace("Length: 0", "Length: 99999999999"));
    await vi.waitFor(() => expect(declared.heard).toMatch(/^HTTP\/1\.1 413 /));
    const endless = new Wire(front.port);
    endless.send(injectText("").replace("Content-Length: 0", "Transfer-Encoding: chunked"));
    const piece = `10000\r\n${"a".repeat(0x10000)}\r\n`;
    let sent = 0;
    endless.socket.on("drain", () => push());
    const push = () => {
      while (endless.socket.writable) {
        sent += 0x10000;
        if (!endless.socket.write(piece) || sent > 100 * MAX_BODY_BYTES) break;
      }
    };
    push();
    await vi.waitFor(() => expect(endless.heard).toMatch(/^HTTP\/1\.1 413 /), 5000);
    await served();
    await Promise.all([declared.closed, endless.closed]);
    expect(run).toHaveBeenCalledTimes(1);
  });

  test("requests that are given up, in the body and in the queue", async () => {
    run.mockImplementation((_body, { signal } = {}) => {
      return new Promise((_, reject) => signal!.addEventListener("abort", () => reject(new Error(String(++aborted)))));
    });
    const half = wires(5);
    for (const wire of half) wire.send(injectText("").replace("Length: 0", "Length: 1000"));
    const whole = wires(5);
    for (const wire of whole) wire.send(injectText("{}"));
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(5));
    for (const { socket } of [...half, ...whole]) socket.destroy();
    await vi.waitFor(() => expect(aborted).toBe(5));
    run.mockImplementation((body) => Promise.resolve(bytesOf(body)));
    await served();
  });

  test("one address with too many connections", async () => {
    const many = wires(limits.connectionsOfClient + 5);
    await vi.waitFor(
      () => expect(many.filter(({ heard }) => heard.startsWith("HTTP/1.1 429 ")).length).toBe(5),
      10_000,
    );
    many[0]!.socket.destroy();
    await many[0]!.closed;
    await vi.waitFor(served);
  });

  test("connections that idle make room", async () => {
    const idle = wires(limits.connectionsOfClient - 1);
    for (const wire of idle) wire.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
    await vi.waitFor(() => expect(idle.every(({ heard }) => heard.includes("alive"))).toBe(true));
    const more = new Wire(front.port);
    const another = new Wire(front.port);
    await Promise.all(idle.map((wire) => wire.closed));
    expect([more, another].map(({ heard }) => heard).join("")).not.toContain("200");
    await served();
  });

  test("one client with too many requests at a time", async () => {
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    run.mockImplementation((body) => held.then(() => bytesOf(body)));
    const many = wires(limits.requestsOfClient + 5);
    for (const wire of many) wire.send(injectText("{}", "Connection: close\r\n"));
    const answered = (status: number) => many.filter(({ heard }) => heard.startsWith(`HTTP/1.1 ${status} `));
    await vi.waitFor(() => expect(answered(429).length).toBe(5), 10_000);
    release();
    await Promise.all(many.map((wire) => wire.closed));
    expect(answered(200).length).toBe(limits.requestsOfClient);
    const refused = answered(429);
    expect(refused[0]!.heard).toContain("\r\nRetry-After: 1\r\n");
    await served();
  });
});
