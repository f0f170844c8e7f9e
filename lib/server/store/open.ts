import { mkdir } from "node:fs/promises";
import { openLibsql } from "./libsql";
import type { StoreSettings } from "./settings";
import type { Store } from "./store";

/** Opens the store of these settings, its tables brought up to date. A file's folder is made where it is missing, for its owner alone. */
export async function openStore(settings: Exclude<StoreSettings, { backend: "none" }>): Promise<Store> {
  switch (settings.backend) {
    case "file":
      await mkdir(settings.folder, { recursive: true, mode: 0o700 });
      return openLibsql(settings.url);
    case "libsql":
      return openLibsql(settings.url);
    default:
      throw new Error(`no ${settings.backend} yet`);
  }
}
