import { toBytes } from "../go/strings";

/**
 * The text as the scanner reads it. Mirrors readerc.go: input is decoded in pieces of 512 bytes, a character that is
 * not allowed is reported as soon as the scanner asks for a character of its piece, and a byte order mark is looked for
 * only where the decoded piece starts. For all ordinary texts `pieces` is undefined: nothing of this shows.
 */
export interface Source {
  readonly text: string;
  /**
   * The UTF-16 units of the text, followed by NULs (which it cannot have), so that looking ahead needs no test for the
   * end. The next text that is read overwrites them.
   */
  readonly codes: Uint16Array;
  /** First offset to read: 1 after a byte order mark. */
  readonly start: number;
  /** No line breaks but LF, no characters beyond U+FFFF: lines and characters need no special care. */
  readonly plain: boolean;
  /** Offsets at which each decoded piece ends, the last one being that of the bad character or of the end. */
  readonly pieces?: readonly number[];
  /** What is wrong at the end of the last piece. */
  readonly problem?: { readonly offset: number; readonly message: string };
}

const PIECE_BYTES = 512;
const PADDING = 24;
const FORBIDDEN = "control characters are not allowed";

/** Where codes are kept of texts that are not too large: memory of its own for each would be what most of it is cleared for. */
let kept = new Uint16Array(1 << 14);
const MOST_KEPT = 1 << 20;

function roomFor(length: number): Uint16Array {
  const size = length + PADDING;
  if (size > MOST_KEPT) return new Uint16Array(size);
  if (size > kept.length) kept = new Uint16Array(Math.min(2 * size, MOST_KEPT));
  return kept.fill(0, length, size);
}

/** Prepares a text for the scanner, which is done with it before the next one is prepared. */
export function readSource(input: string): Source {
  const text = input === "" ? "\n" : input;
  const codes = roomFor(text.length);
  const care = copyCodes(text, codes);
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (care !== Care.Pieces) return { text, codes, start, plain: care === Care.None };
  const utf16 = fromUtf16(text);
  if (utf16 !== undefined) return readDecoded(utf16.text, utf16.problem);
  return { text, codes, start, plain: false, ...findPieces(text, start) };
}

const enum Care {
  None,
  /** There are line breaks other than LF, or characters beyond U+FFFF. */
  Lines,
  /** There are characters that YAML does not allow, invalid bytes, or byte order marks that are not at the start. */
  Pieces,
}

/** Fills `codes`; returns how much care the text needs. */
function copyCodes(text: string, codes: Uint16Array): Care {
  let care = Care.None;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    codes[i] = c;
    if (c < 0x20 ? c !== 10 && c !== 9 : c > 0x7e) {
      const needed = careFor(text, i, c);
      if (needed > care) care = needed;
    }
  }
  return care;
}

function careFor(text: string, i: number, c: number): Care {
  if (c === 13 || c === 0x85 || c === 0x2028 || c === 0x2029) return Care.Lines;
  if (c >= 0xd800 && c <= 0xdfff) {
    const next = text.charCodeAt(i + 1);
    const before = text.charCodeAt(i - 1);
    const paired = c < 0xdc00 ? next >= 0xdc00 && next <= 0xdfff : before >= 0xd800 && before < 0xdc00;
    return paired ? Care.Lines : Care.Pieces;
  }
  return isForbidden(c) || (c === 0xfeff && i > 0) ? Care.Pieces : Care.None;
}

/** A UTF-16 input: rare enough to be read in one piece. */
function readDecoded(text: string, undecodable: string | undefined): Source {
  const codes = roomFor(text.length);
  copyCodes(text, codes);
  const offset = codes.subarray(0, text.length).findIndex(isForbidden);
  const source = { text, codes, start: 0, plain: false };
  if (offset >= 0) return { ...source, pieces: [0], problem: { offset, message: FORBIDDEN } };
  if (undecodable === undefined) return { ...source, pieces: [text.length] };
  // What is incomplete waits for more input, and is reported only when there is none.
  const waits = undecodable.startsWith("incomplete");
  return { ...source, pieces: [waits ? text.length : 0], problem: { offset: text.length, message: undecodable } };
}

