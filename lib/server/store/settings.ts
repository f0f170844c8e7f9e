import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

type Environment = Readonly<Record<string, string | undefined>>;

/** Where links are kept, read from the environment. */
export type StoreSettings =
  | { readonly backend: "none" }
  | { readonly backend: "file"; readonly url: string; readonly folder: string }
  | { readonly backend: "libsql" | "redis" | "postgres"; readonly url: string };

const BACKENDS: Readonly<Record<string, "libsql" | "redis" | "postgres">> = {
  "libsql:": "libsql",
  "http:": "libsql",
  "https:": "libsql",
  "ws:": "libsql",
  "wss:": "libsql",
  "redis:": "redis",
  "rediss:": "redis",
  "postgres:": "postgres",
  "postgresql:": "postgres",
};

/**
 * `STORE_URL` names a server by its scheme (`libsql:`, `redis:`, `postgres:` …) or is `none`: no links are kept. Without it they are kept
 * in a file in `DATA_DIR`, by default `data` in the current folder.
 * @throws Error for a `STORE_URL` that is none of these; it never quotes the URL, which may hold a password.
 */
export function storeSettings(env: Environment): StoreSettings {
  const url = env.STORE_URL ?? "";
  if (url === "none") return { backend: "none" };
  if (url === "") {
    // The build would take all files that it could mean along.
    const folder = resolve(/* turbopackIgnore: true */ env.DATA_DIR || "data");
    return { backend: "file", folder, url: pathToFileURL(join(folder, "links.db")).href };
  }
  const scheme = URL.canParse(url) ? new URL(url).protocol : "";
  const backend = Object.hasOwn(BACKENDS, scheme) ? BACKENDS[scheme] : undefined;
  if (!backend) throw new Error(`STORE_URL is neither "none" nor a URL with one of ${Object.keys(BACKENDS).join(" ")}`);
  return { backend, url };
}
