import type { GoError } from "../source/errors";
import { isBreak, isHighSurrogate } from "./chars";
import { yamlError } from "./errors";
import type { Source } from "./reader";

/** Beyond any offset; a small integer, so that comparing with it is cheap. */
const OUT_OF_REACH = 0x3fff_ffff;

/**
 * Where the scanner stands in the text. Columns count characters, as in Go: `lineStart` is moved on by one for each
 * character that takes two UTF-16 units, so that `pos - lineStart` is always the column.
 */
export class Cursor {
  readonly text: string;
  /** Its UTF-16 units, followed by NULs. */
  readonly codes: Uint16Array;
  pos: number;
  /** From 0. */
  line = 0;
  lineStart: number;
  /** Reading at or beyond this offset must be asked for with `refill`; out of reach for all ordinary texts. */
  limit: number;

  /** The column of the block collection that is being read, -1 outside of any. */
  indent = -1;
  /** How many flow collections are open. */
  flowLevel = 0;
  /** Whether a key without `?` may start at the next token. */
  simpleKeyAllowed = true;
  /** Where the last plain scalar ended: by then the blanks after it are passed, too. */
  scalarEnd = 0;

  private piece = 0;
  /** A byte order mark stands where the decoded piece starts: the quirk of go-yaml's is_bom, which looks there only. */
  private markAtPiece = false;

  constructor(readonly source: Source) {
    this.text = source.text;
    this.codes = source.codes;
    this.pos = source.start;
    this.lineStart = source.start;
    this.limit = source.pieces ? source.start : OUT_OF_REACH;
  }

  get column(): number {
    return this.pos - this.lineStart;
  }

  /** The code of the character `ahead` UTF-16 units from here. */
  at(ahead: number): number {
    return this.codes[this.pos + ahead]!;
  }

  /**
   * Makes sure that `count` characters can be read; throws where one of them is not allowed. Mirrors go-yaml's cache.
   */
  need(count: number): void {
    if (this.pos + count + count > this.limit) this.refill(count);
  }

  private refill(count: number): void {
    const { pieces, problem } = this.source;
    if (!pieces || this.available() >= count) return;
    this.markAtPiece = this.codes[this.pos]! === 0xfeff;
    while (this.available() < count) {
      const next = pieces[this.piece];
      if (next !== undefined) {
        this.piece++;
        this.limit = next;
      } else if (problem) throw yamlError(this.text, problem.offset, problem.message);
      else {
        // Each request at the end of the text adds one NUL.
        this.limit = Math.max(this.limit, this.text.length) + 1;
        return;
      }
    }
  }

  /** How many characters have been decoded from here on. */
  private available(): number {
    let count = 0;
    for (let i = this.pos; i < this.limit && count < 16; i++, count++) {
      if (isHighSurrogate(this.codes[i]!)) i++;
    }
    return count;
  }

  /** Passes one character that is not a line break. */
  skip(): void {
    if (isHighSurrogate(this.codes[this.pos]!)) {
      this.pos++;
      this.lineStart++;
    }
    this.pos++;
  }

  /** Passes a byte order mark at the start of a line, or whatever go-yaml takes for one. */
  skipMark(): void {
    if (this.markAtPiece && this.pos === this.lineStart) this.skip();
  }

  /** Passes a line break, if there is one here. */
  skipLine(): void {
    const c = this.codes[this.pos]!;
    if (!isBreak(c)) return;
    this.pos += c === 13 && this.codes[this.pos + 1]! === 10 ? 2 : 1;
    this.line++;
    this.lineStart = this.pos;
  }

  /** Passes a line break, if there is one here, and returns what it contributes to a value: LF, U+2028 or U+2029. */
  readLine(): string {
    const c = this.codes[this.pos]!;
    if (!isBreak(c)) return "";
    this.skipLine();
    return c === 0x2028 ? "\u2028" : c === 0x2029 ? "\u2029" : "\n";
  }

  /** Passes everything up to the end of the line. */
  skipToBreak(): void {
    if (this.source.plain) {
      const end = this.text.indexOf("\n", this.pos);
      this.pos = end < 0 ? this.text.length : end;
      return;
    }
    for (;;) {
      const c = this.codes[this.pos]!;
      if (c === 0 || isBreak(c)) return;
      this.skip();
      this.need(1);
    }
  }

  /** Passes spaces and tabs. */
  skipBlanks(): void {
    for (;;) {
      const c = this.codes[this.pos]!;
      if (c !== 32 && c !== 9) return;
      this.pos++;
      this.need(1);
    }
  }

  /** Whether `---` or `...` with nothing attached stands at the start of this line. */
  atDocumentIndicator(): boolean {
    if (this.pos !== this.lineStart) return false;
    const c = this.codes[this.pos]!;
    if (c !== 45 && c !== 46) return false;
    if (this.codes[this.pos + 1]! !== c || this.codes[this.pos + 2]! !== c) return false;
    const after = this.codes[this.pos + 3]!;
    return after === 32 || after === 9 || after === 0 || isBreak(after);
  }

  /**
   * The error of the scanner at the place it has reached. Go's text counts lines from 1 but leaves the first line out
   * (parser.fail in decode.go). `from`: where to point the reader, if not here.
   */
  error(problem: string, from: number = this.pos): GoError {
    const where = this.line > 0 ? `line ${this.line + 1}: ` : "";
    return yamlError(this.text, Math.min(from, this.text.length), where + problem);
  }
}
