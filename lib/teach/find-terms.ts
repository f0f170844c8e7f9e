import { TERM_NAMES, type TermId } from "./term-names";

/** A piece of a text, and the term that it is. */
export interface TextPiece {
  readonly text: string;
  readonly term?: TermId;
}

/** Words that mean something else as often: names of templates, words of the language. */
const TOO_COMMON: ReadonlySet<TermId> = new Set<TermId>([
  "export",
  "finding",
  "gateway",
  "injector",
  "network",
  "origin",
  "policy",
  "sidecar",
  "tag",
  "template",
  "values",
]);

type Language = "en" | "zh";

const patterns = new Map<Language, RegExp>();
const ids = new Map<string, TermId>();

function patternOf(language: Language): RegExp {
  const known = patterns.get(language);
  if (known) return known;
  const names: string[] = [];
  for (const id of Object.keys(TERM_NAMES) as TermId[]) {
    if (TOO_COMMON.has(id)) continue;
    for (const name of TERM_NAMES[id][language]) {
      names.push(name);
      ids.set(`${language} ${name.toLowerCase()}`, id);
    }
  }
  names.sort((a, b) => b.length - a.length);
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  // A word of a longer word, of a path or of a key is none.
  const made = new RegExp(`(?<![\\w./-])(?:${escaped.join("|")})(?![\\w/-])`, "gi");
  patterns.set(language, made);
  return made;
}

/** Takes a text apart where terms stand in it; each term once, where it comes first. O(length). */
export function findTerms(text: string, language: Language): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  const seen = new Set<TermId>();
  let from = 0;
  for (const match of text.matchAll(patternOf(language))) {
    const term = ids.get(`${language} ${match[0].toLowerCase()}`)!;
    if (seen.has(term)) continue;
    seen.add(term);
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: match[0], term });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
