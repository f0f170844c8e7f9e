import { GoError, type Position } from "../source/errors";

/**
 * The line and column (both from 1) of an offset in a text. Columns are UTF-16 units, and lines end with LF, CR or CR
 * LF, as editors count; the lines in Go's own messages also end with U+0085, U+2028 and U+2029.
 */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let start = 0;
  const end = Math.min(offset, text.length);
  for (let i = 0; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) {
      line++;
      start = i + 1;
    }
  }
  return { line, column: end - start + 1 };
}

/** A GoError whose text starts with `yaml: `, standing at `offset` of `text`. Mirrors failf of go-yaml. */
export function yamlError(text: string, offset: number, message: string): GoError {
  return new GoError(`yaml: ${message}`, positionAt(text, offset));
}
