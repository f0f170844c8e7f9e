import { hexValue, isBlank, isBlankOrEnd, isBreak, isHighSurrogate } from "./chars";
import type { Cursor } from "./cursor";

/** What joins two lines of a flow scalar: one LF is folded into a space, further ones stay. */
function joiner(leading: string, trailing: string): string {
  if (leading !== "\n") return leading + trailing;
  return trailing === "" ? " " : trailing;
}

/**
 * The value of the plain scalar that starts here; sets `scalarEnd`. Mirrors yaml_parser_scan_plain_scalar. In flow
 * collections `, ? [ ] { }` end it, everywhere `: ` and ` #` do, and so does a line that is not further in than its
 * parent.
 */
export function scanPlain(scanner: Cursor): string {
  const { text, codes } = scanner;
  const flow = scanner.flowLevel > 0;
  const indent = scanner.indent + 1;
  const start = scanner.pos;
  /** The value up to `from`, where the part of the current line starts. */
  let before = "";
  let from = start;
  let end = start;
  let folded = false;
  let leading = "";
  let trailing = "";
  for (;;) {
    scanner.need(4);
    if (scanner.atDocumentIndicator() || codes[scanner.pos]! === 0x23) break;
    let p = scanner.pos;
    let c = codes[p]!;
    while (!isBlankOrEnd(c)) {
      if (c === 0x3a && isBlankOrEnd(codes[p + 1]!)) break;
      if (flow && isFlowIndicator(c)) break;
      if (folded) {
        before += text.slice(from, end) + joiner(leading, trailing);
        from = p;
        folded = false;
        leading = trailing = "";
      }
      p++;
      if (isHighSurrogate(c)) {
        p++;
        scanner.lineStart++;
      }
      end = p;
      if (p + 4 > scanner.limit) {
        scanner.pos = p;
        scanner.need(2);
      }
      c = codes[p]!;
    }
    scanner.pos = p;
    if (!isBlank(c) && !isBreak(c)) break;
    scanner.need(1);
    while (isBlank(c) || isBreak(c)) {
      if (isBlank(c)) {
        if (folded && c === 9 && scanner.pos - scanner.lineStart < indent) {
          throw scanner.error("found a tab character that violates indentation");
        }
        scanner.pos++;
      } else {
        scanner.need(2);
        if (!folded) {
          leading = scanner.readLine();
          folded = true;
        } else trailing += scanner.readLine();
      }
      scanner.need(1);
      c = codes[scanner.pos]!;
    }
    if (!flow && scanner.pos - scanner.lineStart < indent) break;
  }
  scanner.scalarEnd = end;
  if (folded) scanner.simpleKeyAllowed = true;
  return before === "" ? text.slice(from, end) : before + text.slice(from, end);
}

function isFlowIndicator(c: number): boolean {
  return c === 0x2c || c === 0x3f || c === 0x5b || c === 0x5d || c === 0x7b || c === 0x7d;
}

/** The value of the quoted scalar that starts here. Mirrors yaml_parser_scan_flow_scalar. */
export function scanQuoted(scanner: Cursor, single: boolean): string {
  const { text, codes } = scanner;
  const quote = single ? 0x27 : 0x22;
  const start = scanner.pos;
  let value = "";
  scanner.pos++;
  for (;;) {
    scanner.need(4);
    if (scanner.atDocumentIndicator()) throw scanner.error("found unexpected document indicator");
    let c = codes[scanner.pos]!;
    if (c === 0) throw scanner.error("found unexpected end of stream", start);
    let folded = false;
    let from = scanner.pos;
    while (!isBlankOrEnd(c)) {
      if (c === quote) {
        if (!single || scanner.at(1) !== quote) break;
        value += text.slice(from, scanner.pos + 1);
        scanner.pos += 2;
        from = scanner.pos;
      } else if (!single && c === 0x5c) {
        value += text.slice(from, scanner.pos);
        if (isBreak(scanner.at(1))) {
          scanner.need(3);
          scanner.pos++;
          scanner.skipLine();
          folded = true;
          from = scanner.pos;
          break;
        }
        value += scanEscape(scanner);
        from = scanner.pos;
      } else {
        if (isHighSurrogate(c)) scanner.skip();
        else scanner.pos++;
      }
      if (scanner.pos + 4 > scanner.limit) scanner.need(2);
      c = codes[scanner.pos]!;
    }
    value += text.slice(from, scanner.pos);
    scanner.need(1);
    c = codes[scanner.pos]!;
    if (c === quote) break;

    from = scanner.pos;
    let to = from;
    let leading = "";
    let trailing = "";
    while (isBlank(c) || isBreak(c)) {
      if (isBlank(c)) {
        scanner.pos++;
        if (!folded) to = scanner.pos;
      } else {
        scanner.need(2);
        if (!folded) {
          leading = scanner.readLine();
          folded = true;
        } else trailing += scanner.readLine();
      }
      scanner.need(1);
      c = codes[scanner.pos]!;
    }
    value += folded ? joiner(leading, trailing) : text.slice(from, to);
  }
  scanner.pos++;
  return value;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  " ": " ",
  '"': '"',
  "'": "'",
  "\\": "\\",
  N: "\x85",
  _: "\xa0",
  L: "\u2028",
  P: "\u2029",
};

/** Passes an escape sequence of a double-quoted scalar and returns what it stands for. */
function scanEscape(scanner: Cursor): string {
  const kind = scanner.text[scanner.pos + 1]!;
  const simple = ESCAPES[kind];
  const digits = kind === "x" ? 2 : kind === "u" ? 4 : kind === "U" ? 8 : 0;
  if (simple === undefined && digits === 0) throw scanner.error("found unknown escape character");
  scanner.pos += 2;
  if (simple !== undefined) return simple;
  scanner.need(digits);
  let code = 0;
  for (let k = 0; k < digits; k++) {
    const digit = hexValue(scanner.at(k));
    if (digit < 0) throw scanner.error("did not find expected hexdecimal number");
    code = code * 16 + digit;
  }
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    throw scanner.error("found invalid Unicode character escape code");
  }
  scanner.pos += digits;
  return String.fromCodePoint(code);
}
