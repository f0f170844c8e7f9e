import { canBeSecret, isSecretName } from "./secret-names";

/** What a secret is. */
export type SecretKind = "secretObject" | "registry" | "privateKey" | "token" | "password";

/** A secret in one text: offsets in UTF-16 units, of what is to be masked. */
export interface Found {
  readonly kind: SecretKind;
  /** What holds it, "" where that has no name. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What is a secret whatever stands around it; the first group, where there is one, is what is masked. Each runs in linear time. */
const ANYWHERE: readonly (readonly [SecretKind, RegExp])[] = [
  [
    "privateKey",
    /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-(?!----))*(?:-----END[ A-Z0-9]{1,50}-----)?/dg,
  ],
  ["token", /\beyJ[\w-]{8,4096}\.eyJ[\w-]{8,8192}\.[\w-]{8,2048}/dg],
  ["token", /\b(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_\w{22,255}|glpat-[\w-]{20,255})/dg],
  ["token", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/dg],
  [
    "token",
    /\b(?:xox[abeoprs]-[\w-]{10,255}|npm_[A-Za-z0-9]{36}|AIza[\w-]{35}|sk_live_\w{16,255}|hvs\.[\w-]{20,255})/dg,
  ],
  ["token", /\b[Bb]earer[ \t]+(?=[a-z._~+/-]{0,99}[A-Z\d])([\w.~+/-]{16,}=*)/dg],
  ["password", /\b[Aa]uthorization["']?\s*[:=]\s*["']?Basic[ \t]+([A-Za-z0-9+/]{8,}={0,2})/dg],
  ["password", /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'\\]{0,100}:([^\s/@"'\\$\{]{3,200})@/dg],
  ["registry", /\\?"auth\\?"\s*:\s*\\?"([A-Za-z0-9+/]{8,}={0,2})/dg],
];

/** Names with their values, as each notation has them: the first group is the name, the second the value. */
const NAMED: readonly RegExp[] = [
  // key: value, on a line of YAML
  /^[ \t-]*["']?([\w.-]+)["']?:[ \t]+(?:"((?:[^"\\\n]|\\.)+)"|'([^'\n]+)'|([^\s"'#][^\n]*))/dgm,
  // - name: X, and its value: on the next line
  /\bname:[ \t]*["']?([\w.-]+)["']?[ \t]*\r?\n[ \t]*value:[ \t]+(?:"((?:[^"\\\n]|\\.)+)"|'([^'\n]+)'|([^\s"'#][^\n]*))/dgm,
  // JSON, also inside a text of JSON
  /\\?"([\w.-]+)\\?"\s*:\s*\\?"([^"\\\n]+)\\?"/dg,
  /\\?"name\\?"\s*:\s*\\?"([\w.-]+)\\?"\s*,\s*\\?"value\\?"\s*:\s*\\?"([^"\\\n]+)\\?"/dg,
  // {name: X, value: Y}
  /\{\s*name:\s*["']?([\w.-]+)["']?\s*,\s*value:\s*["']?([^"'\n,}]+)["']?\s*\}/dg,
  // --name=value, NAME=value
  /(?<![\w/?&.-])-{0,2}([A-Za-z_][\w-]*)=\\?["']?([^\s"'&;|$`\\,<>()[\]{}]+)/dg,
  // - --name, and its value in the next argument
  /-[ \t]+["']?--([\w-]+)["']?[ \t]*\r?\n[ \t]*-[ \t]+["']?([^\s"'-][^\s"']*)/dg,
];

/** Secrets that a text tells without being read as YAML, so of broken ones, too, and of texts inside texts. O(n). */
export function patternSecrets(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const [kind, pattern] of ANYWHERE) {
    for (const { indices } of text.matchAll(pattern)) {
      const [start, end] = (indices![1] ?? indices![0])!;
      if (!isMasked(text.slice(start, end))) found.push({ kind, name: "", start, end });
    }
  }
  for (const pattern of NAMED) {
    for (const match of text.matchAll(pattern)) {
      const name = match[1]!;
      const at = match.indices!.slice(2).find((range) => range !== undefined);
      if (!at || !isSecretName(name)) continue;
      const value = text
        .slice(...at)
        .replace(/[ \t]#.*$/, "")
        .trimEnd();
      if (canBeSecret(value)) found.push({ kind: "password", name, start: at[0], end: at[0] + value.length });
    }
  }
  return found;
}

/** What has been masked before is no secret any more. */
function isMasked(text: string): boolean {
  const inner = text.replace(/-----(?:BEGIN|END)[ A-Z0-9]*-----|\\n/g, "");
  return /^[\sx]*$/.test(inner);
}