/** Where the decoded pieces end, in UTF-16 units, up to the first character that cannot be read. */
function findPieces(text: string, start: number): Pick<Source, "pieces" | "problem"> {
  const pieces: number[] = [];
  // The byte order mark was read with the first piece.
  let room = start === 1 ? PIECE_BYTES - 3 : PIECE_BYTES;
  let pieceStart = start;
  let i = start;
  while (i < text.length) {
    const c = text.charCodeAt(i);
    if (c >= 0xdc80 && c <= 0xdcff) {
      const problem = invalidBytes(text, i, room);
      // An incomplete character at the end of a piece waits for the next piece.
      if (problem.next) pieces.push(i);
      return { pieces: [...pieces, problem.next ? i : pieceStart], problem };
    }
    const pair = c >= 0xd800 && c <= 0xdbff;
    const size = c < 0x80 ? 1 : c < 0x800 ? 2 : pair ? 4 : 3;
    if (size > room) {
      pieces.push(i);
      pieceStart = i;
      room = PIECE_BYTES;
    }
    if (isForbidden(c)) return { pieces: [...pieces, pieceStart], problem: { offset: i, message: FORBIDDEN } };
    room -= size;
    i += pair ? 2 : 1;
  }
  pieces.push(text.length);
  return { pieces };
}

function isForbidden(c: number): boolean {
  return (
    (c < 0x20 && c !== 9 && c !== 10 && c !== 13) ||
    (c >= 0x7f && c < 0xa0 && c !== 0x85) ||
    c === 0xfffe ||
    c === 0xffff
  );
}

/** What the reader says of the bytes at text[i], the first of which is not part of valid UTF-8. */
function invalidBytes(text: string, i: number, room: number): { offset: number; message: string; next: boolean } {
  const bytes = toBytes(text.slice(i, i + 8));
  const first = bytes[0]!;
  const problem = (message: string, next = false) => ({ offset: i, message, next });
  const size = (first & 0xe0) === 0xc0 ? 2 : (first & 0xf0) === 0xe0 ? 3 : (first & 0xf8) === 0xf0 ? 4 : 0;
  if (size === 0) return problem("invalid leading UTF-8 octet", room === 0);
  const next = size > room;
  if (bytes.length < size) return problem("incomplete UTF-8 octet sequence", true);
  let value = first & (0xff >> (size + 1));
  for (let k = 1; k < size; k++) {
    if ((bytes[k]! & 0xc0) !== 0x80) return problem("invalid trailing UTF-8 octet", next);
    value = (value << 6) | (bytes[k]! & 0x3f);
  }
  if (value < (size === 2 ? 0x80 : size === 3 ? 0x800 : 0x10000))
    return problem("invalid length of a UTF-8 sequence", next);
  return problem("invalid Unicode character", next);
}

/** The text of an input that starts with a UTF-16 byte order mark (as invalid bytes, see lib/go/strings). */
function fromUtf16(text: string): { text: string; problem?: string } | undefined {
  const first = text.charCodeAt(0);
  const second = text.charCodeAt(1);
  const little = first === 0xdcff && second === 0xdcfe;
  if (!little && !(first === 0xdcfe && second === 0xdcff)) return undefined;
  const bytes = toBytes(text);
  const unit = (i: number) => (little ? bytes[i]! | (bytes[i + 1]! << 8) : (bytes[i]! << 8) | bytes[i + 1]!);
  let out = "";
  for (let i = 2; i < bytes.length;) {
    if (i + 1 >= bytes.length) return { text: out, problem: "incomplete UTF-16 character" };
    const c = unit(i);
    if ((c & 0xfc00) === 0xdc00) return { text: out, problem: "unexpected low surrogate area" };
    if ((c & 0xfc00) !== 0xd800) {
      out += String.fromCharCode(c);
      i += 2;
      continue;
    }
    if (i + 3 >= bytes.length) return { text: out, problem: "incomplete UTF-16 surrogate pair" };
    const low = unit(i + 2);
    if ((low & 0xfc00) !== 0xdc00) return { text: out, problem: "expected low surrogate area" };
    out += String.fromCharCode(c, low);
    i += 4;
  }
  return { text: out };
}
