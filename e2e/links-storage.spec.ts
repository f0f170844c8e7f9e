import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { Witness } from "../lib/server/links/testing/witness";
import { hranaServer } from "../lib/server/store/testing/hrana-server";
import { postgresServer, redisServer } from "../lib/server/store/testing/servers";

const url = "/api/v1/links";
const plain = { kind: "plain", content: { title: "a gateway" }, expires: "1h" };

test("keeps a link until its maker deletes it", async ({ request }) => {
  const made = await request.post(url, { data: plain });
  expect(made.status()).toBe(201);
  const { id, deleteToken, path } = await made.json();
  expect(path).toBe(`/s/${id}`);
  const got = await request.get(`${url}/${id}`);
  expect(await got.json()).toMatchObject({ id, kind: "plain", burn: false, content: plain.content });
  expect(got.headers()).toMatchObject({
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
  });
  expect((await request.delete(`${url}/${id}`)).status()).toBe(403);
  const authorization = { Authorization: `Bearer ${deleteToken}` };
  expect((await request.delete(`${url}/${id}`, { headers: authorization })).status()).toBe(204);
  expect((await request.get(`${url}/${id}`)).status()).toBe(404);
});

test("gives what burns to one of many readers", async ({ request }) => {
  const { id } = await (await request.post(url, { data: { ...plain, burn: true } })).json();
  expect(await (await request.get(`${url}/${id}`)).json()).not.toHaveProperty("content");
  const reads = await Promise.all(Array.from({ length: 10 }, () => request.post(`${url}/${id}/read`)));
  expect(reads.map((read) => read.status()).sort()).toEqual([200, ...Array<number>(9).fill(404)]);
});

test("says what is wrong with a request", async ({ request }) => {
  const response = await request.post(url, { data: { ...plain, expires: "never" } });
  expect(response.status()).toBe(400);
  expect(await response.json()).toMatchObject({ field: "/expires", requestId: response.headers()["x-request-id"] });
  expect(
    (await request.post(url, { data: { ...plain, content: { text: "x".repeat(2 * 1024 * 1024) } } })).status(),
  ).toBe(413);
  expect((await request.post(url, { headers: { "Content-Type": "text/plain" }, data: "x" })).status()).toBe(415);
});

test.describe("the built server", () => {
  // It is started again and again, on a machine that may be busy.
  test.describe.configure({ timeout: 180_000 });
  const folder = mkdtempSync(join(tmpdir(), "explorer-links-"));
  const children = new Set<ChildProcess>();
  // A test that fails must not leave its server behind.
  test.afterEach(() => {
    for (const child of children) child.kill("SIGKILL");
    children.clear();
  });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function start(env: Record<string, string>): Promise<{ child: ChildProcess; base: string }> {
    const probe = createServer().listen(0);
    await once(probe, "listening");
    const port = String((probe.address() as AddressInfo).port);
    probe.close();
    await once(probe, "close");
    const child = spawn(process.execPath, [".next/standalone/server.js"], {
      env: { ...process.env, PORT: port, HOSTNAME: "127.0.0.1", LINKS_PER_MINUTE: "1000000", ...env },
      stdio: ["ignore", "ignore", "inherit"],
    });
    children.add(child);
    const base = `http://127.0.0.1:${port}`;
    const alive = () =>
      fetch(`${base}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (!(await alive())) await new Promise((resolve) => setTimeout(resolve, 50));
    return { child, base };
  }

  async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
    const exit = once(child, "exit");
    child.kill(signal);
    return ((await exit) as [number | null])[0];
  }

  test("loses no link when it is killed under load; a backup of it is whole; it ends when it is told to", async () => {
    const env = { DATA_DIR: join(folder, "data") };
    const witness = new Witness();
    for (let i = 0; i < 3; i++) {
      const { child, base } = await start(env);
      const enough = witness.acknowledged + 20;
      const clients = Array.from({ length: 6 }, () => witness.work(base));
      while (witness.acknowledged < enough) await new Promise((resolve) => setTimeout(resolve, 5));
      await end(child, "SIGKILL");
      await Promise.all(clients);
    }
    expect(statSync(env.DATA_DIR).mode & 0o777).toBe(0o700);
    const { child, base } = await start(env);
    expect(await witness.wrong(base)).toEqual({ lost: 0, changed: 0, back: 0 });
    const file = join(folder, "backup.jsonl");
    execFileSync(process.execPath, [".next/standalone/links.js", "backup", file], { env: { ...process.env, ...env } });
    const kept = new Set(
      readFileSync(file, "utf8")
        .split("\n")
        .slice(1, -2)
        .map((line) => (JSON.parse(line) as { id: string }).id),
    );
    expect([...witness.kept.keys()].filter((id) => !kept.has(id))).toEqual([]);
    expect(await end(child, "SIGTERM")).toBe(0);
  });

  // The drivers come into the build each in its own way.
  for (const [name, launch, missing] of [
    ["libSQL's protocol", () => hranaServer(join(folder, "remote.db")), false],
    ["Redis", redisServer.start, !redisServer.program],
    ["PostgreSQL", postgresServer.start, !postgresServer.program],
  ] as const) {
    test(`keeps links in ${name}`, async () => {
      test.skip(missing, `${name} is not on this machine`);
      const storage = await launch();
      try {
        const { child, base } = await start({ STORE_URL: storage.url });
        const witness = new Witness();
        const clients = [witness.work(base), witness.work(base)];
        while (witness.acknowledged < 20) await new Promise((resolve) => setTimeout(resolve, 5));
        await end(child, "SIGTERM");
        await Promise.all(clients);
        const again = await start({ STORE_URL: storage.url });
        expect(await witness.wrong(again.base)).toEqual({ lost: 0, changed: 0, back: 0 });
        await end(again.child, "SIGTERM");
      } finally {
        await storage.stop();
      }
    });
  }

  test("does not start with a setting that it cannot follow, and does not repeat it", async () => {
    const started = spawnSync(process.execPath, [".next/standalone/server.js"], {
      env: { ...process.env, STORE_URL: "mysql://user:secret@host", PORT: "0" },
      encoding: "utf8",
      timeout: 60_000,
    });
    expect(started.status).toBe(1);
    expect(started.stderr).toContain("STORE_URL is neither");
    expect(started.stderr).not.toContain("secret");
  });

  test("serves on without storage, and says so", async () => {
    const { child, base } = await start({ STORE_URL: "redis://127.0.0.1:1" });
    const response = await fetch(`${base}${url}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(plain),
    });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ title: "Storage not available" });
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
    await end(child, "SIGTERM");
  });
});
