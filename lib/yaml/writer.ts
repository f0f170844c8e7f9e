/**
 * The output of the emitter, and where it stands. Mirrors the state of yaml_emitter_t that decides on blanks and line
 * breaks.
 */
export class Writer {
  out = "";
  /** In characters, from 0. */
  column = 0;
  /** The indentation of the collection that is being written; -1 at the root. */
  indent = -1;
  /** The last character was a blank, or there is none on this line. */
  whitespace = true;
  /** There is nothing on this line but indentation and indicators. */
  indention = true;

  /** Writes text without line breaks, and without characters beyond U+FFFF. */
  put(text: string): void {
    this.out += text;
    this.column += text.length;
  }

  putBreak(): void {
    this.out += "\n";
    this.column = 0;
  }

  /** Writes a line break character as it is. */
  writeBreak(code: number): void {
    this.out += code === 10 ? "\n" : String.fromCharCode(code);
    this.column = 0;
  }

  /** Starts a new line unless this one is still empty, and indents it. */
  writeIndent(): void {
    const indent = this.indent < 0 ? 0 : this.indent;
    if (!this.indention || this.column > indent || (this.column === indent && !this.whitespace)) this.putBreak();
    if (this.column < indent) this.put(" ".repeat(indent - this.column));
    this.whitespace = true;
    this.indention = true;
  }

  /**
   * Writes an indicator. `spaced`: after a blank; `whitespace`: counts as a blank itself; `indention`: counts as
   * indentation.
   */
  indicator(text: string, spaced: boolean, whitespace: boolean, indention: boolean): void {
    if (spaced && !this.whitespace) this.put(" ");
    this.put(text);
    this.whitespace = whitespace;
    this.indention = this.indention && indention;
  }
}
