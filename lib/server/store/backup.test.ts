import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backup, restore } from "./backup";
import { runBackupCommand } from "./backup-command";
import { openStore } from "./open";
import { storeSettings } from "./settings";
import type { Store } from "./store";
import { model } from "./testing/model";
import { postgresServer, redisServer, type TestServer, testFolder } from "./testing/servers";
import { allOf, linkOf } from "./testing/suite";

const links = [
  ...Array.from({ length: 40 }, (_, i) =>
    linkOf({ content: Buffer.from(`content ${i % 7} \u0000 ü`), expiresAt: 1e15 + i }),
  ),
  linkOf({ kind: "plain", content: Buffer.from("{}"), createdAt: 5 }),
  linkOf({ content: Uint8Array.from({ length: 256 }, (_, i) => i) }),
];
const burning = linkOf({ burn: true });
const expired = linkOf({ expiresAt: 10 });

async function filled(store: Store): Promise<Store> {
  for (const link of [...links, burning, expired]) await store.put(link, 1e9);
  return store;
}

const normal = (all: readonly { id: string; content: Uint8Array; tokenHash: Uint8Array }[]) =>
  all
    .map((link) => ({ ...link, content: [...link.content], tokenHash: [...link.tokenHash] }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

describe("a backup", () => {
  test("restores what it was made of, but for what burns or has expired, and again and again", async () => {
    const from = await filled(model());
    const to = model();
    const result = { restored: 42, known: 0, expired: 1 };
    expect(await restore(to, backup(from), 100)).toEqual(result);
    expect(normal(await allOf(to))).toEqual(normal(links));
    expect(await restore(to, backup(from), 100)).toEqual({ restored: 0, known: 42, expired: 1 });
    const whole = model();
    await restore(whole, backup(from, { burning: true }), 5);
    expect(normal(await allOf(whole))).toEqual(normal([...links, burning, expired]));
  });

  test("is refused where it is something else, or was cut off", async () => {
    const lines: string[] = [];
    for await (const text of backup(await filled(model()))) lines.push(text);
    const restored = (some: readonly string[]) =>
      restore(
        model(),
        (async function* () {
          yield* some;
        })(),
        0,
      );
    await expect(restored(["{}"])).rejects.toThrow("line 1: this is no backup of links");
    await expect(restored([lines[0]!.replace("1", "2")])).rejects.toThrow("newer release");
    await expect(restored(lines.slice(0, -1))).rejects.toThrow("cut off after line 44");
    await expect(restored([])).rejects.toThrow("cut off");
    await expect(restored([lines[0]!, "secret"])).rejects.toThrow(/^line 2: not a line of a backup$/);
    await expect(restored([lines[0]!, '{"id": "secret"}'])).rejects.toThrow(/^line 2: not a link$/);
  });
});

describe("the command", () => {
  const folder = testFolder();
  const servers: TestServer[] = [];
  const kinds = [redisServer, postgresServer].filter(({ program }) => program !== undefined);
  beforeAll(async () => {
    for (const kind of kinds) servers.push(await kind.start());
  });
  afterAll(async () => {
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true });
  });
  const run = async (args: readonly string[], env: Record<string, string>) => {
    let said = "";
    const exit = await runBackupCommand(args, { env: env as never, say: (text) => void (said += text) });
    return { exit, said };
  };
  const fileIn = (name: string) => ({ DATA_DIR: join(folder, name) });
  const open = (env: Record<string, string>) => openStore(storeSettings(env) as never);

  test("moves links from a file through every backend that is on this machine and back", async () => {
    const first = fileIn("first");
    const store = await filled(await open(first));
    let last: Record<string, string> = first;
    for (const [i, next] of [...servers.map(({ url }) => ({ STORE_URL: url })), fileIn("last")].entries()) {
      const file = join(folder, `backup-${i}.jsonl.gz`);
      expect(await run(["backup", file], last)).toEqual({ exit: 0, said: `${i === 0 ? 43 : 42} links\n` });
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect((await run(["restore", file], next)).said).toBe(
        `42 links restored, 0 already there, ${i === 0 ? 1 : 0} expired\n`,
      );
      last = next;
    }
    await store.close();
    const moved = await open(last);
    expect(normal(await allOf(moved))).toEqual(normal(links));
    await moved.close();
  });

  test("says what is wrong", async () => {
    const env = fileIn("third");
    expect((await run([], env)).exit).toBe(2);
    expect((await run(["restore", "--with-burning", "x"], env)).exit).toBe(2);
    expect((await run(["restore", join(folder, "nothing.gz")], env)).said).toContain("ENOENT");
    expect((await run(["backup", join(folder, "no/where")], env)).exit).toBe(1);
    writeFileSync(join(folder, "text.gz"), "text");
    expect((await run(["restore", join(folder, "text.gz")], env)).said).toContain("not a whole gzip file");
    const store = await filled(await open(env));
    await store.close();
    const file = join(folder, "cut.jsonl.gz");
    await run(["backup", file], env);
    truncateSync(file, readFileSync(file).length - 100);
    expect(await run(["restore", file], env)).toMatchObject({ exit: 1 });
    expect(await run(["backup", "x"], { STORE_URL: "none" })).toMatchObject({ exit: 1 });
  });
});
