import type { Finding } from "../../lib/index";
import { fieldOf } from "../failure";
import type { Language } from "../strings/language";

/** What was found about a line of a text. */
export interface FindingMark {
  readonly line: number;
  /** Of the worst of them. */
  readonly severity: Finding["severity"];
  /** The sentences, each with its code. */
  readonly texts: readonly string[];
}

/** The lines of a text that something was found about; `findings`: the worst first. */
export function findingMarks(findings: readonly Finding[], field: string, language: Language): readonly FindingMark[] {
  const marks = new Map<number, { severity: Finding["severity"]; texts: string[] }>();
  for (const { code, severity, sentence, places } of findings) {
    const lines = new Set(places.flatMap((place) => (isIn(field, place) ? [place.line!] : [])));
    for (const line of lines) {
      const text = `${code}: ${sentence[language]}`;
      const known = marks.get(line);
      if (known) known.texts.push(text);
      else marks.set(line, { severity, texts: [text] });
    }
  }
  return Array.from(marks, ([line, mark]) => ({ line, ...mark }));
}

function isIn(field: string, { source, line }: Finding["places"][number]): boolean {
  return source !== "observed" && line !== undefined && fieldOf({ source }) === field;
}
