import { readJson } from "../view/read-json";
import { writeJson } from "../view/write-json";
import type { ResultError } from "../inject/api";

/** One object of a fleet as a YAML document of its own, with the line of the whole text on which it begins. */
export interface FleetPiece {
  readonly text: string;
  readonly line: number;
}

/** Pieces and characters that are injected in one go. */
const BATCH = { pieces: 40, characters: 400_000 };

/**
 * Takes a text apart into its objects, without reading them: documents, and the items of a List as kubectl prints it, in YAML or JSON.
 * What cannot be taken apart stays one piece, which injecting takes apart or finds wrong. Gives each as soon as it is found. O(n).
 */
export function* fleetPieces(text: string): Generator<FleetPiece> {
  for (const { from, to, line } of documentsOf(text)) {
    const piece = { text: unixLines(text.slice(from, to)), line };
    // Most of a fleet is one List: whether a document is one is looked up in its text only once.
    yield* jsonItems(piece) ?? yamlItems(piece) ?? [piece];
  }
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly line: number;
}

/** The documents of a text. Unlike the injector, which stops there, a separator with something behind it is one like all others. */
function* documentsOf(text: string): Generator<Range> {
  let from = 0;
  let line = 1;
  while (from < text.length) {
    const starts = text.startsWith("---", from);
    const next = starts ? from - 1 : text.indexOf("\n---", from);
    const to = next < 0 && !starts ? text.length : next + 1;
    if (/^[^\S\n]*[^#\s]/m.test(text.slice(from, to))) yield { from, to, line };
    if (to === text.length) return;
    const behind = endOfLine(text, to);
    line += linesIn(text, from, to) + 1;
    from = behind;
  }
}

/** The place behind the end of the line that goes through a place. */
function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

function linesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function unixLines(text: string): string {
  return text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
}

/** The items of a List in JSON; undefined for what is none, or no JSON at all: injecting says what it is. */
function jsonItems({ text, line }: FleetPiece): FleetPiece[] | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const json = readJson(text);
    const items = json instanceof Map && /List$/.test(String(json.get("kind"))) ? json.get("items") : undefined;
    return Array.isArray(items) ? items.map((item) => ({ text: writeJson(item), line })) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The items of a List in the form that kubectl writes: `items:` and the dashes of its items at the beginning of lines. Nothing else can
 * begin a line with a dash there: whatever goes on in an item is indented. Undefined for any other document.
 */
function yamlItems({ text, line }: FleetPiece): Iterable<FleetPiece> | undefined {
  if (!/^kind: ["']?\w*List["']?[ \t]*$/m.test(text)) return undefined;
  const items = /^items:[ \t]*\n(?=(?:[ \t]*(?:#.*)?\n)*-[ \n])/m.exec(text);
  if (!items) return undefined;
  const first = items.index + items[0].length;
  return itemsFrom(text, first, line + linesIn(text, 0, first));
}

/** What a List has besides its items. A line that begins with anything else is broken, as is the item that it stands in, but no other. */
const LIST_KEY = /(?:apiVersion|kind|metadata):/y;

function* itemsFrom(text: string, first: number, firstLine: number): Generator<FleetPiece> {
  let from = -1;
  let start = firstLine;
  let at = first;
  const item = () => ({ text: ` ${text.slice(from + 1, at).replace(/\n?$/, "\n")}`, line: start });
  for (let line = firstLine; at < text.length; at = endOfLine(text, at), line++) {
    const char = text[at]!;
    if (char === " " || char === "\n") continue;
    LIST_KEY.lastIndex = at;
    const begins = char === "-" && /[ \n]/.test(text[at + 1] ?? "\n");
    if (!begins && !LIST_KEY.test(text)) continue;
    if (from >= 0) yield item();
    from = begins ? at : -1;
    start = line;
  }
  if (from >= 0) yield item();
}

/** Puts pieces together that are injected in one go. */
export function* fleetBatches<P extends FleetPiece>(pieces: Iterable<P>, most = BATCH): Generator<readonly P[]> {
  let batch: P[] = [];
  let size = 0;
  for (const piece of pieces) {
    if (batch.length >= most.pieces || (batch.length > 0 && size + piece.text.length > most.characters)) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(piece);
    size += piece.text.length;
  }
  if (batch.length > 0) yield batch;
}

/** Pieces as one text of documents, one each. */
export function fleetText(pieces: readonly FleetPiece[]): string {
  return pieces.map(({ text }) => (text.endsWith("\n") ? text : `${text}\n`)).join("---\n");
}

/** An error of such a text, where it stands in the texts that the pieces are of. */
export function placedError(error: ResultError, pieces: readonly FleetPiece[]): ResultError {
  const { at } = error;
  if (at?.source !== "workload" || at.line === undefined) return error;
  let before = 0;
  for (const { text, line } of pieces) {
    const length = linesIn(text, 0, text.length) + (text.endsWith("\n") ? 0 : 1);
    const within = at.line - before;
    if (within <= length) return { ...error, at: { ...at, line: line + within - 1 } };
    before += length + 1;
  }
  return error;
}
