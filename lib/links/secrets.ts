import type { LinkText } from "./content";
import { objectSecrets } from "./secret-objects";
import { type Found, patternSecrets } from "./secret-patterns";

/** What looks like a secret, and where it stands. */
export interface Secret<Name extends string = LinkText> extends Found {
  readonly text: Name;
  /** Counted from 1. */
  readonly line: number;
}

/** Characters from which on a secret is looked for elsewhere, too: shorter ones may be ordinary words there. */
const LONG = 12;

/**
 * What looks like a secret in texts that somebody is about to share, by text and place: what Secret objects hold, registry credentials,
 * private keys, tokens by their form, values of variables, fields and options that are named like secrets, and copies of all these.
 * O(n), and O(n × secrets) for the copies.
 */
export function findSecrets<Name extends string>(texts: Readonly<Record<Name, string>>): readonly Secret<Name>[] {
  const first = (Object.keys(texts) as Name[]).map(
    (name) => [name, [...objectSecrets(texts[name]), ...patternSecrets(texts[name])]] as const,
  );
  const values = new Map<string, Found>();
  for (const [name, found] of first) {
    for (const one of found) {
      const value = texts[name].slice(one.start, one.end).trim();
      if (value.length >= LONG && !value.includes("\n") && !values.has(value)) values.set(value, one);
    }
  }
  return first.flatMap(([name, found]) => {
    const text = texts[name];
    const copies = [...values].flatMap(([value, one]) => placesOf(text, value).map((at) => ({ ...one, ...at })));
    return apart([...found, ...copies]).map((one) => ({ ...one, text: name, line: lineAt(text, one.start) }));
  });
}

function placesOf(text: string, value: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length))
    places.push({ start: at, end: at + value.length });
  return places;
}

/** In the order of the text, none inside another: of two that overlap the longer one, of equal ones the first. */
function apart(found: readonly Found[]): Found[] {
  const sorted = [...found].sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: Found[] = [];
  for (const one of sorted) {
    const other = kept.find(({ start, end }) => one.start < end && start < one.end);
    if (!other) kept.push(one);
    else if (other.name === "" && one.name !== "") kept[kept.indexOf(other)] = { ...other, name: one.name };
  }
  return kept.sort((a, b) => a.start - b.start);
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

/** The texts with these secrets masked: lines stay where they are, YAML stays YAML, and base64 stays base64. O(n). */
export function maskSecrets<Name extends string>(
  texts: Readonly<Record<Name, string>>,
  secrets: readonly Secret<Name>[],
): Record<Name, string> {
  const masked: Record<Name, string> = { ...texts };
  for (const name of Object.keys(texts) as Name[]) {
    const own = secrets.filter(({ text }) => text === name).sort((a, b) => b.start - a.start);
    for (const { start, end } of own) {
      const text = masked[name];
      masked[name] = text.slice(0, start) + maskOf(text.slice(start, end)) + text.slice(end);
    }
  }
  return masked;
}

/** What stands for a secret: as many lines, each in a length that tells only how long it was about; a key keeps its frame. */
export function maskOf(secret: string): string {
  return secret
    .split("\n")
    .map((line) => {
      const [, indent, content, rest] = /^(\s*)(.*?)(\s*)$/s.exec(line)!;
      if (content === "") return line;
      const frame = /^(-----BEGIN [ A-Z0-9]+-----)?(.*?)(-----END [ A-Z0-9]+-----)?$/s.exec(content!)!;
      const [, begin = "", inner = "", end = ""] = frame;
      return indent! + begin + (inner === "" ? "" : "x".repeat(lengthClass(inner.length))) + end + rest!;
    })
    .join("\n");
}

/** The next power of two, between 8 and 1024: so base64 of such a length needs no padding. */
function lengthClass(length: number): number {
  return Math.min(1024, Math.max(8, 2 ** Math.ceil(Math.log2(length))));
}
