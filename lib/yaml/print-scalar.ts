import { isBreak } from "./chars";
import { isPrintable } from "./scalar-style";
import type { Writer } from "./writer";

const WIDTH = 80;

/**
 * Writes a plain scalar; `fold`: lines may be broken at spaces beyond column 80. Mirrors
 * yaml_emitter_write_plain_scalar.
 */
export function writePlain(writer: Writer, value: string, fold: boolean): void {
  if (!writer.whitespace) writer.put(" ");
  if (!fold || writer.column + value.length <= WIDTH) writer.put(value);
  else writeFolded(writer, value, 0, value.length);
  writer.whitespace = false;
  writer.indention = false;
}

/**
 * Writes value[from…to], which has no line breaks, broken at single spaces beyond column 80 (not at first and last).
 */
function writeFolded(writer: Writer, value: string, from: number, to: number): void {
  let start = from;
  for (;;) {
    // The next space that can be beyond the width: what is before it stays on this line.
    const space = value.indexOf(" ", Math.max(start, start + WIDTH + 1 - writer.column));
    if (space < 0 || space >= to) break;
    const alone = value.charCodeAt(space - 1) !== 0x20 && value.charCodeAt(space + 1) !== 0x20;
    if (!alone || space === 0 || space === value.length - 1) {
      writer.put(value.slice(start, space + 1));
      start = space + 1;
      continue;
    }
    writer.put(value.slice(start, space));
    writer.writeIndent();
    start = space + 1;
  }
  writer.put(value.slice(start, to));
}

/** Writes a scalar in single quotes. Mirrors yaml_emitter_write_single_quoted_scalar. */
export function writeSingleQuoted(writer: Writer, value: string, fold: boolean): void {
  writer.indicator("'", true, false, false);
  let breaks = false;
  let spaces = false;
  for (let i = 0; i < value.length; i++) {
    const c = value.charCodeAt(i);
    if (c === 0x20) {
      const breakHere =
        fold && !spaces && writer.column > WIDTH && i > 0 && i < value.length - 1 && value.charCodeAt(i + 1) !== 0x20;
      if (breakHere) writer.writeIndent();
      else writer.put(" ");
      spaces = true;
    } else if (isBreak(c)) {
      if (!breaks && c === 10) writer.putBreak();
      writer.writeBreak(c);
      writer.indention = true;
      breaks = true;
    } else {
      if (breaks) writer.writeIndent();
      let end = i + 1;
      while (end < value.length && value.charCodeAt(end) !== 0x20 && !isBreak(value.charCodeAt(end))) end++;
      writer.put(value.slice(i, end).replaceAll("'", "''"));
      i = end - 1;
      writer.indention = false;
      spaces = false;
      breaks = false;
    }
  }
  writer.indicator("'", false, false, false);
  writer.whitespace = false;
  writer.indention = false;
}

const ESCAPES = new Map<number, string>([
  [0x00, "0"],
  [0x07, "a"],
  [0x08, "b"],
  [0x09, "t"],
  [0x0a, "n"],
  [0x0b, "v"],
  [0x0c, "f"],
  [0x0d, "r"],
  [0x1b, "e"],
  [0x22, '"'],
  [0x5c, "\\"],
  [0x85, "N"],
  [0xa0, "_"],
  [0x2028, "L"],
  [0x2029, "P"],
]);

function escapeOf(code: number): string {
  const short = ESCAPES.get(code);
  if (short !== undefined) return `\\${short}`;
  const digits = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${digits.padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}

/** Writes a scalar in double quotes. Mirrors yaml_emitter_write_double_quoted_scalar. */
export function writeDoubleQuoted(writer: Writer, value: string, fold: boolean): void {
  writer.indicator('"', true, false, false);
  // go-yaml asks whether the value, not the character, starts with a byte order mark: then it escapes everything.
  const escapeAll = value.charCodeAt(0) === 0xfeff;
  let spaces = false;
  let from = 0;
  const flush = (to: number) => {
    if (to > from) writer.put(value.slice(from, to));
  };
  for (let i = 0; i < value.length; i++) {
    const c = value.charCodeAt(i);
    if (escapeAll || !isPrintable(c) || isBreak(c) || c === 0x22 || c === 0x5c) {
      flush(i);
      const code = value.codePointAt(i)!;
      if (code > 0xffff) i++;
      writer.put(escapeOf(code));
      from = i + 1;
      spaces = false;
    } else if (c === 0x20) {
      flush(i);
      from = i;
      if (fold && !spaces && writer.column > WIDTH && i > 0 && i < value.length - 1) {
        writer.writeIndent();
        if (value.charCodeAt(i + 1) === 0x20) writer.put("\\");
        from = i + 1;
      }
      spaces = true;
    } else spaces = false;
  }
  flush(value.length);
  writer.indicator('"', false, false, false);
  writer.whitespace = false;
  writer.indention = false;
}

/** Writes a literal block. Mirrors yaml_emitter_write_literal_scalar. */
export function writeLiteral(writer: Writer, value: string): void {
  writer.indicator("|", true, false, false);
  const first = value.charCodeAt(0);
  if (first === 0x20 || isBreak(first)) writer.indicator("2", false, false, false);
  const last = value.length - 1;
  if (!isBreak(value.charCodeAt(last))) writer.indicator("-", false, false, false);
  else if (last === 0 || isBreak(value.charCodeAt(last - 1))) writer.indicator("+", false, false, false);
  writer.putBreak();
  writer.indention = true;
  writer.whitespace = true;
  let breaks = true;
  for (let i = 0; i < value.length; i++) {
    const c = value.charCodeAt(i);
    if (isBreak(c)) {
      writer.writeBreak(c);
      writer.indention = true;
      breaks = true;
      continue;
    }
    if (breaks) writer.writeIndent();
    let end = i + 1;
    while (end < value.length && !isBreak(value.charCodeAt(end))) end++;
    writer.put(value.slice(i, end));
    i = end - 1;
    writer.indention = false;
    breaks = false;
  }
}
