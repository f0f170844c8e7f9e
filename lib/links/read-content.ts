import { LINK_TEXTS, type LinkContent, type LinkOther, type LinkText, type LinkView } from "./content";
import type { LinkFailure } from "./failure";

/** What a link was found to hold, or what is wrong with it. */
export type ReadLink = { readonly content: LinkContent } | { readonly failure: LinkFailure };

/**
 * Reads what a link holds back from JSON, of any version that there ever was. Fields that a version did not have are left alone: a
 * link of a newer page opens as far as this one understands it. Never throws.
 */
export function readContent(json: unknown): ReadLink {
  const version = field(json, "version");
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) return malformed("/version");
  const reader = READERS[version];
  return reader ? reader(json as object) : { failure: { kind: "unknown-version", version } };
}

/** A reader for each version. None is ever taken away: links are opened for ever. */
const READERS: Readonly<Record<number, (json: object) => ReadLink>> = { 1: readVersion1 };

function readVersion1(json: object): ReadLink {
  const given = field(json, "texts");
  if (typeof given !== "object" || given === null) return malformed("/texts");
  const texts: Partial<Record<LinkText, string>> = {};
  for (const name of LINK_TEXTS) {
    const text = field(given, name) ?? "";
    if (typeof text !== "string") return malformed(`/texts/${name}`);
    texts[name] = text;
  }
  const options = field(json, "options") ?? {};
  if (!isStrings(options)) return malformed("/options");
  const other = otherOf(field(json, "other"));
  if (other === "malformed") return malformed("/other");
  const result = field(json, "result");
  if (result !== undefined && typeof result !== "string") return malformed("/result");
  const lesson = field(json, "lesson");
  return {
    content: {
      texts: texts as Record<LinkText, string>,
      options: { ...options },
      view: viewOf(json),
      ...(other ? { other } : {}),
      ...(result === undefined ? {} : { result }),
      ...(typeof lesson === "string" && lesson !== "" ? { lesson } : {}),
    },
  };
}

/** The other situation, where there is one. */
function otherOf(json: unknown): LinkOther | "malformed" | undefined {
  if (json === undefined) return undefined;
  const [given, options] = [field(json, "texts") ?? {}, field(json, "options") ?? {}];
  if (!isStrings(given) || !isStrings(options)) return "malformed";
  const names = LINK_TEXTS.filter((name) => Object.hasOwn(given, name));
  return { texts: Object.fromEntries(names.map((name) => [name, given[name]!])), options: { ...options } };
}

/** What is looked at. A part that is none is left out: the texts open all the same. */
function viewOf(json: object): LinkView {
  const object = field(json, "object");
  const compare = field(json, "compare");
  const filter = field(json, "filter");
  const line = field(json, "line");
  const container = field(filter, "container");
  const what = field(filter, "what");
  return {
    ...(isCount(object, 0) ? { object } : {}),
    ...(isCompare(compare) ? { sides: { left: compare[0], right: compare[1] } } : {}),
    filter: {
      ...(typeof container === "string" ? { container } : {}),
      ...(typeof what === "string" ? { what: what as LinkView["filter"]["what"] } : {}),
    },
    ...(isLine(line) ? { line: { side: line[0], line: line[1] } } : {}),
  };
}

function malformed(at: string): ReadLink {
  return { failure: { kind: "malformed", at } };
}

/** An own field of an object. */
function field(json: unknown, name: string): unknown {
  if (typeof json !== "object" || json === null || !Object.hasOwn(json, name)) return undefined;
  return (json as Readonly<Record<string, unknown>>)[name];
}

function isStrings(value: unknown): value is Readonly<Record<string, string>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((item) => typeof item === "string");
}

function isCount(value: unknown, least: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= least;
}

function isCompare(value: unknown): value is readonly [string | null, string] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  return (value[0] === null || typeof value[0] === "string") && typeof value[1] === "string";
}

function isLine(value: unknown): value is readonly ["left" | "right", number] {
  return Array.isArray(value) && (value[0] === "left" || value[0] === "right") && isCount(value[1], 1);
}
