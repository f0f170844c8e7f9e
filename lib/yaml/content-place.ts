import { Lines } from "../source/lines";
import type { Position } from "../source/errors";
import type { YamlNode } from "./node";

/** Where in a YAML text a place in a scalar's content is written. */
export type ContentPlace = (position: Position) => Position;

/**
 * Tells for a scalar of `text` where a line and column of its content are written there: exact in every style, escapes and folded
 * lines undone. `lines`: those of `text`. O(length of the scalar) once, then O(log) for a place.
 */
export function contentPlaces(text: string, node: YamlNode, lines: Lines): ContentPlace {
  if (node.style === "literal") return literalPlaces(node, lines);
  const marks = node.style === "folded" ? foldedMarks(text, node) : flowMarks(text, node);
  const content = new Lines(node.value);
  return (position) => lines.at(marks.source(content.offset(position)));
}

/** Lines of a literal block are those of its content behind a constant indent; empty lines at its start belong to it. */
function literalPlaces(node: YamlNode, lines: Lines): ContentPlace {
  const header = lines.at(node.start).line;
  const skipped = /^\n*/.exec(node.value)![0].length;
  const first = node.value.slice(skipped).split("\n", 1)[0]!;
  const line = header + skipped + 1;
  const length = lines.offset({ line, column: Infinity }) - lines.offset({ line, column: 1 });
  const indent = Math.max(0, length - first.length);
  return ({ line, column }) => ({ line: header + line, column: indent + column });
}

/** Offsets where content and source go apart; between two of them both advance alike. */
class Marks {
  private readonly contents: number[] = [];
  private readonly sources: number[] = [];

  add(content: number, source: number): void {
    this.contents.push(content);
    this.sources.push(source);
  }

  source(content: number): number {
    let low = 0;
    let high = this.contents.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.contents[middle]! <= content) low = middle;
      else high = middle;
    }
    return this.sources[low]! + content - this.contents[low]!;
  }
}

const BLANKS = /[ \t\r\n]+/y;
const BREAK = /\r\n?|\n/g;

function breaksIn(blanks: string): number {
  return blanks.match(BREAK)?.length ?? 0;
}

function blanksAt(text: string, at: number): string {
  BLANKS.lastIndex = at;
  return BLANKS.exec(text)?.[0] ?? "";
}

/** Plain and quoted scalars: one line break is a space, more are one less; quotes have their escapes. */
function flowMarks(text: string, { start, end, style }: YamlNode): Marks {
  const marks = new Marks();
  const quoted = style !== "plain";
  let content = 0;
  let source = quoted ? start + 1 : start;
  marks.add(content, source);
  const last = quoted ? end - 1 : end;
  while (source < last) {
    const char = text[source]!;
    if (char === " " || char === "\t" || char === "\r" || char === "\n") {
      const blanks = blanksAt(text, source);
      const breaks = breaksIn(blanks);
      source += blanks.length;
      content += breaks === 0 ? blanks.length : Math.max(1, breaks - 1);
      if (breaks > 0) marks.add(content, source);
    } else if (char === "\\" && style === "double") {
      const escape = escapeAt(text, source);
      source += escape.source;
      content += escape.content;
      marks.add(content, source);
    } else if (char === "'" && style === "single") {
      source += 2;
      marks.add(++content, source);
    } else {
      source++;
      content++;
    }
  }
  return marks;
}

const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** How long an escape is written, and how many units of content it makes. */
function escapeAt(text: string, at: number): { source: number; content: number } {
  const kind = text[at + 1]!;
  if (kind === "\r" || kind === "\n") {
    const blanks = blanksAt(text, at + 1);
    return { source: 1 + blanks.length, content: breaksIn(blanks) - 1 };
  }
  const digits = Object.hasOwn(DIGITS, kind) ? DIGITS[kind]! : 0;
  const wide = digits === 8 && parseInt(text.slice(at + 2, at + 10), 16) > 0xffff;
  return { source: 2 + digits, content: wide ? 2 : 1 };
}

/** Folded blocks change blanks only: each word of the content is the next one of the source. */
function foldedMarks(text: string, { start, value }: YamlNode): Marks {
  const marks = new Marks();
  let source = text.indexOf("\n", start) + 1;
  let content = 0;
  while (content < value.length) {
    content += blanksAt(value, content).length;
    source += blanksAt(text, source).length;
    marks.add(content, source);
    const word = /[^ \t\r\n]*/y;
    word.lastIndex = content;
    const { length } = word.exec(value)![0];
    content += length;
    source += length;
  }
  return marks;
}
