import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createClient } from "@libsql/client";
import { afterAll, describe, expect, test } from "vitest";
import { openLibsql } from "./libsql";
import { openStore } from "./open";
import { storeSettings } from "./settings";
import { testFolder } from "./testing/servers";
import { linkOf, storeSuite } from "./testing/suite";

const folders: string[] = [];
const folder = () => folders[folders.push(testFolder()) - 1]!;
const urlIn = (place: string) => pathToFileURL(join(place, "links.db")).href;
afterAll(() => {
  for (const place of folders) rmSync(place, { recursive: true });
});

describe("links in a file", () => {
  const url = urlIn(folder());
  describe("holds to the store's promises", () => storeSuite(() => openLibsql(url), 100));

  test("what is purged is on the disk no more, and its room is given back", async () => {
    const place = folder();
    const store = await openLibsql(urlIn(place));
    const marker = "a text that nobody else has";
    const files = () => readdirSync(place).map((name) => join(place, name));
    const isOnDisk = () => files().some((file) => readFileSync(file).includes(marker));
    const size = () => files().reduce((sum, file) => sum + statSync(file).size, 0);
    const content = (i: number) => Buffer.from(`${i} ${marker.repeat(20_000)}`);
    for (let i = 0; i < 6; i++) await store.put(linkOf({ content: content(i), expiresAt: 10 }), 1e9);
    await store.put(linkOf(), 1e9);
    expect(isOnDisk()).toBe(true);
    expect(size()).toBeGreaterThan(2_000_000);
    expect(await store.purge(10)).toBe(6);
    expect(isOnDisk()).toBe(false);
    expect(size()).toBeLessThan(200_000);
    await store.close();
  });

  test("is not touched by a release that does not know its tables", async () => {
    const place = folder();
    await (await openLibsql(urlIn(place))).close();
    const client = createClient({ url: urlIn(place) });
    await client.execute("INSERT INTO schema_version VALUES (99)");
    client.close();
    await expect(openLibsql(urlIn(place))).rejects.toThrow("schema version 99");
  });

  test("makes its folder for its owner alone", async () => {
    const place = join(folder(), "new folder", "ünd more");
    const store = await openStore(storeSettings({ DATA_DIR: place }) as never);
    await store.put(linkOf(), 1e9);
    await store.close();
    expect(statSync(place).mode & 0o777).toBe(0o700);
    expect(readdirSync(place)).toContain("links.db");
  });
});
