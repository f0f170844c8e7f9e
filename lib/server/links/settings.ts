type Environment = Readonly<Record<string, string | undefined>>;

const HOUR = 3_600_000;

/** How long a link can live, in milliseconds. */
export const LIFETIMES = {
  "1h": HOUR,
  "1d": 24 * HOUR,
  "1w": 7 * 24 * HOUR,
  "30d": 30 * 24 * HOUR,
  never: null,
} as const;

export type Lifetime = keyof typeof LIFETIMES;

/** Bytes of what one link may hold. */
export const MAX_CONTENT_BYTES = 2 * 1024 * 1024;

/** Bytes of a request that makes a link: its content in base64, or with its quotes and line ends escaped once more. */
export const MAX_LINK_BODY_BYTES = 2 * MAX_CONTENT_BYTES + 1024;

/** What this server allows of links. */
export interface LinkSettings {
  /** Lifetimes that can be asked for. */
  readonly expires: readonly Lifetime[];
  /** Bytes that all links together may use. */
  readonly quota: number;
  /** Links that one address may make in a minute; it may read and delete ten times as many. */
  readonly perMinute: number;
}

/**
 * `LINKS_NEVER_EXPIRE=1` allows links without an end; `LINKS_QUOTA_MIB` bounds what is kept (default 1024); `LINKS_PER_MINUTE` what one
 * address may make (default 20).
 */
export function linkSettings(env: Environment): LinkSettings {
  const expires = Object.keys(LIFETIMES) as Lifetime[];
  return {
    expires: env.LINKS_NEVER_EXPIRE === "1" ? expires : expires.filter((name) => name !== "never"),
    quota: Math.floor((positive(env.LINKS_QUOTA_MIB) ?? 1024) * 1024 * 1024),
    perMinute: positive(env.LINKS_PER_MINUTE) ?? 20,
  };
}

function positive(text: string | undefined): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) && value > 0 ? value : undefined;
}
