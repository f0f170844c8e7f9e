import { mkdir } from "node:fs/promises";
import { withDeadline } from "./deadline";
import type { StoreSettings } from "./settings";
import type { Store } from "./store";

/** Milliseconds after which a request is told that the storage does not answer. */
const DEADLINE = 10_000;

/** Opens the store of these settings, its tables brought up to date. A file's folder is made where it is missing, for its owner alone. */
export async function openStore(settings: Exclude<StoreSettings, { backend: "none" }>): Promise<Store> {
  if (settings.backend === "file") await mkdir(settings.folder, { recursive: true, mode: 0o700 });
  return withDeadline(await OPEN[settings.backend](settings.url), DEADLINE);
}

/** Only the driver that is used is loaded. */
const OPEN: Readonly<Record<Exclude<StoreSettings["backend"], "none">, (url: string) => Promise<Store>>> = {
  file: async (url) => (await import("./libsql")).openLibsql(url),
  libsql: async (url) => (await import("./libsql")).openLibsql(url),
  redis: async (url) => (await import("./redis")).openRedis(url),
  postgres: async (url) => (await import("./postgres")).openPostgres(url),
};
