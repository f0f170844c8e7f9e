import { openStore } from "../store/open";
import { storeSettings } from "../store/settings";
import type { Store } from "../store/store";
import { TokenBuckets } from "../token-bucket";
import { type LinkSettings, linkSettings, MAX_CONTENT_BYTES } from "./settings";

/** Milliseconds between purges: well within the day in which expired links leave the disk. */
const PURGE_INTERVAL = 600_000;

/** What the handlers of links work with. */
export interface LinkService {
  /** The store, opened when first asked for; undefined where this server keeps no links. Rejects where it cannot be reached. */
  readonly store: (() => Promise<Store>) | undefined;
  readonly settings: LinkSettings;
  /** By address. Links made are counted and weighed. */
  readonly limits: { readonly made: TokenBuckets; readonly bytes: TokenBuckets; readonly read: TokenBuckets };
  readonly now: () => number;
}

/** A service over a store, with limits of its own. */
export function linkService(store: LinkService["store"], settings: LinkSettings, now = Date.now): LinkService {
  const { perMinute } = settings;
  const bytes = perMinute * MAX_CONTENT_BYTES;
  return {
    store,
    settings,
    limits: {
      made: new TokenBuckets(perMinute, perMinute / 60),
      // Many small links a minute, or as many of the largest an hour.
      bytes: new TokenBuckets(bytes, bytes / 3600),
      read: new TokenBuckets(10 * perMinute, perMinute / 6),
    },
    now,
  };
}

/** Kept on globalThis: routes are bundled apart, and a development server loads this module again and again. */
const shared = globalThis as { linkService?: LinkService };

/** The service of this process, as its environment says. */
export function processLinks(): LinkService {
  return (shared.linkService ??= startLinks(process.env));
}

function startLinks(env: NodeJS.ProcessEnv): LinkService {
  const settings = storeSettings(env);
  if (settings.backend === "none") return linkService(undefined, linkSettings(env));
  let opening: Promise<Store> | undefined;
  const store = () => {
    // A server that is away now may be back at the next request.
    opening ??= openStore(settings).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  const purge = () => {
    store()
      .then((opened) => opened.purge(Date.now()))
      .catch((error: unknown) => console.error(`links: cannot purge: ${errorName(error)}`));
  };
  purge();
  setInterval(purge, PURGE_INTERVAL).unref();
  return linkService(store, linkSettings(env));
}

/** An error's code, or else its kind: messages of drivers can quote URLs with passwords. */
export function errorName(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? "error");
}
