import { fromBytes } from "../go/strings";
import { hexValue, isBlank, isBlankOrEnd, isBreak, isDigit, isWordCharacter } from "./chars";
import type { Cursor } from "./cursor";

/** The name of the anchor (`&`) or alias (`*`) here. Mirrors yaml_parser_scan_anchor. */
export function scanAnchor(scanner: Cursor): string {
  scanner.pos++;
  scanner.need(1);
  const name = scanWord(scanner);
  const c = scanner.at(0);
  // What may follow besides blanks: ? : , ] } % @ `
  const ends = c === 63 || c === 58 || c === 44 || c === 93 || c === 125 || c === 37 || c === 64 || c === 96;
  if (name === "" || !(ends || isBlankOrEnd(c))) {
    throw scanner.error("did not find expected alphabetic or numeric character");
  }
  return name;
}

function scanWord(scanner: Cursor): string {
  const from = scanner.pos;
  while (isWordCharacter(scanner.at(0))) {
    scanner.pos++;
    scanner.need(1);
  }
  return scanner.text.slice(from, scanner.pos);
}

/** A tag: `!<suffix>` and `!` have an empty handle. Mirrors yaml_parser_scan_tag. */
export function scanTag(scanner: Cursor): { handle: string; suffix: string } {
  let handle = "";
  let suffix: string;
  scanner.need(2);
  if (scanner.at(1) === 0x3c) {
    scanner.pos += 2;
    suffix = scanUri(scanner, "");
    if (scanner.at(0) !== 0x3e) throw scanner.error("did not find the expected '>'");
    scanner.pos++;
  } else {
    handle = scanHandle(scanner, false);
    if (handle.length > 1 && handle.endsWith("!")) suffix = scanUri(scanner, "");
    else {
      suffix = scanUri(scanner, handle);
      handle = "!";
      if (suffix === "") [handle, suffix] = ["", "!"];
    }
  }
  scanner.need(1);
  if (!isBlankOrEnd(scanner.at(0))) throw scanner.error("did not find expected whitespace or line break");
  return { handle, suffix };
}

function scanHandle(scanner: Cursor, directive: boolean): string {
  scanner.need(1);
  if (scanner.at(0) !== 0x21) throw scanner.error("did not find expected '!'");
  scanner.pos++;
  scanner.need(1);
  const word = scanWord(scanner);
  if (scanner.at(0) === 0x21) {
    scanner.pos++;
    return `!${word}!`;
  }
  if (directive && word !== "") throw scanner.error("did not find expected '!'");
  return `!${word}`;
}

const URI_PUNCTUATION = ";/?:@&=+$,.!~*'()[]%";

/** The rest of a tag, of which `head` (a handle, or nothing) was read already. Mirrors yaml_parser_scan_tag_uri. */
function scanUri(scanner: Cursor, head: string): string {
  let uri = head.slice(1);
  let any = head !== "";
  scanner.need(1);
  for (;;) {
    const c = scanner.at(0);
    if (!isWordCharacter(c) && (c === 0 || c > 127 || !URI_PUNCTUATION.includes(String.fromCharCode(c)))) break;
    any = true;
    if (c === 0x25) uri += scanUriEscape(scanner);
    else {
      uri += String.fromCharCode(c);
      scanner.pos++;
    }
    scanner.need(1);
  }
  if (!any) throw scanner.error("did not find expected tag URI");
  return uri;
}

/** One character given as `%xx` for each of its bytes. */
function scanUriEscape(scanner: Cursor): string {
  const bytes: number[] = [];
  let size = 1;
  do {
    scanner.need(3);
    const high = hexValue(scanner.at(1));
    const low = hexValue(scanner.at(2));
    if (scanner.at(0) !== 0x25 || high < 0 || low < 0) throw scanner.error("did not find URI escaped octet");
    const byte = high * 16 + low;
    if (bytes.length === 0) {
      size = byte < 0x80 ? 1 : (byte & 0xe0) === 0xc0 ? 2 : (byte & 0xf0) === 0xe0 ? 3 : (byte & 0xf8) === 0xf0 ? 4 : 0;
      if (size === 0) throw scanner.error("found an incorrect leading UTF-8 octet");
    } else if ((byte & 0xc0) !== 0x80) throw scanner.error("found an incorrect trailing UTF-8 octet");
    bytes.push(byte);
    scanner.pos += 3;
  } while (bytes.length < size);
  return fromBytes(Uint8Array.from(bytes));
}

/**
 * A directive line: %YAML gives `version` (`1.1`), %TAG gives `handle` and `prefix`. Mirrors
 * yaml_parser_scan_directive.
 */
export function scanDirective(scanner: Cursor): { version?: string; handle: string; prefix: string; end: number } {
  const start = scanner.pos;
  scanner.pos++;
  scanner.need(1);
  const name = scanWord(scanner);
  if (name === "") throw scanner.error("could not find expected directive name", start);
  if (!isBlankOrEnd(scanner.at(0))) throw scanner.error("found unexpected non-alphabetical character", start);
  let version: string | undefined;
  let handle = "";
  let prefix = "";
  if (name === "YAML") {
    scanner.need(1);
    scanner.skipBlanks();
    const major = scanVersionNumber(scanner);
    if (scanner.at(0) !== 0x2e) throw scanner.error("did not find expected digit or '.' character");
    scanner.pos++;
    version = `${major}.${scanVersionNumber(scanner)}`;
  } else if (name === "TAG") {
    scanner.need(1);
    scanner.skipBlanks();
    handle = scanHandle(scanner, true);
    scanner.need(1);
    if (!isBlank(scanner.at(0))) throw scanner.error("did not find expected whitespace");
    scanner.skipBlanks();
    prefix = scanUri(scanner, "");
    scanner.need(1);
    if (!isBlankOrEnd(scanner.at(0))) throw scanner.error("did not find expected whitespace or line break");
  } else throw scanner.error("found unknown directive name", start);
  const end = scanner.pos;
  finishLine(scanner);
  return { version, handle, prefix, end };
}

function scanVersionNumber(scanner: Cursor): number {
  scanner.need(1);
  let value = 0;
  let length = 0;
  for (; isDigit(scanner.at(0)); scanner.need(1)) {
    if (++length > 2) throw scanner.error("found extremely long version number");
    value = value * 10 + scanner.at(0) - 0x30;
    scanner.pos++;
  }
  if (length === 0) throw scanner.error("did not find expected version number");
  return value;
}

function finishLine(scanner: Cursor): void {
  scanner.need(1);
  scanner.skipBlanks();
  if (scanner.at(0) === 0x23) scanner.skipToBreak();
  const c = scanner.at(0);
  if (c !== 0 && !isBreak(c)) throw scanner.error("did not find expected comment or line break");
  if (c === 0) return;
  scanner.need(2);
  scanner.skipLine();
}
