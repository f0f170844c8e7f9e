import { decodeBase64Url, encodeBase64Url } from "../../lib/links/base64url";

/** Version of the form: a byte for it, 12 for the initialisation vector, then what AES-GCM makes. Each reads on for ever. */
const VERSION = 1;
const IV = 12;
const KEY = 32;

/** What is wrong with something encrypted. */
export type CipherFailure = "no-key" | "key-cut-off" | "wrong-key" | "unknown-version" | "insecure";

/** Whether this page can encrypt: browsers let it only over https, and on the machine itself. */
export function canEncrypt(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/** Encrypts with a new key (AES-256-GCM). The key is in characters that a URL takes, the last of them no sign: see encodeFragment. */
export async function encrypt(bytes: Uint8Array): Promise<{ readonly sealed: Uint8Array; readonly key: string }> {
  const secret = new Uint8Array(KEY);
  do crypto.getRandomValues(secret);
  while (/[-_]$/.test(encodeBase64Url(secret)));
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const head = Uint8Array.of(VERSION);
  const key = await crypto.subtle.importKey("raw", secret, "AES-GCM", false, ["encrypt"]);
  const made = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: head }, key, new Uint8Array(bytes));
  const sealed = new Uint8Array(1 + IV + made.byteLength);
  sealed.set(head);
  sealed.set(iv, 1);
  sealed.set(new Uint8Array(made), 1 + IV);
  return { sealed, key: encodeBase64Url(secret) };
}

/** What was encrypted, or why it cannot be read. Never throws. */
export async function decrypt(
  sealed: Uint8Array,
  keyText: string,
): Promise<{ readonly bytes: Uint8Array } | { readonly failure: CipherFailure }> {
  if (!canEncrypt()) return { failure: "insecure" };
  if (keyText === "") return { failure: "no-key" };
  const secret = decodeBase64Url(keyText);
  if (secret?.length !== KEY) return { failure: secret && secret.length < KEY ? "key-cut-off" : "wrong-key" };
  if (sealed[0] !== VERSION) return { failure: "unknown-version" };
  try {
    const key = await crypto.subtle.importKey("raw", new Uint8Array(secret), "AES-GCM", false, ["decrypt"]);
    const parameters = { name: "AES-GCM", iv: sealed.slice(1, 1 + IV), additionalData: sealed.slice(0, 1) };
    return { bytes: new Uint8Array(await crypto.subtle.decrypt(parameters, key, sealed.slice(1 + IV))) };
  } catch {
    return { failure: "wrong-key" };
  }
}
