import { byteLength } from "../go/strings";
import type { Trace } from "./trace";

/**
 * Moves a trace to where things are in the finished text: bytes that different pieces wrote may have become one character of `text`,
 * which then is a part of each of them. `written`: the pieces as they were written, one behind the other.
 */
export function joinTrace(trace: Trace, written: string, text: string): void {
  const bytes = bytesBefore(written);
  const units = bytesBefore(text);
  const unitsBefore = new Uint32Array(units[text.length]! + 1);
  for (let unit = 0, byte = 0; byte < unitsBefore.length; byte++) {
    while (unit < text.length && units[unit + 1]! <= byte) unit++;
    unitsBefore[byte] = unit;
  }
  const start = (offset: number) => unitsBefore[bytes[offset]!]!;
  const end = (offset: number) => {
    const unit = start(offset);
    return units[unit]! < bytes[offset]! ? unit + sizeAt(text, unit) : unit;
  };
  const { pieces, skips } = trace;
  for (const [i, piece] of pieces.entries()) pieces[i] = { ...piece, start: start(piece.start), end: end(piece.end) };
  for (const [i, skip] of skips.entries()) skips[i] = { ...skip, at: start(skip.at) };
}

/** How many bytes stand before each UTF-16 unit of a text, and before its end. A pair's all stand before its second. */
function bytesBefore(text: string): Uint32Array {
  const bytes = new Uint32Array(text.length + 1);
  for (let i = 0, byte = 0; i < text.length;) {
    const end = i + sizeAt(text, i);
    byte += byteLength(text.slice(i, end));
    while (i < end) bytes[++i] = byte;
  }
  return bytes;
}

function sizeAt(text: string, unit: number): number {
  return text.codePointAt(unit)! > 0xffff ? 2 : 1;
}
