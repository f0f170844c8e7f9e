import { readJson } from "../view/read-json";
import { writeJson } from "../view/write-json";
import type { FleetItem } from "./fleet";

/** One object of a fleet as a YAML document of its own, with the line of the whole text on which it begins. */
export interface FleetPiece {
  readonly text: string;
  readonly line: number;
}

/** Some pieces as one text of documents. */
export interface FleetBatch {
  readonly text: string;
  readonly pieces: readonly FleetPiece[];
}

/** Pieces and characters that are injected in one go. */
const BATCH = { pieces: 40, characters: 400_000 };

/**
 * Takes a text apart into its objects, without reading them: documents, and the items of a List as kubectl prints it, in YAML or JSON.
 * What cannot be taken apart stays one piece, which injecting takes apart or finds wrong. O(n).
 */
export function fleetPieces(text: string): FleetPiece[] {
  if (/^\s*\{/.test(text)) return jsonPieces(text);
  return documentsOf(text).flatMap((document) => listPieces(document) ?? [document]);
}

/** The documents of a text. Unlike the injector, which stops there, a separator with something behind it is one like all others. */
function documentsOf(text: string): FleetPiece[] {
  const documents: { lines: string[]; line: number }[] = [{ lines: [], line: 1 }];
  for (const [i, row] of text.split(/\r?\n/).entries()) {
    if (row.startsWith("---")) documents.push({ lines: [], line: i + 2 });
    else documents.at(-1)!.lines.push(row);
  }
  return documents
    .filter(({ lines }) => lines.some((row) => !/^\s*(?:#.*)?$/.test(row)))
    .map(({ lines, line }) => ({ text: lines.join("\n"), line }));
}

function jsonPieces(text: string): FleetPiece[] {
  try {
    const json = readJson(text);
    const items = json instanceof Map && /List$/.test(String(json.get("kind"))) ? json.get("items") : undefined;
    if (Array.isArray(items)) return items.map((item) => ({ text: writeJson(item), line: 1 }));
  } catch {
    // Several JSON documents, or none: injecting says what it is.
  }
  return [{ text, line: 1 }];
}

/**
 * The items of a List in the form that kubectl writes: `items:` and the dashes of its items at the beginning of lines. Nothing else can
 * begin a line with a dash there: whatever goes on in an item is indented. Undefined for any other document.
 */
function listPieces({ text, line }: FleetPiece): FleetPiece[] | undefined {
  if (!/^kind: ["']?\w*List["']?[ \t]*$/m.test(text) || !/^items:[ \t]*$/m.test(text)) return undefined;
  const lines = text.split("\n");
  const pieces: { from: number; to: number }[] = [];
  let at = lines.findIndex((row) => /^items:[ \t]*$/.test(row)) + 1;
  for (; at < lines.length; at++) {
    const row = lines[at]!;
    if (/^-(?: |$)/.test(row)) pieces.push({ from: at, to: at + 1 });
    else if (row === "" || /^[ #]/.test(row)) {
      if (pieces.length > 0) pieces.at(-1)!.to = at + 1;
    } else break;
  }
  return pieces.map(({ from, to }) => ({
    text: `${[` ${lines[from]!.slice(1)}`, ...lines.slice(from + 1, to)].join("\n")}\n`,
    line: line + from,
  }));
}

/** Puts pieces together to texts that are injected in one go. */
export function* fleetBatches(pieces: Iterable<FleetPiece>): Generator<FleetBatch> {
  let batch: FleetPiece[] = [];
  let size = 0;
  for (const piece of pieces) {
    if (batch.length >= BATCH.pieces || (batch.length > 0 && size + piece.text.length > BATCH.characters)) {
      yield batchOf(batch);
      batch = [];
      size = 0;
    }
    batch.push(piece);
    size += piece.text.length;
  }
  if (batch.length > 0) yield batchOf(batch);
}

function batchOf(pieces: readonly FleetPiece[]): FleetBatch {
  return { text: pieces.map(({ text }) => (text.endsWith("\n") ? text : `${text}\n`)).join("---\n"), pieces };
}

/** An item of a batch, with its error where it stands in the text that the pieces are of. */
export function placedItem(item: FleetItem, { pieces }: FleetBatch): FleetItem {
  const { error } = item;
  if (error?.at?.source !== "workload" || error.at.line === undefined) return item;
  let before = 0;
  for (const { text, line } of pieces) {
    const length = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
    const within = error.at.line - before;
    if (within <= length) return { ...item, error: { ...error, at: { ...error.at, line: line + within - 1 } } };
    before += length + 1;
  }
  return item;
}
