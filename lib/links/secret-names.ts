/** What a name ends in that is given to a secret; the words before it say whose. */
const SECRET = /(?:passw(?:or)?d|passphrase|pwd|secrets?|tokens?|apikey|credentials?)$/;
const KEYS: ReadonlySet<string> = new Set(
  ["access", "account", "api", "auth", "client", "encryption", "master", "private", "secret", "shared", "signing"].map(
    (whose) => `${whose} key`,
  ),
);

/**
 * Whether a variable, a field or an option of this name is likely to hold a secret: `DB_PASSWORD`, `clientSecret`, `api-key`. Names that
 * go on (`TOKEN_PATH`, `secretName`, `PASSWORD_FILE`) say where one is, or something else about it. O(n).
 */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => !/^\d*$/.test(word));
  const last = words.at(-1) ?? "";
  return last === "pass" || SECRET.test(last) || KEYS.has(words.slice(-2).join(" "));
}

/** What such names hold without its being a secret: switches, durations, where something is, what is put in later. */
const NO_SECRET =
  /^(?:true|false|null|~|none|yes|no|on|off|auto|default|enabled|disabled|required|optional|(?:first|third)-party-jwt|\d{1,3}|[\d.]+(?:ns|us|ms|s|m|h|d)|[a-z][a-z0-9+.-]*:\/\/[^@]*|[./~].*|[$<].*|x{8,})$/i;

/** Whether a value under such a name can be a secret. */
export function canBeSecret(value: string): boolean {
  const text = value.trim();
  return text.length >= 4 && !NO_SECRET.test(text) && !text.includes("{{") && !/^[&*!|>[{]/.test(text);
}
