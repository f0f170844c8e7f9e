import type { Origin, Source } from "../index";
import {
  litByCaret,
  litBySpan,
  originAt,
  sharesOf,
  UNLIT,
  type Known,
  type Lit,
  type Share,
  type Sides,
  type WhySide,
} from "./why";
import { at } from "./value";

/** A question: a line of one side of the difference, or a place in an input with the text of its line. */
export type Question =
  | { readonly on: "left" | "right"; readonly line: number }
  | {
      readonly on: "input";
      /** The sources whose text it is: an injector ConfigMap holds the values too. */
      readonly sources: readonly Source[];
      readonly line: number;
      readonly column: number;
      readonly text: string;
    };

/** What there is to say of it, and the lines of both sides that belong to it. */
export type WhyAnswer =
  /** A value. */
  | {
      readonly kind: "leaf";
      readonly pointer: string;
      readonly origin: Origin;
      /** On the line that names a container: what all of it comes from. */
      readonly container?: ContainerShares;
      readonly lit: Lit;
    }
  /** A map or list: what the lines in it come from. */
  | { readonly kind: "group"; readonly pointer: string; readonly shares: readonly Share[]; readonly lit: Lit }
  /** What comes from a line of an input. */
  | { readonly kind: "input"; readonly lit: Lit }
  /** Nothing is known of that line. */
  | { readonly kind: "nothing"; readonly lit: Lit };

/** What the lines of a container come from. */
export interface ContainerShares {
  readonly name: string;
  readonly list: "containers" | "initContainers";
  readonly shares: readonly Share[];
}

/** Answers a question from what is known of an object. */
export function answerTo(question: Question, known: Known, sides: Sides): WhyAnswer {
  if (question.on === "input") {
    const { sources, line, column, text } = question;
    return { kind: "input", lit: litByCaret(known, sides, sources, { line, column }, text) };
  }
  const side = sides[question.on];
  const pointer = side?.byLine.get(question.line);
  if (!side || pointer === undefined) return { kind: "nothing", lit: UNLIT };
  const origin = originAt(known, side, pointer);
  if (origin) {
    const container = containerAt(known, side, pointer);
    const lit = origin.at ? litBySpan(known, sides, origin.at) : UNLIT;
    return { kind: "leaf", pointer, origin, lit, ...(container ? { container } : {}) };
  }
  const shares = sharesOf(known, side, pointer);
  return shares.length > 0 ? { kind: "group", pointer, shares, lit: UNLIT } : { kind: "nothing", lit: UNLIT };
}

/** The container whose name stands at a pointer. */
function containerAt(known: Known, side: WhySide, pointer: string): ContainerShares | undefined {
  const found = /^(\/spec\/(containers|initContainers)\/\d+)\/name$/.exec(pointer);
  const name = found && at(side.pod, pointer);
  if (typeof name !== "string") return undefined;
  return { name, list: found![2] as ContainerShares["list"], shares: sharesOf(known, side, found![1]!) };
}

/** A line of a text with its number, for a quotation. */
export interface QuotedLine {
  readonly line: number;
  readonly text: string;
  /** One of the lines that are meant, not of those around them. */
  readonly meant: boolean;
}

/** The most lines of a place that are quoted. */
const QUOTED = 5;
/** The longest line that is quoted whole; of a longer one (values in one line of JSON) the part around the column. */
const LONGEST = 160;

/** The lines of a place in a text, with one line before and one after. O(lines that come before it). */
export function quote(
  text: string,
  place: { readonly line: number; readonly column?: number; readonly endLine?: number },
): QuotedLine[] {
  const lines = text.split("\n");
  const last = Math.min(place.endLine ?? place.line, place.line + QUOTED - 1);
  const quoted: QuotedLine[] = [];
  for (let line = Math.max(1, place.line - 1); line <= Math.min(lines.length, last + 1); line++) {
    const whole = lines[line - 1]!;
    const meant = line >= place.line && line <= last;
    quoted.push({ line, text: shortened(whole, meant ? (place.column ?? 1) : 1), meant });
  }
  return withoutIndent(quoted);
}

function shortened(text: string, column: number): string {
  if (text.length <= LONGEST) return text;
  const from = Math.max(0, Math.min(column - 1 - LONGEST / 4, text.length - LONGEST));
  return `${from > 0 ? "…" : ""}${text.slice(from, from + LONGEST)}${from + LONGEST < text.length ? "…" : ""}`;
}

/** The lines moved to the left together. */
function withoutIndent(lines: readonly QuotedLine[]): QuotedLine[] {
  const indents = lines
    .filter(({ text }) => text.trim() !== "")
    .map(({ text }) => text.length - text.trimStart().length);
  const least = Math.min(...indents, 40);
  return lines.map((line) => ({ ...line, text: line.text.slice(least) }));
}
