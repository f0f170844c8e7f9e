import type { Position } from "./errors";

/**
 * The lines of a text, for many questions about places in it. Columns are UTF-16 units, and lines end with LF, CR or CR LF, as editors
 * count. O(text) once, then O(log lines) for a place.
 */
export class Lines {
  /** Where each line begins, and where its text ends. */
  private readonly starts: number[] = [0];
  private readonly ends: number[] = [];

  constructor(text: string) {
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c !== 10 && c !== 13) continue;
      this.ends.push(i);
      if (c === 13 && text.charCodeAt(i + 1) === 10) i++;
      this.starts.push(i + 1);
    }
    this.ends.push(text.length);
  }

  /** The line and column (both from 1) of an offset. */
  at(offset: number): Position {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - this.starts[low]! + 1 };
  }

  /** The offset of a line and column (both from 1); not behind the end of its line. */
  offset({ line, column }: Position): number {
    const index = Math.min(line, this.starts.length) - 1;
    return Math.min(this.starts[index]! + column - 1, this.ends[index]!);
  }

  /** The nearest place that a person can see: not after the last line that has text, nor after the end of a line. */
  visible({ line, column }: Position): Position {
    let last = this.starts.length - 1;
    if (last > 0 && this.starts[last] === this.ends[last]) last--;
    if (line - 1 > last) return { line: last + 1, column: this.length(last) + 1 };
    return { line, column: Math.min(column, this.length(line - 1) + 1) };
  }

  private length(index: number): number {
    return this.ends[index]! - this.starts[index]!;
  }
}
