import { rmSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openStore } from "../store/open";
import { storeSettings } from "../store/settings";
import type { Store } from "../store/store";
import { testFolder } from "../store/testing/servers";
import { linkOf } from "../store/testing/suite";
import { processLinks } from "./service";

const folder = testFolder();
beforeEach(() => {
  vi.stubEnv("DATA_DIR", folder);
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test("purges what has expired when it starts, and again every ten minutes", async () => {
  const expired = () => linkOf({ expiresAt: Date.now() - 1 });
  const purged = (store: Store) => vi.waitFor(async () => expect((await store.usage()).links).toBe(1), 10_000);
  const before = await openStore(storeSettings({ DATA_DIR: folder }) as never);
  await before.put(linkOf({ expiresAt: Date.now() + 3_600_000 }), 1e9);
  await before.put(expired(), 1e9);
  await before.close();

  const links = processLinks();
  expect(processLinks()).toBe(links);
  const store = await links.store!();
  await purged(store);
  await store.put(expired(), 1e9);
  expect((await store.usage()).links).toBe(2);
  vi.advanceTimersByTime(600_000);
  await purged(store);
  await store.close();
});
