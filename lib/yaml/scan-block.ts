import { isBlank, isBreak, isDigit } from "./chars";
import type { Cursor } from "./cursor";

/** The value of the literal (`|`) or folded (`>`) scalar that starts here. Mirrors yaml_parser_scan_block_scalar. */
export function scanBlockScalar(scanner: Cursor, literal: boolean): string {
  const { text, codes } = scanner;
  const start = scanner.pos;
  scanner.pos++;
  const { keep, strip, increment } = scanHeader(scanner, start);
  let indent = increment > 0 ? Math.max(scanner.indent, 0) + increment : 0;

  let value = "";
  /**
   * The break that ended the last line, and those of the empty lines after it: what they become is known at the next
   * line.
   */
  let leading = "";
  let leadingBlank = false;
  const [found, firstBreaks] = scanBreaks(scanner, indent, start);
  let trailing = firstBreaks;
  indent = found;
  scanner.need(1);
  while (scanner.pos - scanner.lineStart === indent && codes[scanner.pos]! !== 0) {
    const blank = isBlank(codes[scanner.pos]!);
    if (!literal && leading === "\n" && !leadingBlank && !blank) {
      if (trailing === "") value += " ";
    } else value += leading;
    value += trailing;
    leadingBlank = blank;
    const from = scanner.pos;
    scanner.skipToBreak();
    value += text.slice(from, scanner.pos);
    scanner.need(2);
    leading = scanner.readLine();
    [, trailing] = scanBreaks(scanner, indent, start);
  }
  if (!strip) value += leading;
  if (keep) value += trailing;
  return value;
}

/** The indicators after `|` or `>`, and the rest of that line. */
function scanHeader(scanner: Cursor, start: number): { keep: boolean; strip: boolean; increment: number } {
  let chomping = 0;
  let increment = 0;
  const readChomping = () => {
    const c = scanner.at(0);
    if (c !== 0x2b && c !== 0x2d) return false;
    chomping = c;
    scanner.pos++;
    return true;
  };
  const readIncrement = () => {
    const c = scanner.at(0);
    if (!isDigit(c)) return false;
    if (c === 0x30) throw scanner.error("found an indentation indicator equal to 0");
    increment = c - 0x30;
    scanner.pos++;
    return true;
  };
  scanner.need(1);
  if (readChomping()) {
    scanner.need(1);
    readIncrement();
  } else if (readIncrement()) {
    scanner.need(1);
    readChomping();
  }
  scanner.need(1);
  scanner.skipBlanks();
  if (scanner.at(0) === 0x23) scanner.skipToBreak();
  const c = scanner.at(0);
  if (c !== 0 && !isBreak(c)) throw scanner.error("did not find expected comment or line break", start);
  if (c !== 0) {
    scanner.need(2);
    scanner.skipLine();
  }
  return { keep: chomping === 0x2b, strip: chomping === 0x2d, increment };
}

/**
 * Passes indentation and empty lines. Returns the indentation of the scalar (which the first line decides if `indent`
 * is 0) and the breaks.
 */
function scanBreaks(scanner: Cursor, indent: number, start: number): [indent: number, breaks: string] {
  const codes = scanner.codes;
  let breaks = "";
  let deepest = 0;
  for (;;) {
    scanner.need(1);
    let c = codes[scanner.pos]!;
    let column = scanner.pos - scanner.lineStart;
    while (c === 32 && (indent === 0 || column < indent)) {
      scanner.pos++;
      scanner.need(1);
      c = codes[scanner.pos]!;
      column++;
    }
    if (column > deepest) deepest = column;
    if (c === 9 && (indent === 0 || column < indent)) {
      throw scanner.error("found a tab character where an indentation space is expected", start);
    }
    if (!isBreak(c)) break;
    scanner.need(2);
    breaks += scanner.readLine();
  }
  if (indent === 0) indent = Math.max(deepest, scanner.indent + 1, 1);
  return [indent, breaks];
}
