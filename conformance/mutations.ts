/** Other values for an input, those first that most likely show. */
import { JsonNumber, type Json } from "../lib/go/json-value";

/** What an input can become; undefined: it is taken away. `words`: texts that a branch may be waiting for. */
export function mutationsOf(value: Json | undefined, words: readonly string[]): (Json | undefined)[] {
  if (value === undefined) return [...ADDED, ...words];
  if (value === null) return [...ADDED, undefined];
  if (typeof value === "string") return [...otherTexts(value), ...words.filter((word) => word !== value), undefined];
  if (typeof value === "boolean") return [!value, undefined, null, String(!value)];
  if (typeof value === "number" || value instanceof JsonNumber) return [...otherNumbers(value), undefined, null];
  return Array.isArray(value) ? otherLists(value, words) : otherMaps(value, words);
}

const ADDED: readonly Json[] = [
  "added",
  "100m",
  "true",
  "false",
  "7",
  7,
  true,
  new Map([["added", "x"]]),
  ["added"],
  [new Map([["name", "added"]])],
  "a: b",
  '{"a":"b"}',
];

function otherNumbers(value: number | JsonNumber): Json[] {
  const number = Number(value instanceof JsonNumber ? value.text : value);
  return [number + 1, number + 100, 0, 1, -1, number * 2, number - 1, 15020, String(number), "added"].filter(
    (other) => other !== number,
  );
}

/** Texts that differ from one in a digit, a letter, a word: a number stays a number, an address an address. */
function otherTexts(text: string): string[] {
  const digits = each(text, /\d+/g, (found) =>
    String(Number(found.slice(-6)) === 7 ? 6 : 7).padStart(found.length, "1"),
  );
  const truths = each(text, /\b(true|false)\b/g, (found) => (found === "true" ? "false" : "true"));
  const words = each(text, /[A-Za-z][\w-]*/g, (found) => `${found}x`);
  const gone = each(text, /[A-Za-z0-9]+/g, () => "");
  const numeric = /^[\d.,:/*-]*$/.test(text);
  const grown = [`${text}x`, `x${text}`];
  const all = numeric
    ? [...digits, ...lists(text), ...grown, ...truths]
    : [...grown.slice(0, 1), ...truths, ...digits, ...words, ...grown.slice(1), ...lists(text), ...gone];
  return [
    ...new Set([...all, "", "true", "false", "7", " ", `${text} `, text.toUpperCase(), text.toLowerCase()]),
  ].filter((other) => other !== text);
}

const lists = (text: string) => [`${text},7`, `7,${text}`, `${text}7`, `${text}\n`];

/** The text with one match replaced, for each of the first and last few. */
function each(text: string, pattern: RegExp, by: (found: string) => string): string[] {
  const found = [...text.matchAll(pattern)];
  const some = found.length > 32 ? [...found.slice(0, 16), ...found.slice(-16)] : found;
  return some.map((match) => text.slice(0, match.index) + by(match[0]) + text.slice(match.index + match[0].length));
}

/** A member more, one less, none, or a member that is another. */
function otherMaps(value: ReadonlyMap<string, Json>, words: readonly string[]): (Json | undefined)[] {
  const added: Json[] = ["x", "100m", 7, true].map((member) => new Map([...value, ["added", member]]));
  const inner = [...value].slice(0, 12).flatMap(([key, member]) =>
    inside(member, words).map((other) => {
      const map = new Map(value);
      if (other === undefined) map.delete(key);
      else map.set(key, other);
      return map;
    }),
  );
  return [...added, ...inner, undefined, new Map(), null];
}

function otherLists(value: readonly Json[], words: readonly string[]): (Json | undefined)[] {
  const one = value.find((member) => member !== null);
  const added = mutationsOf(one ?? "added", words).find((other) => other !== undefined) ?? "added";
  const inner = value
    .slice(0, 12)
    .flatMap((member, i) =>
      inside(member, words).map((other) => [
        ...value.slice(0, i),
        ...(other === undefined ? [] : [other]),
        ...value.slice(i + 1),
      ]),
    );
  return [[...value, added], [added, ...value], ...inner, undefined, [], null];
}

/** The first few mutations of a member, and its absence. */
function inside(member: Json, words: readonly string[]): (Json | undefined)[] {
  const holds = member instanceof Map || Array.isArray(member);
  const others = mutationsOf(member, []).filter((other) => other !== undefined);
  return [...others.slice(0, holds ? 10 : 3), ...words.slice(0, 2), undefined];
}
